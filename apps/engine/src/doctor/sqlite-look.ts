import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** How long another one's write is waited for, in milliseconds. */
const busyMs = 2_000;

/**
 * Reads from a file of a store without leaving a trace: where no write-ahead log is open, SQLite is told that nobody writes, and then makes no
 * files beside it.
 */
export function lookInto<T>(path: string, read: (database: DatabaseSync) => T): T {
  const url = pathToFileURL(path);
  const log = `${path}-wal`;
  if (!existsSync(log) || (statSync(log).size === 0 && !existsSync(`${path}-shm`))) url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true, timeout: busyMs });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** The layout of the file, as its writer left it in `PRAGMA user_version`. */
export const formatOf = (database: DatabaseSync): number => Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
