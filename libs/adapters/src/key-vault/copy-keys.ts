import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { PoolClient } from 'pg';
import { inTransaction, type PostgresOptions } from '../postgres';
import { damagedRow } from './damaged-row';
import { openVault, translated } from './postgres-vault';
import { openVaultFile, translated as translatedInFile, type VaultFile } from './vault-file';
import { unwrap } from './wrap';

/** A vault that is copied. */
export interface KeysToCopy {
  /** The data folder that holds the vault; nobody may use it meanwhile. */
  readonly folder: string;
  /** 32 bytes, the same for both vaults: nothing is wrapped anew. */
  readonly masterKey: Uint8Array;
  readonly to: PostgresOptions;
}

/** What was copied. */
export interface CopiedKeys {
  readonly keys: number;
  /** Of them, those that were destroyed: they open nothing any more, and are known as such. */
  readonly destroyed: number;
  readonly tenantSecrets: number;
}

/** The vault that was to be copied into holds something, which a copy would mix with. */
export class KeyVaultNotEmpty extends Error {
  override readonly name = 'KeyVaultNotEmpty';
  constructor() {
    super('the key vault in PostgreSQL is not empty: copy into an empty one, before any engine uses it');
  }
}

/** A table of both vaults; rows go in the order of its first column, which is its key. */
interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, postgresType: string])[];
  /** Less than every key. */
  readonly least: string;
}

type Cell = string | number | Buffer;

const noUuid = '00000000-0000-0000-0000-000000000000';
const dataKeys: Table = {
  name: 'data_key',
  columns: [
    ['id', 'uuid'],
    ['master_key_id', 'int4'],
    ['wrapped', 'bytea'],
  ],
  least: noUuid,
};
const destroyedKeys: Table = {
  name: 'destroyed_key',
  columns: [
    ['id', 'uuid'],
    ['no', 'int8'],
    ['destroyed_at', 'timestamptz'],
  ],
  least: noUuid,
};
const tenantSecrets: Table = {
  name: 'tenant_secret',
  columns: [
    ['tenant', 'text'],
    ['master_key_id', 'int4'],
    ['wrapped', 'bytea'],
  ],
  least: '',
};
const tables = [dataKeys, destroyedKeys, tenantSecrets];

/** Rows of one statement. */
const batch = 2_000;

/**
 * Copies the vault of a data folder into an empty one in PostgreSQL: keys, the record of destroyed ones and tenants' secrets, wrapped as
 * they are. Each is opened with the master key before; all are written, and read back, in one transaction.
 * @throws KeyVaultNotEmpty; KeyVaultUnusable when the master key is another or a row does not open; KeyVaultUnavailable
 */
export async function copyKeys({ folder, masterKey, to }: KeysToCopy): Promise<CopiedKeys> {
  const wrappedBy = createSecretKey(masterKey);
  const file = openVaultFile(folder, wrappedBy);
  try {
    const copied = translatedInFile(() => checked(file, wrappedBy));
    const vault = await openVault(to, wrappedBy);
    try {
      await translated(() => inTransaction(vault.place.pool, (client) => writeAll(file, client)));
    } finally {
      await vault.place.close();
    }
    return copied;
  } finally {
    file.db.close();
  }
}

/** @throws KeyVaultUnusable for the first row that does not open, and was not destroyed */
function checked(file: VaultFile, masterKey: KeyObject): CopiedKeys {
  const destroyed = new Set<Cell>();
  for (const rows of inFile(file, destroyedKeys)) for (const [id] of rows) destroyed.add(id as Cell);
  const count = { keys: 0, tenantSecrets: 0 };
  for (const rows of inFile(file, dataKeys))
    for (const [id, , wrapped] of rows) {
      if (!destroyed.has(id as Cell) && !unwrap(masterKey, 'dataKey', String(id), wrapped as Buffer)) throw damagedRow(`key ${id}`);
      count.keys += 1;
    }
  for (const rows of inFile(file, tenantSecrets))
    for (const [tenant, , wrapped] of rows) {
      if (!unwrap(masterKey, 'tenantSecret', String(tenant), wrapped as Buffer)) throw damagedRow(`the secret of tenant ${tenant}`);
      count.tenantSecrets += 1;
    }
  return { ...count, destroyed: destroyed.size };
}

async function writeAll(file: VaultFile, client: PoolClient): Promise<void> {
  // Whoever is about to make keys waits until these are there, and cannot make any between the look and the copy.
  await client.query(`LOCK TABLE ${tables.map(({ name }) => `kith_keys.${name}`).join(', ')} IN EXCLUSIVE MODE`);
  for (const { name } of tables) if ((await client.query(`SELECT 1 FROM kith_keys.${name} LIMIT 1`)).rowCount !== 0) throw new KeyVaultNotEmpty();
  for (const table of tables) {
    const [given, taken] = [createHash('sha256'), createHash('sha256')];
    for (const rows of inFile(file, table)) {
      await client.query(
        insertInto(table),
        table.columns.map((_, column) => rows.map((row) => row[column])),
      );
      given.update(textOf(rows));
    }
    for await (const rows of inPostgres(client, table)) taken.update(textOf(rows));
    if (given.digest('hex') !== taken.digest('hex')) throw new Error(`${table.name} was not read back as it was written`);
  }
  await client.query('UPDATE kith_keys.destruction SET last_no = (SELECT coalesce(max(no), 0) FROM kith_keys.destroyed_key)');
}

function insertInto({ name, columns }: Table): string {
  const arrays = columns.map(([, type], column) => `$${column + 1}::${type}[]`);
  return `INSERT INTO kith_keys.${name} (${columns.map(([column]) => column).join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
}

/** The rows, in stretches. */
function* inFile({ db }: VaultFile, { name, columns, least }: Table): Generator<readonly (readonly Cell[])[]> {
  const names = columns.map(([column]) => column);
  const select = db.prepare(`SELECT ${names.join(', ')} FROM ${name} WHERE ${names[0]} > ? ORDER BY ${names[0]} LIMIT ${batch}`);
  for (let after: Cell = least; ; ) {
    const rows = select.all(after).map((row) => names.map((column) => cellOf(row[column])));
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.[0] as Cell;
  }
}

async function* inPostgres(client: PoolClient, { name, columns, least }: Table): AsyncGenerator<readonly (readonly Cell[])[]> {
  const names = columns.map(([column]) => column);
  const text = `SELECT ${names.join(', ')} FROM kith_keys.${name} WHERE ${names[0]} > $1 ORDER BY ${names[0]} LIMIT ${batch}`;
  for (let after: Cell = least; ; ) {
    const found = await client.query<Record<string, unknown>>(text, [after]);
    const rows = found.rows.map((row) => names.map((column) => cellOf(row[column])));
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)?.[0] as Cell;
  }
}

/** Times are RFC 3339 with milliseconds in the file, and dates to PostgreSQL's driver. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return typeof value === 'number' ? value : String(value);
}

/** One line a row, so that it does not matter how rows were parted. */
const textOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${JSON.stringify(row.map((cell) => (Buffer.isBuffer(cell) ? cell.toString('hex') : cell)))}\n`).join('');
