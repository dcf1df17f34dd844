import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
});
afterAll(() => engine.discard());

const knowing = (answer: { headers: Headers }) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
let mails = 0;
const mail = (value: string, more: object = {}) => ({
  source: 'helpdesk',
  id: `mail-${++mails}`,
  channel: 'email',
  contactPoints: [{ channel: 'email', value }],
  ...more,
});
const withheld = () => ({ source: 'pbx', id: `call-${++mails}`, channel: 'phone', via: 'voice', contactPoints: [{ channel: 'phone', value: 'anonymous' }] });

it('finds or creates the customer, remembers what happened, and shows it in the timeline', async () => {
  const first = await engine.post(
    '/v1/interactions',
    mail('Ana@example.org', { profile: { name: 'Ana' }, summary: 'Where is my order?', occurredAt: '2026-03-03T10:00:00+01:00' }),
  );
  expect([first.status, first.body.outcome]).toEqual([201, 'created']);
  expect(first.body.position).toBe(first.headers.get('kith-position'));
  const second = await engine.post('/v1/interactions', {
    ...mail('ana@EXAMPLE.org', { occurredAt: '2026-03-04T08:00:00Z' }),
    contactPoints: [
      { channel: 'email', value: 'ana@EXAMPLE.org' },
      { channel: 'phone', value: '+33611111111' },
    ],
  });
  const { endUserId } = first.body;
  expect([second.status, second.body.outcome, second.body.endUserId]).toEqual([201, 'matched', endUserId]);
  expect(second.body.attached).toEqual([{ channel: 'phone', scope: '', key: '+33611111111' }]);
  expect(second.body.why).toContainEqual({ rule: 'held-by', channel: 'email', key: 'ana@example.org', endUserId });
  const { items } = (await engine.get(`/v1/end-users/${endUserId}/timeline`, knowing(second))).body;
  const interactions = items.filter(({ kind }: { kind: string }) => kind === 'interaction');
  expect(interactions).toMatchObject([
    { occurredAt: '2026-03-04T08:00:00.000Z', channel: 'email', key: 'ana@example.org', direction: 'inbound' },
    { occurredAt: '2026-03-03T09:00:00.000Z', summary: 'Where is my order?', interactionId: first.body.interactionId },
  ]);
});

it('shows a timeline page by page, each entry once', async () => {
  const { endUserId, position } = (await engine.post('/v1/interactions', mail('pages@example.org'))).body;
  const rest = await engine.post(
    '/v1/interactions',
    Array.from({ length: 10 }, () => mail('pages@example.org')),
  );
  expect(BigInt(rest.headers.get('kith-position') ?? 0)).toBeGreaterThan(BigInt(position));
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await engine.get(`/v1/end-users/${endUserId}/timeline?limit=4${cursor}`, knowing(rest));
    seen.push(...body.items.map(({ kind, interactionId }: Record<string, string>) => interactionId ?? kind));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(seen.length).toBe(13);
  expect(new Set(seen).size).toBe(13);
});

it('tells a message that is reported twice that it is known', async () => {
  const given = mail('twice@example.org');
  const first = await engine.post('/v1/interactions', given);
  const head = await engine.head();
  const second = await engine.post('/v1/interactions', given);
  expect([second.status, second.body.outcome]).toEqual([200, 'repeated']);
  expect([second.body.endUserId, second.body.interactionId]).toEqual([first.body.endUserId, first.body.interactionId]);
  expect(await engine.head()).toBe(head);
});

it('keeps a call that leaves no address, lists it, and lets somebody say whose it was', async () => {
  const call = await engine.post('/v1/interactions', withheld());
  expect([call.status, call.body.outcome, call.body.endUserId]).toEqual([201, 'unidentified', null]);
  const open = async (options: object) =>
    (await engine.get('/v1/interactions?outcome=unidentified&limit=200', options)).body.items.map(({ id }: { id: string }) => id);
  expect(await open(knowing(call))).toContain(call.body.interactionId);
  const { body: person } = await engine.post('/v1/end-users', { name: 'Caller' });
  const assign = `/v1/interactions/${call.body.interactionId}/assign`;
  const assigned = await engine.post(assign, { endUserId: person.id, reason: 'she said so' });
  expect([assigned.status, assigned.body]).toEqual([
    200,
    { interactionId: call.body.interactionId, endUserId: person.id, canonicalId: person.id, organizationId: null },
  ]);
  expect(await open(knowing(assigned))).not.toContain(call.body.interactionId);
  expect((await engine.get(`/v1/end-users/${person.id}/timeline`)).body.items).toContainEqual(
    expect.objectContaining({ interactionId: call.body.interactionId, via: 'voice' }),
  );
  const { body: other } = await engine.post('/v1/end-users', { name: 'Other' });
  expect(await engine.post(assign, { endUserId: other.id })).toMatchObject({
    status: 409,
    body: { code: 'interaction-already-assigned', holderId: person.id },
  });
});

