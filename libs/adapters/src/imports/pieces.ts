/** Of so many bytes are the pieces in which files are read. */
export const pieceBytes = 64 * 1024;

/** The same bytes in pieces of one size but for the last, so that nothing depends on how they came. */
export async function* inPieces(file: AsyncIterable<Uint8Array>, size = pieceBytes): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of file)
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - filled);
      piece.set(part, filled);
      [at, filled] = [at + part.length, filled + part.length];
      if (filled < size) continue;
      yield piece;
      piece = Buffer.allocUnsafe(size);
      filled = 0;
    }
  if (filled > 0) yield piece.subarray(0, filled);
}
