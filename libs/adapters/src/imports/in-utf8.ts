import type { ImportEncoding } from '@kith/domain';
import { inPieces } from './pieces';
import { invalidAsNul, wholeSequences } from './utf8';

/** The next part of a file in UTF-8, and how much of the file was read for it. What could not be read as text is NUL. */
export interface Utf8Part {
  readonly bytes: Buffer;
  readonly read: number;
}

/** A file in UTF-8 and without a byte order mark, whatever it was written in. */
export async function* inUtf8(file: AsyncIterable<Uint8Array>, encoding: ImportEncoding): AsyncGenerator<Utf8Part> {
  const turn = turning(encoding);
  let read = 0;
  let begun = false;
  const unmarked = (bytes: Buffer) => (begun || bytes.length === 0 ? bytes : bytes.subarray(markLength(bytes)));
  for await (const piece of inPieces(file)) {
    read += piece.length;
    const bytes = unmarked(turn.more(piece));
    begun ||= bytes.length > 0;
    if (bytes.length > 0) yield { bytes, read };
  }
  const bytes = unmarked(turn.end());
  if (bytes.length > 0) yield { bytes, read };
}

const markLength = (bytes: Buffer): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

interface Turning {
  more(piece: Buffer): Buffer;
  end(): Buffer;
}

function turning(encoding: ImportEncoding): Turning {
  if (encoding === 'utf-8') return asItIs();
  if (encoding === 'windows-1252') return singleBytes();
  return sixteenBits(encoding === 'utf-16be');
}

function asItIs(): Turning {
  let rest: Buffer = Buffer.alloc(0);
  return {
    more(piece) {
      const parts = wholeSequences(rest.length > 0 ? Buffer.concat([rest, piece]) : piece);
      rest = Buffer.from(parts.rest);
      return invalidAsNul(parts.whole);
    },
    end: () => Buffer.alloc(rest.length),
  };
}

function singleBytes(): Turning {
  const decoder = new TextDecoder('windows-1252');
  return { more: (piece) => Buffer.from(decoder.decode(piece)), end: () => Buffer.alloc(0) };
}

function sixteenBits(swapped: boolean): Turning {
  let rest: Buffer = Buffer.alloc(0);
  const text = (bytes: Buffer) => {
    const decoded = bytes.toString('utf16le');
    return Buffer.from(decoded.isWellFormed() ? decoded : decoded.replace(/\p{Surrogate}/gu, '\0'));
  };
  return {
    more(piece) {
      const bytes = Buffer.concat([rest, piece]);
      const even = bytes.length - (bytes.length % 2);
      // The second half of a pair may stand in the next piece.
      const high = even > 0 && ((bytes[even - (swapped ? 2 : 1)] as number) & 0xfc) === 0xd8;
      const end = high ? even - 2 : even;
      rest = Buffer.from(bytes.subarray(end));
      const whole = bytes.subarray(0, end);
      return text(swapped ? whole.swap16() : whole);
    },
    end: () => Buffer.alloc(rest.length > 0 ? 1 : 0),
  };
}
