import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

type Write = readonly [key: string, method: string, path: string, body: object | undefined, other: object | undefined];

/** Every write on what is there, in an order in which each does something. */
async function writes(): Promise<readonly Write[]> {
  const mail = (value: string) => ({ channel: 'email', value });
  const { body: one } = await engine.post('/v1/end-users', { name: 'One', contactPoints: [mail('one@example.org'), mail('two@example.org')] });
  const { body: two } = await engine.post('/v1/end-users', { name: 'Two' });
  const path = `/v1/end-users/${one.id}`;
  const point = `${path}/contact-points/email/two@example.org`;
  return [
    ['change', 'PATCH', path, { name: 'Uno', fields: { plan: 'gold' } }, { name: 'Other' }],
    ['tag', 'POST', `${path}/tags`, { tags: ['vip'] }, { tags: ['other'] }],
    ['untag', 'DELETE', `${path}/tags/vip`, undefined, undefined],
    ['note', 'POST', `${path}/notes`, { note: 'Noted.' }, { note: 'Other.' }],
    ['verify', 'POST', `${point}/verify`, undefined, undefined],
    ['primary', 'POST', `${point}/primary`, undefined, undefined],
    ['suspend', 'POST', `${path}/suspend`, { reason: 'a' }, { reason: 'b' }],
    ['reinstate', 'POST', `${path}/reinstate`, undefined, { reason: 'b' }],
    ['transfer', 'POST', `${point}/transfer`, { toEndUserId: two.id, cause: 'corrected' }, { toEndUserId: two.id, cause: 'reassigned' }],
    ['share', 'POST', '/v1/contact-points/share', mail('two@example.org'), mail('one@example.org')],
    ['unshare', 'POST', '/v1/contact-points/unshare', mail('two@example.org'), { ...mail('two@example.org'), reason: 'b' }],
    ['attach', 'POST', `${path}/contact-points`, mail('three@example.org'), { ...mail('three@example.org'), verified: true }],
    ['detach', 'DELETE', `${path}/contact-points/email/three@example.org`, undefined, undefined],
  ];
}

/** What must stay the same for ever: status, ids and position. Whether a point is verified is told as it is by now. */
const told = ({ status, headers, body }: Answer) => [status, body && { ...body, verified: undefined }, headers.get('kith-position')];
const send = ([key, method, path]: Write, body: object | undefined) => engine.call(method, path, { body, headers: { 'idempotency-key': key } });

it('every write on an end user answers its retries as it did, six at once and after all others, and does it once', async () => {
  const all = await writes();
  const first = new Map<string, unknown>();
  for (const write of all) {
    const [key, , , body] = write;
    const before = await engine.head();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(write, body)));
    const done = answers.filter(({ status }) => status < 300);
    for (const { status, body: problem } of answers) if (status >= 300) expect([key, status, problem.code]).toEqual([key, 409, 'command-in-progress']);
    expect([key, new Set(done.map((answer) => JSON.stringify(told(answer)))).size]).toEqual([key, 1]);
    // A transfer is two events in one append.
    const position = done[0]?.headers.get('kith-position');
    expect([key, await engine.head(), await engine.eventsAfter(before)]).toEqual([key, position, key === 'transfer' ? 2 : 1]);
    first.set(key, told(done[0] as Answer));
  }
  const head = await engine.head();
  const [, , , , verify] = all;
  expect((await send(verify as Write, undefined)).body.verified).toBe(true);
  for (const write of all) expect([write[0], told(await send(write, write[3]))]).toEqual([write[0], first.get(write[0])]);
  for (const write of all.filter(([, , , , other]) => other)) {
    const { status, body } = await send(write, write[4]);
    const elsewhere = write[0] === 'share';
    // Another contact point has another stream: there, the key is new.
    expect([write[0], status, body.code]).toEqual(elsewhere ? [write[0], 200, undefined] : [write[0], 422, 'idempotency-key-reused']);
  }
  expect(await engine.eventsAfter(head)).toBe(1);
});
