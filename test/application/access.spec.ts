import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { Clock, type StoredEvent } from '@kith/application';
import type { Role } from '@kith/domain';
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

  it('are not made with an expiry that has passed, but are shown again to a retry that comes after it', async () => {
    const soon = new Date(clock.now() + 50).toISOString();
    const first = await issue('expiring', soon);
    for (let i = 0; i < 100; i++) clock.now();
    expect(await issue('expiring', soon)).toEqual(first);
    await expect(issue('another', soon)).rejects.toMatchObject({ code: 'key-expiry-passed', details: { pointer: '/expiresAt' } });
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

/** A clock that stands until it is moved. */
class StandingClock extends Clock {
  time = Date.parse('2026-03-03T10:00:00.000Z');
  now(): number {
    return this.time;
  }
}

/** A log whose readers can be held up: what they are given is what they read before. */
class HeldUpStore extends MemoryEventStore {
  held: Promise<void> | undefined;
  override async readStream(...args: Parameters<MemoryEventStore['readStream']>): Promise<readonly StoredEvent[]> {
    const read = await super.readStream(...args);
    await this.held;
    return read;
  }
}

describe('a key that was let in a moment ago', () => {
  let clock: StandingClock;
  let store: HeldUpStore;
  let engine: InMemoryEngine;
  beforeEach(async () => {
    [clock, store] = [new StandingClock(), new HeldUpStore()];
    engine = await inMemoryEngine({ clock, store });
  });
  const issue = (role: Role, expiresAt?: number) =>
    engine.keys.issue(asking(), { role, clientName: role, ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }) });

  it('is let in until the last millisecond before its expiry, and not from then on', async () => {
    const { key } = await issue('agent', clock.time + 300);
    expect(await engine.keys.authenticate(key)).toBeDefined();
    clock.time += 299;
    expect(engine.keys.recall(key)?.caller).toBeDefined();
    clock.time += 1;
    expect(engine.keys.recall(key)).toBeUndefined();
    expect(await engine.keys.authenticate(key)).toBeUndefined();
  });

  it('is not remembered as valid by a look-up that was under way when it was revoked', async () => {
    const { key, keyId } = await issue('agent');
    let letGo = () => {};
    store.held = new Promise((resolve) => {
      letGo = resolve;
    });
    const underWay = engine.keys.authenticate(key);
    await new Promise((resolve) => setImmediate(resolve));
    store.held = undefined;
    await engine.keys.revoke(asking(), keyId);
    letGo();
    await underWay;
    expect(engine.keys.recall(key)).toBeUndefined();
    expect(await engine.keys.authenticate(key)).toBeUndefined();
  });

  it('tells requests that last when it is revoked, expires, or was revoked before they asked', async () => {
    const [revoked, expiring] = [await issue('agent'), await issue('agent', clock.time + 20)];
    const callers = await Promise.all([revoked, expiring].map(({ key }) => engine.keys.authenticate(key)));
    const told: string[] = [];
    const ended = (name: string, at: number) => engine.keys.onEnd(callers[at] ?? fail(), () => told.push(name));
    ended('one', 0);
    ended('another', 0);
    ended('gone before', 0)();
    ended('expiring', 1);
    await engine.keys.revoke(asking(), revoked.keyId);
    await engine.keys.revoke(asking(), revoked.keyId);
    expect(told).toEqual(['one', 'another']);
    ended('late', 0);
    expect(told).toEqual(['one', 'another', 'late']);
    clock.time += 20;
    for (let left = 100; told.length < 4 && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual(['one', 'another', 'late', 'expiring']);
  });
});

function fail(): never {
  throw new Error('nobody is let in');
}

describe('the last key that manages a tenant', () => {
  let clock: StandingClock;
  let engine: InMemoryEngine;
  beforeEach(async () => {
    clock = new StandingClock();
    engine = await inMemoryEngine({ clock });
    await engine.vault.createTenantSecret('other');
  });
  const issue = (role: Role, more: { tenant?: string; expiresAt?: string } = {}) =>
    engine.keys.issue(asking(more.tenant === undefined ? {} : { tenant: more.tenant }), {
      role,
      clientName: role,
      ...(more.expiresAt && { expiresAt: more.expiresAt }),
    });

  it('is kept, whatever other keys there are, until there is another one', async () => {
    const { keyId } = await issue('admin');
    await issue('agent');
    await issue('admin', { tenant: 'other' });
    await issue('admin', { expiresAt: new Date(clock.time + 1_000).toISOString() });
    clock.time += 1_000;
    const { keyId: gone } = await issue('admin');
    await engine.keys.revoke(asking(), gone);
    await expect(engine.keys.revoke(asking(), keyId)).rejects.toMatchObject({ code: 'last-admin-key' });
    const next = await issue('admin');
    await engine.keys.revoke(asking(), keyId);
    expect(await engine.keys.authenticate(next.key)).toBeDefined();
  });

  it('is kept also when the last two are revoked at once', async () => {
    const two = [await issue('admin'), await issue('admin')];
    const outcomes = await Promise.allSettled(two.map(({ keyId }) => engine.keys.revoke(asking(), keyId)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await Promise.all(two.map(({ key }) => engine.keys.authenticate(key)));
    expect(left.filter(Boolean)).toHaveLength(1);
  });

  it('can be taken by who can make another one', async () => {
    const { key, keyId } = await issue('admin');
    await engine.keys.revoke(asking(), keyId, { evenTheLast: true });
    expect(await engine.keys.authenticate(key)).toBeUndefined();
  });
});

it('a revocation answers its retry with the same position, and is no other key’s', async () => {
  const engine = await inMemoryEngine();
  const keys = await Promise.all([1, 2].map((n) => engine.keys.issue(asking({ idempotencyKey: `make ${n}` }), { role: 'agent', clientName: 'desk' })));
  const context = asking({ idempotencyKey: 'revoke' });
  const first = await engine.keys.revoke(context, keys[0]?.keyId ?? '');
  expect(first.position).toBeGreaterThan(0n);
  expect(await engine.keys.revoke(context, keys[0]?.keyId ?? '')).toEqual(first);
  expect(await engine.keys.revoke(asking(), keys[0]?.keyId ?? '')).toEqual({ position: null });
  await expect(engine.keys.revoke(asking({ idempotencyKey: 'make 2' }), keys[1]?.keyId ?? '')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
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
