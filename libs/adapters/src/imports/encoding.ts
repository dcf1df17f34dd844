import { isAscii } from 'node:buffer';
import { ImportFileUnreadable } from '@kith/application';
import type { ImportEncoding } from '@kith/domain';
import { inPieces } from './pieces';
import { countSequences, wholeSequences } from './utf8';

const bom = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** How files begin that hold others (PKWARE APPNOTE, RFC 1952, and so on): a spreadsheet is a ZIP. */
const compressed: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf],
];

/**
 * How the file writes text, unless that is said. UTF-16 is known by its mark or by where its NULs are. The whole file decides between UTF-8 and
 * Windows-1252, for a file can be ASCII for a long while: it is Windows-1252 when more bytes are no UTF-8 than there are characters that only
 * UTF-8 writes so; otherwise it is UTF-8 with a few cells that cannot be read.
 * @throws ImportFileUnreadable `empty`, `compressed`, `binary`
 */
export async function encodingOf(file: AsyncIterable<Uint8Array>, said?: ImportEncoding): Promise<ImportEncoding> {
  let [first, rest, several, invalid] = [true, Buffer.alloc(0), 0, 0];
  let blank = true;
  for await (const piece of inPieces(file)) {
    if (first) {
      refuseOthers(piece);
      const found = said ?? sixteenBits(piece);
      if (found === undefined && piece.includes(0)) throw new ImportFileUnreadable('binary', 'The file is no text: it has NUL bytes.');
      if (found !== undefined) return isBlank(piece) ? nothing() : found;
      first = false;
    }
    blank &&= isBlank(piece);
    const parts = wholeSequences(rest.length > 0 ? Buffer.concat([rest, piece]) : piece);
    rest = Buffer.from(parts.rest);
    if (isAscii(parts.whole)) continue;
    const counted = countSequences(parts.whole);
    [several, invalid] = [several + counted.several, invalid + counted.invalid];
  }
  if (blank) return nothing();
  return invalid + rest.length > several ? 'windows-1252' : 'utf-8';
}

function nothing(): never {
  throw new ImportFileUnreadable('empty', 'There is nothing in the file.');
}

function refuseOthers(beginning: Buffer): void {
  if (compressed.some((mark) => bom(beginning, ...mark)))
    throw new ImportFileUnreadable('compressed', 'The file is compressed or a spreadsheet: unpack it, or save it as CSV.');
}

function sixteenBits(beginning: Buffer): ImportEncoding | undefined {
  if (bom(beginning, 0xef, 0xbb, 0xbf)) return undefined;
  if (bom(beginning, 0xff, 0xfe)) return 'utf-16le';
  if (bom(beginning, 0xfe, 0xff)) return 'utf-16be';
  let [even, odd] = [0, 0];
  for (let at = beginning.indexOf(0); at >= 0; at = beginning.indexOf(0, at + 1)) at % 2 === 0 ? even++ : odd++;
  // Names of columns, delimiters and line ends are ASCII in every language.
  const enough = Math.max(4, beginning.length / 32);
  if (odd >= enough && odd > 8 * even) return 'utf-16le';
  return even >= enough && even > 8 * odd ? 'utf-16be' : undefined;
}

/** Spaces, line ends and the halves of such in 16 bits, behind a byte order mark or none. */
function isBlank(bytes: Buffer): boolean {
  const from = bom(bytes, 0xef, 0xbb, 0xbf) ? 3 : bom(bytes, 0xff, 0xfe) || bom(bytes, 0xfe, 0xff) ? 2 : 0;
  return bytes.subarray(from).every((byte) => byte <= 0x20);
}
