import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const roles = ['operator', 'admin', 'agent', 'service', 'auditor'] as const;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly responses: Record<string, unknown>;
}

let engine: RunningEngine;
const keys: Record<string, string> = { operator: operatorKey };
let operations: Operation[];
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_OPERATOR_KEY: operatorKey } });
  keys.admin = engine.key;
  for (const role of ['agent', 'service', 'auditor']) keys[role] = await engine.keyFor(role);
  const { paths } = (await engine.get('/openapi.json', { key: null })).body as {
    paths: Record<string, Record<string, { 'x-roles': string[]; responses: Record<string, unknown> }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, roles: operation['x-roles'], responses: operation.responses })),
  );
});
afterAll(() => engine.discard());

/** The path with ids that are nobody's; what would go on for ever is asked for so that it does not begin. */
const filled = (path: string) =>
  path
    .replace('/events/live', '/events/live?after=never')
    // With personal data it is not for services.
    .replace('/exports/events', '/exports/events?sealed=true')
    .replace('{channel}', 'email')
    .replace('{value}', 'nobody@example.org')
    .replace('{keyId}', 'ffffffffffffffff')
    .replace('{name}', 'nothing')
    .replace('{code}', 'unauthenticated')
    .replace('{id}', /interactions|tickets/.test(path) && !path.includes('organizations') ? '0'.repeat(64) : '00000000-0000-7000-8000-000000000000');

it('every route says who may call it', () => {
  expect(operations.length).toBeGreaterThanOrEqual(23);
  for (const { method, path, roles: allowed } of operations) expect([method, path, allowed?.length > 0]).toEqual([method, path, true]);
});

it('without a key, or with a wrong one, nothing is open but what is public', async () => {
  for (const { method, path, roles: allowed } of operations) {
    for (const key of [null, `kith_ffffffffffffffff_${'x'.repeat(43)}`, `${engine.key}x`, 'nonsense']) {
      const { status, headers, body } = await engine.call(method, filled(path), { key });
      if (allowed.includes('public')) expect([path, status < 400 || status === 503]).toEqual([path, true]);
      else expect([method, path, status, body.code, headers.get('www-authenticate')]).toEqual([method, path, 401, 'unauthenticated', 'Bearer realm="kith"']);
    }
  }
});

it('each role is let in where the document says so, and nowhere else', async () => {
  for (const { method, path, roles: allowed } of operations.filter((one) => !one.roles.includes('public'))) {
    for (const role of roles) {
      // A body that is refused, so that nothing changes while everybody tries.
      const { status, body } = await engine.call(method, filled(path), { key: keys[role] ?? '', ...(method !== 'GET' && method !== 'DELETE' && { raw: '{' }) });
      if (allowed.includes(role)) expect([method, path, role, [401, 403].includes(status)]).toEqual([method, path, role, false]);
      else {
        expect([method, path, role, status, body.code]).toEqual([method, path, role, 403, 'not-allowed']);
        for (const may of allowed) expect(body.detail).toContain(may);
      }
    }
  }
});

it('an auditor reads and writes nothing, a service manages nothing', () => {
  const writes = operations.filter(({ method, path }) => method !== 'GET' && !/\/(?:lookup|preview|route|what-if)$/.test(path));
  for (const { roles: allowed } of writes) expect(allowed).not.toContain('auditor');
  for (const { path, roles: allowed } of operations)
    if (/settings|keys|tenants|operations/.test(path) && !path.endsWith('settings')) expect(allowed).not.toContain('service');
});

it("another tenant's ids, addresses and keys do not exist", async () => {
  const { body: theirs } = await engine.post('/v1/tenants', { tenant: 'acme' }, { key: operatorKey });
  const key = theirs.adminKey.key as string;
  const made = await engine.post('/v1/end-users', { name: 'Ours', contactPoints: [{ channel: 'email', value: 'ours@example.org' }] });
  const { body: call } = await engine.post('/v1/interactions', { source: 'pbx', id: '1', channel: 'phone', contactPoints: [] });
  const { body: ourKey } = await engine.post('/v1/keys', { role: 'agent', clientName: 'x' });
  const settled = { 'kith-after': made.headers.get('kith-position') ?? '' };
  const user = `/v1/end-users/${made.body.id}`;
  const tries: readonly [string, string, object?][] = [
    ['GET', user],
    ['GET', `${user}/timeline`],
    ['POST', `${user}/contact-points`, { channel: 'email', value: 'new@example.org' }],
    ['DELETE', `${user}/contact-points/email/ours@example.org`],
    ['GET', '/v1/contact-points/email/ours@example.org'],
    ['POST', `/v1/interactions/${call.interactionId}/assign`, { endUserId: made.body.id }],
    ['DELETE', `/v1/keys/${ourKey.keyId}`],
  ];
  for (const [method, path, body] of tries) {
    const answer = await engine.call(method, path, { key, headers: settled, ...(body && { body }) });
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    expect(answer.text).not.toMatch(/Ours/);
  }
  expect(
    (await engine.post('/v1/contact-points/lookup', { contactPoints: [{ channel: 'email', value: 'ours@example.org' }] }, { key, headers: settled })).body
      .items,
  ).toEqual([null]);
  expect((await engine.get('/v1/interactions?outcome=unidentified', { key, headers: settled })).body.items).toEqual([]);
  const same = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'email', value: 'ours@example.org' }] }, { key });
  expect([same.status, same.body.id === made.body.id]).toEqual([201, false]);
  expect((await engine.get(user)).body.name).toBe('Ours');
});

