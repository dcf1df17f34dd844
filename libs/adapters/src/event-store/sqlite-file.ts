import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFiles } from '../data-files';

/** The layout that this code reads and writes, kept in `PRAGMA user_version`. */
export const eventFileFormat = 1;

/** How many positions one row of `event_type_block` stands for. */
export const blockSize = 1024;

/** The event file was written by a newer version, whose layout this one does not know; nothing was touched. */
export class UnknownEventFileFormat extends Error {
  override readonly name = 'UnknownEventFileFormat';
  constructor(readonly format: number) {
    super(`the event file has format ${format}; this version knows formats up to ${eventFileFormat}: start the version that wrote it, or a newer one`);
  }
}

/*
 * The index holds a digest of the stream name: names are some ninety characters and arrive in random order, so an index
 * over the names themselves has four times the pages, and each append dirties a random one of them.
 * `event_type_block` says which stretches of the log hold a type: a filtered read skips the rest, and a row is written
 * only when a type first occurs in a stretch. See docs/adr/0003-embedded-event-store.md for what was measured.
 */
const schema = `
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream_key BLOB NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    stream TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX event_stream ON event (stream_key, revision);
  CREATE TABLE event_type_block (type TEXT NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (type, block)) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${eventFileFormat};
`;

/** The event file in a data folder. */
export const eventFile = (folder: string): string => join(folder, dataFiles.events);

/** What the index knows a stream by: 128 bits of SHA-256, so that two names never share one. */
export const streamKey = (stream: string): Uint8Array => hash('sha256', stream, 'buffer').subarray(0, 16);

/**
 * Makes the event file if it is missing, and checks that it can be used.
 * @throws UnknownEventFileFormat when a newer version wrote it
 */
export function prepareEventFile(folder: string): void {
  const database = new DatabaseSync(eventFile(folder));
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    assertFormat(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    if (formatOf(database) === 0) database.exec(schema);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** A connection for the one writer. */
export function openForWriting(folder: string): DatabaseSync {
  const database = new DatabaseSync(eventFile(folder));
  database.exec(`
    PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 20000; PRAGMA journal_size_limit = 100000000; PRAGMA cache_size = -16000
  `);
  return database;
}

/** A connection that sees committed events and can change nothing. */
export function openForReading(folder: string): DatabaseSync {
  const database = new DatabaseSync(eventFile(folder), { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32000');
    assertFormat(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertFormat(database: DatabaseSync): void {
  const format = formatOf(database);
  if (format > eventFileFormat) throw new UnknownEventFileFormat(format);
}

function formatOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
}
