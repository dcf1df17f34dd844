import { reactorsAtRest } from '../support/at-rest';
import { type Answer, presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const email = (value: string, verified = false) => ({ channel: 'email', value, verified });
const named = (key: string) => ({ channel: 'email', scope: '', key });
const create = async (name: string, ...contactPoints: object[]) => (await engine.post('/v1/end-users', { name, contactPoints })).body.id as string;
const act = (id: string, what: string, body?: object, headers: Record<string, string> = {}) =>
  engine.call('POST', `/v1/end-users/${id}/${what}`, { body, headers });
const remove = (id: string, headers: Record<string, string> = {}) => engine.call('DELETE', `/v1/end-users/${id}`, { headers });
const timeline = async (id: string, after: Answer) =>
  (await engine.get(`/v1/end-users/${id}/timeline`, knowing(after))).body.items as { kind: string; cause: string | null; reason: string | null }[];
const resolved = async (value: string, verified = false) => (await engine.post('/v1/resolve', { contactPoints: [email(value, verified)], create: true })).body;

/** Reactors work behind the answers: looks until it is so. */
async function eventually(look: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await look()); left--) {
    if (left === 0) throw new Error('it does not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
const isFree = async (value: string) => (await engine.get(`/v1/contact-points/email/${value}`)).status === 404;
const pointsOf = async (id: string) => (await engine.get(`/v1/end-users/${id}`)).body.contactPoints.map(({ key }: { key: string }) => key) as string[];

describe('suspending', () => {
  it('leaves a customer recognised, says that they are suspended, and is ended by reinstating', async () => {
    const id = await create('Paused', email('paused@example.org'));
    const suspended = await act(id, 'suspend', { reason: 'unpaid' });
    expect([suspended.status, suspended.body]).toEqual([200, { id, canonicalId: id }]);
    const shown = await engine.get(`/v1/end-users/${id}`, knowing(suspended));
    expect([shown.body.status, shown.headers.get('etag')]).toEqual(['suspended', suspended.headers.get('etag')]);
    expect(await resolved('paused@example.org')).toMatchObject({ outcome: 'matched', endUserId: id, suspended: true });
    expect((await act(id, 'suspend')).headers.get('kith-position')).toBeNull();
    const back = await act(id, 'reinstate', { reason: null });
    expect((await engine.get(`/v1/end-users/${id}`, knowing(back))).body.status).toBe('active');
    expect(await resolved('paused@example.org')).toMatchObject({ suspended: false });
    const entries = await timeline(id, back);
    expect(entries.slice(0, 2).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['reinstated', null],
      ['suspended', 'unpaid'],
    ]);
  });

  it('needs no body, however its absence is sent, and takes no other one', async () => {
    const id = await create('Bodies');
    expect((await act(id, 'suspend')).status).toBe(200);
    expect((await engine.call('POST', `/v1/end-users/${id}/reinstate`, { raw: '' })).status).toBe(200);
    expect((await act(id, 'suspend', {})).status).toBe(200);
    for (const raw of ['null', '[]', '"x"', '{', '{"reason":1}', '{"why":"x"}'])
      expect([raw, (await engine.call('POST', `/v1/end-users/${id}/suspend`, { raw })).status]).toEqual([raw, 400]);
    const empty = await engine.call('POST', '/v1/end-users', { raw: '' });
    expect([empty.status, empty.body.code, empty.body.detail]).toEqual([400, 'request-malformed', expect.stringContaining('empty')]);
  });
});

describe('deleting', () => {
  it('hides a customer from who looks up or resolves, and gives their contact points back', async () => {
    const id = await create('Leaving', email('leaving@example.org'));
    // Soon after an attach, whoever looks at each attach would release it, too.
    await reactorsAtRest(engine);
    const deleted = await remove(id);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await engine.get('/v1/contact-points/email/leaving@example.org', knowing(deleted))).body.code).toBe('contact-point-unknown');
    expect((await engine.get(`/v1/end-users/${id}`, knowing(deleted))).body.status).toBe('deleted');
    await eventually(async () => (await pointsOf(id)).length === 0);
    expect(await timeline(id, deleted)).toContainEqual(expect.objectContaining({ kind: 'contact-point-released', cause: 'deleted' }));
    expect((await remove(id)).headers.get('kith-position')).toBeNull();
    const next = await resolved('leaving@example.org');
    expect([next.outcome, next.endUserId === id]).toEqual(['created', false]);
    for (const [method, path, body] of [
      ['PATCH', '', { name: 'x' }],
      ['POST', '/tags', { tags: ['x'] }],
      ['DELETE', '/tags/x', undefined],
      ['POST', '/notes', { note: 'x' }],
      ['POST', '/suspend', undefined],
      ['POST', '/reinstate', undefined],
      ['POST', '/contact-points', email('x@example.org')],
      ['POST', '/contact-points/email/x@example.org/verify', undefined],
      ['POST', '/contact-points/email/x@example.org/primary', undefined],
    ] as const) {
      const refused = await engine.call(method, `/v1/end-users/${id}${path}`, { body });
      expect([method, path, refused.status, refused.body.code]).toEqual([method, path, 409, 'end-user-deleted']);
    }
  });

  it('of nobody is not found', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'no-uuid']) {
      expect([id, (await remove(id)).body.code]).toEqual([id, 'end-user-not-found']);
      for (const what of ['restore', 'suspend', 'reinstate']) expect([what, (await act(id, what)).body.code]).toEqual([what, 'end-user-not-found']);
    }
  });

  it('is finished after the engine was killed', async () => {
    const folder = scratchFolder();
    let other = await RunningEngine.start({ folder, settings: presetKey });
    try {
      const values = Array.from({ length: 8 }, (_, i) => `killed${i}@example.org`);
      const { body } = await other.post('/v1/end-users', { name: 'Killed', contactPoints: values.map((value) => email(value)) });
      expect((await other.call('DELETE', `/v1/end-users/${body.id}`)).status).toBe(204);
      await other.stop('SIGKILL');
      other = await RunningEngine.start({ folder, settings: presetKey });
      await eventually(async () => (await other.get(`/v1/end-users/${body.id}`)).body.contactPoints?.length === 0);
      const restored = await other.call('POST', `/v1/end-users/${body.id}/restore`);
      expect([restored.body.restored.length, restored.body.complete]).toEqual([8, true]);
    } finally {
      await other.discard();
    }
  });
});

