import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
});
afterAll(() => engine.discard());

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const email = (value: string, verified = false) => ({ channel: 'email', value, verified });
const create = async (name: string, ...contactPoints: object[]) => (await engine.post('/v1/end-users', { name, contactPoints })).body.id as string;
const transfer = (id: string, value: string, body: object, headers: Record<string, string> = {}) =>
  engine.post(`/v1/end-users/${id}/contact-points/email/${value}/transfer`, body, { headers });
const mail = (id: string, value: string, occurredAt: string) =>
  engine.post('/v1/interactions', { source: 'mail', id, channel: 'email', occurredAt, contactPoints: [email(value)] });
const holderOf = async (value: string, after: Answer) =>
  ((await engine.get(`/v1/contact-points/email/${value}`, knowing(after))).body.holders ?? []).map((h: { endUserId: string }) => h.endUserId) as string[];
const timeline = async (id: string, after: Answer) =>
  (await engine.get(`/v1/end-users/${id}/timeline`, knowing(after))).body.items as { kind: string; interactionId: string | null; cause: string | null }[];
const lastInteraction = async (id: string, after: Answer) => (await engine.get(`/v1/end-users/${id}`, knowing(after))).body.lastInteractionAt as string | null;

describe('a contact point is given to another end user', () => {
  it('who has it from now on, when it was reassigned: what came by it before stays', async () => {
    const [from, to] = [await create('Was', email('recycled@example.org', true)), await create('Is')];
    const recorded = await mail('r1', 'recycled@example.org', '2026-03-03T10:00:00Z');
    const before = new Date().toISOString();
    const moved = await transfer(from, 'Recycled@Example.org', { toEndUserId: to.toUpperCase(), cause: 'reassigned' });
    expect([moved.status, moved.body]).toEqual([
      200,
      { endUserId: to, canonicalId: to, channel: 'email', scope: '', key: 'recycled@example.org', verified: false },
    ]);
    expect(await holderOf('recycled@example.org', moved)).toEqual([to]);
    expect((await engine.get(`/v1/contact-points/email/recycled@example.org?asOf=${before}`, knowing(moved))).body.holders).toMatchObject([
      { endUserId: from },
    ]);
    expect(await timeline(from, moved)).toContainEqual(expect.objectContaining({ kind: 'contact-point-released', cause: 'reassigned' }));
    expect((await timeline(from, moved)).filter(({ kind }) => kind === 'interaction').map(({ interactionId }) => interactionId)).toEqual([
      recorded.body.interactionId,
    ]);
    expect((await timeline(to, moved)).map(({ kind }) => kind).sort()).toEqual(['contact-point-attached', 'created']);
    expect([await lastInteraction(from, moved), await lastInteraction(to, moved)]).toEqual(['2026-03-03T10:00:00.000Z', null]);
    expect((await mail('r2', 'recycled@example.org', '2026-03-04T10:00:00Z')).body).toMatchObject({ outcome: 'matched', endUserId: to });
  });

  it('whose it always was, when it is corrected: what came by it goes along, and it stays verified', async () => {
    const [from, to] = [await create('Mistaken', email('always@example.org', true), email('own@example.org')), await create('Always')];
    const along = await mail('c1', 'always@example.org', '2026-03-05T10:00:00Z');
    const stays = await mail('c2', 'own@example.org', '2026-03-02T10:00:00Z');
    const moved = await transfer(from, 'always@example.org', { toEndUserId: to, cause: 'corrected' });
    expect([moved.status, moved.body.verified]).toEqual([200, true]);
    const interactions = async (id: string) => (await timeline(id, moved)).flatMap(({ interactionId }) => interactionId ?? []);
    expect(await interactions(to)).toEqual([along.body.interactionId]);
    expect(await interactions(from)).toEqual([stays.body.interactionId]);
    expect(await lastInteraction(to, moved)).toBe('2026-03-05T10:00:00.000Z');
    expect(await timeline(from, moved)).toContainEqual(expect.objectContaining({ kind: 'contact-point-released', cause: 'corrected' }));
  });

  it('only by who holds it, and only to somebody who can hold it', async () => {
    const [from, to, gone] = [await create('Giver', email('given@example.org')), await create('Taker'), await create('Gone')];
    await engine.call('DELETE', `/v1/end-users/${gone}`);
    const head = await engine.head();
    const nobody = '00000000-0000-7000-8000-000000000000';
    const refused: [string, string, object, number, string][] = [
      [to, 'given@example.org', { toEndUserId: from, cause: 'corrected' }, 404, 'contact-point-not-held'],
      [from, 'free@example.org', { toEndUserId: to, cause: 'corrected' }, 404, 'contact-point-not-held'],
      [from, 'given@example.org', { toEndUserId: nobody, cause: 'corrected' }, 404, 'end-user-not-found'],
      [nobody, 'given@example.org', { toEndUserId: to, cause: 'corrected' }, 404, 'contact-point-not-held'],
      [from, 'given@example.org', { toEndUserId: gone, cause: 'corrected' }, 409, 'end-user-deleted'],
      [from, 'nonsense', { toEndUserId: to, cause: 'corrected' }, 422, 'contact-point-invalid'],
      [from, 'given@example.org', { toEndUserId: to, cause: 'stolen' }, 400, 'request-invalid'],
      [from, 'given@example.org', { toEndUserId: 'x', cause: 'corrected' }, 400, 'request-invalid'],
      [from, 'given@example.org', { toEndUserId: to }, 400, 'request-invalid'],
    ];
    for (const [id, value, body, status, code] of refused)
      expect([value, body, await transfer(id, value, body)]).toMatchObject([value, body, { status, body: { code } }]);
    expect((await transfer(from, 'given@example.org', { toEndUserId: from, cause: 'corrected' })).headers.get('kith-position')).toBeNull();
    expect(await engine.head()).toBe(head);
  });

  it('within the rules of the channel', async () => {
    const [from, to] = [await create('Many', email('unsure@example.org')), await create('Few')];
    const { email: usual } = (await engine.get('/v1/settings')).body.channels;
    const rules = (changes: object) => engine.call('PATCH', '/v1/settings', { body: { channels: { email: { ...usual, ...changes } } } });
    await rules({ verifiedOnly: true });
    expect((await transfer(from, 'unsure@example.org', { toEndUserId: to, cause: 'reassigned' })).body.code).toBe('contact-point-unverified');
    await rules({ limit: 1 });
    const full = await engine.post('/v1/end-users', { name: 'Full', contactPoints: [email('full@example.org')] });
    await engine.get(`/v1/end-users/${full.body.id}`, knowing(full));
    expect((await transfer(from, 'unsure@example.org', { toEndUserId: full.body.id, cause: 'reassigned' })).body.code).toBe('contact-point-limit-reached');
    await rules({});
    expect((await transfer(from, 'unsure@example.org', { toEndUserId: to, cause: 'reassigned' })).status).toBe(200);
  });

  it('once, however often and at once it is asked', async () => {
    const [from, to, third] = [await create('F', email('retry@example.org')), await create('T'), await create('Third')];
    const ask = () => transfer(from, 'retry@example.org', { toEndUserId: to, cause: 'reassigned' }, { 'idempotency-key': 'move' });
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    for (const { status, body } of answers) if (status !== 200) expect([status, body.code]).toEqual([409, 'command-in-progress']);
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body, headers }) => JSON.stringify([body, headers.get('kith-position')]))).size).toBe(1);
    const onwards = await transfer(to, 'retry@example.org', { toEndUserId: third, cause: 'reassigned' });
    expect(onwards.status).toBe(200);
    const late = await ask();
    expect([late.status, late.body, late.headers.get('kith-position')]).toEqual([200, done[0]?.body, done[0]?.headers.get('kith-position')]);
    expect(await holderOf('retry@example.org', onwards)).toEqual([third]);
    const other = await transfer(from, 'retry@example.org', { toEndUserId: third, cause: 'reassigned' }, { 'idempotency-key': 'move' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('to one of several who are to have it at the same moment', async () => {
    const from = await create('Contested', email('race@example.org'));
    const targets = await Promise.all(Array.from({ length: 8 }, (_, i) => create(`Target ${i}`)));
    const answers = await Promise.all(targets.map((toEndUserId) => transfer(from, 'race@example.org', { toEndUserId, cause: 'reassigned' })));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const { status, body } of answers) if (status !== 200) expect([status, body.code]).toEqual([404, 'contact-point-not-held']);
    expect(await holderOf('race@example.org', won[0] as Answer)).toEqual([won[0]?.body.endUserId]);
  });
});