it('a key and a tenant are the same again for a retry under the same idempotency key', async () => {
  const headers = { 'idempotency-key': 'access-1' };
  const makeKey = (role: string) => engine.post('/v1/keys', { role, clientName: 'retried' }, { headers });
  const first = await makeKey('service');
  const again = await makeKey('service');
  expect([again.status, again.body, again.headers.get('kith-position')]).toEqual([201, first.body, first.headers.get('kith-position')]);
  expect((await makeKey('agent')).body.code).toBe('idempotency-key-reused');
  const makeTenant = () => engine.post('/v1/tenants', { tenant: 'initech' }, { headers, key: operatorKey });
  const made = await makeTenant();
  expect([made.status, (await makeTenant()).body]).toEqual([201, made.body]);
});

it('a tenant is made once, by an operator, who also makes keys for it', async () => {
  expect((await engine.post('/v1/tenants', { tenant: 'globex' }, { key: operatorKey })).status).toBe(201);
  expect((await engine.post('/v1/tenants', { tenant: 'globex' }, { key: operatorKey })).body.code).toBe('tenant-exists');
  expect((await engine.post('/v1/tenants', { tenant: 'Bad Name' }, { key: operatorKey })).body.errors[0].pointer).toBe('/tenant');
  const key = await engine.post('/v1/keys', { role: 'service', clientName: 'desk', tenant: 'globex' }, { key: operatorKey });
  expect(key.status).toBe(201);
  expect((await engine.get('/v1/settings', { key: key.body.key })).status).toBe(200);
  expect((await engine.post('/v1/keys', { role: 'service', clientName: 'desk', tenant: 'nowhere' }, { key: operatorKey })).body.code).toBe('tenant-not-found');
  expect((await engine.post('/v1/keys', { role: 'service', clientName: 'desk', tenant: 'globex' })).status).toBe(403);
});

it('a key that is revoked or expired lets nobody in', async () => {
  const { body: revoked } = await engine.post('/v1/keys', { role: 'service', clientName: 'gone' });
  expect((await engine.get('/v1/settings', { key: revoked.key })).status).toBe(200);
  expect((await engine.call('DELETE', `/v1/keys/${revoked.keyId}`)).status).toBe(204);
  expect((await engine.get('/v1/settings', { key: revoked.key })).status).toBe(401);
  const expiring = (expiresAt: string) => engine.post('/v1/keys', { role: 'service', clientName: 'old', expiresAt });
  expect((await expiring('2020-01-01T00:00:00Z')).body).toMatchObject({ code: 'key-expiry-passed', errors: [{ pointer: '/expiresAt' }] });
  const { body: expired } = await expiring(new Date(Date.now() + 500).toISOString());
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await engine.get('/v1/settings', { key: expired.key })).status).toBe(401);
  expect((await engine.call('DELETE', '/v1/keys/unknownkey')).body.code).toBe('key-not-found');
});

it('settings change by their version, and hold for the next lookup', async () => {
  const read = await engine.get('/v1/settings');
  const [etag] = [read.headers.get('etag') ?? ''];
  expect((await engine.get('/v1/contact-points/phone/0611223344')).status).toBe(422);
  const changed = await engine.call('PATCH', '/v1/settings', { body: { defaultRegion: 'FR' }, headers: { 'if-match': etag } });
  expect([changed.status, changed.body.version, changed.body.defaultRegion]).toEqual([200, read.body.version + 1, 'FR']);
  expect((await engine.get('/v1/contact-points/phone/0611223344')).status).toBe(404);
  expect((await engine.call('PATCH', '/v1/settings', { body: { defaultRegion: 'DE' }, headers: { 'if-match': etag } })).status).toBe(412);
  expect((await engine.call('PATCH', '/v1/settings', { body: { defaultRegion: 'ZZ' } })).body).toMatchObject({
    code: 'settings-invalid',
    errors: [{ pointer: '/defaultRegion' }],
  });
  const fax = { normaliser: 'opaque/1', scoped: false, priority: 5, limit: 3, verifiedOnly: false };
  expect((await engine.call('PATCH', '/v1/settings', { body: { channels: { fax } } })).body.channels.fax).toEqual(fax);
  const made = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'fax', value: '12' }] });
  expect((await engine.get('/v1/contact-points/fax/12', { headers: { 'kith-after': made.headers.get('kith-position') ?? '' } })).status).toBe(200);
});
