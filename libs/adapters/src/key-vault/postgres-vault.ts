import type { KeyObject } from 'node:crypto';
import { KeyVaultUnavailable } from '@kith/application';
import type { PoolClient } from 'pg';
import { isPassing, type PostgresOptions, postgresReason } from '../postgres';
import { NewerSchema, PostgresPlace, type PostgresSchema } from '../postgres-schema';
import { KeyVaultUnusable } from './unusable';
import { unwrap, wrap } from './wrap';

/** How long any answer may take, in milliseconds. */
const answerMs = 3_000;
/** The one master key there is so far: what is wrapped says by which. */
const masterKeyId = 1;

/**
 * Rows of data_key are appended, and overwritten once by as many zeros. A quarter of each page (14 rows) is free for that, and what is
 * overwritten is in no index: the new row then lies in the page of the old one, below it, and VACUUM moves it or others over the old one's
 * bytes. A row that had to go to another page would leave the old one's bytes in what is then free space. That is also why tombstones have
 * a table of their own, and why keys are never compressed or moved out of line.
 */
function vaultSchema(masterKey: KeyObject): PostgresSchema {
  return {
    name: 'kith_keys',
    steps: [
      async (client: PoolClient) => {
        await client.query(`
          CREATE TABLE kith_keys.master_key (id int PRIMARY KEY, check_value bytea NOT NULL);
          CREATE TABLE kith_keys.data_key (id uuid PRIMARY KEY, master_key_id int NOT NULL, wrapped bytea NOT NULL) WITH (fillfactor = 75);
          ALTER TABLE kith_keys.data_key ALTER COLUMN wrapped SET STORAGE PLAIN;
          CREATE TABLE kith_keys.destroyed_key (no int8 PRIMARY KEY, id uuid NOT NULL UNIQUE, destroyed_at timestamptz NOT NULL);
          CREATE TABLE kith_keys.destruction (one boolean PRIMARY KEY CHECK (one), last_no int8 NOT NULL) WITH (fillfactor = 50);
          INSERT INTO kith_keys.destruction VALUES (true, 0);
          CREATE TABLE kith_keys.tenant_secret (tenant text COLLATE "C" PRIMARY KEY, master_key_id int NOT NULL, wrapped bytea NOT NULL);
        `);
        const checkValue = wrap(masterKey, 'masterKeyCheck', String(masterKeyId), new Uint8Array());
        await client.query('INSERT INTO kith_keys.master_key (id, check_value) VALUES ($1, $2)', [masterKeyId, checkValue]);
      },
    ],
  };
}

/** An open vault, its master key known to be the right one. */
export interface Vault {
  readonly place: PostgresPlace;
  readonly masterKey: KeyObject;
  readonly masterKeyId: number;
}

/**
 * Opens the vault in the database, or makes it.
 * @throws KeyVaultUnusable when the master key is another, or the vault is damaged or of a later format
 * @throws KeyVaultUnavailable when it cannot be opened at the moment
 */
export async function openVault(options: PostgresOptions, masterKey: KeyObject): Promise<Vault> {
  return translated(async () => {
    const place = await PostgresPlace.open(options, vaultSchema(masterKey), answerMs);
    try {
      const { rows } = await place.pool.query<{ id: number; check_value: Buffer }>('SELECT id, check_value FROM kith_keys.master_key ORDER BY id DESC LIMIT 1');
      const [row] = rows;
      if (!row) throw new KeyVaultUnusable('damaged', 'the schema kith_keys has lost the record of its master key: restore it from a backup');
      if (!unwrap(masterKey, 'masterKeyCheck', String(row.id), row.check_value)) {
        throw new KeyVaultUnusable('wrong-master-key', 'the master key is not the one that the schema kith_keys was made with');
      }
      return { place, masterKey, masterKeyId: row.id };
    } catch (error) {
      await place.close();
      throw error;
    }
  });
}

/** Refused log-in, no right, no such database: somebody has to put it right, and then it works without a restart. */
const refused = /^(?:28|3D|42501)/;
/** Damaged pages and indexes; tables or columns that are gone. */
const damage = /^(?:XX001|XX002|3F000|42P01|42703)/;

/** Runs the work; what the server or the driver throws becomes one of the vault's own errors. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = String((Object(error) as { code?: unknown }).code);
    if (isPassing(error) || refused.test(code)) {
      throw new KeyVaultUnavailable(`the key vault cannot be used at the moment: ${postgresReason(error)}`, { cause: error });
    }
    if (damage.test(code)) {
      throw new KeyVaultUnusable('damaged', `the schema kith_keys is damaged (${postgresReason(error)}): restore it from a backup`, { cause: error });
    }
    if (error instanceof NewerSchema) throw new KeyVaultUnusable('newer-format', error.message, { cause: error });
    throw error;
  }
}
