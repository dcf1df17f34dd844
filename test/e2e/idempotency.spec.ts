import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeEach(async () => {
  engine = await RunningEngine.start();
});
afterEach(() => engine.discard());

const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });
/** What must stay the same for ever: status, ids, outcome and position. The explanation may be told in other words. */
const told = ({ status, headers, body }: { status: number; headers: Headers; body: unknown }) => ({
  status,
  body: withoutWhy(body),
  position: headers.get('kith-position'),
});
const withoutWhy = (body: unknown): unknown => (Array.isArray(body) ? body.map(withoutWhy) : { ...(body as object), why: undefined });

/** One write of each kind, as somebody would retry it. */
async function writes(): Promise<readonly (readonly [method: string, path: string, key: string, body: object, other: object])[]> {
  const { body: person } = await engine.post('/v1/end-users', { name: 'P' });
  const { body: call } = await engine.post('/v1/interactions', { source: 'pbx', id: 'open', channel: 'phone', contactPoints: [] });
  const mail = (value: string) => ({ channel: 'email', value });
  const interaction = (id: string) => ({ source: 's', id, channel: 'email', contactPoints: [mail(`${id}@example.org`)] });
  return [
    ['POST', '/v1/end-users', 'create', { name: 'A', contactPoints: [mail('a@example.org')] }, { name: 'B', contactPoints: [mail('a@example.org')] }],
    ['POST', '/v1/end-users', 'bare-create', { name: 'Nobody else' }, { name: 'Somebody else' }],
    ['POST', `/v1/end-users/${person.id}/contact-points`, 'attach', mail('p@example.org'), { ...mail('p@example.org'), verified: true }],
    ['POST', '/v1/interactions', 'record', interaction('m1'), { ...interaction('m1'), summary: 'other' }],
    [
      'POST',
      '/v1/resolve',
      'resolve',
      { contactPoints: [mail('r@example.org')], create: true },
      { contactPoints: [mail('r@example.org')], create: true, profile: { name: 'R' } },
    ],
    ['POST', `/v1/interactions/${call.interactionId}/assign`, 'assign', { endUserId: person.id }, { endUserId: person.id, reason: 'other' }],
    ['PATCH', '/v1/settings', 'settings', { defaultRegion: 'FR' }, { defaultRegion: 'DE' }],
    ['POST', '/v1/interactions', 'batch', [interaction('b1'), interaction('b2')], [interaction('b3')]],
  ];
}

it('the same key is the same command: three times, and after the engine was killed', async () => {
  const all = await writes();
  const first = new Map<string, object>();
  for (const [method, path, key, body] of all) {
    const answer = told(await engine.call(method, path, { body, ...keyed(key) }));
    expect([key, answer.status < 300]).toEqual([key, true]);
    first.set(key, answer);
    for (let again = 0; again < 2; again++) expect([key, told(await engine.call(method, path, { body, ...keyed(`"${key}"`) }))]).toEqual([key, answer]);
  }
  const head = await engine.head();
  await engine.stop('SIGKILL');
  const { key: adminKey, folder } = engine;
  engine = await RunningEngine.start({ folder });
  engine.key = adminKey;
  for (const [method, path, key, body] of all) expect([key, told(await engine.call(method, path, { body, ...keyed(key) }))]).toEqual([key, first.get(key)]);
  expect(await engine.head()).toBe(head);
});

it('the same key with another payload is refused, and changes nothing', async () => {
  for (const [method, path, key, body, other] of await writes()) {
    if (key === 'batch') continue;
    await engine.call(method, path, { body, ...keyed(key) });
    const head = await engine.head();
    const refused = await engine.call(method, path, { body: other, ...keyed(key) });
    expect([key, refused.status, refused.body.code]).toEqual([key, 422, 'idempotency-key-reused']);
    expect([key, await engine.head()]).toEqual([key, head]);
  }
});

it('the same key at the same time is one command: one answer, or "still running"', async () => {
  const body = { name: 'At once', contactPoints: [{ channel: 'email', value: 'once@example.org' }] };
  const answers = await Promise.all(Array.from({ length: 20 }, () => engine.post('/v1/end-users', body, keyed('at-once'))));
  const done = answers.filter(({ status }) => status === 201);
  expect(done.length).toBeGreaterThan(0);
  expect(new Set(done.map((answer) => JSON.stringify(told(answer)))).size).toBe(1);
  for (const answer of answers) if (answer.status !== 201) expect([answer.status, answer.body.code]).toEqual([409, 'command-in-progress']);
  expect(told(await engine.post('/v1/end-users', body, keyed('at-once')))).toEqual(told(done[0] as (typeof done)[0]));
});

it('keys of different clients are different keys, and survive a change of the API key', async () => {
  const desk = await engine.keyFor('service');
  const mine = await engine.post('/v1/end-users', { name: 'A' }, keyed('k'));
  const theirs = await engine.post('/v1/end-users', { name: 'B' }, { ...keyed('k'), key: desk });
  expect([theirs.status, theirs.body.id === mine.body.id]).toEqual([201, false]);
  const rotated = await engine.keyFor('service');
  expect(told(await engine.post('/v1/end-users', { name: 'B' }, { ...keyed('k'), key: rotated }))).toEqual(told(theirs));
});

it('a refusal is decided afresh: the same key succeeds once the reason is gone', async () => {
  const { body: holder } = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'email', value: 'busy@example.org' }] });
  const body = { name: 'Later', contactPoints: [{ channel: 'email', value: 'busy@example.org' }] };
  expect((await engine.post('/v1/end-users', body, keyed('later'))).status).toBe(409);
  await engine.call('DELETE', `/v1/end-users/${holder.id}/contact-points/email/busy@example.org`);
  expect((await engine.post('/v1/end-users', body, keyed('later'))).status).toBe(201);
});
