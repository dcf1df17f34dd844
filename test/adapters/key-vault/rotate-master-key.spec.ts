import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KeyVaultUnusable, openMasterKey, PostgresKeyVault, rotatePostgresVault, rotateVaultFile, SqliteKeyVault } from '@kith/adapters';
import type { DataKey, KeyVault } from '@kith/application';
import { loadConfig } from '@kith/config';
import { rotateMasterKey } from '../../../apps/engine/src/parts/rotate-places';
import { builtFile } from '../../support/built-file';
import { PostgresServer } from '../../support/postgres-server';
import { newPostgresVault, type PostgresVault } from './new-postgres-vault';

jest.setTimeout(60_000); // files are made durable on a disk that others use

const [older, newer] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
/** How often a rotation is killed: once in `npm test`. */
const killRounds = Number(process.env.ROTATION_KILL_ROUNDS ?? 1);

interface Filled {
  readonly keys: readonly DataKey[];
  readonly destroyed: string;
  readonly tenantSecret: Buffer;
}

async function fill(vault: KeyVault, count = 700): Promise<Filled> {
  const keys: DataKey[] = [];
  for (let n = 0; n < count; n++) keys.push(await vault.lease());
  const [first] = keys.splice(0, 1);
  await vault.destroy(first?.id ?? '');
  return { keys, destroyed: first?.id ?? '', tenantSecret: await vault.createTenantSecret('acme') };
}

async function expectAll(vault: KeyVault, { keys, destroyed, tenantSecret }: Filled): Promise<void> {
  for (const { id, secret } of keys) expect((await vault.find(id))?.secret.equals(secret)).toBe(true);
  expect([await vault.find(destroyed), await vault.tenantSecret('acme')]).toEqual([undefined, tenantSecret]);
  await vault.close();
}

describe('another master key for the vault in SQLite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-rotate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const filled = async (masterKey: Uint8Array, count?: number): Promise<Filled> => {
    const vault = new SqliteKeyVault({ folder, masterKey });
    const all = await fill(vault, count);
    await vault.close();
    return all;
  };
  const wrapped = (): readonly Buffer[] => {
    const db = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    const rows = db.prepare('SELECT wrapped FROM data_key UNION ALL SELECT wrapped FROM tenant_secret UNION ALL SELECT check_value FROM master_key').all();
    db.close();
    return rows.map((row) => Buffer.from(row.wrapped as Uint8Array)).filter((bytes) => bytes.some((byte) => byte !== 0));
  };
  const bytes = (): Buffer => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

  it('opens what the old one opened, which opens nothing any more and has left no byte', async () => {
    const all = await filled(older);
    const before = wrapped();
    const content = bytes();
    expect(before.every((one) => content.includes(one))).toBe(true);
    expect(await rotateVaultFile({ folder, from: older, to: newer })).toMatchObject({ destroyed: 1, tenantSecrets: 1, wasRotated: false });
    expect(() => new SqliteKeyVault({ folder, masterKey: older })).toThrow(KeyVaultUnusable);
    const after = bytes();
    expect(before.filter((one) => after.includes(one.subarray(0, 24)) || after.includes(one.subarray(-24)))).toEqual([]);
    await expectAll(new SqliteKeyVault({ folder, masterKey: newer }), all);
    expect(await rotateVaultFile({ folder, from: older, to: newer })).toMatchObject({ destroyed: 1, wasRotated: true });
    await rotateVaultFile({ folder, from: newer, to: older });
    await expectAll(new SqliteKeyVault({ folder, masterKey: older }), all);
  });

  it('changes nothing when a row does not open, when it is cut off, or when neither key is the vault’s', async () => {
    const all = await filled(older);
    await expect(rotateVaultFile({ folder, from: newer, to: Buffer.alloc(32, 3) })).rejects.toThrow('is not the one');
    const cut = new AbortController();
    const asked = rotateVaultFile({ folder, from: older, to: newer, signal: cut.signal, onProgress: () => cut.abort(new Error('enough')) });
    await expect(asked).rejects.toThrow('enough');
    await expectAll(new SqliteKeyVault({ folder, masterKey: older }), all);
    const db = new DatabaseSync(join(folder, 'keys.sqlite'));
    db.prepare('UPDATE data_key SET wrapped = ? WHERE id = ?').run(Buffer.alloc(92, 7), all.keys[300]?.id ?? '');
    db.close();
    await expect(rotateVaultFile({ folder, from: older, to: newer })).rejects.toThrow(`key ${all.keys[300]?.id} does not open`);
    await expectAll(new SqliteKeyVault({ folder, masterKey: older }), { ...all, keys: all.keys.filter((_, n) => n !== 300) });
  });

  it('takes the place of the one in the data folder, or lies where it was asked to be', async () => {
    const config = loadConfig({ env: { KITH_DATA: folder }, argv: [], cwd: folder });
    const first = openMasterKey(folder).key;
    const all = await filled(first);
    expect(await rotateMasterKey(config, undefined)).toMatchObject({ kept: true, newKey: join(folder, 'master.key') });
    const second = openMasterKey(folder).key;
    expect([second.equals(first), existsSync(join(folder, 'master.key.next')), bytes().includes(first.toString('base64'))]).toEqual([false, false, false]);
    const file = join(folder, 'elsewhere');
    expect(await rotateMasterKey(config, file)).toMatchObject({ kept: false, newKey: file });
    expect(existsSync(join(folder, 'master.key'))).toBe(false);
    const configured = loadConfig({ env: { KITH_DATA: folder, KITH_MASTER_KEY: readFileSync(file, 'utf8').trim() }, argv: [], cwd: folder });
    await expectAll(new SqliteKeyVault({ folder, masterKey: openMasterKey(folder, configured.masterKey).key }), all);
    expect(await rotateMasterKey(configured, join(folder, 'third'))).toMatchObject({ wasRotated: false });
  });

  it('opens all or nothing when its process is killed at any moment, and the next run ends it', async () => {
    const all = await filled(openMasterKey(folder).key, 6_000);
    for (let round = 0; round < killRounds; round++) {
      const first = openMasterKey(folder).key;
      const program = spawn(process.execPath, [builtFile('apps', 'engine', 'src', 'rotate-master-key.js')], {
        env: { KITH_DATA: folder },
        cwd: folder,
        stdio: 'ignore',
      });
      const closed = once(program, 'close');
      while (!existsSync(join(folder, 'master.key.next')) && program.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
      program.kill('SIGKILL');
      await closed;
      await expectAll(new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key }), all);
      await rotateMasterKey(loadConfig({ env: { KITH_DATA: folder }, argv: [], cwd: folder }), undefined);
      expect([existsSync(join(folder, 'master.key.next')), openMasterKey(folder).key.equals(first)]).toEqual([false, false]);
      await expectAll(new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key }), all);
    }
  });
});

