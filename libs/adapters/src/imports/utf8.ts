import { isUtf8 } from 'node:buffer';

/** The bytes up to the last whole sequence, and the beginning of one that the next bytes go on with. */
export function wholeSequences(bytes: Buffer): { readonly whole: Buffer; readonly rest: Buffer } {
  // A sequence has at most four bytes: one that is unfinished begins in the last three.
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 3; at--) {
    if (((bytes[at] as number) & 0xc0) === 0x80) continue;
    if (sequenceAt(bytes, at) === 'unfinished') return { whole: bytes.subarray(0, at), rest: bytes.subarray(at) };
    break;
  }
  return { whole: bytes, rest: bytes.subarray(bytes.length) };
}

/** The bytes with NUL for each that is no UTF-8: no text that Kith takes has a NUL, so that the cell is found again. */
export function invalidAsNul(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const marked = Buffer.from(bytes);
  eachSequence(bytes, (at, length) => {
    if (length === 0) marked[at] = 0;
  });
  return marked;
}

/** How many sequences of several bytes are there, and how many bytes that belong to none. */
export function countSequences(bytes: Buffer): { readonly several: number; readonly invalid: number } {
  let [several, invalid] = [0, 0];
  eachSequence(bytes, (_, length) => {
    if (length === 0) invalid++;
    if (length > 1) several++;
  });
  return { several, invalid };
}

function eachSequence(bytes: Buffer, on: (at: number, length: number) => void): void {
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] as number) < 0x80) {
      at++;
      continue;
    }
    const found = sequenceAt(bytes, at);
    const length = found === 'unfinished' ? 0 : found;
    on(at, length);
    at += length || 1;
  }
}

/** The length of the sequence that begins here (RFC 3629, section 4); 0 when none does. */
function sequenceAt(bytes: Buffer, at: number): number | 'unfinished' {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return 'unfinished';
    const [least, most] = i === 1 ? secondOf(first) : [0x80, 0xbf];
    if (next < least || next > most) return 0;
  }
  return length;
}

/** Where overlong forms, surrogates and what is beyond U+10FFFF are kept out. */
function secondOf(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
