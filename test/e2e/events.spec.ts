import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { vaultOf, wholeLog } from '../support/at-rest';
import { Follower, type SentEvent } from '../support/follower';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;

const lines = (text: string): SentEvent[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const email = (value: string) => ({ channel: 'email', value });

describe('the events of a tenant', () => {
  let engine: RunningEngine;
  let agent: string;
  let auditor: string;
  let lea: string;
  beforeAll(async () => {
    engine = await RunningEngine.start({ settings: { KITH_OPERATOR_KEY: operatorKey } });
    [agent, auditor] = [await engine.keyFor('agent'), await engine.keyFor('auditor')];
    lea = (await engine.post('/v1/end-users', { name: 'Léa Martin', contactPoints: [email('lea@example.org')] })).body.id;
    await engine.post('/v1/interactions', { source: 'desk', id: 'a', channel: 'email', contactPoints: [email('lea@example.org')], summary: 'Where is it?' });
    await engine.post('/v1/end-users', { name: 'Max' }, { key: agent });
  });
  afterAll(() => engine.discard());

  const events = async (query = '', key?: string) => lines((await engine.get(`/v1/events${query}`, key === undefined ? {} : { key })).text);
  const types = async (query: string) => (await events(query)).map(({ type }) => type);

  it('are read in the order of the log, one a line, up to the end that the answer names', async () => {
    const { status, headers, text } = await engine.get('/v1/events');
    expect([status, headers.get('content-type'), headers.get('kith-position')]).toEqual([200, 'application/x-ndjson', await engine.head()]);
    const read = lines(text);
    expect(read.map(({ type }) => type)).toEqual([
      ...['TenantCreated', 'ApiKeyCreated', 'ApiKeyCreated', 'ApiKeyCreated', 'ApiKeyCreated'],
      ...['ContactPointAttached', 'EndUserCreated', 'InteractionRecorded', 'EndUserCreated'],
    ]);
    const positions = read.map(({ position }) => Number(position));
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
    expect(read.at(-1)?.position).toBe(await engine.head());
    expect(text).not.toContain('secretHash');
  });

  it('go on behind a position, so that parts put together are the whole, however they are cut', async () => {
    const whole = await events();
    for (const limit of [1, 3, 100]) {
      const read: SentEvent[] = [];
      for (let part: SentEvent[]; ; read.push(...part)) {
        part = await events(`?after=${read.at(-1)?.position ?? 0}&limit=${limit}`);
        if (part.length === 0) break;
        expect(part.length).toBeLessThanOrEqual(limit);
      }
      expect(read).toEqual(whole);
    }
  });

  it('are filtered by stream, kind of stream, type, actor and subject, and by all of them together', async () => {
    const agentId = agent.split('_')[1];
    expect(await types(`?stream=endUser-default.${lea}`)).toEqual(['EndUserCreated']);
    expect(await types('?stream=endUser')).toEqual(['EndUserCreated', 'EndUserCreated']);
    expect(await types('?type=TenantCreated&type=ContactPointAttached,InteractionRecorded')).toEqual([
      'TenantCreated',
      'ContactPointAttached',
      'InteractionRecorded',
    ]);
    expect(await types(`?actor=${agentId}`)).toEqual(['EndUserCreated']);
    expect(await types(`?subject=${lea.toUpperCase()}`)).toEqual(['ContactPointAttached', 'EndUserCreated', 'InteractionRecorded']);
    expect(await types(`?subject=${lea}&type=EndUserCreated&stream=endUser`)).toEqual(['EndUserCreated']);
    expect(await types(`?subject=${lea}&actor=${agentId}`)).toEqual([]);
  });

  it('show personal fields to admins and auditors who ask, and to nobody else', async () => {
    for (const key of [engine.key, auditor]) {
      expect(JSON.stringify(await events('', key))).not.toMatch(/Martin|lea@|Where is it/);
      const shown = await events('?personal=true', key);
      expect(shown.filter(({ subject }) => subject === lea).map(({ personal }) => personal)).toEqual(['shown', 'shown', 'shown']);
      expect(JSON.stringify(shown)).toMatch(/Léa Martin.*Where is it/);
    }
    for (const path of ['/v1/events', '/v1/events/live']) {
      const refused = await engine.get(`${path}?personal=true`, { key: agent });
      expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    }
    expect((await events('', agent)).map(({ personal }) => personal)).toContain('withheld');
    expect((await engine.get('/v1/events', { key: null })).status).toBe(401);
  });

  it('are refused with the parameter at fault', async () => {
    for (const [query, at] of [
      ['after=-1', { parameter: 'after' }],
      ['after=99999', { parameter: 'after' }],
      ['limit=0', { parameter: 'limit' }],
      ['type=EndUserTeleported', { parameter: 'type' }],
      ['personal=yes', { parameter: 'personal' }],
      ['subject=lea', { parameter: 'subject' }],
      ['stream=%20', { parameter: 'stream' }],
      ['actor=a%20b', { parameter: 'actor' }],
      ['stream=a&stream=b', { parameter: 'stream' }],
      ['until=7', { parameter: 'query' }],
    ] as const)
      expect([query, (await engine.get(`/v1/events?${query}`)).body.errors?.[0]]).toEqual([query, expect.objectContaining(at)]);
    const late = await engine.get('/v1/events', { headers: { 'kith-after': '99999' } });
    expect([late.status, late.body.code]).toEqual([503, 'read-models-behind']);
    expect((await engine.get('/v1/events/live', { headers: { 'last-event-id': '99999' } })).status).toBe(400);
    expect((await engine.get('/v1/events/live?limit=1')).status).toBe(400);
  });

  it('of another tenant are nobody’s to read, by stream or subject either', async () => {
    const made = await engine.post('/v1/tenants', { tenant: 'other' }, { key: operatorKey });
    const other = made.body.adminKey.key;
    const theirs = await events('', other);
    expect(theirs.map(({ type }) => type)).toEqual(['TenantCreated', 'ApiKeyCreated']);
    for (const query of [`?stream=endUser-default.${lea}`, `?subject=${lea}`, '?stream=contactPoint']) expect(await events(query, other)).toEqual([]);
    const live = new Follower(engine.url, other, '?after=0');
    await engine.post('/v1/end-users', { name: 'Ours' });
    await live.until(({ events: { length } }) => length >= theirs.length);
    await pause(200);
    expect(live.events).toEqual(theirs);
    live.close();
  });

  it('are followed as they are committed, and again from the last id', async () => {
    const first = new Follower(engine.url, engine.key, '?type=EndUserCreated');
    await first.until(({ ids }) => ids.length > 0);
    expect([first.status, first.headers['content-type'], first.headers['x-accel-buffering'], first.retryMs, first.lastId]).toEqual([
      ...[200, 'text/event-stream', 'no', 2_000],
      await engine.head(),
    ]);
    const one = await engine.post('/v1/end-users', { name: 'One' });
    await first.until(({ events: { length } }) => length === 1);
    expect(first).toMatchObject({
      types: ['EndUserCreated'],
      lastId: one.headers.get('kith-position'),
      events: [{ subject: one.body.id, personal: 'withheld' }],
    });
    first.close();
    await engine.post('/v1/end-users', { name: 'Two' });
    const again = new Follower(engine.url, engine.key, '?type=EndUserCreated&personal=true&after=0', first.lastId);
    await engine.post('/v1/end-users', { name: 'Three' });
    await again.until(({ events: { length } }) => length === 2);
    expect(again.events.map(({ data }) => data.name)).toEqual(['Two', 'Three']);
    again.close();
  });

  it('are no longer followed once the key is revoked', async () => {
    const key = await engine.keyFor('auditor');
    const follower = await new Follower(engine.url, key).until(({ ids }) => ids.length > 0);
    const revoked = Date.now();
    await engine.call('DELETE', `/v1/keys/${key.split('_')[1]}`);
    expect(await follower.ended).toBe(true);
    expect(Date.now() - revoked).toBeLessThan(1_500);
    expect(await new Follower(engine.url, key).until(({ status }) => status > 0)).toMatchObject({ status: 401 });
  });

  it('are followed by 200 at once and no more, and who goes away makes room', async () => {
    const all = Array.from({ length: 200 }, () => new Follower(engine.url, engine.key));
    await Promise.all(all.map((one) => one.until(({ status }) => status > 0)));
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const refused = await engine.get('/v1/events/live');
    expect([refused.status, refused.body.code]).toEqual([503, 'overloaded']);
    expect((await engine.get('/metrics', { key: null })).text).toMatch(/^kith_live_streams 200$/m);
    await engine.post('/v1/end-users', { name: 'Seen by all' });
    await Promise.all(all.map((one) => one.until(({ events: { length } }) => length === 1)));
    for (const one of all) one.close();
    await Promise.all(all.map(({ ended }) => ended));
    const next = await new Follower(engine.url, engine.key).until(({ status }) => status > 0);
    expect(next.status).toBe(200);
    next.close();
  });
});

describe('a client that does not read', () => {
  let engine: RunningEngine;
  const idle: Socket[] = [];
  beforeEach(async () => {
    engine = await RunningEngine.start();
  });
  afterEach(async () => {
    for (const socket of idle) socket.destroy();
    await engine.discard();
  });

  it('holds nobody up: what it has not taken waits in the log, and the engine stops in order', async () => {
    const replays: Socket[] = [];
    const note = 'x'.repeat(4_000);
    for (let n = 0; n < 8_000; n += 200) {
      const { body } = await engine.post(
        '/v1/interactions',
        Array.from({ length: 200 }, (_, i) => interaction(n + i, note)),
      );
      expect(body[199].outcome).toMatch(/created|matched/);
    }
    const resident = async () => Number(/^process_resident_memory_bytes (\S+)$/m.exec((await engine.get('/metrics', { key: null })).text)?.[1]) / 2 ** 20;
    const before = await resident();
    const { port } = new URL(engine.url);
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const socket = connect(Number(port), '127.0.0.1');
        await once(socket, 'connect');
        socket.pause();
        const path = i % 2 ? '/v1/events/live?after=0&personal=true' : '/v1/events?personal=true';
        socket.write(`GET ${path} HTTP/1.1\r\nHost: kith\r\nAuthorization: Bearer ${engine.key}\r\n\r\n`);
        socket.on('error', () => undefined);
        idle.push(socket);
        if (i % 2 === 0) replays.push(socket);
      }),
    );
    await pause(1_500);
    // Each would be sent some 40 MiB, of which the system takes a few: 800 MiB in all, were they held here.
    expect((await resident()) - before).toBeLessThan(400);
    expect((await engine.post('/v1/end-users', { name: 'Meanwhile' })).status).toBe(201);
    const follower = await new Follower(engine.url, engine.key).until(({ ids }) => ids.length > 0);
    for (const socket of replays) socket.destroy();
    const stopping = Date.now();
    expect(await engine.stop()).toBe(0);
    expect(await follower.ended).toBe(true);
    expect(Date.now() - stopping).toBeLessThan(9_000);
  });
});

