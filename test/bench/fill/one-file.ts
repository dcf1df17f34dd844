import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Path of the read database that a data folder offers. */
export function readDatabaseFile(folder: string): string {
  return join(folder, 'read-models', readFileSync(join(folder, 'read-models', 'current'), 'utf8').trim());
}

/**
 * What a data folder holds, in one file as a hand-written program would have it: the read models' tables and indexes as
 * they are, each end user's row with the id of its key, and beside them the events and the wrapped keys with one index each.
 */
export function asOneFile(folder: string, target: string): void {
  closed(readDatabaseFile(folder));
  copyFileSync(readDatabaseFile(folder), target);
  const db = new DatabaseSync(target);
  try {
    db.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      ATTACH '${join(folder, 'events.sqlite')}' AS log;
      ATTACH '${join(folder, 'keys.sqlite')}' AS vault;
      CREATE TABLE event (position INTEGER PRIMARY KEY, stream_key BLOB NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL,
        stream TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
      INSERT INTO event SELECT position, stream_key, revision, type, stream, data, metadata FROM log.event;
      CREATE UNIQUE INDEX event_stream ON event (stream_key, revision);
      CREATE TABLE data_key (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO data_key SELECT id, wrapped FROM vault.data_key;
      ALTER TABLE end_user ADD COLUMN key_id TEXT;
      CREATE TEMP TABLE key_of AS SELECT substr(stream, instr(stream, '.') + 1) AS id, json_extract(data, '$.personal.k') AS key_id
        FROM log.event WHERE type = 'EndUserCreated';
      CREATE UNIQUE INDEX temp.key_of_id ON key_of (id);
      UPDATE end_user SET key_id = (SELECT key_id FROM key_of WHERE key_of.id = end_user.id);
      DETACH log; DETACH vault;
    `);
  } finally {
    db.close();
  }
}

/** Moves what is still in the write-ahead log into the file itself, so that a copy of the file is whole. */
function closed(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}
