import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EventStoreUnavailable, type Page, type ReadAll, type StoredEvent, type StoredText } from '@kith/application';
import { sqliteReason } from '../sqlite-error';
import { assertKnown, beforeFirst, beginOf } from './begin';
import { pageLimit } from './page-limit';
import { blockSize, openForReading, streamKey, UnknownEventFileFormat } from './sqlite-file';

/** A page ends early once it holds this many characters of JSON: 500 events may be 250 MiB. */
const maxPageCharacters = 4 * 1024 * 1024;
/** Events per statement; what bounds the memory between two looks at the size of the page. */
const chunk = 128;
/** A filtered page ends early after this many stretches, so that a rare type does not hold the thread for long. */
const maxStretches = 32;

type Row = readonly [position: number, stream: string, revision: number, type: string, data: string, metadata: string];

/** Reads committed events on the calling thread, in pages: an open cursor would keep the write-ahead log from shrinking. */
export class LogReader {
  private readonly database: DatabaseSync;
  private readonly first: StatementSync;
  private readonly last: StatementSync;
  private readonly ofStream: StatementSync;
  private readonly all: StatementSync;
  private readonly ofTypes: StatementSync;
  private readonly nextBlock: StatementSync;
  private readonly beginShared: StatementSync;
  private readonly endShared: StatementSync;
  /** Where positions begin, once the log has an event: that never changes. */
  private origin?: bigint;
  /** A read transaction is open until the end of this turn of the event loop, or until {@link refresh}. */
  private snapshot = false;
  private closed = false;

  /** @throws UnknownEventFileFormat, or EventStoreUnavailable when there is no event file that can be read */
  constructor(folder: string) {
    this.database = opened(folder);
    const columns = 'SELECT position, stream, revision, type, data, metadata FROM event';
    this.first = this.prepare('SELECT metadata FROM event ORDER BY position LIMIT 1');
    this.last = this.prepare('SELECT max(position) FROM event');
    // Where a bare place says how many, SQLite compiles the statement again at each run, which takes longer than to read a stream.
    const atMost = 'LIMIT cast(? AS integer)';
    this.ofStream = this.prepare(`${columns} WHERE stream_key = ? AND revision >= ? ORDER BY revision ${atMost}`);
    this.all = this.prepare(`${columns} WHERE position > ? AND position <= ? ORDER BY position ${atMost}`);
    this.ofTypes = this.prepare(`${columns} WHERE position > ? AND position <= ? AND type IN (SELECT value FROM json_each(?)) ORDER BY position ${atMost}`);
    this.beginShared = this.prepare('BEGIN');
    this.endShared = this.prepare('COMMIT');
    this.nextBlock = this.prepare('SELECT block FROM event_type_block WHERE type = ? AND block >= ? ORDER BY block LIMIT 1');
  }

  /** What is read from here on is what was committed when it is read, not earlier in this turn. */
  refresh(): void {
    if (!this.snapshot) return;
    this.snapshot = false;
    this.endShared.run();
  }

  head(): number {
    this.refresh();
    return this.answer(() => Number(firstOf(this.last.get()) ?? 0));
  }

  /** Positions above 0n and up to here are of the log that this one was copied from. */
  begin(): bigint {
    if (this.origin !== undefined) return this.origin;
    const first = this.answer(() => firstOf(this.first.get()));
    if (first === undefined) return 0n;
    this.origin = beginOf({ metadata: JSON.parse(String(first)) });
    return this.origin;
  }

  /** How many events come after the position; the last and the first position say it, because there are no gaps. @throws PositionUnknown */
  countAfter(after: bigint): number {
    const [head, begin] = [this.head(), this.begin()];
    assertKnown(after, begin);
    return Math.max(0, head - Number(after > 0n ? after : beforeFirst(begin)));
  }

  /** The reads of one turn share a snapshot: taking and giving back SQLite's locks for each would cost as much as the read itself. */
  stream(stream: string, from: number, limit: number): readonly StoredEvent[] {
    return this.answer(() => {
      this.share();
      return rows(this.ofStream.all(streamKey(stream), from, limit)).map((row) => parsed(text(row)));
    });
  }

  private share(): void {
    if (this.snapshot) return;
    this.beginShared.run();
    this.snapshot = true;
    setImmediate(() => {
      if (!this.closed) this.refresh();
    });
  }

  page(options: ReadAll): Page {
    const { events, ...page } = this.texts(options);
    return { ...page, events: events.map(parsed) };
  }

  /** The head is read first: what is committed while the page is being read belongs to the next one, filtered or not. */
  texts({ after, limit, types }: ReadAll): Omit<Page, 'events'> & { readonly events: readonly StoredText[] } {
    pageLimit(limit);
    const head = this.head();
    assertKnown(after, this.begin());
    const events: StoredText[] = [];
    let upTo = Number(after);
    let characters = 0;
    let stretches = 0;
    while (upTo < head && events.length < limit && characters < maxPageCharacters && stretches < maxStretches) {
      const most = Math.min(chunk, limit - events.length);
      const stretch = types ? this.stretchWith(types, upTo, head) : { after: upTo, upTo: head };
      const found = this.answer(() =>
        rows(types ? this.ofTypes.all(stretch.after, stretch.upTo, JSON.stringify(types), most) : this.all.all(stretch.after, stretch.upTo, most)),
      );
      for (const row of found) {
        events.push(text(row));
        characters += row[4].length + row[5].length;
      }
      upTo = found.length < most ? stretch.upTo : (found[most - 1] as Row)[0];
      if (types) stretches += 1;
    }
    return { events, upTo: BigInt(upTo), atHead: upTo >= head };
  }

  close(): void {
    if (this.closed) return;
    this.refresh();
    this.closed = true;
    this.database.close();
  }

  /** The rest of the next block that holds one of the types; what lies before it need not be looked at. Empty, at the head, when none does. */
  private stretchWith(types: readonly string[], after: number, head: number): { after: number; upTo: number } {
    const block = Math.floor((after + 1) / blockSize);
    const blocks = this.answer(() => types.map((type) => Number(firstOf(this.nextBlock.get(type, block)) ?? Number.POSITIVE_INFINITY)));
    const next = Math.min(...blocks);
    if (next * blockSize > head) return { after: head, upTo: head };
    return { after: Math.max(after, next * blockSize - 1), upTo: Math.min(head, (next + 1) * blockSize - 1) };
  }

  private prepare(sql: string): StatementSync {
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  private answer<T>(read: () => T): T {
    if (this.closed) throw new EventStoreUnavailable('the event store is closed');
    try {
      return read();
    } catch (error) {
      this.snapshot = this.database.isTransaction;
      throw new EventStoreUnavailable(`reading failed: ${sqliteReason(error)}`);
    }
  }
}

function opened(folder: string): DatabaseSync {
  try {
    return openForReading(folder);
  } catch (error) {
    if (error instanceof UnknownEventFileFormat) throw error;
    throw new EventStoreUnavailable(`the event file cannot be read: ${sqliteReason(error)}`);
  }
}

/** Statements here return arrays, which the driver's types do not say. */
function rows(found: unknown): readonly Row[] {
  return found as readonly Row[];
}

function firstOf(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined;
}

function text([position, stream, revision, type, data, metadata]: Row): StoredText {
  return { stream, revision, position: BigInt(position), type, data, metadata };
}

function parsed({ stream, revision, position, type, data, metadata }: StoredText): StoredEvent {
  return { stream, revision, position, type, data: JSON.parse(data), metadata: JSON.parse(metadata) };
}
