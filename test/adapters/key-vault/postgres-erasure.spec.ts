import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresKeyVault } from '@kith/adapters';
import type { DataKey } from '@kith/application';
import { Sweeping } from '../../../libs/adapters/src/key-vault/postgres-sweeping';
import { PostgresPlace } from '../../../libs/adapters/src/postgres-schema';
import { PostgresServer } from '../../support/postgres-server';
import { until } from '../../support/postgres-server-guardian';
import { newPostgresVault, type PostgresVault } from './new-postgres-vault';

jest.setTimeout(60_000); // files are looked through many times

describe('what the key vault in PostgreSQL leaves on the disk', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());
  let place: PostgresVault;
  let vault: PostgresKeyVault;
  beforeEach(async () => {
    place = await newPostgresVault(server);
    vault = await place.open();
  });
  afterEach(async () => {
    await place.dispose();
  });

  const lease = (count: number, from = vault): Promise<DataKey[]> => Promise.all(Array.from({ length: count }, () => from.lease()));
  const change = (sql: string, ...values: unknown[]) => place.database.query(sql, values);
  const wrappedOf = async (id: string): Promise<Buffer> =>
    (await place.database.query<{ wrapped: Buffer }>('SELECT wrapped FROM kith_keys.data_key WHERE id = $1', [id])).rows[0]?.wrapped ?? Buffer.alloc(0);
  /** What the vault's database has on disk (one character a byte), write-ahead log aside. */
  const everyFile = async (): Promise<string> => {
    await place.database.query('CHECKPOINT');
    const { rows } = await place.database.query<{ folder: string }>(
      "SELECT current_setting('data_directory') || '/base/' || oid AS folder FROM pg_database WHERE datname = current_database()",
    );
    const folder = rows[0]?.folder ?? '';
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  };
  /** What the table of keys has on disk: faster to look through. */
  const keyFile = async (): Promise<string> => {
    await place.database.query('CHECKPOINT');
    const { rows } = await place.database.query<{ path: string }>(
      "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('kith_keys.data_key') AS path",
    );
    return readFileSync(rows[0]?.path ?? '', 'latin1');
  };
  const holds = (text: string, bytes: Buffer): boolean =>
    [bytes.subarray(0, 24), bytes.subarray(-24)].some((part) =>
      (['latin1', 'hex', 'base64'] as const).some((encoding) => text.includes(part.toString(encoding).slice(0, 24))),
    );

  it('writes no key, tenant secret or master key in clear into any file', async () => {
    const keys = await lease(20);
    const tenantSecret = await vault.createTenantSecret('acme');
    await vault.destroy(keys[0]?.id ?? '');
    const files = await everyFile();
    for (const secret of [place.masterKey, tenantSecret, ...keys.map(({ secret }) => secret)]) expect(holds(files, secret)).toBe(false);
    expect(holds(files, await wrappedOf(keys[1]?.id ?? ''))).toBe(true);
  });

  it('leaves no byte of a destroyed key in the database, whatever else is going on in the vault', async () => {
    const other = await place.open();
    const keys = [...(await lease(900)), ...(await lease(900, other)), ...(await lease(900))];
    const destroyed = [...keys.slice(0, 12), ...keys.filter((_, index) => index % 90 === 0 && index > 0)]; // many of one page, and some of many
    const kept = keys.filter((_, index) => index % 90 === 50);
    const bytesOf = new Map<string, Buffer>();
    for (const { id } of [...destroyed, ...kept]) bytesOf.set(id, await wrappedOf(id));
    const before = await everyFile();
    for (const bytes of bytesOf.values()) expect(holds(before, bytes)).toBe(true);
    for (const [index, { id }] of destroyed.entries()) {
      await Promise.all([lease(30, other), vault.destroy(id)]);
      if (index % 4 === 0) expect(holds(await keyFile(), bytesOf.get(id) ?? Buffer.alloc(0))).toBe(false);
    }
    const after = await everyFile();
    for (const { id } of destroyed) expect(holds(after, bytesOf.get(id) ?? Buffer.alloc(0))).toBe(false);
    for (const { id } of kept) expect(holds(after, bytesOf.get(id) ?? Buffer.alloc(0))).toBe(true);
  });

  it('leaves no byte of a key that is the last of its page, where no other row would be moved over it', async () => {
    await lease(500);
    const { rows } = await change(
      `SELECT DISTINCT ON ((ctid::text::point)[0]) id, wrapped FROM kith_keys.data_key ORDER BY (ctid::text::point)[0], (ctid::text::point)[1] DESC`,
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const { id, wrapped } of rows) {
      await vault.destroy(id);
      expect(holds(await keyFile(), wrapped)).toBe(false);
    }
  });

  it('leaves no byte of keys that are destroyed all at once', async () => {
    const keys = await lease(500);
    const before = await keyFile();
    const bytes = await Promise.all(keys.slice(100, 300).map(({ id }) => wrappedOf(id)));
    expect(bytes.filter((each) => !holds(before, each))).toEqual([]);
    await Promise.all(keys.slice(100, 300).map(({ id }) => vault.destroy(id)));
    const after = await keyFile();
    expect(bytes.filter((each) => holds(after, each))).toEqual([]);
    expect(await vault.find(keys[150]?.id ?? '')).toBeUndefined();
    expect(await vault.find(keys[50]?.id ?? '')).toEqual(keys[50]);
  });

  it('sweeps again by itself when a longer transaction kept the bytes of a destroyed key', async () => {
    const [key] = await lease(1);
    const bytes = await wrappedOf(key?.id ?? '');
    const reader = await place.database.connect();
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM kith_keys.data_key');
    await vault.destroy(key?.id ?? '');
    expect(await vault.find(key?.id ?? '')).toBeUndefined();
    expect(holds(await everyFile(), bytes)).toBe(true);
    const ours = await PostgresPlace.open({ url: place.url }, { name: 'kith_keys', steps: [async () => undefined] }, 3_000);
    const sweeping = new Sweeping(ours, 20);
    await sweeping.sweep();
    expect(holds(await everyFile(), bytes)).toBe(true);
    await reader.query('COMMIT');
    reader.release();
    await until('the bytes are gone', async () => !holds(await everyFile(), bytes), 5_000);
    sweeping.close();
    await ours.close();
  });
});