describe('restoring', () => {
  it('brings a customer back as they were, with the contact points that nobody else has', async () => {
    const id = await create('Returning', email('mine@example.org', true), email('lost@example.org'));
    await act(id, 'suspend');
    const deleted = await remove(id);
    await engine.get(`/v1/end-users/${id}`, knowing(deleted));
    const holderId = await create('Next', email('lost@example.org'));
    const restored = await act(id, 'restore', { reason: 'deleted by mistake' });
    expect([restored.status, restored.body]).toEqual([
      200,
      { id, canonicalId: id, restored: [named('mine@example.org')], taken: [{ ...named('lost@example.org'), holderId }], complete: true },
    ]);
    await eventually(async () => (await pointsOf(id)).length === 1);
    const shown = (await engine.get(`/v1/end-users/${id}`, knowing(restored))).body;
    expect(shown).toMatchObject({ status: 'suspended', name: 'Returning', contactPoints: [{ key: 'mine@example.org', verified: true }] });
    expect(await resolved('mine@example.org')).toMatchObject({ outcome: 'matched', endUserId: id });
    expect(await resolved('lost@example.org')).toMatchObject({ outcome: 'matched', endUserId: holderId });
    expect(await timeline(id, restored)).toContainEqual(expect.objectContaining({ kind: 'restored', reason: 'deleted by mistake' }));
    const again = await act(id, 'restore');
    expect([again.status, again.headers.get('kith-position'), again.body]).toEqual([
      200,
      null,
      { id, canonicalId: id, restored: [], taken: [], complete: true },
    ]);
  });

  it('and deleting answer their retry as they did, however late and however many at once', async () => {
    const id = await create('Retried', email('retried@example.org'));
    const told = ({ status, body, headers }: Answer) => JSON.stringify([status, body ?? null, headers.get('kith-position')]);
    const all = async (ask: () => Promise<Answer>) => {
      const answers = await Promise.all(Array.from({ length: 6 }, ask));
      for (const { status, body } of answers) if (status >= 300) expect([status, body.code]).toEqual([409, 'command-in-progress']);
      const done = new Set(answers.filter(({ status }) => status < 300).map(told));
      expect(done.size).toBe(1);
      return [...done][0];
    };
    const [deletion, restoration] = [() => remove(id, { 'idempotency-key': 'del' }), () => act(id, 'restore', undefined, { 'idempotency-key': 'res' })];
    const [removed, restored] = [await all(deletion), await all(restoration)];
    await eventually(async () => !(await isFree('retried@example.org')));
    await eventually(async () => (await engine.get(`/v1/end-users/${id}`)).body.status === 'active');
    const head = await engine.head();
    expect([told(await deletion()), told(await restoration())]).toEqual([removed, restored]);
    expect(await engine.head()).toBe(head);
    expect((await act(id, 'restore', { reason: 'other' }, { 'idempotency-key': 'res' })).body.code).toBe('idempotency-key-reused');
  });
});

describe('quarantine', () => {
  it('keeps a released contact point from starting a new profile by a contact that proves nothing', async () => {
    for (const quarantineDays of [-1, 3651, 1.5, '30', null])
      expect([quarantineDays, (await engine.call('PATCH', '/v1/settings', { body: { quarantineDays } })).body.errors]).toMatchObject([
        quarantineDays,
        [{ pointer: '/quarantineDays' }],
      ]);
    expect((await engine.call('PATCH', '/v1/settings', { body: { quarantineDays: 30 } })).body.quarantineDays).toBe(30);
    const id = await create('Former', email('former@example.org'), email('kept@example.org'));
    await engine.call('DELETE', `/v1/end-users/${id}/contact-points/email/former@example.org`);

    const unproven = await resolved('former@example.org');
    expect([unproven.outcome, unproven.endUserId]).toEqual(['unidentified', null]);
    expect(unproven.why).toContainEqual(expect.objectContaining({ rule: 'quarantined', channel: 'email', key: 'former@example.org' }));
    const refused = await engine.post('/v1/end-users', { contactPoints: [email('other@example.org'), email('former@example.org')] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'contact-point-quarantined', errors: [{ pointer: '/contactPoints/1' }] } });
    expect((await resolved('never-released@example.org')).outcome).toBe('created');

    const proven = await resolved('former@example.org', true);
    expect([proven.outcome, proven.endUserId === id]).toEqual(['created', false]);
    await engine.call('DELETE', `/v1/end-users/${proven.endUserId}/contact-points/email/former@example.org`);
    expect((await engine.post(`/v1/end-users/${id}/contact-points`, email('former@example.org'))).status).toBe(201);
    await engine.call('DELETE', `/v1/end-users/${id}/contact-points/email/former@example.org`);
    await engine.call('PATCH', '/v1/settings', { body: { quarantineDays: 0 } });
    expect((await resolved('former@example.org')).outcome).toBe('created');
  });
});
