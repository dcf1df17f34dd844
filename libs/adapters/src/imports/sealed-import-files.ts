import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataKey, ImportFileMissing, ImportFiles, ImportFilesUnavailable } from '@kith/application';
import { inPieces } from './pieces';
import { frameBytes, headerBytes, newHeader, SealedFrames, sealedFrameBytes } from './sealed-frames';

const ending = '.sealed';
/** Of what is being uploaded; found at a start, it is what a crash left. */
const draftEnding = '.upload';
/** As ids are: nothing else becomes the name of a file. */
const idPattern = /^[0-9a-f-]{1,64}$/;

/** Uploads in a folder of this machine, each sealed under its import's key: what lies on the disk tells nobody anything. */
export class SealedImportFiles extends ImportFiles {
  constructor(private readonly folder: string) {
    super();
  }

  /** For the one process that holds the folder, when it starts: removes what was being uploaded when it crashed. */
  static tidy(folder: string): SealedImportFiles {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (name.endsWith(draftEnding)) rmSync(join(folder, name), { force: true });
    return new SealedImportFiles(folder);
  }

  override async store(importId: string, key: DataKey, upload: AsyncIterable<Uint8Array>): Promise<{ readonly bytes: number; readonly sha256: string }> {
    const draft = join(this.folder, `${importId}.${randomBytes(6).toString('hex')}${draftEnding}`);
    const place = this.placeOf(importId);
    try {
      await onDisk(() => mkdir(this.folder, { recursive: true, mode: 0o700 }));
      const file = await onDisk(() => open(draft, 'wx', 0o600));
      let stored: { readonly bytes: number; readonly sha256: string };
      try {
        stored = await seal(file, importId, key, upload);
        await onDisk(() => file.sync());
      } finally {
        await file.close();
      }
      await onDisk(() => rename(draft, place));
      await onDisk(() => flushFolder(this.folder));
      return stored;
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  override read(importId: string, key: DataKey): AsyncIterable<Buffer> {
    return { [Symbol.asyncIterator]: () => this.plain(importId, key) };
  }

  override async remove(importId: string): Promise<void> {
    const place = this.placeOf(importId);
    try {
      await overwriteHeader(place);
      await rm(place);
      await flushFolder(this.folder);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw unavailable(error);
    }
  }

  override async held(): Promise<readonly string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw unavailable(error);
    }
  }

  private async *plain(importId: string, key: DataKey): AsyncGenerator<Buffer> {
    const file = await found(() => open(this.placeOf(importId), 'r'));
    try {
      const frames = new SealedFrames(importId, key, await fill(file, headerBytes));
      let sealed = await fill(file, sealedFrameBytes);
      for (;;) {
        const next = sealed.length < sealedFrameBytes ? undefined : await fill(file, sealedFrameBytes);
        const last = next === undefined || next.length === 0;
        const plain = frames.open(sealed, last);
        if (plain.length > 0) yield plain;
        if (last) return;
        sealed = next;
      }
    } finally {
      await file.close();
    }
  }

  private placeOf(importId: string): string {
    if (!idPattern.test(importId)) throw new Error(`${importId} is no id of an import`);
    return join(this.folder, `${importId}${ending}`);
  }
}

async function seal(file: FileHandle, importId: string, key: DataKey, upload: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  const header = newHeader();
  const frames = new SealedFrames(importId, key, header);
  const digest = createHash('sha256');
  let bytes = 0;
  let held: Buffer | undefined;
  await onDisk(() => writeAll(file, header));
  for await (const piece of inPieces(upload, frameBytes)) {
    const before = held;
    held = piece;
    digest.update(piece);
    bytes += piece.length;
    if (before) await onDisk(() => writeAll(file, frames.seal(before, false)));
  }
  await onDisk(() => writeAll(file, frames.seal(held ?? Buffer.alloc(0), true)));
  return { bytes, sha256: digest.digest('hex') };
}

/** A write can come to less than it was given, and only the next one tells why. */
async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** So many bytes, or all that are left. */
async function fill(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await onDisk(() => file.read(bytes, filled, size - filled));
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** The salt goes first: what the disk keeps of a removed file opens no more, also with the import's key. */
async function overwriteHeader(place: string): Promise<void> {
  const file = await open(place, 'r+');
  try {
    await file.write(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const unavailable = (error: unknown) => new ImportFilesUnavailable(`imported files cannot be kept at the moment: ${codeOf(error) ?? error}`, { cause: error });

/** What fails here is the disk, never the upload. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
}

async function found<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? new ImportFileMissing('the file is not here') : unavailable(error);
  }
}
