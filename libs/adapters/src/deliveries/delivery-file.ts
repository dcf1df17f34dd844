import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeliveriesUnavailable } from '@kith/application';
import { sqliteCode, sqliteReason } from '../sqlite-error';
import { immediate } from '../sqlite-transaction';

/** Name of the file in the data folder. It holds positions and ids, nothing of what was sent; losing it means that every webhook begins again where it was created. */
export const deliveryFile = 'deliveries.sqlite';
const format = 1;
/** Primary result codes of SQLite that pass: busy, locked, read-only, input/output, full, cannot open. */
const passing = new Set([5, 6, 8, 10, 13, 14]);

const schema = `
  CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    reached INTEGER,
    last_success_at INTEGER,
    last_failure_at INTEGER,
    last_failure_status INTEGER,
    last_failure_error TEXT
  ) STRICT;
  CREATE TABLE pending (
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    lane TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    replay INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE dead_letter (
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    lane TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    died_at INTEGER NOT NULL,
    status_code INTEGER,
    error TEXT,
    PRIMARY KEY (webhook_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempt (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    replay INTEGER NOT NULL,
    at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    status_code INTEGER,
    error TEXT,
    outcome TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempt_webhook ON attempt (webhook_id, no);
  CREATE TABLE replay_command (
    webhook_id TEXT NOT NULL,
    command_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    replayed INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, command_id)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Opens the file in the folder, or makes it.
 * @param busyMs how long a connection waits for another one's write
 * @throws Error when it was written by a later version
 */
export function openDeliveryFile(folder: string, busyMs: number): DatabaseSync {
  const db = new DatabaseSync(join(folder, deliveryFile), { timeout: busyMs });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    immediate(db, () => {
      const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
      if (found > format) throw new Error(`${deliveryFile} was written by a later version (format ${found}; this one knows up to ${format})`);
      if (found === 0) db.exec(`${schema} PRAGMA user_version = ${format};`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs the work. @throws DeliveriesUnavailable for what another try may get past */
export function whileAvailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (passing.has((sqliteCode(error) ?? 0) & 0xff))
      throw new DeliveriesUnavailable(`${deliveryFile} cannot be used at the moment: ${sqliteReason(error)}`, { cause: error });
    throw error;
  }
}
