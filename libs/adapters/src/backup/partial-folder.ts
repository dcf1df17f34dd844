import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sync } from '../durable-file';
import { sqliteCode } from '../sqlite-error';

/** Somebody else writes a backup to the same place. */
export class BackupInProgress extends Error {
  override readonly name = 'BackupInProgress';
  constructor(path: string) {
    super(`another backup is being written to ${path}`);
  }
}

/** There is something where the backup should go. */
export class PlaceTaken extends Error {
  override readonly name = 'PlaceTaken';
  constructor(path: string) {
    super(`there is something at ${path} already: name a place that does not exist yet`);
  }
}

const lockFile = 'lock.sqlite';

/** A folder that is being written, under another name than it will have. A process that dies leaves it under that name, for the next one to remove. */
export class PartialFolder {
  private isComplete = false;

  private constructor(
    private readonly target: string,
    /** Where to write. */
    readonly path: string,
    private readonly lock: DatabaseSync,
  ) {}

  /** @throws PlaceTaken, BackupInProgress */
  static make(target: string): PartialFolder {
    if (existsSync(target)) throw new PlaceTaken(target);
    const path = `${target}.partial`;
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const left = locked(path, target);
    // What a process that died left goes with its folder: it is made anew while nobody else has it.
    rmSync(path, { recursive: true, force: true });
    left.close();
    mkdirSync(path, { mode: 0o700 });
    return new PartialFolder(target, path, locked(path, target));
  }

  /** Gives the folder its name, all of it durable. @throws PlaceTaken */
  complete(): void {
    if (existsSync(this.target)) throw new PlaceTaken(this.target);
    for (const name of [lockFile, `${lockFile}-journal`]) rmSync(join(this.path, name), { force: true });
    sync(this.path, 'folder');
    renameSync(this.path, this.target);
    this.isComplete = true;
    sync(dirname(this.target), 'folder');
    this.lock.close();
  }

  /** Leaves nothing of it, complete or not. */
  remove(): void {
    rmSync(this.isComplete ? this.target : this.path, { recursive: true, force: true });
    if (this.lock.isOpen) this.lock.close();
  }
}

function locked(path: string, target: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, lockFile));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (((sqliteCode(error) ?? 0) & 0xff) === 5) throw new BackupInProgress(target);
    throw error;
  }
}
