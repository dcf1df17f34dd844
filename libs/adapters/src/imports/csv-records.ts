import { type Info, Parser } from 'csv-parse';

/** A record of CSV (RFC 4180), or why there is none where one should be. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly problem?: 'quote-misplaced' | 'quote-unclosed' | 'row-too-long';
}

/** What is longer is no record: a quote that nothing closes would take the rest of the file for one cell. */
export const maxRecordBytes = 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const isLineEnd = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;
/** Closes the last record, and is as many empty lines as the parser looks ahead. */
const lineEnds = Buffer.alloc(8, '\n');

/**
 * Records out of UTF-8 without a byte order mark, given part by part. Blank lines are none. A quote in the middle of a cell without quotes
 * is taken as it is; one in the middle of a quoted cell makes the record a problem. Where a quote is never closed, its line is the problem, and
 * what follows that line is read again, so that one stray quote costs one row. The same bytes give the same records, wherever reading begins again.
 */
export class CsvRecords {
  private parser: Parser;
  private out: CsvRecord[] = [];
  /** The bytes since the last record, which begin at `since` of what the parser was given. */
  private open: Buffer = Buffer.alloc(0);
  private since = 0;
  /** The rest of a line that is too long is left out. */
  private leavingOut = false;

  constructor(private readonly delimiter: string) {
    this.parser = this.begun();
  }

  /** The records that end in these bytes. */
  more(bytes: Buffer): readonly CsvRecord[] {
    this.give(bytes);
    while (this.open.length > maxRecordBytes) this.giveUpLine();
    return this.taken();
  }

  /** The records that nothing but the end of the file ends. */
  end(): readonly CsvRecord[] {
    for (;;) {
      const { open, since } = this;
      this.give(lineEnds);
      if (this.since > since || open.every(isLineEnd)) return this.taken();
      // Line ends that end nothing are in quotes.
      this.open = open;
      this.giveUpLine();
    }
  }

  private give(bytes: Buffer): void {
    const given = this.leavingOut ? this.behindLine(bytes) : bytes;
    if (given.length === 0) return;
    this.open = this.open.length > 0 ? Buffer.concat([this.open, given]) : given;
    // Nothing is ever pushed to its readable side, so this is done when it returns.
    this.parser.write(given);
  }

  private record(cells: readonly string[], { bytes }: Info): null {
    const from = this.open;
    this.open = from.subarray(bytes - this.since);
    this.since = bytes;
    // The parser takes a quoted cell with a quote in the middle as it is: by then it may have swallowed lines.
    const wrong = cells.some((cell) => cell.startsWith('"')) && quoting(from.subarray(0, from.length - this.open.length), this.delimiter) !== 'right';
    if (wrong) this.out.push({ cells: [], problem: 'quote-misplaced' });
    else if (cells.length > 1 || cells[0]?.trim() !== '') this.out.push({ cells });
    return null;
  }

  /** The first line that is open is a problem, and what follows it is read as if nothing had been before. */
  private giveUpLine(): void {
    const open = this.open;
    this.out.push({ cells: [], problem: problems[quoting(open, this.delimiter)] });
    const from = open.findIndex((byte) => !isLineEnd(byte));
    this.open = Buffer.alloc(0);
    this.since = 0;
    this.parser = this.begun();
    this.leavingOut = true;
    this.give(open.subarray(Math.max(from, 0)));
  }

  private behindLine(bytes: Buffer): Buffer {
    const at = bytes.findIndex(isLineEnd);
    this.leavingOut = at < 0;
    return at < 0 ? Buffer.alloc(0) : bytes.subarray(at);
  }

  private taken(): readonly CsvRecord[] {
    const out = this.out;
    this.out = [];
    return out;
  }

  private begun(): Parser {
    return new Parser({
      delimiter: this.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], info) => this.record(cells, info),
    });
  }
}

const problems = { right: 'row-too-long', misplaced: 'quote-misplaced', open: 'quote-unclosed' } as const;

/** Whether the quotes of a record are where RFC 4180 has them; `open` when the last is never closed. */
function quoting(record: Buffer, delimiter: string): 'right' | 'misplaced' | 'open' {
  const separator = delimiter.charCodeAt(0);
  const ends = (byte: number | undefined) => byte === undefined || byte === separator || isLineEnd(byte);
  for (let at = 0; at < record.length; at++) {
    if (record[at] !== quote) {
      while (!ends(record[at])) at++;
      continue;
    }
    do {
      at = record.indexOf(quote, at + 1) + 1;
      if (at === 0) return 'open';
    } while (record[at] === quote);
    if (!ends(record[at])) return 'misplaced';
  }
  return 'right';
}
