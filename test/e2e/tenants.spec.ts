import { randomUUID } from 'node:crypto';
import { aboutNoTenant, endless, operationsOf, type RouteCase, readCases, Subjects, writeCases } from '../support/route-cases';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';
import { leaked as leakedIn, tellsOf as tellsIn } from '../support/tells';

jest.setTimeout(300_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
let engine: RunningEngine;
let ours: Subjects;
let theirs: Subjects;
beforeAll(async () => {
  engine = await RunningEngine.start({
    settings: { ...presetKey, KITH_OPERATOR_KEY: operatorKey, KITH_RATE_LIMIT: '0', KITH_WEBHOOK_PRIVATE_TARGETS: 'true', KITH_LOG_LEVEL: 'error' },
  });
  const { body } = await engine.post('/v1/tenants', { tenant: 'theirs' }, { key: operatorKey });
  ours = new Subjects(engine, engine.key, 'oursecret', operatorKey);
  theirs = new Subjects(engine, body.adminKey.key, 'theirsecret', operatorKey);
});
afterAll(() => engine.discard());

const cases = { ...writeCases, ...readCases };
const methodOf = (name: string) => name.split(' ')[0] as string;
const send = (name: string, { path, body }: RouteCase, key: string, headers: Record<string, string> = {}) =>
  engine.call(methodOf(name), path, { key, headers, ...(body !== undefined && { body }) });

/** What an answer to us tells. */
const tellsOf = ({ text }: Pick<Answer, 'text'>): string[] => tellsIn(text, 'oursecret');
const leaked = ({ text }: Answer, known: ReadonlySet<string>, asked: string): string[] => leakedIn(text, known, asked);

/** Our whole log, as it is told to us. */
const ourLog = async () => (await engine.get('/v1/events?personal=true')).text;

it('every route of the document is about a tenant and has a case, or is about none', async () => {
  const names = (await operationsOf(engine)).map(({ name }) => name);
  expect([...Object.keys(cases), ...aboutNoTenant, endless].sort()).toEqual(names.sort());
});

it('with ids, idempotency keys and bodies of another tenant there is nothing to see, and nothing to change', async () => {
  const known = new Set<string>();
  const used: { name: string; request: RouteCase; headers: Record<string, string>; second: Record<string, string>; answer: Answer }[] = [];
  for (const [name, make] of Object.entries(cases)) {
    if (name === 'POST /v1/tenants') continue;
    const request = await make(ours);
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await send(name, request, ours.key, headers);
    const second = { 'idempotency-key': randomUUID() };
    if (name in writeCases) await send(name, await make(ours), ours.key, second);
    for (const told of [...tellsOf(answer), ...tellsOf({ text: JSON.stringify(request) })]) known.add(told);
    used.push({ name, request, headers, second, answer });
  }
  for (const told of tellsOf({ text: await ourLog() })) known.add(told);
  expect(known.size).toBeGreaterThan(100);
  // What reactors do about our last writes is ours, too.
  await quiet();
  const before = await ourLog();

  // Reads first: once they have written our texts themselves, those are theirs, too.
  used.sort((one, other) => Number(one.name in writeCases) - Number(other.name in writeCases));
  let asked = '';
  for (const { name, request, headers, second, answer } of used) {
    asked += JSON.stringify(request);
    for (const sent of [headers, {}]) {
      const other = await send(name, request, theirs.key, sent);
      expect([name, other.status < 500]).toEqual([name, true]);
      expect([name, other.status, leaked(other, known, asked)]).toEqual([name, other.status, []]);
      // Where the path names a thing of ours, there is no such thing.
      const names = /[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{64}|\/keys\/|oursecret/.test(request.path) && !request.path.includes('?');
      if (names) expect([name, other.status, other.status === 404]).toEqual([name, other.status, true]);
    }
    // An idempotency key is the client's of one tenant: ours still answers as it did, theirs is free for them.
    if (name in writeCases && answer.status < 300) {
      const own = await (cases[name] as (typeof cases)[string])(theirs);
      const again = await send(name, own, theirs.key, second);
      expect([name, again.status, leaked(again, known, asked)]).toEqual([name, answer.status, []]);
    }
  }
  await quiet();
  expect(await ourLog()).toBe(before);
  const heard = (await engine.get('/v1/events?personal=true', { key: theirs.key })).text;
  expect(heard).not.toMatch(/default\./);
});

it('a cursor of another tenant opens nothing of theirs', async () => {
  for (let i = 0; i < 3; i++) {
    for (const tenant of [ours, theirs]) {
      await tenant.openInteraction();
      const { at, id } = await tenant.holder();
      await tenant.post(`${at}/verify`, {});
      await tenant.post(`/v1/end-users/${id}/notes`, { note: tenant.token });
      await tenant.webhook();
      await tenant.merge();
      await tenant.difference();
      await tenant.duplicate();
      await tenant.member();
      await tenant.ticket();
      await engine.call('PATCH', '/v1/settings', { key: tenant.key, body: { blocklist: [{ channel: null, value: `${tenant.token}-${i}` }] } });
    }
  }
  const { body } = await engine.post('/v1/interactions', ours.interaction());
  const position = body.position as string;
  const lists = [
    '/v1/end-users?limit=1',
    '/v1/interactions?outcome=unidentified&limit=1',
    '/v1/keys?limit=1',
    '/v1/settings/history?limit=1',
    '/v1/merges?limit=1',
    '/v1/differences?limit=1',
    '/v1/duplicates?limit=1',
    '/v1/organizations?limit=1',
    '/v1/tickets?limit=1',
  ];
  for (const list of lists) {
    const page = await engine.get(list, { headers: { 'kith-after': position } });
    expect([list, page.status, typeof page.body.nextCursor]).toEqual([list, 200, 'string']);
    const other = await engine.get(`${list}&cursor=${encodeURIComponent(page.body.nextCursor)}`, { key: theirs.key });
    expect([list, [200, 400].includes(other.status), other.text.includes('oursecret')]).toEqual([list, true, false]);
    for (const told of tellsOf(page)) expect([list, other.text.includes(told)]).toEqual([list, false]);
  }
});

it('the events that another tenant follows are its own', async () => {
  const stop = new AbortController();
  const followed = await fetch(`${engine.url}/v1/events/live?after=0`, { headers: { authorization: `Bearer ${theirs.key}` }, signal: stop.signal });
  const marker = await theirs.endUser();
  let heard = '';
  for await (const chunk of followed.body as ReadableStream<Uint8Array>) {
    heard += new TextDecoder().decode(chunk);
    if (heard.includes(marker)) break;
  }
  stop.abort();
  expect(heard).toContain('"endUser-theirs.');
  expect(heard).not.toMatch(/default\./);
});

/** Waits until the log does not grow any more: certificates of erasures are the last that come. */
async function quiet(): Promise<void> {
  for (let last = '', left = 100; left > 0; left--) {
    const head = await engine.head();
    if (head === last && (await areCertified())) return;
    last = head;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

async function areCertified(): Promise<boolean> {
  const logs = await Promise.all([ours, theirs].map(async ({ key }) => (await engine.get('/v1/events', { key })).text));
  const events = logs.flatMap((log) => log.split('\n').filter(Boolean)).map((line) => JSON.parse(line));
  const erased = events.filter(({ type, data }) => type === 'EndUserErased' && (data.scope === 'profile' || data.members.length > 0));
  return erased.length === events.filter(({ type }) => type === 'EndUserErasureCertified').length;
}
