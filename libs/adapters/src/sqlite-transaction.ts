import type { DatabaseSync } from 'node:sqlite';

/** Runs the work in one transaction that has the write lock from the start: durable when it returns, nothing stored when it throws. */
export function immediate<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has done it already when the disk is full.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
