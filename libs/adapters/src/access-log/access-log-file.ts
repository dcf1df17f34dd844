import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AccessLogUnavailable } from '@kith/application';
import { sqliteCode, sqliteReason } from '../sqlite-error';
import { immediate } from '../sqlite-transaction';

/** Name of the file in the data folder. It holds ids of people and of their readers, no personal data; what is lost with it is known nowhere else. */
export const accessLogFile = 'access-log.sqlite';
const format = 1;
/** Primary result codes of SQLite that pass: busy, locked, read-only, input/output, full, cannot open. */
const passing = new Set([5, 6, 8, 10, 13, 14]);

// Ids sort by time, so that each index is also in the order in which entries are listed and forgotten.
const schema = `
  CREATE TABLE access_entry (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX access_entry_key ON access_entry (tenant, key_id, id);
  CREATE INDEX access_entry_kind ON access_entry (tenant, kind, id);
  CREATE INDEX access_entry_key_kind ON access_entry (tenant, key_id, kind, id);
  CREATE TABLE access_subject (
    tenant TEXT NOT NULL,
    end_user_id TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (tenant, end_user_id, id)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Opens the file in the folder, or makes it.
 * @param busyMs how long a connection waits for another one's write
 * @throws Error when it was written by a later version
 */
export function openAccessLogFile(folder: string, busyMs: number): DatabaseSync {
  const db = new DatabaseSync(join(folder, accessLogFile), { timeout: busyMs });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    immediate(db, () => {
      const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
      if (found > format) throw new Error(`${accessLogFile} was written by a later version (format ${found}; this one knows up to ${format})`);
      if (found === 0) db.exec(`${schema} PRAGMA user_version = ${format};`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs the work. @throws AccessLogUnavailable for what another try may get past */
export function whileAvailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (passing.has((sqliteCode(error) ?? 0) & 0xff))
      throw new AccessLogUnavailable(`${accessLogFile} cannot be used at the moment: ${sqliteReason(error)}`, { cause: error });
    throw error;
  }
}
