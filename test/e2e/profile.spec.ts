import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
});
afterAll(() => engine.discard());

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const email = (value: string) => ({ channel: 'email', value });
const create = async (body: object) => (await engine.post('/v1/end-users', body)).body.id as string;
const read = async (id: string, after: Answer) => engine.get(`/v1/end-users/${id}`, knowing(after));
const timeline = async (id: string, after: Answer) =>
  (await engine.get(`/v1/end-users/${id}/timeline`, knowing(after))).body.items as Record<string, unknown>[];
const patch = (id: string, body: unknown, headers: Record<string, string> = {}) => engine.call('PATCH', `/v1/end-users/${id}`, { body, headers });

describe('a profile', () => {
  it('says what was changed, forgets what was taken away, and keeps the rest', async () => {
    const id = await create({ name: 'Lea', locale: 'fr', details: 'tall', notes: 'old', fields: { plan: 'gold', seats: 3, trial: true }, tags: ['vip'] });
    const changed = await patch(id, { name: 'Léa Martin', timeZone: 'Europe/Paris', details: null, fields: { plan: 'silver', trial: null, seen: 1.5 } });
    expect([changed.status, changed.body]).toEqual([200, { id, canonicalId: id }]);
    const { body, headers } = await read(id, changed);
    expect(body).toMatchObject({ name: 'Léa Martin', locale: 'fr', timeZone: 'Europe/Paris', details: null, notes: 'old', tags: ['vip'] });
    expect(body.fields).toEqual({ plan: 'silver', seats: 3, seen: 1.5 });
    const known = ['name', 'locale', 'timeZone', 'notes', 'tags.vip', 'fields.plan', 'fields.seats', 'fields.seen'];
    expect(body.sources).toEqual(Object.fromEntries(known.map((what) => [what, id])));
    expect(headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await timeline(id, changed)).map(({ kind }) => kind)).toEqual(['changed', 'created']);
  });

  it('shows its new name to who looks up its contact points', async () => {
    const id = await create({ name: 'Before', contactPoints: [email('renamed@example.org')] });
    const changed = await patch(id, { name: 'After' });
    expect((await engine.get('/v1/contact-points/email/renamed@example.org', knowing(changed))).body.holders).toMatchObject([{ endUserId: id, name: 'After' }]);
  });

  it('that says so already is left alone', async () => {
    const id = await create({ name: 'Same', fields: { plan: 'gold' }, tags: ['vip'] });
    await patch(id, { locale: 'fr' });
    const head = await engine.head();
    for (const body of [{ name: 'Same' }, { locale: 'fr', fields: { plan: 'gold', absent: null } }, { fields: {} }, { details: null }]) {
      const { status, headers } = await patch(id, body);
      expect([body, status, headers.get('kith-position'), headers.get('etag')]).toEqual([body, 200, null, null]);
    }
    expect((await engine.post(`/v1/end-users/${id}/tags`, { tags: ['vip'] })).headers.get('kith-position')).toBeNull();
    expect((await engine.call('DELETE', `/v1/end-users/${id}/tags/none`)).status).toBe(204);
    expect((await engine.post(`/v1/end-users/${id}/reinstate`, undefined)).status).toBe(200);
    expect(await engine.head()).toBe(head);
  });

  it('takes nothing that it could not show', async () => {
    const id = await create({ name: 'Strict' });
    const head = await engine.head();
    const refused: [object, string][] = [
      [{}, ''],
      [{ name: '' }, '/name'],
      [{ nickname: 'x' }, '/nickname'],
      [{ locale: 'not a tag' }, '/locale'],
      [{ timeZone: 'Mars/Base' }, '/timeZone'],
      [{ fields: null }, '/fields'],
      [{ fields: { a: { b: 1 } } }, '/fields'],
      [{ tags: ['vip'] }, '/tags'],
    ];
    for (const [body, pointer] of refused)
      expect([body, await patch(id, body)]).toMatchObject([body, { status: 400, body: { code: 'request-invalid', errors: [{ pointer }] } }]);
    for (const body of [{ tags: [] }, { tags: ['a', 'a'] }, { tags: [''] }, { tags: 'vip' }, {}])
      expect([body, (await engine.post(`/v1/end-users/${id}/tags`, body)).status]).toEqual([body, 400]);
    for (const body of [{ note: '' }, { note: null }, {}]) expect([body, (await engine.post(`/v1/end-users/${id}/notes`, body)).status]).toEqual([body, 400]);
    expect((await engine.call('DELETE', `/v1/end-users/${id}/tags/${'x'.repeat(65)}`)).body.errors).toMatchObject([{ parameter: 'tag' }]);
    expect((await engine.call('DELETE', `/v1/end-users/${id}/tags/vip`, { body: { reason: 'x' } })).status).toBe(400);
    expect(await engine.head()).toBe(head);
  });

  it('has at most 50 custom fields and 50 tags', async () => {
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}`, i]));
    const tags = Array.from({ length: 50 }, (_, i) => `t${i}`);
    const id = await create({ name: 'Full', locale: 'fr', timeZone: 'Europe/Paris', details: 'd', notes: 'n', fields, tags });
    expect(await patch(id, { fields: { more: 1 } })).toMatchObject({ status: 422, body: { code: 'profile-limit-reached' } });
    expect((await patch(id, { fields: { more: 1, f0: null } })).status).toBe(200);
    expect(await engine.post(`/v1/end-users/${id}/tags`, { tags: ['more'] })).toMatchObject({ status: 422, body: { code: 'profile-limit-reached' } });
    expect((await engine.call('DELETE', `/v1/end-users/${id}/tags/t0`)).status).toBe(204);
    expect((await engine.post(`/v1/end-users/${id}/tags`, { tags: ['more'] })).status).toBe(200);
  });
});

describe('tags and notes', () => {
  it('are put on and taken off, whatever is in their names', async () => {
    const id = await create({ name: 'Tagged', tags: ['vip'] });
    const odd = 'très / urgent?';
    const put = await engine.post(`/v1/end-users/${id}/tags`, { tags: ['vip', odd, 'new'] });
    expect([put.status, put.body]).toEqual([200, { id, canonicalId: id }]);
    expect(new Set((await read(id, put)).body.tags)).toEqual(new Set(['vip', odd, 'new']));
    await engine.call('DELETE', `/v1/end-users/${id}/tags/vip`);
    const off = await engine.call('DELETE', `/v1/end-users/${id}/tags/${encodeURIComponent(odd)}`);
    expect([off.status, off.text]).toEqual([204, '']);
    const shown = await read(id, off);
    expect([shown.body.tags, shown.headers.get('etag')]).toEqual([['new'], off.headers.get('etag')]);
    expect((await timeline(id, off)).map(({ kind }) => kind)).toEqual(['untagged', 'untagged', 'tagged', 'created']);
  });

  it('stand in the timeline', async () => {
    const id = await create({ name: 'Noted' });
    const path = `/v1/end-users/${id}/notes`;
    expect((await engine.post(path, { note: 'Calls after six.' })).status).toBe(201);
    const second = await engine.post(path, { note: 'Calls after six.' }, { headers: { 'kith-on-behalf-of': 'agent-17' } });
    const entries = await timeline(id, second);
    expect(entries.map(({ kind }) => kind)).toEqual(['noted', 'noted', 'created']);
    expect(Object.values(entries[0] ?? {})).toContain('Calls after six.');
  });
});

describe('contact points of a profile', () => {
  it('are verified once, and one of each channel is the primary one', async () => {
    const id = await create({ name: 'Points', contactPoints: [email('one@example.org'), email('two@example.org')] });
    const path = `/v1/end-users/${id}/contact-points/email`;
    const verified = await engine.call('POST', `${path}/TWO@example.org/verify`);
    expect([verified.status, verified.body]).toEqual([
      200,
      { endUserId: id, canonicalId: id, channel: 'email', scope: '', key: 'two@example.org', verified: true },
    ]);
    expect((await engine.call('POST', `${path}/two@example.org/verify`)).headers.get('kith-position')).toBeNull();
    const chosen = await engine.call('POST', `${path}/two@example.org/primary`);
    expect([chosen.status, chosen.body]).toEqual([
      200,
      { endUserId: id, canonicalId: id, channel: 'email', scope: '', key: 'two@example.org', verified: true },
    ]);
    const points = (await read(id, chosen)).body.contactPoints.map(({ key, verified: v, primary }: Record<string, unknown>) => [key, v, primary]);
    expect(points.sort()).toEqual([
      ['one@example.org', false, false],
      ['two@example.org', true, true],
    ]);
    const kinds = (await timeline(id, chosen)).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['primary-chosen', 'contact-point-verified']);
    const detached = await engine.call('DELETE', `${path}/two@example.org`);
    expect((await read(id, detached)).body.contactPoints).toMatchObject([{ key: 'one@example.org', primary: true }]);
  });

  it('are refused by the part of the path that is wrong', async () => {
    const id = await create({ name: 'Paths', contactPoints: [email('paths@example.org')] });
    const path = `/v1/end-users/${id}/contact-points`;
    for (const action of ['verify', 'primary']) {
      expect((await engine.call('POST', `${path}/email/never@example.org/${action}`)).body.code).toBe('contact-point-not-held');
      expect(await engine.call('POST', `${path}/fax/1/${action}`)).toMatchObject({
        status: 422,
        body: { code: 'channel-unknown', errors: [{ parameter: 'channel' }] },
      });
      expect(await engine.call('POST', `${path}/email/nonsense/${action}`)).toMatchObject({ status: 422, body: { errors: [{ parameter: 'value' }] } });
      expect(await engine.call('POST', `${path}/external/1/${action}`)).toMatchObject({ status: 422, body: { errors: [{ parameter: 'scope' }] } });
      expect((await engine.call('POST', `${path}/email/paths@example.org/${action}`, { body: { verified: true } })).status).toBe(400);
    }
    expect(await engine.call('DELETE', `${path}/email/nonsense`)).toMatchObject({ status: 422, body: { errors: [{ parameter: 'value' }] } });
  });
});

describe('If-Match', () => {
  const etagOf = async (id: string, after: Answer) => (await read(id, after)).headers.get('etag') ?? '';

  it('lets a write through while nothing was edited, and refuses it after', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Matched' });
    const { id } = created.body;
    const seen = created.headers.get('etag') ?? '';
    expect((await patch(id, { name: 'First' }, { 'if-match': seen })).status).toBe(200);
    const stale = await patch(id, { name: 'Second' }, { 'if-match': seen });
    expect(stale).toMatchObject({ status: 412, body: { code: 'state-changed' } });
    const attached = await engine.post(`/v1/end-users/${id}/contact-points`, email('matched@example.org'));
    const before = await etagOf(id, attached);
    const detached = await engine.call('DELETE', `/v1/end-users/${id}/contact-points/email/matched@example.org`);
    await read(id, detached);
    const writes: [string, string, unknown][] = [
      ['PATCH', '', { name: 'Third' }],
      ['POST', '/tags', { tags: ['x'] }],
      ['DELETE', '/tags/x', undefined],
      ['POST', '/suspend', undefined],
      ['POST', '/reinstate', undefined],
      ['DELETE', '', undefined],
      ['POST', '/restore', undefined],
    ];
    const now = await etagOf(id, detached);
    for (const [method, path, body] of writes) {
      const refused = await engine.call(method, `/v1/end-users/${id}${path}`, { body, headers: { 'if-match': before } });
      expect([method, path, refused.status, refused.body?.code]).toEqual([method, path, 412, 'state-changed']);
    }
    let tag = now;
    for (const [method, path, body] of writes) {
      const done = await engine.call(method, `/v1/end-users/${id}${path}`, { body, headers: { 'if-match': tag } });
      expect([method, path, done.status < 300, done.text]).toEqual([method, path, true, expect.anything()]);
      tag = await etagOf(id, done);
    }
  });

  it('is not disturbed by a customer who writes meanwhile', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Chatting', contactPoints: [email('chat@example.org')] });
    const { id } = created.body;
    const seen = await etagOf(id, created);
    const said = await engine.post('/v1/interactions', { source: 'chat', id: '1', channel: 'email', contactPoints: [email('chat@example.org')] });
    expect(await etagOf(id, said)).not.toBe(seen);
    expect((await patch(id, { notes: 'in a chat' }, { 'if-match': seen })).status).toBe(200);
  });

  it('is a list of strong tags of this end user, or anything', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Tags' });
    const other = await engine.post('/v1/end-users', { name: 'Other' });
    const { id } = created.body;
    const [seen, theirs] = [created.headers.get('etag') ?? '', other.headers.get('etag') ?? ''];
    const codes: [string, number][] = [
      [`W/${seen}`, 412],
      [theirs, 412],
      ['"something"', 412],
      [`"${id}.x"`, 412],
      [`"${id}.0"`, 412],
      [`"${id}.01"`, 412],
      [`"${id}.99999999999999999999"`, 412],
      ['something', 400],
      [seen.slice(1), 400],
      [`${seen} ${seen}`, 400],
      [',', 400],
      ['', 400],
      ['*', 200],
    ];
    for (const [tag, status] of codes) expect([tag, (await patch(id, { notes: 'n' }, { 'if-match': tag })).status]).toEqual([tag, status]);
    const now = await etagOf(id, await patch(id, { notes: 'now' }));
    expect((await patch(id, { name: 'Listed' }, { 'if-match': `${theirs}, W/${now} ,${now},"${id}.0"` })).status).toBe(200);
    expect((await patch(id, { name: 'Again' }, { 'if-match': 'something' })).body.errors).toMatchObject([{ header: 'If-Match' }]);
  });

  it('is refused where it would be ignored', async () => {
    const id = await create({ name: 'Unconditional' });
    const path = `/v1/end-users/${id}`;
    for (const [method, at, body] of [
      ['POST', '/v1/end-users', { name: 'x' }],
      ['POST', `${path}/notes`, { note: 'x' }],
      ['POST', `${path}/contact-points`, email('cond@example.org')],
      ['POST', `${path}/contact-points/email/cond@example.org/verify`, undefined],
      ['POST', '/v1/contact-points/share', email('cond@example.org')],
      ['POST', '/v1/interactions', { source: 's', id: 'cond', channel: 'email', contactPoints: [] }],
    ] as const) {
      const { status, body: problem } = await engine.call(method, at, { body, headers: { 'if-match': '*' } });
      expect([at, status, problem.errors]).toEqual([at, 400, [expect.objectContaining({ header: 'If-Match' })]]);
    }
  });

  it('lets one of ten through who saw the same', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Raced' });
    const { id } = created.body;
    const headers = { 'if-match': created.headers.get('etag') ?? '' };
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => patch(id, { name: `Racer ${i}` }, headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    const won = answers.findIndex(({ status }) => status === 200);
    expect((await read(id, answers[won] as Answer)).body.name).toBe(`Racer ${won}`);
  });

  it('does not stand in the way of a retry', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Retried' });
    const headers = { 'if-match': created.headers.get('etag') ?? '', 'idempotency-key': 'retried' };
    const first = await patch(created.body.id, { name: 'Once' }, headers);
    const meanwhile = await patch(created.body.id, { name: 'Meanwhile' });
    const again = await patch(created.body.id, { name: 'Once' }, headers);
    expect([again.status, again.headers.get('kith-position')]).toEqual([200, first.headers.get('kith-position')]);
    expect((await read(created.body.id, meanwhile)).body.name).toBe('Meanwhile');
  });
});