it('assigns neither what is no interaction nor to who is no end user', async () => {
  const { body: person } = await engine.post('/v1/end-users', { name: 'Somebody' });
  for (const id of ['0'.repeat(64), 'x', '%00'])
    expect([id, (await engine.post(`/v1/interactions/${id}/assign`, { endUserId: person.id })).body.code]).toEqual([id, 'interaction-not-found']);
  const { body: call } = await engine.post('/v1/interactions', withheld());
  const nobody = await engine.post(`/v1/interactions/${call.interactionId}/assign`, { endUserId: '00000000-0000-7000-8000-000000000000' });
  expect(nobody).toMatchObject({ status: 404, body: { code: 'end-user-not-found' } });
});

describe('an array of interactions', () => {
  it('is answered in its order, item by item, and a refused item harms no other', async () => {
    const known = mail('array-known@example.org');
    await engine.post('/v1/interactions', known);
    const { status, body } = await engine.post('/v1/interactions', [
      mail('array-new@example.org'),
      known,
      withheld(),
      { ...mail('x'), channel: 7 },
      { ...mail('x'), contactPoints: [{ channel: 'fax', value: '1' }] },
      mail('array-new@example.org'),
      'no object',
    ]);
    expect(status).toBe(200);
    expect(body.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'created',
      'repeated',
      'unidentified',
      'refused',
      'refused',
      'matched',
      'refused',
    ]);
    expect(body[3].problem).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ pointer: '/3/channel' }] });
    expect(body[4].problem).toMatchObject({ status: 422, code: 'channel-unknown', errors: [{ pointer: '/4/contactPoints/0/channel' }] });
    expect(body[5].endUserId).toBe(body[0].endUserId);
    expect(body[6].problem).toMatchObject({ status: 400 });
  });

  it('of first contacts from one number, however it is written, makes one customer', async () => {
    const written = ['+33622222222', '0033622222222', '+33 6 22 22 22 22', 'tel:+33-6-22-22-22-22'];
    const items = Array.from({ length: 200 }, (_, i) => ({
      source: 'pbx',
      id: `race-${i}`,
      channel: 'phone',
      contactPoints: [{ channel: 'phone', value: written[i % written.length] }],
    }));
    const { body } = await engine.post('/v1/interactions', items);
    expect(new Set(body.map(({ endUserId }: { endUserId: string }) => endUserId)).size).toBe(1);
    expect(body.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['created', ...Array.from({ length: 199 }, () => 'matched')]);
  });

  it('has at most a thousand items', async () => {
    const head = await engine.head();
    const { status, body } = await engine.post(
      '/v1/interactions',
      Array.from({ length: 1001 }, () => mail('many@example.org')),
    );
    expect([status, body.errors[0].pointer]).toEqual([400, '']);
    expect(await engine.head()).toBe(head);
  });
});

describe('resolving', () => {
  it('writes nothing unless it may create', async () => {
    const head = await engine.head();
    const contactPoints = [{ channel: 'email', value: 'resolve@example.org' }];
    expect(await engine.post('/v1/resolve', { contactPoints })).toMatchObject({
      status: 200,
      body: { outcome: 'unidentified', endUserId: null, position: null },
    });
    expect(await engine.head()).toBe(head);
    const created = await engine.post('/v1/resolve', { contactPoints, create: true, profile: { name: 'Resa' } });
    expect([created.status, created.body.outcome, created.body.interactionId]).toEqual([201, 'created', null]);
    const matched = await engine.post('/v1/resolve', { contactPoints });
    expect([matched.status, matched.body.outcome, matched.body.endUserId]).toEqual([200, 'matched', created.body.endUserId]);
  });
});
