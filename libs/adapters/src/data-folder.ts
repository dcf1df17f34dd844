import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from './sqlite-error';

/** The process that holds a data folder. */
export interface DataFolderHolder {
  readonly pid: number;
  readonly host: string;
  /** RFC 3339 UTC. */
  readonly since: string;
}

/** Another process, or another part of this one, holds the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(
    readonly path: string,
    /** Undefined when the holder has not said yet who it is. */
    readonly holder: DataFolderHolder | undefined,
  ) {
    const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : 'another process';
    super(`the data folder ${path} is in use by ${who}; stop that one first, or choose another folder`);
  }
}

/** Name of the file that stands in a folder from the first byte that a restore writes until it has been verified. */
export const unfinishedRestore = 'restore.unfinished';

/** What lies in the data folder is a part of a backup, or was not verified. */
export class DataFolderUnfinished extends Error {
  override readonly name = 'DataFolderUnfinished';
  constructor(readonly path: string) {
    super(`a restore into the data folder ${path} has not ended: give the same command again, or empty the folder`);
  }
}

/** A database that nobody refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<DatabaseSync>();

/** A folder that this process alone may write to, until it is released or the process ends. */
export class DataFolder {
  private released = false;

  constructor(
    readonly path: string,
    private readonly lock: DatabaseSync,
  ) {}

  /** Lets others have the folder; does nothing when repeated. */
  release(): void {
    if (this.released) return;
    this.released = true;
    rmSync(holderFile(this.path), { force: true });
    held.delete(this.lock);
    this.lock.close();
  }
}

/**
 * Makes the folder when it is missing (for this user only) and takes it for this process.
 * The lock is the operating system's, on an SQLite file, so it ends with the process however that ends. It is not
 * for folders on a network share, where such locks are not to be trusted.
 * @param restoring for a restore itself, which may find what an earlier one left
 * @throws DataFolderInUse when it is taken, saying by whom; DataFolderUnfinished
 */
export function openDataFolder(path: string, { restoring = false } = {}): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(path, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    // SQLITE_BUSY, also with its extensions
    if (((sqliteCode(error) ?? 0) & 0xff) === 5) throw new DataFolderInUse(path, holderOf(path));
    throw error;
  }
  if (!restoring && existsSync(join(path, unfinishedRestore))) {
    lock.close();
    throw new DataFolderUnfinished(path);
  }
  held.add(lock);
  tellHolder(path);
  return new DataFolder(path, lock);
}

/** In a file beside the lock: opening and closing the locked file itself would drop this process's lock (POSIX, fcntl). */
const holderFile = (path: string): string => join(path, 'holder.json');

/** Best effort: on a full disk the lock holds without a name on it. The name of whoever crashed before goes first. */
function tellHolder(path: string): void {
  const holder: DataFolderHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const draft = `${holderFile(path)}.${process.pid}`;
  try {
    rmSync(holderFile(path), { force: true });
    writeFileSync(draft, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
    renameSync(draft, holderFile(path));
  } catch {
    rmSync(draft, { force: true });
  }
}

function holderOf(path: string): DataFolderHolder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(path), 'utf8'));
  } catch {
    return undefined;
  }
}