describe('a shared contact point', () => {
  it('is shared no more once one end user is left, and then decides again', async () => {
    const point = { channel: 'email', value: 'family@example.org' };
    const one = await create('One', point);
    const shared = await engine.post('/v1/contact-points/share', { ...point, reason: 'family' });
    expect([shared.status, shared.body]).toEqual([200, { channel: 'email', scope: '', key: 'family@example.org', shared: true }]);
    const two = await create('Two', point);
    const refused = await engine.post('/v1/contact-points/unshare', point);
    expect([refused.status, refused.body.code]).toEqual([409, 'contact-point-still-shared']);
    expect((await engine.post('/v1/resolve', { contactPoints: [point] })).body.outcome).toBe('ambiguous');
    await engine.call('DELETE', `/v1/end-users/${two}/contact-points/email/family@example.org`);
    const unshared = await engine.post('/v1/contact-points/unshare', { ...point, reason: 'moved out' });
    expect([unshared.status, unshared.body]).toEqual([200, { channel: 'email', scope: '', key: 'family@example.org', shared: false }]);
    expect((await engine.get('/v1/contact-points/email/family@example.org', knowing(unshared))).body).toMatchObject({
      shared: false,
      holders: [{ endUserId: one }],
    });
    expect((await engine.post('/v1/resolve', { contactPoints: [point] })).body).toMatchObject({ outcome: 'matched', endUserId: one });
    expect((await engine.post('/v1/contact-points/unshare', point)).headers.get('kith-position')).toBeNull();
  });

  it('goes from one of its holders to another end user, and stays with the rest', async () => {
    const point = { channel: 'email', value: 'switchboard@example.org' };
    await engine.post('/v1/contact-points/share', point);
    const [one, two, three] = [await create('S1', point), await create('S2', point), await create('S3')];
    const moved = await transfer(one, 'switchboard@example.org', { toEndUserId: three, cause: 'corrected' });
    expect((await holderOf('switchboard@example.org', moved)).sort()).toEqual([two, three].sort());
  });
});
