import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { overwriteFile } from '../sqlite-overwrite';
import { type MasterKeys, type Rewrapped, type Rotated, rewrapped } from './rewrapped';
import { opensVaultFile, openVaultFile, translated, vaultFile } from './vault-file';
import { wrap } from './wrap';

/** A vault of a data folder, whose master key is to be another one. */
export interface VaultToRotate {
  /** The data folder; no engine may use it meanwhile. */
  readonly folder: string;
  /** 32 bytes each. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** How many keys are wrapped anew, and of how many. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Rows between two turns of the event loop: about 20 ms of work. */
const batch = 2_000;

/**
 * Wraps every key of the vault by another master key, in one transaction: whatever happens, one of the two opens all of it. When this
 * resolves, no file of the vault has bytes that the old one opens. The same call again does what is left to do.
 * @throws KeyVaultUnusable when neither master key is this vault's, or a row does not open; KeyVaultUnavailable; FileInUse when somebody reads
 * it all the time; the signal's reason, and then nothing has changed
 */
export async function rotateVaultFile({ folder, from, to, onProgress, signal }: VaultToRotate): Promise<Rotated> {
  const keys = { from: createSecretKey(from), to: createSecretKey(to) };
  const wasRotated = opensVaultFile(folder, keys.to);
  const count = wasRotated ? counted(folder, keys) : await wrapAnew(folder, keys, onProgress, signal);
  await overwriteFile(join(folder, vaultFile));
  return { ...count, wasRotated };
}

async function wrapAnew(folder: string, keys: MasterKeys, onProgress: VaultToRotate['onProgress'], signal?: AbortSignal): Promise<Rewrapped> {
  const { db, masterKeyId } = openVaultFile(folder, keys.from);
  try {
    db.exec('BEGIN IMMEDIATE');
    const count = countIn(db);
    const id = masterKeyId + 1;
    await rewrapKeys(db, keys, id, (done) => {
      onProgress?.(done, count.keys);
      signal?.throwIfAborted();
    });
    rewrapSecrets(db, keys, id);
    db.prepare('INSERT INTO master_key (id, check_value) VALUES (?, ?)').run(id, wrap(keys.to, 'masterKeyCheck', String(id), new Uint8Array()));
    db.prepare('DELETE FROM master_key WHERE id < ?').run(id);
    translated(() => db.exec('COMMIT'));
    return count;
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
    db.close();
  }
}

async function rewrapKeys(db: DatabaseSync, keys: MasterKeys, masterKeyId: number, onBatch: (done: number) => void): Promise<void> {
  const select = db.prepare(`SELECT no, id, wrapped FROM data_key WHERE no > ? ORDER BY no LIMIT ${batch}`);
  const update = db.prepare('UPDATE data_key SET master_key_id = ?, wrapped = coalesce(?, wrapped) WHERE no = ?');
  let done = 0;
  for (let rows = select.all(0); rows.length > 0; rows = select.all(Number(rows.at(-1)?.no))) {
    translated(() => {
      for (const { no, id, wrapped } of rows) update.run(masterKeyId, rewrapped(keys, 'dataKey', String(id), wrapped as Uint8Array) ?? null, no as number);
    });
    done += rows.length;
    await new Promise((resolve) => setImmediate(resolve));
    onBatch(done);
  }
}

function rewrapSecrets(db: DatabaseSync, keys: MasterKeys, masterKeyId: number): void {
  const update = db.prepare('UPDATE tenant_secret SET master_key_id = ?, wrapped = coalesce(?, wrapped) WHERE tenant = ?');
  for (const { tenant, wrapped } of db.prepare('SELECT tenant, wrapped FROM tenant_secret').all())
    update.run(masterKeyId, rewrapped(keys, 'tenantSecret', String(tenant), wrapped as Uint8Array) ?? null, String(tenant));
}

function counted(folder: string, { to }: MasterKeys): Rewrapped {
  const { db } = openVaultFile(folder, to);
  try {
    return countIn(db);
  } finally {
    db.close();
  }
}

function countIn(db: DatabaseSync): Rewrapped {
  const of = (table: string) => Number(db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count);
  return { keys: of('data_key'), destroyed: of('destroyed_key'), tenantSecrets: of('tenant_secret') };
}
