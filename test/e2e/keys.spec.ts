import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const operator = { key: operatorKey };

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_OPERATOR_KEY: operatorKey } });
});
afterAll(() => engine.discard());

const issue = async (body: object, key?: string) => {
  const answer = await engine.post('/v1/keys', body, key === undefined ? {} : { key });
  if (answer.status !== 201) throw new Error(answer.text);
  return { keyId: answer.body.keyId as string, key: answer.body.key as string, position: answer.headers.get('kith-position') ?? '' };
};
/** What comes after the id; it may hold underscores itself. */
const secretOf = (key: string) => key.replace(/^kith_[a-z0-9]+_/, '');
const revoke = (keyId: string, more: Parameters<RunningEngine['call']>[2] = {}) => engine.call('DELETE', `/v1/keys/${keyId}`, more);

it('keys are listed without anything that proves them, the latest first, page by page', async () => {
  const made = [];
  for (const clientName of ['one', 'two', 'three']) made.push(await issue({ role: 'service', clientName, expiresAt: '2999-01-01T00:00:00Z' }));
  const gone = await revoke(made[1]?.keyId ?? '');
  const after = { headers: { 'kith-after': gone.headers.get('kith-position') ?? '' } };
  const first = await engine.get('/v1/keys?limit=2', after);
  const second = await engine.get(`/v1/keys?limit=2&cursor=${first.body.nextCursor}`, after);
  expect([first.status, ...first.body.items, second.body.items[0]].map((one) => one.clientName ?? one)).toEqual([200, 'three', 'two', 'one']);
  expect(first.body.items[1]).toEqual({
    keyId: made[1]?.keyId,
    role: 'service',
    clientName: 'two',
    createdAt: expect.stringMatching(/Z$/),
    expiresAt: '2999-01-01T00:00:00.000Z',
    organizations: null,
    revokedAt: expect.stringMatching(/Z$/),
  });
  expect(first.body.items[0].revokedAt).toBeNull();
  for (const { key } of made) expect(first.text + second.text).not.toContain(secretOf(key));
  expect((await engine.get('/v1/keys?cursor=nonsense')).body).toMatchObject({ code: 'request-invalid', errors: [{ parameter: 'cursor' }] });
});

it('an operator lists tenants and anybody’s keys; an admin nobody’s but its own', async () => {
  const { body: acme, headers } = await engine.post('/v1/tenants', { tenant: 'acme' }, operator);
  const after = { 'kith-after': headers.get('kith-position') ?? '' };
  const tenants = await engine.get('/v1/tenants', { ...operator, headers: after });
  expect(tenants.body.items).toEqual([
    { tenant: 'acme', createdAt: expect.stringMatching(/Z$/) },
    { tenant: 'default', createdAt: expect.stringMatching(/Z$/) },
  ]);
  const theirs = await engine.get('/v1/keys?tenant=acme', { ...operator, headers: after });
  expect(theirs.body.items.map(({ keyId }: { keyId: string }) => keyId)).toEqual([acme.adminKey.keyId]);
  expect((await engine.get('/v1/keys', { key: acme.adminKey.key })).body.items).toHaveLength(1);
  expect((await engine.get('/v1/keys?tenant=acme')).status).toBe(403);
  expect((await engine.get('/v1/keys?tenant=default', { key: acme.adminKey.key })).status).toBe(403);
  expect((await engine.get('/v1/keys?tenant=nowhere', operator)).body.code).toBe('tenant-not-found');
  expect((await engine.get('/v1/tenants')).status).toBe(403);
});

it('a revocation holds from its answer on, for every request, while keys are used as fast as they can', async () => {
  const keys = await Promise.all(Array.from({ length: 4 }, (_, i) => issue({ role: 'service', clientName: `busy ${i}` })));
  for (const { keyId, key } of keys) {
    let revokedAt = Number.POSITIVE_INFINITY;
    const late: number[] = [];
    const before: number[] = [];
    let stop = false;
    const using = Array.from({ length: 8 }, async () => {
      while (!stop) {
        const sentAt = performance.now();
        const { status } = await engine.get('/v1/settings', { key });
        if (sentAt > revokedAt) late.push(status);
        else before.push(status);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const answer = await revoke(keyId);
    revokedAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 150));
    stop = true;
    await Promise.all(using);
    expect(answer.status).toBe(204);
    expect(before).toContain(200);
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(late)).toEqual(new Set([401]));
  }
});

it('a key lets nobody in from the moment of its expiry on', async () => {
  const expiry = Date.now() + 700;
  const { key } = await issue({ role: 'service', clientName: 'short', expiresAt: new Date(expiry).toISOString() });
  const statuses: [early: boolean, status: number][] = [];
  while (Date.now() < expiry + 150) {
    const sentAt = Date.now();
    const { status } = await engine.get('/v1/settings', { key });
    // What was sent before and arrived after may be answered either way.
    if (sentAt >= expiry || Date.now() < expiry) statuses.push([sentAt < expiry, status]);
  }
  expect(statuses.length).toBeGreaterThan(10);
  for (const [early, status] of statuses) expect([early, status]).toEqual([early, early ? 200 : 401]);
});

it('the last key that manages a tenant is taken by an operator only', async () => {
  const { body } = await engine.post('/v1/tenants', { tenant: 'lonely' }, operator);
  const { keyId, key } = body.adminKey;
  expect((await revoke(keyId, { key })).body).toMatchObject({ code: 'last-admin-key', status: 409 });
  const next = await issue({ role: 'admin', clientName: 'next' }, key);
  expect((await revoke(keyId, { key })).status).toBe(204);
  expect((await revoke(next.keyId, { key: next.key })).body.code).toBe('last-admin-key');
  expect((await revoke(next.keyId, operator)).status).toBe(204);
  expect((await engine.get('/v1/settings', { key: next.key })).status).toBe(401);
  expect((await engine.post('/v1/keys', { tenant: 'lonely', role: 'admin', clientName: 'again' }, operator)).status).toBe(201);
});

it('an operator’s key is an operator’s to revoke', async () => {
  expect((await revoke('operator00')).body.code).toBe('not-allowed');
  expect((await engine.get('/v1/settings', operator)).status).toBe(200);
});

it('a revocation is answered the same again, however often it is asked for', async () => {
  const { keyId } = await issue({ role: 'agent', clientName: 'twice' });
  const headers = { 'idempotency-key': 'revoke-twice' };
  const answers = await Promise.all([1, 2, 3].map(() => revoke(keyId, { headers })));
  for (const { status, body } of answers) expect([204, 409]).toContain(status === 409 ? (body.code === 'command-in-progress' ? 409 : 0) : status);
  const [first, again] = [await revoke(keyId, { headers }), await revoke(keyId, { headers })];
  expect(first.headers.get('kith-position')).toMatch(/^\d+$/);
  expect([again.status, again.headers.get('kith-position')]).toEqual([204, first.headers.get('kith-position')]);
  expect((await revoke(keyId)).status).toBe(204);
});
