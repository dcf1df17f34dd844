import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { HttpProblem } from '../problems';

/** The longest line of a stream, in bytes without its end: as long as a body may be. */
export const maxLineBytes = 1024 * 1024;

/** A line of NDJSON: its bytes, or why there are none. */
export type Line = Buffer | 'too-long';

const newline = 0x0a;
const blank = /^[ \t\r]*$/;

/** Room for a line that comes in parts, in bytes; it grows with the line, and goes back to this after it. */
const usualRoom = 4096;

/** Cuts bytes into lines, of which it never holds more than one that is not complete. Lines that are blank are left out. */
export class LineCutter {
  /** The line that has begun, copied: parts of a byte each would otherwise take a hundred times what they hold. */
  private held = Buffer.allocUnsafe(usualRoom);
  private length = 0;

  /** The lines that end within these bytes. Lazy: whoever stops fetching stops the cutting. */
  *cut(bytes: Buffer): Generator<Line, void, undefined> {
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      const line = this.ended(bytes.subarray(from, at));
      from = at + 1;
      if (line) yield line;
    }
    this.keep(bytes.subarray(from));
  }

  /** What was begun and has no end of line, when no more bytes come. */
  *rest(): Generator<Line, void, undefined> {
    const line = this.ended(Buffer.alloc(0));
    if (line) yield line;
  }

  private keep(part: Buffer): void {
    const length = this.length + part.length;
    if (length <= maxLineBytes) {
      if (length > this.held.length) this.held = Buffer.concat([this.held.subarray(0, this.length)], Math.min(length * 2, maxLineBytes));
      part.copy(this.held, this.length);
    }
    // Of a line that is too long, nothing is kept but that it is.
    this.length = Math.min(length, maxLineBytes + 1);
  }

  private ended(last: Buffer): Line | undefined {
    if (this.length === 0) return last.length > maxLineBytes ? 'too-long' : isBlank(last) ? undefined : last;
    this.keep(last);
    const { held, length } = this;
    this.length = 0;
    if (held.length > usualRoom) this.held = Buffer.allocUnsafe(usualRoom);
    if (length > maxLineBytes) return 'too-long';
    const line = Buffer.from(held.subarray(0, length));
    return isBlank(line) ? undefined : line;
  }
}

/** Carriage returns before the end of a line are white space to JSON, so only blank lines must know of them. */
const isBlank = (line: Buffer): boolean => line.length === 0 || ((line[0] as number) <= 0x20 && blank.test(line.toString('latin1')));

/**
 * The lines of an input, those of what has arrived together at a time. The input is read only while lines are fetched.
 * A last line needs no end; that of an input which broke off is none.
 * @throws InputBroken when the sender goes away before the end
 */
export async function* linesOf(input: Readable): AsyncGenerator<Iterable<Line>, void, undefined> {
  const cutter = new LineCutter();
  let wake: (() => void) | undefined;
  let brokeOff = false;
  const onChange = () => wake?.();
  const onClose = () => {
    brokeOff = !input.readableEnded;
    onChange();
  };
  input.on('readable', onChange).on('end', onChange).on('error', onClose).on('close', onClose);
  try {
    for (;;) {
      const bytes = input.read() as Buffer | null;
      if (bytes !== null) yield cutter.cut(bytes);
      else if (input.readableEnded) break;
      else if (brokeOff || input.destroyed) throw new InputBroken('the sender went away');
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    yield cutter.rest();
  } finally {
    input.off('readable', onChange).off('end', onChange).off('error', onClose).off('close', onClose);
    // A stream that breaks once nobody reads it any more must not be an error that nobody expects.
    input.on('error', () => undefined);
  }
}

/** The sender of a stream went away before its end. */
export class InputBroken extends Error {
  override readonly name = 'InputBroken';
}

/** The value of a line. @throws HttpProblem for a line that is no JSON (RFC 8259) */
export function parsedLine(line: Line): unknown {
  if (line === 'too-long') throw new HttpProblem('line-too-long', `A line has at most ${maxLineBytes} bytes.`);
  if (!isUtf8(line)) throw new HttpProblem('request-malformed', 'The line is not valid UTF-8.');
  try {
    return JSON.parse(line.toString('utf8')) as unknown;
  } catch {
    throw new HttpProblem('request-malformed', 'The line is not valid JSON.');
  }
}
