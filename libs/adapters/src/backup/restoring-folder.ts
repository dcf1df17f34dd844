import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFiles } from '../data-files';
import { type DataFolder, openDataFolder, unfinishedRestore } from '../data-folder';
import { sync, writeNew } from '../durable-file';
import { type BackupSource, copyLivingVault, copyOfPart } from './backup-source';

/** Something lies in the folder that a backup was to be restored into. */
export class DataFolderNotEmpty extends Error {
  override readonly name = 'DataFolderNotEmpty';
  constructor(path: string, names: readonly string[]) {
    super(`${path} is not empty (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}): restore into a folder that is, or does not exist`);
  }
}

/** How far a restore is, in bytes. */
export interface RestoreProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

/** What may be there: the folder's own lock, and a master key that was put there for the backup. */
const own: readonly string[] = ['lock.sqlite', 'lock.sqlite-journal', 'holder.json', unfinishedRestore, dataFiles.masterKey];

/**
 * A data folder that a backup is put into. Until {@link done} no engine starts on it; what a process that died left in it goes when the
 * next one begins.
 */
export class RestoringFolder {
  private masterKeyPlaced = false;

  private constructor(
    readonly path: string,
    private readonly held: DataFolder,
    private readonly source: BackupSource,
  ) {}

  /** @throws DataFolderInUse, DataFolderNotEmpty */
  static begin(path: string, source: BackupSource): RestoringFolder {
    const held = openDataFolder(path, { restoring: true });
    try {
      const folder = new RestoringFolder(path, held, source);
      const there = folder.content();
      if (existsSync(join(path, unfinishedRestore))) folder.clear();
      else if (there.length > 0) throw new DataFolderNotEmpty(path, there);
      else writeNew(join(path, unfinishedRestore), `${JSON.stringify({ from: source.log.folder, of: source.log.manifest.takenAt })}\n`);
      sync(path, 'folder');
      return folder;
    } catch (error) {
      held.release();
      throw error;
    }
  }

  /** Copies a master key from a file that somebody keeps it in, unless one is in the folder. @throws ENOENT */
  placeMasterKey(from: string): void {
    const path = join(this.path, dataFiles.masterKey);
    if (existsSync(path)) return;
    this.masterKeyPlaced = true;
    writeNew(path, readFileSync(from, 'utf8'));
  }

  /** Copies the vault. A master key is taken from it only where none is in the folder. */
  async placeVault(withMasterKey: boolean, signal?: AbortSignal): Promise<void> {
    const { vault } = this.source;
    if (!vault.manifest) return copyLivingVault(vault, join(this.path, dataFiles.keys), signal);
    for (const file of vault.manifest.files) {
      const isMasterKey = file.name === dataFiles.masterKey;
      if (isMasterKey && (!withMasterKey || existsSync(join(this.path, file.name)))) continue;
      this.masterKeyPlaced ||= isMasterKey;
      await copyOfPart({ ...vault, manifest: vault.manifest }, file, this.placeFor(file.name), signal);
    }
  }

  /** Copies the log and what goes with it. */
  async placeLog(onProgress?: (progress: RestoreProgress) => void, signal?: AbortSignal): Promise<void> {
    const { log } = this.source;
    const { files } = log.manifest;
    const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of files) {
      onProgress?.({ file: file.name, done, of });
      await copyOfPart(log, file, this.placeFor(file.name), signal);
      done += file.bytes;
      const readModel = new RegExp(`^${dataFiles.readModels}/(.+\\.sqlite)$`).exec(file.name)?.[1];
      if (readModel !== undefined) writeNew(this.placeFor(`${dataFiles.readModels}/current`), `${readModel}\n`);
      onProgress?.({ file: file.name, done, of });
    }
    for (const folder of new Set(files.map(({ name }) => dirname(join(this.path, name))))) sync(folder, 'folder');
    sync(this.path, 'folder');
  }

  /** Lets engines start on it. To be called when nothing in it is open. */
  done(): void {
    sync(this.path, 'folder');
    rmSync(join(this.path, unfinishedRestore));
    sync(this.path, 'folder');
    this.held.release();
  }

  /** Leaves nothing of it but the folder. To be called when nothing in it is open. */
  abandon(): void {
    this.clear();
    if (this.masterKeyPlaced) rmSync(join(this.path, dataFiles.masterKey), { force: true });
    rmSync(join(this.path, unfinishedRestore), { force: true });
    this.held.release();
  }

  private clear(): void {
    for (const name of this.content()) rmSync(join(this.path, name), { recursive: true, force: true });
  }

  private content(): readonly string[] {
    return readdirSync(this.path).filter((name) => !own.includes(name));
  }

  private placeFor(name: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return path;
  }
}
