import { randomUUID } from 'node:crypto';
import { mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFiles } from '../data-files';
import { sync, writeNew } from '../durable-file';
import { type CopiedFile, copied, described, forOwnerAlone } from './copied-file';
import { type DataSnapshot, type HeldDatabase, holdStill } from './data-snapshot';
import { type Manifest, vaultPartFolder, writeManifest } from './manifest';
import { PartialFolder } from './partial-folder';

/** What is backed up, and to where. */
export interface BackupOptions {
  /** The data folder; an engine may use it. */
  readonly folder: string;
  /** A folder that does not exist yet. */
  readonly to: string;
  /** Another such folder for the keys, which are apart from the log then; in a folder of `to` when absent. */
  readonly vaultTo?: string | undefined;
  readonly readModels: boolean;
  /** 32 bytes, to lie beside the keys; left out when absent. */
  readonly masterKey?: Uint8Array | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** How far a backup is, in bytes. */
export interface BackupProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

/** A backup that is complete. */
export interface BackupTaken {
  readonly id: string;
  readonly takenAt: string;
  readonly position: string;
  readonly log: string;
  readonly vault: string;
  readonly readModels: boolean;
  readonly masterKey: boolean;
  readonly bytes: number;
}

/** The disk has not the room; nothing was written. */
export class NotEnoughRoom extends Error {
  override readonly name = 'NotEnoughRoom';
  constructor(path: string, needed: number, free: number) {
    super(`there is not enough room in ${path}: ${needed} bytes are needed, and ${free} are free`);
  }
}

/** What a backup would take along: files of the data folder and their bytes. */
export function backupPlan(options: Pick<BackupOptions, 'folder' | 'readModels' | 'now'>): { readonly position: string; readonly files: Sizes } {
  const snapshot = holdStill(options.folder, options);
  try {
    return { position: snapshot.position, files: sizesOf(snapshot) };
  } finally {
    snapshot.close();
  }
}

type Sizes = readonly { readonly name: string; readonly bytes: number }[];

const sizesOf = ({ vault, others, files }: DataSnapshot): Sizes => [...[vault, ...others].map(({ name, snapshot: { bytes } }) => ({ name, bytes })), ...files];

/**
 * Copies log, keys and what goes with them as they are at one moment, while an engine may go on. What is at `to` afterwards is whole and
 * durable, or nothing is. The keys are copied first: while they are held still, no key can be destroyed for good.
 * @throws PlaceTaken, BackupInProgress, NothingToBackUp, NotEnoughRoom, the signal's reason, and what SQLite or the file system says
 */
export async function takeBackup(options: BackupOptions): Promise<BackupTaken> {
  const log = PartialFolder.make(options.to);
  let vault: PartialFolder | undefined;
  try {
    vault = options.vaultTo === undefined ? undefined : PartialFolder.make(options.vaultTo);
    const taken = await new Backup(options, log.path, vault?.path ?? join(log.path, vaultPartFolder)).run();
    // The log's part makes it a backup; keys without it are of no use.
    vault?.complete();
    log.complete();
    return taken;
  } catch (error) {
    vault?.remove();
    log.remove();
    throw error;
  }
}

class Backup {
  private readonly id = randomUUID();
  private done = 0;
  private of = 0;

  constructor(
    private readonly options: BackupOptions,
    private readonly path: string,
    private readonly vaultPath: string,
  ) {}

  async run(): Promise<BackupTaken> {
    const { to, vaultTo = join(to, vaultPartFolder), readModels, masterKey } = this.options;
    const snapshot = holdStill(this.options.folder, this.options);
    try {
      this.assertRoom(snapshot);
      const vault = await this.vaultPart(snapshot);
      const log = await this.logPart(snapshot);
      const { takenAt, position } = snapshot;
      const bytes = [...vault, ...log].reduce((sum, file) => sum + file.bytes, 0);
      return { id: this.id, takenAt, position, log: to, vault: vaultTo, readModels, masterKey: masterKey !== undefined, bytes };
    } finally {
      snapshot.close();
    }
  }

  private assertRoom(snapshot: DataSnapshot): void {
    this.of = sizesOf(snapshot).reduce((sum, { bytes }) => sum + bytes, 0);
    const vault = snapshot.vault.snapshot.bytes;
    const { to, vaultTo } = this.options;
    assertFree(this.path, to, vaultTo === undefined ? this.of : this.of - vault);
    if (vaultTo !== undefined) assertFree(this.vaultPath, vaultTo, vault);
  }

  private async vaultPart(snapshot: DataSnapshot): Promise<readonly CopiedFile[]> {
    mkdirSync(this.vaultPath, { recursive: true, mode: 0o700 });
    const files = [await this.database(snapshot.vault, this.vaultPath)];
    const { masterKey } = this.options;
    if (masterKey) {
      const path = join(this.vaultPath, dataFiles.masterKey);
      writeNew(path, `${Buffer.from(masterKey).toString('base64')}\n`);
      files.push(await described(path, dataFiles.masterKey));
    }
    this.complete(this.vaultPath, 'vault', snapshot, files);
    return files;
  }

  private async logPart(snapshot: DataSnapshot): Promise<readonly CopiedFile[]> {
    const files: CopiedFile[] = [];
    for (const database of snapshot.others) files.push(await this.database(database, this.path));
    for (const { name } of snapshot.files) files.push(...(await this.upload(name)));
    this.complete(this.path, 'log', snapshot, files);
    return files;
  }

  private complete(path: string, part: Manifest['part'], { takenAt, position }: DataSnapshot, files: readonly CopiedFile[]): void {
    const { readModels, masterKey } = this.options;
    writeManifest(path, { part, id: this.id, takenAt, position, readModels, masterKey: masterKey !== undefined, files });
    for (const folder of new Set(files.map(({ name }) => dirname(join(path, name))))) sync(folder, 'folder');
    sync(path, 'folder');
  }

  private async database({ name, snapshot }: HeldDatabase, folder: string): Promise<CopiedFile> {
    const { signal } = this.options;
    const path = placeFor(folder, name);
    const before = this.done;
    await snapshot.copyTo(path, { onProgress: (bytes) => this.tell(name, before + bytes), ...(signal && { signal }) });
    forOwnerAlone(path);
    return described(path, name, signal);
  }

  /** An upload whose import has ended meanwhile is gone, and not needed: the log that is backed up is of a moment before, so its import ends anew. */
  private async upload(name: string): Promise<readonly CopiedFile[]> {
    try {
      const file = await copied(join(this.options.folder, name), placeFor(this.path, name), name, this.options.signal);
      this.tell(name, this.done + file.bytes);
      return [file];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private tell(file: string, done: number): void {
    this.done = done;
    this.options.onProgress?.({ file, done, of: this.of });
  }
}

/** @param path a folder on the disk of the place */
function assertFree(path: string, place: string, needed: number): void {
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize < needed) throw new NotEnoughRoom(dirname(place), needed, bavail * bsize);
}

function placeFor(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}
