/** How far a copy is. */
interface BytesProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

/** `12.3 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const steps = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** steps).toFixed(1)} ${['', 'kB', 'MB', 'GB', 'TB'][steps]}`;
}

/** One line that is written over on a terminal; one every ten seconds elsewhere. */
export function shownBytes(): (progress: BytesProgress) => void {
  const terminal = process.stderr.isTTY;
  let next = terminal ? 0 : Date.now() + 10_000;
  return ({ file, done, of }) => {
    const ended = done >= of;
    if (Date.now() < next && !(ended && terminal)) return;
    next = Date.now() + (terminal ? 200 : 10_000);
    process.stderr.write(`${terminal ? '\r\u001b[K' : ''}${file}: ${sizeOf(done)} of ${sizeOf(of)}${!terminal || ended ? '\n' : ''}`);
  };
}
