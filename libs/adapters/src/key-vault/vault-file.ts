import type { KeyObject } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { KeyVaultUnavailable } from '@kith/application';
import { dataFiles } from '../data-files';
import { immediate } from '../sqlite-transaction';
import { KeyVaultUnusable } from './unusable';
import { unwrap, wrap } from './wrap';

/** Name of the vault's file in the data folder. */
export const vaultFile = dataFiles.keys;

const format = 1;
/** How long a connection waits for another one's transaction, in milliseconds; those of the vault take a few. */
const busyTimeout = 1000;

/**
 * Rows of data_key are only ever appended and overwritten in place by bytes of the same length: the B-tree then never moves a row,
 * so no stale copy of a destroyed key stays behind in a page. That is why tombstones have a table of their own.
 */
const schema = `
  CREATE TABLE master_key (id INTEGER PRIMARY KEY, check_value BLOB NOT NULL) STRICT;
  CREATE TABLE data_key (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, master_key_id INTEGER NOT NULL, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE destroyed_key (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, destroyed_at TEXT NOT NULL) STRICT;
  CREATE TABLE tenant_secret (tenant TEXT PRIMARY KEY, master_key_id INTEGER NOT NULL, wrapped BLOB NOT NULL) STRICT;
`;

/** An open vault file, its master key known to be the right one. */
export interface VaultFile {
  readonly db: DatabaseSync;
  readonly masterKey: KeyObject;
  /** The master key's row: what is wrapped says by which key. */
  readonly masterKeyId: number;
}

/**
 * Opens the vault in the folder, or makes it.
 * @throws KeyVaultUnusable when the master key is another, or the file is damaged or of a later format
 * @throws KeyVaultUnavailable when it cannot be opened at the moment
 */
export function openVaultFile(folder: string, masterKey: KeyObject): VaultFile {
  return translated(() => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, vaultFile);
    closeSync(openSync(path, 'a', 0o600)); // before SQLite does, which would let everybody read it
    const db = new DatabaseSync(path, { timeout: busyTimeout });
    try {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      return { db, masterKey, masterKeyId: immediate(db, () => checkedMasterKey(db, masterKey)) };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Whether this master key opens the vault in the folder, which is only looked at. @throws KeyVaultUnavailable, KeyVaultUnusable when it is damaged */
export function opensVaultFile(folder: string, masterKey: KeyObject): boolean {
  return translated(() => {
    const db = new DatabaseSync(join(folder, vaultFile), { readOnly: true, timeout: busyTimeout });
    try {
      return hasMasterKey(db, masterKey);
    } finally {
      db.close();
    }
  });
}

/** Ids of the keys that are destroyed in the vault of a folder, which is only looked at. No master key is needed. @throws KeyVaultUnavailable, KeyVaultUnusable */
export function destroyedKeysIn(folder: string): ReadonlySet<string> {
  return translated(() => {
    const db = new DatabaseSync(join(folder, vaultFile), { readOnly: true, timeout: busyTimeout });
    try {
      return new Set(
        db
          .prepare('SELECT id FROM destroyed_key')
          .all()
          .map(({ id }) => String(id)),
      );
    } finally {
      db.close();
    }
  });
}

/** Whether this master key opens the vault in an open file. @throws KeyVaultUnusable when it has lost its record */
export function hasMasterKey(db: DatabaseSync, masterKey: KeyObject): boolean {
  const row = newestMasterKey(db);
  return unwrap(masterKey, 'masterKeyCheck', String(row.id), row.check_value as Uint8Array) !== undefined;
}

function newestMasterKey(db: DatabaseSync): Record<string, SQLOutputValue> {
  const row = db.prepare('SELECT id, check_value FROM master_key ORDER BY id DESC LIMIT 1').get();
  if (!row) throw new KeyVaultUnusable('damaged', `${vaultFile} has lost the record of its master key: restore it from a backup`);
  return row;
}

function checkedMasterKey(db: DatabaseSync, masterKey: KeyObject): number {
  const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (found > format) {
    throw new KeyVaultUnusable('newer-format', `${vaultFile} was written by a later version (format ${found}; this one knows up to ${format})`);
  }
  if (found === 0) {
    db.exec(`${schema} PRAGMA user_version = ${format};`);
    db.prepare('INSERT INTO master_key (id, check_value) VALUES (1, ?)').run(wrap(masterKey, 'masterKeyCheck', '1', new Uint8Array()));
  }
  if (!hasMasterKey(db, masterKey)) throw new KeyVaultUnusable('wrong-master-key', `the master key is not the one that ${vaultFile} was made with`);
  return Number(newestMasterKey(db).id);
}

/** Primary result codes (sqlite.org/rescode.html) that a later try may not meet: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN. */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 13, 14]);
/** CORRUPT, NOTADB. */
const damage: ReadonlySet<number> = new Set([11, 26]);
const passingFileErrors: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE']);

/** Runs the work; what the database or the file system throws becomes one of the vault's own errors. */
export function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { errcode = 0, code = '', message } = error as { errcode?: number; code?: string; message?: string };
    const primary = errcode & 0xff;
    if (passing.has(primary) || passingFileErrors.has(code)) {
      throw new KeyVaultUnavailable(`the key vault cannot be used at the moment: ${message}`, { cause: error });
    }
    if (damage.has(primary)) {
      throw new KeyVaultUnusable('damaged', `${vaultFile} is damaged (${message}): restore it from a backup`, { cause: error });
    }
    throw error;
  }
}
