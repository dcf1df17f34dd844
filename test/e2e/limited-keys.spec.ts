import { randomUUID } from 'node:crypto';
import { atRest } from '../support/eventually';
import { readCases, Subjects, writeCases } from '../support/route-cases';
import { presetKey, RunningEngine } from '../support/running-engine';
import { leaked, tellsOf } from '../support/tells';

jest.setTimeout(120_000);

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly 'x-roles': readonly string[];
  readonly 'x-limited-keys'?: string;
}

/** Two organizations, each with a customer, an address of theirs and a ticket. */
describe('a key that is limited to an organization', () => {
  let engine: RunningEngine;
  let key: string;
  const made: Record<'ours' | 'theirs', { organizationId: string; endUserId: string; ticketId: string; address: string }> = {} as never;
  const nobody = '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11';

  beforeAll(async () => {
    engine = await RunningEngine.start({ settings: { ...presetKey, KITH_WEBHOOK_PRIVATE_TARGETS: 'true' } });
    const post = async (path: string, body: unknown) => {
      const answer = await engine.post(path, body);
      if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
      return answer.body;
    };
    for (const [whose, n] of [['ours', 1] as const, ['theirs', 2] as const]) {
      const { id: organizationId } = await post('/v1/organizations', { name: `Company ${n}` });
      const address = `customer@company-${n}.example`;
      const { id: endUserId } = await post('/v1/end-users', { name: `Customer ${n}`, contactPoints: [{ channel: 'email', value: address }] });
      await post(`/v1/organizations/${organizationId}/members`, { endUserId });
      const { id: ticketId } = await post('/v1/tickets', { source: 'desk', id: `T-${n}`, requesterId: endUserId, channel: 'email' });
      made[whose] = { organizationId, endUserId, ticketId, address };
    }
    // A customer of both: seen, but not what it is in the other one.
    await post(`/v1/organizations/${made.theirs.organizationId}/members`, { endUserId: made.ours.endUserId });
    const issued = await engine.post('/v1/keys', { role: 'agent', clientName: 'desk', organizations: [made.ours.organizationId] });
    expect(issued.body).toMatchObject({ role: 'agent', organizations: [made.ours.organizationId] });
    key = issued.body.key;
    await post('/v1/end-users', { name: 'Last' });
  }, 60_000);
  afterAll(() => engine?.stop());

  const get = async (path: string) => {
    const last = await engine.post('/v1/end-users', { name: 'Marker' });
    return engine.get(path, { key, headers: { 'kith-after': last.headers.get('kith-position') ?? '' } });
  };
  const ids = ({ body }: { body: { items: readonly { id: string }[] } }) => body.items.map(({ id }) => id);

  it('sees its end users, organizations and tickets in lists, and no others', async () => {
    expect(ids(await get('/v1/end-users'))).toEqual([made.ours.endUserId]);
    expect(ids(await get(`/v1/end-users?organizationId=${made.theirs.organizationId}`))).toEqual([]);
    expect(ids(await get('/v1/organizations'))).toEqual([made.ours.organizationId]);
    expect(ids(await get('/v1/tickets'))).toEqual([made.ours.ticketId]);
    expect(ids(await get(`/v1/tickets?organizationId=${made.theirs.organizationId}`))).toEqual([]);
    expect(ids(await get('/v1/tickets?source=desk&sourceId=T-2'))).toEqual([]);
  });

  it('reads what is its own, without what else a customer is in', async () => {
    const { body } = await get(`/v1/end-users/${made.ours.endUserId}`);
    expect(body.organizations.map(({ id }: { id: string }) => id)).toEqual([made.ours.organizationId]);
    const timeline = await get(`/v1/end-users/${made.ours.endUserId}/timeline`);
    expect(timeline.body.items.map(({ kind }: { kind: string }) => kind)).toContain('organization-joined');
    expect(timeline.text).not.toContain('Company 2');
    for (const path of ['', '/members', '/tickets', '/page', '/interactions'])
      expect([path, (await get(`/v1/organizations/${made.ours.organizationId}${path}`)).status]).toEqual([path, 200]);
    expect((await get(`/v1/organizations/${made.ours.organizationId}/report?from=2026-01-01&to=2026-02-01&by=month`)).status).toBe(200);
    expect((await get(`/v1/tickets/${made.ours.ticketId}`)).body).toMatchObject({ id: made.ours.ticketId });
  });

  it('finds nobody else behind an address', async () => {
    const at = (address: string) => `/v1/contact-points/email/${encodeURIComponent(address)}`;
    expect((await get(at(made.ours.address))).body.holders).toHaveLength(1);
    expect(await get(at(made.theirs.address))).toMatchObject({ status: 404, body: { code: 'contact-point-unknown' } });
    const contactPoints = [made.ours.address, made.theirs.address].map((value) => ({ channel: 'email', value }));
    const { body } = await engine.post('/v1/contact-points/lookup', { contactPoints }, { key });
    expect(body.items.map((one: object | null) => one !== null)).toEqual([true, false]);
  });

  it('is shut out of every route that does not say what it shows, and of what is of others on all that do', async () => {
    const { body } = await engine.get('/openapi.json');
    const operations = Object.entries(body.paths as Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): Operation => ({ ...operation, method: method.toUpperCase(), path })),
    );
    const forAgents = operations.filter(({ 'x-roles': roles }) => roles.includes('agent'));
    const seen = new Set<string>();
    for (const { method, path, 'x-limited-keys': sight = '' } of forAgents) {
      const other = { 'end-user': made.theirs.endUserId, organization: made.theirs.organizationId, ticket: made.theirs.ticketId }[sight] ?? nobody;
      const target = path.replace('{id}', other).replaceAll(/\{\w+\}/g, 'email');
      if (sight === 'narrowed') continue;
      const { status, body: problem } = await engine.call(method, target, { key });
      const expected = sight === 'closed' ? { status: 403, code: 'not-allowed' } : { status: 404, code: `${sight}-not-found` };
      expect({ method, path, status, code: problem.code }).toEqual({ method, path, ...expected });
      seen.add(sight);
    }
    expect([...seen].sort()).toEqual(['closed', 'end-user', 'organization', 'ticket']);
  });

  it('works with its end users', async () => {
    expect((await engine.post(`/v1/end-users/${made.ours.endUserId}/notes`, { note: 'Called back' }, { key })).status).toBeLessThan(300);
    expect(await engine.post(`/v1/end-users/${made.theirs.endUserId}/notes`, { note: 'Called back' }, { key })).toMatchObject({ status: 404 });
  });

  it('reads nothing in a timeline of people whom it does not see, though they were once one with its own, or said to be somebody else', async () => {
    const { endUserId } = made.ours;
    const { body: stranger } = await engine.post('/v1/end-users', { name: 'Stranger' });
    const { body: merge } = await engine.post('/v1/merges', { survivorId: endUserId, mergedId: stranger.id });
    expect((await get(`/v1/end-users/${endUserId}/timeline`)).text).toContain(stranger.id);
    expect((await engine.post(`/v1/merges/${merge.id}/unmerge`, { reason: 'Two people' })).status).toBe(200);
    expect((await engine.post('/v1/differences', { endUserId, otherId: made.theirs.endUserId, reason: 'Her brother' })).status).toBe(201);
    const { text, status } = await get(`/v1/end-users/${endUserId}/timeline`);
    expect(status).toBe(200);
    for (const other of [stranger.id, made.theirs.endUserId, 'Her brother']) expect(text).not.toContain(other);
  });

  it('reads what was said to its organization by people whom it sees, not when it turns out to be another person’s', async () => {
    const { endUserId, organizationId } = made.ours;
    const told = { source: 'mail', id: 'm-1', channel: 'email', contactPoints: [{ channel: 'email', value: 'shared@desk.example' }], summary: 'Hello' };
    await engine.post(`/v1/end-users/${endUserId}/contact-points`, told.contactPoints[0]);
    expect((await engine.post('/v1/interactions', told)).body).toMatchObject({ endUserId, organizationId });
    const said = async () => [
      (await get(`/v1/organizations/${organizationId}/interactions`)).body,
      (await get(`/v1/organizations/${organizationId}/page`)).body.interactions,
    ];
    expect(await said()).toMatchObject([{ items: [{ summary: 'Hello', endUser: { id: endUserId } }] }, [{ summary: 'Hello' }]]);
    const corrected = { toEndUserId: made.theirs.endUserId, cause: 'corrected' };
    expect((await engine.post(`/v1/end-users/${endUserId}/contact-points/email/shared%40desk.example/transfer`, corrected)).status).toBe(200);
    expect(await said()).toEqual([{ items: [], nextCursor: null }, []]);
  });

  it('takes nobody out of its organizations, and learns of nobody by trying', async () => {
    const answers = [made.ours.endUserId, made.theirs.endUserId, nobody].map((id) =>
      engine.delete(`/v1/organizations/${made.ours.organizationId}/members/${id}`, { key }),
    );
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('lists its organizations by name, whatever the case', async () => {
    const { organizationId } = made.ours;
    const others = await Promise.all(['aardvark', 'Zebra', 'apple'].map(async (name) => (await engine.post('/v1/organizations', { name })).body.id as string));
    const issued = await engine.post('/v1/keys', { role: 'agent', clientName: 'desk of many', organizations: [...others, organizationId] });
    const last = await engine.post('/v1/end-users', { name: 'Marker' });
    const { body } = await engine.get('/v1/organizations', { key: issued.body.key, headers: { 'kith-after': last.headers.get('kith-position') ?? '' } });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['aardvark', 'apple', 'Company 1', 'Zebra']);
  });

  it('is not told whose an address is that it cannot have', async () => {
    const taken = await engine.post(`/v1/end-users/${made.ours.endUserId}/contact-points`, { channel: 'email', value: made.theirs.address }, { key });
    expect(taken).toMatchObject({ status: 409, body: { code: 'contact-point-taken' } });
    expect(taken.text).not.toContain(made.theirs.endUserId);
  });

  it('hears of nothing and changes nothing by what others asked, on whatever route', async () => {
    const others = new Subjects(engine, engine.key, 'othersecret', engine.key);
    const cases = Object.entries({ ...writeCases, ...readCases }).filter(([name]) => name !== 'POST /v1/tenants');
    const known = new Set<string>();
    const asked: { name: string; method: string; path: string; body: unknown; headers: Record<string, string> }[] = [];
    for (const [name, make] of cases) {
      const [{ path, body }, method = '', headers] = [await make(others), name.split(' ')[0], { 'idempotency-key': randomUUID() }];
      const answer = await engine.call(method, path, { headers, body, described: false });
      for (const told of tellsOf(`${answer.text} ${JSON.stringify(body)} ${path}`, others.token)) known.add(told);
      asked.push({ name, method, path, body, headers });
    }
    expect(known.size).toBeGreaterThan(100);
    await atRest(engine);
    const head = await engine.head();
    let said = made.ours.organizationId;
    for (const { name, method, path, body, headers } of asked) {
      said += `${path} ${JSON.stringify(body)}`;
      const answer = await engine.call(method, path, { key, headers, body });
      expect([name, answer.status < 300 || [400, 403, 404].includes(answer.status)]).toEqual([name, true]);
      // The settings are the tenant's, and shown.
      const heard = name === 'GET /v1/settings' ? '' : `${answer.text} ${JSON.stringify([...answer.headers])}`;
      expect([name, answer.status, leaked(heard, known, said)]).toEqual([name, answer.status, []]);
    }
    await atRest(engine);
    expect(await engine.eventsAfter(head)).toBe(0);
  });

  it('is an agent’s only', async () => {
    const answer = await engine.post('/v1/keys', { role: 'service', clientName: 'desk', organizations: [made.ours.organizationId] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/organizations' }] } });
    const { body } = await get('/v1/end-users');
    expect(body.items).toHaveLength(1);
  });

  it('sees the organization that its own was merged into, and loses it when that is undone', async () => {
    const { body } = await engine.post('/v1/organization-merges', { survivorId: made.theirs.organizationId, mergedId: made.ours.organizationId });
    expect(ids(await get('/v1/end-users')).sort()).toEqual([made.ours.endUserId, made.theirs.endUserId].sort());
    await engine.post(`/v1/organization-merges/${body.id}/unmerge`, {});
    expect(ids(await get('/v1/end-users'))).toEqual([made.ours.endUserId]);
  });
});
