import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFiles } from '../data-files';
import { sqliteCode } from '../sqlite-error';

/** Name of the folder of read databases in the data folder. */
export const readModelsFolder = dataFiles.readModels;

const databaseName = /^[0-9a-f-]{36}\.sqlite$/;

/** The folder of read databases: files named at random, one of which the file `current` names. */
export class ReadModelsFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  newName(): string {
    return `${randomUUID()}.sqlite`;
  }

  /** Name of the database that readers should use; undefined before the first. */
  current(): string | undefined {
    try {
      const name = readFileSync(this.file('current'), 'utf8').trim();
      return databaseName.test(name) ? name : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Names another database in one step that survives a power cut: readers find the old name or the new one. */
  offer(name: string): void {
    const next = this.file('current.next');
    const file = openSync(next, 'w', 0o600);
    try {
      writeSync(file, `${name}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, this.file('current'));
    this.sync();
  }

  /** Makes names of files durable; with a file's name, its content too. */
  sync(name?: string): void {
    for (const path of name === undefined ? [this.path] : [this.file(name), this.path]) {
      const file = openSync(path, 'r');
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    }
  }

  /** The database itself goes last: what a crash leaves of it is found by its name. */
  remove(name: string): void {
    for (const suffix of ['-wal', '-shm', '-journal', '']) rmSync(this.file(name + suffix), { force: true });
  }

  /** Names of all databases but one. */
  besides(name: string | undefined): readonly string[] {
    return readdirSync(this.path).filter((one) => databaseName.test(one) && one !== name);
  }

  /** Removes what crashed rebuilds left behind, unless one is at work at the moment. */
  removeStrays(): void {
    const lock = this.lockUnlessRebuilding();
    if (!lock) return;
    try {
      for (const name of this.besides(this.current())) this.remove(name);
    } finally {
      lock.close();
    }
  }

  /** Undefined while a rebuild holds it. It ends with its process, however that ends: SQLite's own, on a database without content. */
  lockUnlessRebuilding(): { close(): void } | undefined {
    const lock = new DatabaseSync(this.file('rebuild.lock'));
    try {
      lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock.close();
      if (isBusy(error)) return undefined;
      throw error;
    }
  }
}

/** SQLITE_BUSY and its extended codes. */
const isBusy = (error: unknown) => ((sqliteCode(error) ?? 0) & 0xff) === 5;
