import { createHash, type Hash } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** A file of a backup. */
export interface CopiedFile {
  /** Path within its part, with slashes. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const chunkBytes = 1 << 20;

/** What a file holds. @throws the signal's reason, ENOENT */
export async function described(path: string, name: string, signal?: AbortSignal): Promise<CopiedFile> {
  return through(path, name, signal);
}

/** Copies a file that nobody writes, for its owner alone; durable when it resolves. @throws EEXIST, the signal's reason, ENOENT */
export async function copied(path: string, to: string, name: string, signal?: AbortSignal): Promise<CopiedFile> {
  const target = openSync(to, 'wx', 0o600);
  try {
    const file = await through(path, name, signal, target);
    fsyncSync(target);
    return file;
  } finally {
    closeSync(target);
  }
}

/** For its owner alone, whatever SQLite made it with. */
export const forOwnerAlone = (path: string): void => chmodSync(path, 0o600);

async function through(path: string, name: string, signal?: AbortSignal, target?: number): Promise<CopiedFile> {
  const [chunk, hash, source] = [Buffer.allocUnsafe(chunkBytes), createHash('sha256'), openSync(path, 'r')];
  try {
    let bytes = 0;
    for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk)) {
      signal?.throwIfAborted();
      taken(chunk.subarray(0, read), hash, target);
      bytes += read;
      await new Promise((resolve) => setImmediate(resolve)); // signals want their turn
    }
    return { name, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(source);
  }
}

function taken(bytes: Buffer, hash: Hash, target: number | undefined): void {
  hash.update(bytes);
  if (target === undefined) return;
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
}
