import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode, sqliteReason } from './sqlite-error';
import { immediate } from './sqlite-transaction';

/** A database of an adapter's own in the data folder, in the layout that this code reads and writes. */
export interface OwnFile {
  readonly name: string;
  /** Kept in `PRAGMA user_version`; 1 is the first. */
  readonly format: number;
  readonly schema: string;
}

/** Primary result codes of SQLite that pass: busy, locked, read-only, input/output, full, cannot open. */
const passing = new Set([5, 6, 8, 10, 13, 14]);

/**
 * Opens the file in the folder, or makes it; durable at each commit.
 * @param busyMs how long a connection waits for another one's write
 * @throws Error when it was written by a later version
 */
export function openOwnFile(folder: string, { name, format, schema }: OwnFile, busyMs: number): DatabaseSync {
  const db = new DatabaseSync(join(folder, name), { timeout: busyMs });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    immediate(db, () => {
      const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
      if (found > format) throw new Error(`${name} was written by a later version (format ${found}; this one knows up to ${format})`);
      if (found === 0) db.exec(`${schema} PRAGMA user_version = ${format};`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs the work; what another try may get past is thrown as `Unavailable`. */
export function whileUsable<T>({ name }: OwnFile, Unavailable: new (message: string, options: ErrorOptions) => Error, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (passing.has((sqliteCode(error) ?? 0) & 0xff)) throw new Unavailable(`${name} cannot be used at the moment: ${sqliteReason(error)}`, { cause: error });
    throw error;
  }
}
