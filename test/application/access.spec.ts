import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { asking, type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';

describe('API keys', () => {
  let engine: InMemoryEngine;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    engine = await inMemoryEngine({ clock });
    await engine.vault.createTenantSecret('other');
  });
  const issue = (idempotencyKey?: string, expiresAt?: string) =>
    engine.keys.issue(asking(idempotencyKey === undefined ? {} : { idempotencyKey }), {
      role: 'agent',
      clientName: 'desk',
      ...(expiresAt !== undefined && { expiresAt }),
    });

  it('let their holder in with tenant, role and client', async () => {
    const { key, keyId } = await issue();
    expect(key).toMatch(/^kith_[0-9a-f]{16}_[\w-]{43}$/);
    expect(await engine.keys.authenticate(key)).toEqual({ keyId, tenant: 'acme', role: 'agent', clientName: 'desk' });
  });

  it('let nobody in who has another secret, another id, or no key at all', async () => {
    const { key, keyId } = await issue();
    for (const wrong of [
      `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
      key.replace(keyId, '0'.repeat(16)),
      '',
      'kith_',
      `${key} `,
      key.toUpperCase(),
      `${key}x`,
    ])
      expect(await engine.keys.authenticate(wrong)).toBeUndefined();
  });

  it('are kept as hashes only', async () => {
    const { key } = await issue();
    const stored = JSON.stringify((await engine.store.readAll({ after: 0n, limit: 9 })).events.map((e) => e.data));
    expect(stored).not.toContain(key.split('_')[2]);
  });

  it('end when they are revoked, at once where that was asked', async () => {
    const { key, keyId } = await issue();
    await engine.keys.authenticate(key);
    await engine.keys.revoke(asking(), keyId);
    expect(await engine.keys.authenticate(key)).toBeUndefined();
  });

  it('end at their expiry', async () => {
    const { key } = await issue(undefined, new Date(clock.now() + 500).toISOString());
    expect(await engine.keys.authenticate(key)).toBeDefined();
    for (let i = 0; i < 3_000; i++) clock.now();
    expect(await engine.keys.authenticate(key)).toBeUndefined();
  });

  it('are not another tenant’s to revoke', async () => {
    const { keyId } = await issue();
    await expect(engine.keys.revoke(asking({ tenant: 'other' }), keyId)).rejects.toMatchObject({ code: 'key-not-found' });
  });

  it('are shown again to a retry under the same idempotency key only', async () => {
    const first = await issue('k1');
    expect(await issue('k1')).toEqual(first);
    expect((await issue('k2')).key).not.toBe(first.key);
    expect((await issue()).key).not.toBe((await issue()).key);
  });

  it('that are preset must be the ones that were made under their id', async () => {
    const preset = (last: string) => engine.keys.preset(`kith_presetkey_${'a'.repeat(42)}${last}`, asking(), 'admin');
    await preset('a');
    await preset('a');
    await expect(preset('b')).rejects.toThrow('another secret');
  });
});

describe('tenants', () => {
  it('are made once, and the retry under the same key gets the first answer', async () => {
    const engine = await inMemoryEngine();
    const zeta = asking({ tenant: 'zeta', idempotencyKey: 'k' });
    const first = await engine.tenants.create(zeta);
    expect(await engine.tenants.create(zeta)).toEqual(first);
    await expect(engine.tenants.create(asking({ tenant: 'zeta' }))).rejects.toMatchObject({ code: 'tenant-exists' });
  });

  it('get no new secret when the vault has lost theirs', async () => {
    const store = new MemoryEventStore();
    await (await inMemoryEngine({ store })).tenants.create(asking({ tenant: 'zeta' }));
    const bereft = await inMemoryEngine({ store, vault: new MemoryKeyVault() });
    await expect(bereft.tenants.create(asking({ tenant: 'zeta' }))).rejects.toThrow('lost the secret of tenant zeta');
    await expect(bereft.tenants.exists('zeta')).rejects.toThrow('lost the secret');
  });
});
