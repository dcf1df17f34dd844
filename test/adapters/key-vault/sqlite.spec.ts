import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { KeyVaultUnusable, SqliteKeyVault } from '@kith/adapters';
import { type DataKey, KeyVaultUnavailable } from '@kith/application';
import { keyVaultContract } from '../../contracts/key-vault.contract';

jest.setTimeout(60_000); // some wait out a lock, all of them flush

const vaultsIn = (folder: string, masterKey = randomBytes(32)) => {
  const vaults: SqliteKeyVault[] = [];
  return {
    folder,
    masterKey,
    open(): SqliteKeyVault {
      const vault = new SqliteKeyVault({ folder, masterKey });
      vaults.push(vault);
      return vault;
    },
    /** A connection around the vault's back. */
    database: () => new DatabaseSync(join(folder, 'keys.sqlite'), { timeout: 1000 }),
    async dispose(): Promise<void> {
      await Promise.all(vaults.map((vault) => vault.close()));
      rmSync(folder, { recursive: true });
    },
  };
};
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'kith-keys-'));

keyVaultContract('SQLite', async () => {
  const place = vaultsIn(emptyFolder());
  return { open: async () => place.open(), dispose: () => place.dispose() };
});

describe('the key vault in SQLite', () => {
  let place: ReturnType<typeof vaultsIn>;
  let vault: SqliteKeyVault;
  beforeEach(() => {
    place = vaultsIn(emptyFolder());
    vault = place.open();
  });
  afterEach(() => place.dispose());

  const lease = (count: number, from = vault): Promise<DataKey[]> => Promise.all(Array.from({ length: count }, () => from.lease()));
  const everyFile = (): string =>
    readdirSync(place.folder)
      .map((name) => readFileSync(join(place.folder, name), 'latin1'))
      .join('\n');
  const change = (sql: string, ...values: (string | Uint8Array)[]): void => {
    const db = place.database();
    db.prepare(sql).run(...values);
    db.close();
  };
  const wrappedOf = (id: string): Buffer => {
    const db = place.database();
    const row = db.prepare('SELECT wrapped FROM data_key WHERE id = ?').get(id);
    db.close();
    return Buffer.from(row?.wrapped as Uint8Array);
  };
  /** Whether any part of the bytes, as they are or written in hex or base64, is in the text (one character a byte). */
  const holds = (text: string, bytes: Buffer): boolean =>
    [bytes.subarray(0, 24), bytes.subarray(-24)].some((part) =>
      (['latin1', 'hex', 'base64'] as const).some((encoding) => text.includes(part.toString(encoding).slice(0, 24))),
    );

  it('writes no key, tenant secret or master key in clear into any file', async () => {
    const keys = await lease(200);
    const tenantSecret = await vault.createTenantSecret('acme');
    await vault.destroy(keys[0]?.id ?? '');
    const secrets = [place.masterKey, tenantSecret, ...keys.map(({ secret }) => secret)];
    const open = everyFile();
    await vault.close();
    const closed = everyFile();
    for (const secret of secrets) expect([holds(open, secret), holds(closed, secret)]).toEqual([false, false]);
  });

  it('leaves no byte of a destroyed key in any file, whatever else is going on in the vault', async () => {
    const other = place.open();
    const keys = [...(await lease(900)), ...(await lease(900, other)), ...(await lease(900))];
    const destroyed = keys.filter((_, index) => index % 90 === 0);
    const kept = keys.filter((_, index) => index % 90 === 1);
    const bytesOf = new Map([...destroyed, ...kept].map(({ id }) => [id, wrappedOf(id)]));
    for (const { id } of destroyed) {
      expect(holds(everyFile(), bytesOf.get(id) ?? Buffer.alloc(0))).toBe(true);
      await lease(30, other);
      await vault.destroy(id);
      expect(holds(everyFile(), bytesOf.get(id) ?? Buffer.alloc(0))).toBe(false);
    }
    const after = everyFile();
    for (const { id } of destroyed) expect(holds(after, bytesOf.get(id) ?? Buffer.alloc(0))).toBe(false);
    for (const { id } of kept) expect(holds(after, bytesOf.get(id) ?? Buffer.alloc(0))).toBe(true);
  });

  it('does not call a key destroyed while a reader keeps its bytes in the write-ahead log, and finishes when told again', async () => {
    const [key] = await lease(1);
    const id = key?.id ?? '';
    const bytes = wrappedOf(id);
    const reader = place.database();
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM data_key').get();
    await expect(vault.destroy(id)).rejects.toBeInstanceOf(KeyVaultUnavailable);
    expect(await vault.find(id)).toBeUndefined();
    reader.close();
    await vault.destroy(id);
    expect(holds(everyFile(), bytes)).toBe(false);
  });

  it('commits once for many leases, not once for each', async () => {
    const watcher = place.database();
    const versions = new Set<unknown>();
    for (let turn = 0; turn < 500; turn += 1) {
      await lease(2);
      versions.add(watcher.prepare('PRAGMA data_version').get()?.data_version);
      await pause(0);
    }
    watcher.close();
    expect(versions.size).toBeLessThan(20);
  });

  it('refuses leases while nothing can be stored and nothing is made ahead, and goes on by itself afterwards', async () => {
    const leased = await lease(3);
    const lock = place.database();
    lock.exec('BEGIN IMMEDIATE');
    let refusal: unknown;
    for (let turn = 0; turn < 2000 && refusal === undefined; turn += 1) {
      await vault.lease().then(
        (key) => leased.push(key),
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(refusal).toBeInstanceOf(KeyVaultUnavailable);
    const waited: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const began = performance.now();
      await expect(vault.lease()).rejects.toBeInstanceOf(KeyVaultUnavailable);
      waited.push(performance.now() - began);
    }
    expect(Math.min(...waited)).toBeLessThan(500); // the lock is not waited for again straight away
    await expect(vault.createTenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnavailable);
    for (const key of leased) expect(await vault.find(key.id)).toEqual(key);
    lock.close();
    await pause(150);
    leased.push(...(await lease(600)));
    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
    const reopened = place.open();
    for (const key of leased) expect(await reopened.find(key.id)).toEqual(key);
  });

  it('refuses another master key than the one it was made with, and keeps working with the right one', async () => {
    const [key] = await lease(1);
    expect(() => new SqliteKeyVault({ folder: place.folder, masterKey: randomBytes(32) })).toThrow(
      expect.objectContaining({ name: 'KeyVaultUnusable', reason: 'wrong-master-key' }),
    );
    expect(await place.open().find(key?.id ?? '')).toEqual(key);
  });

  it('refuses a file of a later format', () => {
    change('PRAGMA user_version = 2');
    expect(() => place.open()).toThrow(expect.objectContaining({ reason: 'newer-format' }));
  });

  it('refuses a file that is no database', async () => {
    await vault.close();
    writeFileSync(join(place.folder, 'keys.sqlite'), randomBytes(20_000));
    expect(() => place.open()).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });

  it('refuses a file that lost its end', async () => {
    const [key] = await lease(2000);
    await vault.close();
    truncateSync(join(place.folder, 'keys.sqlite'), 3 * 4096);
    const find = async () => place.open().find(key?.id ?? '');
    await expect(find()).rejects.toMatchObject({ name: 'KeyVaultUnusable', reason: 'damaged' });
  });

  it('says that a row is damaged when it was cut, changed, exchanged or zeroed, never taking it for destroyed', async () => {
    const [cut, flipped, moved, zeroed, sound] = (await lease(5)) as [DataKey, DataKey, DataKey, DataKey, DataKey];
    const bytes = wrappedOf(flipped.id);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    change('UPDATE data_key SET wrapped = substr(wrapped, 1, 40) WHERE id = ?', cut.id);
    change('UPDATE data_key SET wrapped = ? WHERE id = ?', bytes, flipped.id);
    change('UPDATE data_key SET wrapped = ? WHERE id = ?', wrappedOf(sound.id), moved.id);
    change('UPDATE data_key SET wrapped = zeroblob(92) WHERE id = ?', zeroed.id);
    const fresh = place.open();
    for (const { id } of [cut, flipped, moved, zeroed]) {
      await expect(fresh.find(id)).rejects.toMatchObject({ name: 'KeyVaultUnusable', reason: 'damaged', message: expect.stringContaining(id) });
    }
    expect(await fresh.find(sound.id)).toEqual(sound);
  });

  it('takes the tenant secret that another connection stored between its own look and its own write', async () => {
    const other = place.open();
    const { exec } = DatabaseSync.prototype;
    let theirs: Promise<Buffer> | undefined;
    const spy = jest.spyOn(DatabaseSync.prototype, 'exec').mockImplementationOnce(function (this: DatabaseSync, sql: string) {
      theirs = other.createTenantSecret('acme'); // all of it happens here, before our transaction begins
      exec.call(this, sql);
    });
    const ours = await vault.createTenantSecret('acme');
    spy.mockRestore();
    expect(theirs).toBeDefined();
    expect(await theirs).toEqual(ours);
    expect(await place.open().tenantSecret('acme')).toEqual(ours);
  });

  it('says that a tenant secret is damaged instead of making another', async () => {
    await vault.createTenantSecret('acme');
    await vault.createTenantSecret('globex');
    change("UPDATE tenant_secret SET wrapped = (SELECT wrapped FROM tenant_secret WHERE tenant = 'globex') WHERE tenant = 'acme'");
    const fresh = place.open();
    await expect(fresh.tenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnusable);
    await expect(fresh.createTenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnusable);
  });

  it('keeps its files from other users of the machine', () => {
    for (const name of readdirSync(place.folder)) expect(statSync(join(place.folder, name)).mode & 0o077).toBe(0);
  });

  it('answers that it is unavailable once closed', async () => {
    const [key] = await lease(1);
    await vault.close();
    await expect(vault.lease()).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await expect(vault.find(key?.id ?? '')).rejects.toBeInstanceOf(KeyVaultUnavailable);
  });
});