const interaction = (n: number, summary: string) => ({
  ...{ source: 'desk', id: `i${n}`, channel: 'email', via: 'email', direction: 'inbound', summary },
  contactPoints: [email(`p${n % 40}@example.org`)],
});

describe('a feed whose engine is killed', () => {
  let engine: RunningEngine;
  afterEach(() => engine.discard());

  it('goes on behind the last id with what was acknowledged, once and in order, and shows who was erased meanwhile as erased', async () => {
    engine = await RunningEngine.start({ settings: presetKey });
    const { folder } = engine;
    const seen: SentEvent[] = [];
    let last = '0';
    for (let round = 0; round < 2; round++) {
      const follower: Follower = new Follower(engine.url, engine.key, '', last);
      const writing = Promise.allSettled(Array.from({ length: 200 }, (_, i) => engine.post('/v1/end-users', { name: `R${round}.${i}` })));
      await follower.until(({ events }) => events.length > 50 + round * 60);
      await engine.stop('SIGKILL');
      await writing;
      expect(await follower.ended).toBe(false);
      seen.push(...follower.events);
      last = follower.lastId ?? last;
      if (round === 0) await eraseSomebody(folder, seen);
      engine = await RunningEngine.start({ folder, settings: presetKey });
    }
    const follower = new Follower(engine.url, engine.key, '', last);
    const head = await engine.head();
    await follower.until(({ lastId }) => lastId === head);
    seen.push(...follower.events);
    follower.close();
    expect(seen).toEqual(lines((await engine.get('/v1/events')).text));
    const shown = lines((await engine.get('/v1/events?personal=true&type=EndUserCreated')).text);
    expect(shown.filter(({ personal }) => personal === 'erased').map(({ data }) => data.name)).toEqual(['erased']);
    expect(shown.filter(({ personal }) => personal === 'shown').length).toBe(shown.length - 1);
  });
});

/** Destroys the key of the first end user that was created, as an erasure does. */
async function eraseSomebody(folder: string, seen: readonly SentEvent[]): Promise<void> {
  const stream = seen.find(({ type }) => type === 'EndUserCreated')?.stream ?? '';
  const created = (await wholeLog(folder)).find((event) => event.stream === stream);
  const vault = await vaultOf(folder);
  if (!created) throw new Error(`${stream} is not in the log`);
  await vault.destroy((created.data['personal'] as { k: string }).k);
  await vault.close();
}