describe('another master key for the vault in PostgreSQL', () => {
  let server: PostgresServer;
  let place: PostgresVault;
  beforeAll(async () => {
    server = await PostgresServer.start();
    place = await newPostgresVault(server);
  });
  afterAll(async () => {
    await place.dispose();
    await server.stop();
  });
  const files = async (): Promise<Buffer> => {
    await place.database.query('CHECKPOINT');
    const { rows } = await place.database.query<{ path: string }>(
      `SELECT current_setting('data_directory') || '/' || pg_relation_filepath(c.oid) AS path
       FROM pg_class c WHERE relnamespace = 'kith_keys'::regnamespace AND relkind = 'r'`,
    );
    return Buffer.concat(rows.map(({ path }) => readFileSync(path)));
  };

  it('opens what the old one opened, which can neither open nor wrap anything any more', async () => {
    const stale = await place.open();
    const all = await fill(stale);
    const { rows } = await place.database.query<{ wrapped: Buffer }>('SELECT wrapped FROM kith_keys.data_key');
    const before = rows.map(({ wrapped }) => wrapped).filter((one) => one.some((byte) => byte !== 0));
    const holds = (content: Buffer) => before.filter((one) => content.includes(one.subarray(0, 24)));
    expect(holds(await files())).toHaveLength(before.length);
    const rotation = { at: { url: place.url, applicationName: 'kith-rotate' }, from: place.masterKey, to: newer };

    const engine = await PostgresKeyVault.open({ url: place.url, masterKey: place.masterKey, applicationName: 'kith api host/1/abcd' });
    await engine.lease();
    await expect(rotatePostgresVault(rotation)).rejects.toThrow('an engine uses the key vault (kith api host/1/abcd)');
    await engine.close();

    expect(await rotatePostgresVault(rotation)).toMatchObject({ destroyed: 1, tenantSecrets: 1, wasRotated: false });
    expect(holds(await files())).toEqual([]);
    await expect(PostgresKeyVault.open({ url: place.url, masterKey: place.masterKey })).rejects.toThrow(KeyVaultUnusable);
    const leases = Array.from({ length: 2_000 }, () => stale.lease());
    expect((await Promise.allSettled(leases)).some(({ status }) => status === 'rejected')).toBe(true);
    await stale.close();

    await expectAll(await PostgresKeyVault.open({ url: place.url, masterKey: newer }), all);
    expect(await rotatePostgresVault(rotation)).toMatchObject({ wasRotated: true });
    const anew = await PostgresKeyVault.open({ url: place.url, masterKey: newer });
    const { id } = await anew.lease();
    expect((await anew.find(id))?.id).toBe(id);
    await anew.close();
  });
});

it.each(['not base64', ''])('a file with %j in it is no master key', async (text) => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-rotate-'));
  const file = join(folder, 'next');
  writeFileSync(file, text);
  openMasterKey(folder);
  const config = loadConfig({ env: { KITH_DATA: folder }, argv: [], cwd: folder });
  await expect(rotateMasterKey(config, file)).rejects.toThrow('is not the base64 of 32 bytes');
  rmSync(folder, { recursive: true });
});

it('the master key of the data folder stays where it is when it is named as the new one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-rotate-'));
  const { key } = openMasterKey(folder);
  await new SqliteKeyVault({ folder, masterKey: key }).close();
  const config = loadConfig({ env: { KITH_DATA: folder }, argv: [], cwd: folder });
  expect(await rotateMasterKey(config, join(folder, 'master.key'))).toMatchObject({ wasRotated: true });
  expect(openMasterKey(folder).key.equals(key)).toBe(true);
  rmSync(folder, { recursive: true });
});
