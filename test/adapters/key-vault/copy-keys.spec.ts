import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyKeys, KeyVaultNotEmpty, KeyVaultUnusable, PostgresKeyVault, SqliteKeyVault } from '@kith/adapters';
import { KeyVaultUnavailable, UnknownKey } from '@kith/application';
import { Client } from 'pg';
import { PostgresServer } from '../../support/postgres-server';

jest.setTimeout(60_000); // a server is started

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.stop());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const masterKey = randomBytes(32);

/** A vault with keys, some of them destroyed, and two tenants. */
async function vaultWith(keys: number) {
  const vault = new SqliteKeyVault({ folder, masterKey });
  const leased = [];
  for (let n = 0; n < keys; n++) leased.push(await vault.lease());
  const destroyed = leased.filter((_, n) => n % 7 === 3).slice(0, 8);
  for (const { id } of destroyed) await vault.destroy(id);
  const secrets = { acme: await vault.createTenantSecret('acme'), zeta_1: await vault.createTenantSecret('zeta_1') };
  await vault.close();
  return { kept: leased.filter((key) => !destroyed.includes(key)), destroyed, secrets };
}

const rowsIn = async (url: string): Promise<number> => {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query('SELECT (SELECT count(*) FROM kith_keys.data_key) + (SELECT count(*) FROM kith_keys.tenant_secret) AS count');
  await client.end();
  return Number(rows[0].count);
};

it('a copied vault gives every key and secret, and knows which keys were destroyed', async () => {
  const { kept, destroyed, secrets } = await vaultWith(2_100);
  const url = await server.database();
  const copied = await copyKeys({ folder, masterKey, to: { url } });
  expect(copied).toEqual({ keys: expect.any(Number), destroyed: 8, tenantSecrets: 2 });
  expect(copied.keys).toBeGreaterThanOrEqual(2_100);
  const vault = await PostgresKeyVault.open({ url, masterKey });
  for (const key of kept) expect(await vault.find(key.id)).toEqual(key);
  for (const { id } of destroyed) expect(await vault.find(id)).toBeUndefined();
  for (const [tenant, secret] of Object.entries(secrets)) expect(await vault.tenantSecret(tenant)).toEqual(secret);
  const [first] = kept;
  await vault.destroy(first?.id ?? '');
  expect(await vault.find(first?.id ?? '')).toBeUndefined();
  const next = await vault.lease();
  expect(kept.some(({ id }) => id === next.id)).toBe(false);
  await expect(vault.find('0199b5f2-0000-7000-8000-00000000000a')).rejects.toThrow(UnknownKey);
  await vault.close();
});

it('a vault that holds anything is not copied into, not even by the same copy again', async () => {
  await vaultWith(40);
  const [url, used] = [await server.database(), await server.database()];
  await copyKeys({ folder, masterKey, to: { url } });
  const before = await rowsIn(url);
  await expect(copyKeys({ folder, masterKey, to: { url } })).rejects.toThrow(KeyVaultNotEmpty);
  expect(await rowsIn(url)).toBe(before);
  const other = await PostgresKeyVault.open({ url: used, masterKey });
  await other.createTenantSecret('acme');
  await other.close();
  await expect(copyKeys({ folder, masterKey, to: { url: used } })).rejects.toThrow(KeyVaultNotEmpty);
  expect(await rowsIn(used)).toBe(1);
});

it('nothing is copied with another master key, from a damaged vault, or to a server that is away', async () => {
  const { kept } = await vaultWith(2_100);
  const url = await server.database();
  await expect(copyKeys({ folder, masterKey: randomBytes(32), to: { url } })).rejects.toThrow(KeyVaultUnusable);
  const other = await server.database();
  await (await PostgresKeyVault.open({ url: other, masterKey: randomBytes(32) })).close();
  await expect(copyKeys({ folder, masterKey, to: { url: other } })).rejects.toThrow('not the one that the schema kith_keys was made with');
  await expect(copyKeys({ folder, masterKey, to: { url: 'postgres://kith@127.0.0.1:9/none' } })).rejects.toThrow(KeyVaultUnavailable);
  const file = new DatabaseSync(join(folder, 'keys.sqlite'));
  file.prepare('UPDATE data_key SET wrapped = zeroblob(length(wrapped)) WHERE id = ?').run(kept.at(-1)?.id ?? '');
  file.close();
  await expect(copyKeys({ folder, masterKey, to: { url } })).rejects.toThrow(`key ${kept.at(-1)?.id} does not open`);
  const vault = await PostgresKeyVault.open({ url, masterKey });
  await vault.close();
  expect(await rowsIn(url)).toBe(0);
});
