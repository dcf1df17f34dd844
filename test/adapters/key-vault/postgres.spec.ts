import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { KeyVaultUnusable, PostgresKeyVault } from '@kith/adapters';
import { type DataKey, KeyVaultUnavailable } from '@kith/application';
import { Client, Pool } from 'pg';
import { keyVaultContract } from '../../contracts/key-vault.contract';
import { PostgresServer } from '../../support/postgres-server';
import { until } from '../../support/postgres-server-guardian';
import { newPostgresVault, type PostgresVault } from './new-postgres-vault';

jest.setTimeout(60_000); // servers are started, killed and restarted

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.stop());

keyVaultContract('PostgreSQL', () => newPostgresVault(server));

describe('the key vault in PostgreSQL', () => {
  let place: PostgresVault;
  let vault: PostgresKeyVault;
  beforeEach(async () => {
    place = await newPostgresVault(server);
    vault = await place.open();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await place.dispose();
  });

  const lease = (count: number, from = vault): Promise<DataKey[]> => Promise.all(Array.from({ length: count }, () => from.lease()));
  const change = (sql: string, ...values: unknown[]) => place.database.query(sql, values);
  const wrappedOf = async (id: string): Promise<Buffer> =>
    (await place.database.query<{ wrapped: Buffer }>('SELECT wrapped FROM kith_keys.data_key WHERE id = $1', [id])).rows[0]?.wrapped ?? Buffer.alloc(0);
  it('stores once for many leases, and looks once for all that is asked in one turn', async () => {
    const statements: unknown[] = [];
    const query = Pool.prototype.query as (this: Pool, ...asked: unknown[]) => Promise<never>;
    jest.spyOn(Pool.prototype, 'query').mockImplementation(function (this: Pool, ...asked: unknown[]) {
      statements.push(Object(asked[0]).name);
      return query.apply(this, asked);
    } as never);
    const keys: DataKey[] = [];
    for (let turn = 0; turn < 500; turn += 1) {
      keys.push(...(await lease(2)));
      await pause(0);
    }
    expect(statements.filter((name) => name === 'make-keys').length).toBeLessThan(20);
    const fresh = await place.open();
    for (const from of [vault, fresh, fresh]) {
      statements.length = 0;
      expect(await Promise.all(keys.map(({ id }) => from.find(id)))).toEqual(keys);
      expect(statements).toEqual(['look']);
    }
  });

  it('sees every destruction at once, also those that are committed in another order than they began', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => place.open()));
    const keys = await lease(240);
    const ids = keys.map(({ id }) => id);
    await Promise.all(ids.map((id) => vault.find(id)));
    let wrong = 0;
    await Promise.all(
      ids.map(async (id, index) => {
        await others[index % 3]?.destroy(id);
        if ((await vault.find(id)) !== undefined) wrong += 1;
      }),
    );
    expect(wrong).toBe(0);
    for (const id of ids) expect(await vault.find(id)).toBeUndefined();
  });

  it('keeps no key that was destroyed while it was looked up, even if a later look was answered before', async () => {
    const other = await place.open();
    const [key] = (await lease(1)) as [DataKey];
    let answer: (() => void) | undefined;
    const query = Pool.prototype.query as (this: Pool, ...asked: unknown[]) => Promise<never>;
    jest.spyOn(Pool.prototype, 'query').mockImplementationOnce(async function (this: Pool, ...asked: unknown[]) {
      const answered = await query.apply(this, asked);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return answered;
    } as never);
    const first = other.find(key.id);
    await until('the first look is made', () => answer !== undefined);
    await vault.destroy(key.id);
    expect(await other.find(key.id)).toBeUndefined();
    answer?.();
    expect(await first).toEqual(key); // it was asked for before
    expect(await other.find(key.id)).toBeUndefined();
  });

  it('sees a destruction that happens while the key is looked up', async () => {
    const other = await place.open();
    for (let round = 0; round < 30; round += 1) {
      const [key] = await lease(1, other);
      const id = key?.id ?? '';
      await Promise.all([...Array.from({ length: 5 }, (_, turn) => pause(turn / 2).then(() => vault.find(id))), other.destroy(id)]);
      expect(await vault.find(id)).toBeUndefined();
    }
  });

  it('goes by the vault as it is when an older one was restored', async () => {
    const [early, late] = (await lease(2)) as [DataKey, DataKey];
    await vault.destroy(early.id);
    await vault.destroy(late.id);
    expect([await vault.find(early.id), await vault.find(late.id)]).toEqual([undefined, undefined]);
    const [known] = (await lease(1)) as [DataKey];
    await vault.find(known.id);
    await change('DELETE FROM kith_keys.destroyed_key WHERE id = $1', late.id);
    await change('UPDATE kith_keys.destruction SET last_no = 1');
    await change('DELETE FROM kith_keys.data_key WHERE id = $1', known.id);
    await expect(vault.find(known.id)).rejects.toMatchObject({ name: 'UnknownKey' });
    expect(await vault.find(early.id)).toBeUndefined();
  });

  it('refuses leases while nothing can be stored and nothing is made ahead, and goes on by itself afterwards', async () => {
    const leased = await lease(3);
    await server.kill();
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
    await expect(vault.createTenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await expect(vault.find(leased[0]?.id ?? '')).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await expect(vault.destroy(leased[0]?.id ?? '')).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await expect(place.open()).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await server.startAgain();
    await pause(150);
    leased.push(...(await lease(600)));
    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
    const reopened = await place.open();
    expect(await Promise.all(leased.map(({ id }) => reopened.find(id)))).toEqual(leased);
  });

  it('refuses leases when the disk takes no more, finds what it has, and gives keys again without a restart once it does', async () => {
    const small = await PostgresServer.start({ diskMb: 160 });
    const url = await small.database();
    const full = await PostgresKeyVault.open({ url, masterKey: place.masterKey });
    const leased = await lease(600, full);
    small.fillDisk();
    let refusal: unknown;
    while (refusal === undefined) {
      try {
        leased.push(await full.lease());
      } catch (error) {
        refusal = error;
      }
    }
    expect(refusal).toMatchObject({ name: 'KeyVaultUnavailable', message: expect.stringContaining('53100') });
    await pause(150);
    await expect(full.lease()).rejects.toBeInstanceOf(KeyVaultUnavailable);
    expect(await full.find(leased[0]?.id ?? '')).toEqual(leased[0]);
    small.freeDisk();
    await pause(150);
    leased.push(...(await lease(600, full)));
    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
    await full.close();
    const reopened = await PostgresKeyVault.open({ url, masterKey: place.masterKey });
    expect(await Promise.all(leased.map(({ id }) => reopened.find(id)))).toEqual(leased);
    await reopened.close();
    await small.stop();
  });

  it('notices nothing of a restart of the server between two calls', async () => {
    const [key] = await lease(1);
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 20 }, () => vault.find(key?.id ?? '')));
      await server.restart();
      expect(await vault.find(key?.id ?? '')).toEqual(key);
    }
    await server.restart();
    expect(await lease(200)).toHaveLength(200);
  });

  it('asks again when the server ends the connection that it asked over', async () => {
    const [key] = (await lease(1)) as [DataKey];
    const writer = await place.database.connect();
    await writer.query('BEGIN; LOCK TABLE kith_keys.data_key IN ACCESS EXCLUSIVE MODE');
    const finding = vault.find(key.id);
    const ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await until('its connection is ended', async () => (await change(ended)).rowCount === 1);
    await writer.query('COMMIT');
    writer.release();
    expect(await finding).toEqual(key);
  });

  it('is unavailable while the server is frozen, within seconds, and closes all the same', async () => {
    const [key] = await lease(1);
    server.freeze();
    try {
      const began = performance.now();
      await expect(vault.find(key?.id ?? '')).rejects.toBeInstanceOf(KeyVaultUnavailable);
      expect(performance.now() - began).toBeLessThan(5_000);
      await vault.close();
    } finally {
      server.thaw();
    }
  });

  it('refuses another master key than the one it was made with, and keeps working with the right one', async () => {
    const [key] = await lease(1);
    await expect(PostgresKeyVault.open({ url: place.url, masterKey: randomBytes(32) })).rejects.toMatchObject({
      name: 'KeyVaultUnusable',
      reason: 'wrong-master-key',
    });
    expect(await (await place.open()).find(key?.id ?? '')).toEqual(key);
  });

  it('refuses a vault of a later format, one whose tables are gone, and one that lost its master key’s record', async () => {
    await change('UPDATE kith_keys.format SET format = 2');
    await expect(place.open()).rejects.toMatchObject({ name: 'KeyVaultUnusable', reason: 'newer-format' });
    await change('UPDATE kith_keys.format SET format = 1');
    await change('DELETE FROM kith_keys.master_key');
    await expect(place.open()).rejects.toMatchObject({ reason: 'damaged' });
    await change('DROP TABLE kith_keys.data_key');
    await expect(vault.find('0190a000-0000-7000-8000-000000000000')).rejects.toMatchObject({ name: 'KeyVaultUnusable', reason: 'damaged' });
  });

  it('says that a row is damaged when it was cut, changed, exchanged or zeroed, never taking it for destroyed', async () => {
    const [cut, flipped, moved, zeroed, sound] = (await lease(5)) as [DataKey, DataKey, DataKey, DataKey, DataKey];
    const bytes = await wrappedOf(flipped.id);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const set = 'UPDATE kith_keys.data_key SET wrapped = $1 WHERE id = $2';
    await change(set, (await wrappedOf(cut.id)).subarray(0, 40), cut.id);
    await change(set, bytes, flipped.id);
    await change(set, await wrappedOf(sound.id), moved.id);
    await change(set, Buffer.alloc(92), zeroed.id);
    const fresh = await place.open();
    const found = await Promise.allSettled([cut, flipped, moved, zeroed, sound].map(({ id }) => fresh.find(id)));
    for (const [index, { id }] of [cut, flipped, moved, zeroed].entries()) {
      expect(found[index]).toMatchObject({ reason: { name: 'KeyVaultUnusable', reason: 'damaged', message: expect.stringContaining(id) } });
    }
    expect(found[4]).toMatchObject({ value: sound });
  });

  it('says that a tenant secret is damaged instead of making another', async () => {
    await vault.createTenantSecret('acme');
    await vault.createTenantSecret('globex');
    await change("UPDATE kith_keys.tenant_secret SET wrapped = (SELECT wrapped FROM kith_keys.tenant_secret WHERE tenant = 'globex') WHERE tenant = 'acme'");
    const fresh = await place.open();
    await expect(fresh.tenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnusable);
    await expect(fresh.createTenantSecret('acme')).rejects.toBeInstanceOf(KeyVaultUnusable);
  });

  it('keeps its tables from other users of the database', async () => {
    const name = new URL(place.url).pathname.slice(1);
    await change(`CREATE ROLE ${name}_stranger LOGIN`);
    const stranger = new Client({ connectionString: place.url.replace('kith@', `${name}_stranger@`) });
    await stranger.connect();
    for (const table of ['data_key', 'tenant_secret', 'destroyed_key']) {
      await expect(stranger.query(`SELECT * FROM kith_keys.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await stranger.end();
  });

  it('answers that it is unavailable once closed, also those who still wait', async () => {
    const [key] = await lease(1);
    const waiting = lease(2_000);
    await Promise.all([expect(waiting).rejects.toBeInstanceOf(KeyVaultUnavailable), vault.close()]);
    await expect(vault.lease()).rejects.toBeInstanceOf(KeyVaultUnavailable);
    await expect(vault.find(key?.id ?? '')).rejects.toBeInstanceOf(KeyVaultUnavailable);
  });
});
