import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Session } from './session';

/** The lines of a file, or with `-` of stdin, without those that are empty. */
export async function* inputLines(session: Session, file: string): AsyncGenerator<string, void, undefined> {
  const input = file === '-' ? session.terminal.streams.in : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal: session.signal })) if (line.trim() !== '') yield line;
  session.signal.throwIfAborted();
}
