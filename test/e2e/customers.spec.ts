import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
});
afterAll(() => engine.discard());

const knowing = (answer: { headers: Headers }) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const email = (value: string, verified = false) => ({ channel: 'email', value, verified });
const phone = (value: string) => ({ channel: 'phone', value });
const create = async (name: string, ...contactPoints: object[]) => (await engine.post('/v1/end-users', { name, contactPoints })).body.id as string;

describe('end users', () => {
  it('are created with their contact points, and read as they were given', async () => {
    const created = await engine.post('/v1/end-users', {
      name: 'Léa Martin',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      tags: ['vip'],
      fields: { plan: 'gold', seats: 3, trial: false },
      contactPoints: [email('Lea@Example.org', true), phone('06 12 34 56 78')],
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(created.headers.get('location')).toBe(`/v1/end-users/${id}`);
    const read = await engine.get(`/v1/end-users/${id}`, knowing(created));
    expect(read.status).toBe(200);
    expect(read.headers.get('etag')).toBe(created.headers.get('etag'));
    expect(read.body).toMatchObject({
      id,
      canonicalId: id,
      status: 'active',
      origin: 'api',
      name: 'Léa Martin',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      details: null,
    });
    expect(read.body).toMatchObject({
      tags: ['vip'],
      fields: { plan: 'gold', seats: 3, trial: false },
      organizations: [],
      mergedFrom: [],
      sources: { name: id, locale: id },
    });
    const points = read.body.contactPoints.map(({ value, key, verified, primary }: Record<string, unknown>) => ({ value, key, verified, primary }));
    expect(points).toContainEqual({ value: 'Lea@Example.org', key: 'lea@example.org', verified: true, primary: true });
    expect(points).toContainEqual({ value: '06 12 34 56 78', key: '+33612345678', verified: false, primary: true });
  });

  it('are not sent again to who has them as they are', async () => {
    const created = await engine.post('/v1/end-users', { name: 'Cached' });
    const path = `/v1/end-users/${created.body.id}`;
    const etag = (await engine.get(path, knowing(created))).headers.get('etag') ?? '';
    expect((await engine.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const attached = await engine.post(`${path}/contact-points`, email('cached@example.org'));
    const again = await engine.get(path, { headers: { 'if-none-match': etag, 'kith-after': attached.headers.get('kith-position') ?? '' } });
    expect([again.status, again.headers.get('etag')]).toEqual([200, expect.not.stringMatching(etag)]);
  });

  it('are not created with a contact point of somebody else, and the answer names the holder', async () => {
    const holderId = await create('Holder', email('held@example.org'));
    const before = await engine.head();
    const refused = await engine.post('/v1/end-users', { contactPoints: [email('free@example.org'), email('HELD@example.org')] });
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toMatch('application/problem+json');
    expect(refused.body).toMatchObject({ type: '/problems/contact-point-taken', status: 409, code: 'contact-point-taken', holderId });
    expect(await engine.head()).toBe(before);
    expect((await engine.get('/v1/contact-points/email/free@example.org')).status).toBe(404);
  });

  it('that nobody knows are not found, whatever the id looks like', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'no-uuid', '%00']) {
      const { status, body } = await engine.get(`/v1/end-users/${id}`);
      expect([id, status, body.code]).toEqual([id, 404, 'end-user-not-found']);
      expect((await engine.get(`/v1/end-users/${id}/timeline`)).status).toBe(404);
      expect((await engine.post(`/v1/end-users/${id}/contact-points`, email('lost@example.org'))).status).toBe(404);
    }
  });
});

describe('contact points', () => {
  it('answer who is behind them, however they are written', async () => {
    const made = await engine.post('/v1/end-users', { name: 'Nils', contactPoints: [phone('+33 7 11 22 33 44')] });
    for (const written of ['+33711223344', '07.11.22.33.44', 'tel:+33-7-11-22-33-44', '0033711223344']) {
      const { status, body } = await engine.get(`/v1/contact-points/phone/${encodeURIComponent(written)}`, knowing(made));
      expect([written, status]).toEqual([written, 200]);
      expect(body).toEqual({
        channel: 'phone',
        scope: '',
        key: '+33711223344',
        shared: false,
        holders: [{ endUserId: made.body.id, canonicalId: made.body.id, name: 'Nils', since: expect.stringMatching(/Z$/), verified: false }],
      });
    }
  });

  it('are attached once, verified later, detached, and free again', async () => {
    const id = await create('Mover');
    const path = `/v1/end-users/${id}/contact-points`;
    const attached = await engine.post(path, email('mover@example.org'));
    expect([attached.status, attached.body]).toEqual([
      201,
      { endUserId: id, canonicalId: id, channel: 'email', scope: '', key: 'mover@example.org', verified: false },
    ]);
    const again = await engine.post(path, email('MOVER@example.org'));
    expect([again.status, again.headers.get('kith-position')]).toEqual([200, null]);
    expect(await engine.post(path, email('mover@example.org', true))).toMatchObject({ status: 201, body: { verified: true } });
    const detached = await engine.call('DELETE', `${path}/email/mover@example.org`);
    expect([detached.status, detached.text]).toEqual([204, '']);
    expect((await engine.get('/v1/contact-points/email/mover@example.org', knowing(detached))).body.code).toBe('contact-point-unknown');
    expect((await engine.call('DELETE', `${path}/email/mover@example.org`)).status).toBe(204);
    expect((await engine.call('DELETE', `${path}/email/never@example.org`)).body.code).toBe('contact-point-not-held');
    expect((await engine.post(`/v1/end-users/${await create('Next')}/contact-points`, email('mover@example.org'))).status).toBe(201);
  });

  it('tell who held them at a moment of the past', async () => {
    const id = await create('Then', email('then@example.org'));
    const moment = new Date().toISOString();
    // Times are told in milliseconds, and an engine can be quicker than that.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const gone = await engine.call('DELETE', `/v1/end-users/${id}/contact-points/email/then@example.org`);
    expect((await engine.get('/v1/contact-points/email/then@example.org', knowing(gone))).status).toBe(404);
    const past = await engine.get(`/v1/contact-points/email/then@example.org?asOf=${moment}`, knowing(gone));
    expect(past.body.holders).toMatchObject([{ endUserId: id }]);
    expect((await engine.get('/v1/contact-points/email/then@example.org?asOf=2020-01-01T00:00:00Z')).status).toBe(404);
  });

  it('of other systems need their scope, and are apart by it', async () => {
    const made = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'external', scope: 'shop', value: '4711' }] });
    expect((await engine.get('/v1/contact-points/external/4711?scope=shop', knowing(made))).status).toBe(200);
    expect((await engine.get('/v1/contact-points/external/4711?scope=erp')).status).toBe(404);
    expect(await engine.get('/v1/contact-points/external/4711')).toMatchObject({ status: 422, body: { errors: [{ parameter: 'scope' }] } });
  });

  it('are looked up by the thousand, in order, with null for nobody and for what is no address', async () => {
    const made = await engine.post('/v1/end-users', { contactPoints: [email('batch@example.org')] });
    const asked = Array.from({ length: 999 }, (_, i) => ({ channel: 'email', value: `nobody${i}@example.org` }));
    const contactPoints = [...asked, { channel: 'email', value: 'BATCH@example.org' }];
    const { status, body } = await engine.post('/v1/contact-points/lookup', { contactPoints }, knowing(made));
    expect([status, body.items.length, body.items.filter(Boolean).length]).toEqual([200, 1000, 1]);
    expect(body.items[999].holders[0].endUserId).toBe(made.body.id);
    const odd = await engine.post('/v1/contact-points/lookup', { contactPoints: [{ channel: 'email', value: 'no address' }, contactPoints[999]] });
    expect(odd.body.items).toEqual([null, body.items[999]]);
    const unknown = await engine.post('/v1/contact-points/lookup', { contactPoints: [contactPoints[0], { channel: 'fax', value: '1' }] });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'channel-unknown', errors: [{ pointer: '/contactPoints/1/channel' }] } });
  });
});

describe('reading what was just written', () => {
  it('waits for the position, and gives up on one that does not come', async () => {
    const created = await engine.post('/v1/end-users', { contactPoints: [email('rapid@example.org')] });
    expect((await engine.get('/v1/contact-points/email/rapid@example.org', knowing(created))).status).toBe(200);
    const late = await engine.get('/v1/contact-points/email/rapid@example.org', { headers: { 'kith-after': '999999999' } });
    expect([late.status, late.body.code, late.headers.get('retry-after')]).toEqual([503, 'read-models-behind', '1']);
  });
});
