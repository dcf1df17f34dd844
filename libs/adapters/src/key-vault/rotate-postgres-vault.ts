import { createSecretKey } from 'node:crypto';
import { KeyVaultUnavailable } from '@kith/application';
import type { PoolClient, QueryConfig } from 'pg';
import { inTransaction, type PostgresOptions } from '../postgres';
import { openVault, translated, type Vault } from './postgres-vault';
import { type MasterKeys, type Rewrapped, type Rotated, rewrapped } from './rewrapped';
import type { VaultToRotate } from './rotate-vault-file';
import { KeyVaultUnusable } from './unusable';
import { wrap } from './wrap';

/** A vault in PostgreSQL, whose master key is to be another one. */
export interface PostgresVaultToRotate extends Omit<VaultToRotate, 'folder'> {
  readonly at: PostgresOptions;
}

/** Rows of one statement. */
const batch = 2_000;
/** How long a table may take to be written anew, or checked, in milliseconds. */
const tableMs = 30 * 60_000;
const tables = ['data_key', 'tenant_secret', 'master_key'] as const;
/** Whoever still has the old master key can write nothing that nobody opens any more. */
const wrappedTables = ['data_key', 'tenant_secret'] as const;

/**
 * Wraps every key by another master key, in one transaction, then has the tables written anew so that their files hold nothing that the old
 * one opens. PostgreSQL's own log, its archives, standbys and backups hold it for as long as they are kept. The same call again does what is left to do.
 * @throws KeyVaultUnavailable while an engine is connected; KeyVaultUnusable when neither master key is this vault's, or a row does not open;
 * the signal's reason, and then nothing has changed
 */
export async function rotatePostgresVault({ at, from, to, onProgress, signal }: PostgresVaultToRotate): Promise<Rotated> {
  const keys = { from: createSecretKey(from), to: createSecretKey(to) };
  const { vault, wasRotated } = await opened(at, keys);
  try {
    return await translated(async () => {
      await assertAlone(vault);
      const count = await counted(vault);
      if (!wasRotated)
        await inTransaction(vault.place.pool, (client) =>
          new Rewrapping(client, keys, vault.masterKeyId + 1).run((done) => {
            onProgress?.(done, count.keys);
            signal?.throwIfAborted();
          }),
        );
      for (const table of tables) await vault.place.pool.query(slow(`VACUUM (FULL) kith_keys.${table}`));
      return { ...count, wasRotated };
    });
  } finally {
    await vault.place.close();
  }
}

async function opened(at: PostgresOptions, { from, to }: MasterKeys): Promise<{ vault: Vault; wasRotated: boolean }> {
  try {
    return { vault: await openVault(at, from), wasRotated: from.equals(to) };
  } catch (error) {
    if (!(error instanceof KeyVaultUnusable) || error.reason !== 'wrong-master-key') throw error;
    return { vault: await openVault(at, to), wasRotated: true };
  }
}

/** A query that reads or writes a whole table. The driver's types do not know the time that it may take. */
const slow = (text: string): QueryConfig & { readonly query_timeout: number } => ({ text, query_timeout: tableMs });

/** Engines are told by how they name their connections. @throws KeyVaultUnavailable */
async function assertAlone({ place }: Vault): Promise<void> {
  const { rows } = await place.pool.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_catalog.pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'kith %' LIMIT 1`,
  );
  if (rows[0]) throw new KeyVaultUnavailable(`an engine uses the key vault (${rows[0].name}): stop every engine first`);
}

async function counted({ place }: Vault): Promise<Rewrapped> {
  const text = `
    SELECT (SELECT count(*) FROM kith_keys.data_key) AS keys, (SELECT count(*) FROM kith_keys.destroyed_key) AS destroyed,
           (SELECT count(*) FROM kith_keys.tenant_secret) AS secrets`;
  const { rows } = await place.pool.query<{ keys: number; destroyed: number; secrets: number }>(slow(text));
  const { keys = 0, destroyed = 0, secrets = 0 } = rows[0] ?? {};
  return { keys, destroyed, tenantSecrets: secrets };
}

class Rewrapping {
  constructor(
    private readonly client: PoolClient,
    private readonly keys: MasterKeys,
    private readonly masterKeyId: number,
  ) {}

  async run(onBatch: (done: number) => void): Promise<void> {
    await this.client.query(`LOCK TABLE ${tables.map((name) => `kith_keys.${name}`).join(', ')} IN ACCESS EXCLUSIVE MODE`);
    for (const table of wrappedTables) await this.client.query(`ALTER TABLE kith_keys.${table} DROP CONSTRAINT IF EXISTS wrapped_by_newest`);
    await this.rewrapKeys(onBatch);
    await this.rewrapSecrets();
    const check = wrap(this.keys.to, 'masterKeyCheck', String(this.masterKeyId), new Uint8Array());
    await this.client.query('INSERT INTO kith_keys.master_key (id, check_value) VALUES ($1, $2)', [this.masterKeyId, check]);
    await this.client.query('DELETE FROM kith_keys.master_key WHERE id < $1', [this.masterKeyId]);
    for (const table of wrappedTables) {
      const text = `ALTER TABLE kith_keys.${table} ADD CONSTRAINT wrapped_by_newest CHECK (master_key_id = ${this.masterKeyId})`;
      await this.client.query(slow(text));
    }
  }

  private async rewrapKeys(onBatch: (done: number) => void): Promise<void> {
    const select = `SELECT id::text AS id, wrapped FROM kith_keys.data_key WHERE id > $1 ORDER BY id LIMIT ${batch}`;
    const update = `
      UPDATE kith_keys.data_key SET master_key_id = $1, wrapped = coalesce(anew.wrapped, data_key.wrapped)
      FROM unnest($2::uuid[], $3::bytea[]) AS anew (id, wrapped) WHERE data_key.id = anew.id`;
    let done = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await this.client.query<{ id: string; wrapped: Buffer }>(select, [after]);
      const last = rows.at(-1);
      if (!last) return;
      const anew = rows.map(({ id, wrapped }) => rewrapped(this.keys, 'dataKey', id, wrapped) ?? null);
      await this.client.query(update, [this.masterKeyId, rows.map(({ id }) => id), anew]);
      after = last.id;
      done += rows.length;
      onBatch(done);
    }
  }

  private async rewrapSecrets(): Promise<void> {
    const { rows } = await this.client.query<{ tenant: string; wrapped: Buffer }>('SELECT tenant, wrapped FROM kith_keys.tenant_secret');
    for (const { tenant, wrapped } of rows)
      await this.client.query('UPDATE kith_keys.tenant_secret SET master_key_id = $1, wrapped = coalesce($2, wrapped) WHERE tenant = $3', [
        this.masterKeyId,
        rewrapped(this.keys, 'tenantSecret', tenant, wrapped) ?? null,
        tenant,
      ]);
  }
}
