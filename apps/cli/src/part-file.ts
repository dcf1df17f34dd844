import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** What is whole of a file of lines that broke off. */
export interface WholeLines {
  /** Length of all whole lines, in bytes. */
  readonly bytes: number;
  readonly count: number;
  /** Undefined where there is no whole line. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

const [quote, lineFeed] = [0x22, 0x0a];

/** Looks through a file for its whole lines. @param quoted a line break inside of double quotes ends no line (RFC 4180) */
export async function wholeLines(file: string, quoted: boolean): Promise<WholeLines> {
  let [offset, count, firstEnd, lastBegin, end] = [0, 0, 0, 0, 0];
  let isOpen = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (quoted && byte === quote) isOpen = !isOpen;
      if (byte !== lineFeed || isOpen) continue;
      [lastBegin, end] = [end, offset + at + 1];
      count += 1;
      if (count === 1) firstEnd = end;
    }
    offset += chunk.length;
  }
  if (count === 0) return { bytes: 0, count, first: undefined, last: undefined };
  return { bytes: end, count, first: await textIn(file, 0, firstEnd), last: await textIn(file, lastBegin, end) };
}

async function textIn(file: string, begin: number, end: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - begin), 0, end - begin, begin);
    return buffer.subarray(0, bytesRead).toString();
  } finally {
    await handle.close();
  }
}
