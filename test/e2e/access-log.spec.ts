import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteAccessLog } from '@kith/adapters';
import { firstIdAt } from '@kith/application';
import { embeddedOnly, scaled } from '../support/at-scale-places';
import { eventually } from '../support/eventually';
import { readCases, Subjects, writeCases } from '../support/route-cases';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';
import { showsNobody, unnotedRoutes } from '../support/unnoted-routes';

jest.setTimeout(120_000);

interface Note {
  readonly id: string;
  readonly at: string;
  readonly role: string;
  readonly clientName: string;
  readonly onBehalfOf: string | null;
  readonly operation: string;
  readonly kind: string;
  readonly endUserIds: readonly string[];
  readonly contactPointIds: readonly string[];
  readonly count: number;
  readonly positions: { readonly after: string; readonly upTo: string } | null;
  readonly correlationId: string | null;
  readonly traceparent: string | null;
}

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const settings = { ...presetKey, KITH_OPERATOR_KEY: operatorKey, KITH_LOG_LEVEL: 'error', KITH_WEBHOOK_PRIVATE_TARGETS: 'true' };
let engine: RunningEngine;
let auditor: string;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings });
  auditor = await engine.keyFor('auditor');
});
afterAll(() => engine.discard());

const keep = (accessLog: object) => engine.patch('/v1/settings', { accessLog });
const notes = async (query = ''): Promise<readonly Note[]> => (await engine.get(`/v1/access-log?limit=200${query}`, { key: auditor })).body.items;
const email = (value: string) => ({ channel: 'email', value });
const path = (value: string) => `/v1/contact-points/email/${encodeURIComponent(value)}`;
const knowing = ({ headers }: Answer) => ({ headers: { 'kith-after': headers.get('kith-position') ?? '' } });

/** What is noted of one request, told from others by its correlation id. */
async function notedOf(ask: (headers: Record<string, string>) => Promise<unknown>): Promise<readonly Note[]> {
  const correlationId = randomUUID();
  await ask({ 'kith-correlation-id': correlationId });
  return (await notes()).filter((note) => note.correlationId === correlationId);
}

it('notes nothing until the tenant wants it, and nothing any more once it does not', async () => {
  const created = await engine.post('/v1/end-users', { name: 'Before' });
  const { id } = created.body;
  await engine.get(`/v1/end-users/${id}`, knowing(created));
  expect(await notes()).toEqual([]);
  expect((await keep({ enabled: true })).body.accessLog).toEqual({ enabled: true, days: 180 });
  await engine.get(`/v1/end-users/${id}`);
  expect(await notes(`&endUserId=${id}`)).toMatchObject([{ kind: 'profile', operation: 'GET /v1/end-users/{id}', role: 'admin', endUserIds: [id], count: 1 }]);
  await keep({ enabled: false });
  await engine.get(`/v1/end-users/${id}`);
  expect(await notes('&kind=profile')).toHaveLength(1);
  expect((await keep({ enabled: true, days: 3_650 })).status).toBe(200);
  expect((await keep({ days: 0 })).body.errors).toMatchObject([{ pointer: '/accessLog/days' }]);
  const [change] = (await engine.get('/v1/settings/history')).body.items;
  expect(change.changes.accessLog).toEqual({ enabled: true, days: 3_650 });
});

describe('where it is kept', () => {
  let [lea, noor] = ['', ''];
  beforeAll(async () => {
    await keep({ enabled: true });
    lea = (await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [email('lea@example.org')] })).body.id;
    const made = await engine.post('/v1/end-users', { name: 'Noor', contactPoints: [email('noor@example.org')] });
    noor = made.body.id;
    // Whatever is read from here on knows of both.
    for (const url of [path('noor@example.org'), `/v1/end-users/${noor}`, '/v1/end-users', `/v1/end-users/${noor}/timeline`])
      await engine.get(url, knowing(made));
  });

  it('notes every route that shows personal data, with whom it showed, and no word of theirs', async () => {
    const subjects = new Subjects(engine, engine.key, 'notedsecret', engine.key);
    const { paths } = (await engine.get('/openapi.json', { key: null })).body as { paths: Record<string, Record<string, { 'x-access-kind'?: string }>> };
    const declared = Object.entries(paths).flatMap(([url, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => {
        const kind = operation['x-access-kind'];
        return kind === undefined ? [] : [{ name: `${method.toUpperCase()} ${url}`, kind }];
      }),
    );
    expect(declared.length).toBeGreaterThanOrEqual(30);
    for (const { name, kind } of declared.filter((one) => one.name !== 'GET /v1/events/live')) {
      const make = { ...readCases, ...writeCases }[name];
      if (!make) throw new Error(`${name} has no case`);
      const { path: at, body } = await make(subjects);
      const [method = ''] = name.split(' ');
      const noted = await notedOf(async (headers) => {
        const { status } = await engine.call(method, at, { headers: { ...headers, 'kith-after': await engine.head() }, ...(body !== undefined && { body }) });
        expect([name, status < 300]).toEqual([name, true]);
      });
      expect([name, noted]).toEqual([name, [expect.objectContaining({ operation: name, kind })]]);
      // Of whom a path tells, something was shown.
      const [, id] = /\/end-users\/([0-9a-f-]{36})/.exec(at) ?? [];
      if (id !== undefined) expect([name, noted[0]?.endUserIds.includes(id)]).toEqual([name, true]);
    }
    for (let cursor = ''; ; ) {
      const { text, body } = await engine.get(`/v1/access-log?limit=200${cursor}`);
      expect(text).not.toMatch(/notedsecret|example\.org/);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
  });

  it('notes who looked: the client, whom it acted for, and what the request belongs to', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const [note] = await notedOf((headers) => engine.get(path('lea@example.org'), { headers: { ...headers, 'kith-on-behalf-of': 'agent-17', traceparent } }));
    expect(note).toMatchObject({
      kind: 'lookup',
      clientName: 'preset',
      role: 'admin',
      onBehalfOf: 'agent-17',
      traceparent,
      endUserIds: [lea],
      count: 1,
      contactPointIds: [],
    });
    expect(Math.abs(Date.parse(note?.at ?? '') - Date.now())).toBeLessThan(60_000);
    const [odd] = await notedOf((headers) =>
      engine.get(path('lea@example.org'), { headers: { ...headers, 'kith-on-behalf-of': 'two words', traceparent: 'x' } }),
    );
    expect(odd).toMatchObject({ onBehalfOf: null, traceparent: null });
  });

  it('notes a look for nobody by what stands for the address in events, alone and among others', async () => {
    const [alone] = await notedOf((headers) => engine.get(path('nobody@example.org'), { headers }));
    expect(alone).toMatchObject({ kind: 'lookup', endUserIds: [], count: 0, contactPointIds: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    const contactPoints = [email('lea@example.org'), email('nobody@example.org'), email('no address'), email('noor@example.org')];
    const [batch] = await notedOf((headers) => engine.post('/v1/contact-points/lookup', { contactPoints }, { headers }));
    expect(batch).toMatchObject({ endUserIds: [lea, noor], count: 2, contactPointIds: alone?.contactPointIds });
    for (const asked of ['knownAt=2020-01-01T00:00:00Z', 'asOf=2020-01-01T00:00:00Z']) {
      const [past] = await notedOf((headers) => engine.get(`${path('nobody@example.org')}?${asked}`, { headers }));
      expect(past).toMatchObject({ count: 0, contactPointIds: alone?.contactPointIds });
    }
    const [history] = await notedOf((headers) => engine.get(`${path('nobody@example.org')}/history`, { headers }));
    expect(history).toMatchObject({ kind: 'history', count: 0, contactPointIds: alone?.contactPointIds });
    const { headers } = await engine.post('/v1/end-users', { contactPoints: [email('nobody@example.org')] });
    const events = (
      await engine.get(`/v1/events?stream=contactPoint-default.${alone?.contactPointIds[0]}`, { headers: { 'kith-after': headers.get('kith-position') ?? '' } })
    ).text;
    expect(events).toContain('ContactPointAttached');
  });

  it('notes who asked whom an address leads to, however they asked', async () => {
    const data = { contactPoints: [email('lea@example.org')] };
    const command = { type: 'ResolveEndUser', data };
    const [one] = await notedOf((headers) => engine.post('/v1/resolve', data, { headers }));
    expect(one).toMatchObject({ kind: 'lookup', operation: 'POST /v1/resolve', endUserIds: [lea] });
    const sent = await notedOf((headers) =>
      engine.post('/v1/commands', [command, { ...command, data: { contactPoints: [email('gone@example.org')] } }], { headers }),
    );
    expect(sent.map(({ operation, endUserIds, contactPointIds }) => [operation, endUserIds, contactPointIds.length]).sort()).toEqual(
      [
        ['POST /v1/commands', [], 1],
        ['POST /v1/commands', [lea], 0],
      ].sort(),
    );
    const streamed = await notedOf((headers) =>
      engine.call('POST', '/v1/commands', { raw: `${JSON.stringify(command)}\n`, headers: { ...headers, 'content-type': 'application/x-ndjson' } }),
    );
    expect(streamed).toMatchObject([{ kind: 'lookup', endUserIds: [lea] }]);
    const tagged = await notedOf((headers) => engine.post('/v1/commands', { type: 'TagEndUser', data: { endUserId: lea, tags: ['vip'] } }, { headers }));
    expect(tagged).toEqual([]);
  });

  it('has both ids of somebody who was merged, and finds either', async () => {
    const pair = (await Promise.all([engine.post('/v1/end-users', {}), engine.post('/v1/end-users', {})])).map(({ body }) => body.id as string);
    const [survivorId = '', mergedId = ''] = pair;
    await engine.post('/v1/merges', { survivorId, mergedId });
    for (const [url, kind] of [
      [`/v1/end-users/${mergedId}`, 'profile'],
      [`/v1/end-users/${mergedId}/timeline`, 'timeline'],
      [`/v1/end-users/${mergedId}/history`, 'history'],
    ] as const) {
      const [note] = await notedOf((headers) => engine.get(url, { headers }));
      expect([url, note?.kind, [...(note?.endUserIds ?? [])].sort()]).toEqual([url, kind, [...pair].sort()]);
    }
    for (const id of pair)
      expect((await notes(`&endUserId=${id}`)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['history', 'timeline', 'profile', 'merge']));
  });

  it('notes the stretch of the log that a feed with personal fields showed, also of one that goes on', async () => {
    const [feed] = await notedOf((headers) => engine.get('/v1/events?personal=true', { headers }));
    expect(feed).toMatchObject({ kind: 'feed', endUserIds: [], positions: { after: '0', upTo: expect.stringMatching(/^\d+$/) } });
    expect(feed?.count).toBeGreaterThan(10);
    const [one] = await notedOf((headers) => engine.get(`/v1/events?personal=true&subject=${lea}`, { headers }));
    expect(one?.endUserIds).toEqual([lea]);
    expect(await notedOf((headers) => engine.get('/v1/events', { headers }))).toEqual([]);
    const live = await notedOf(async (headers) => {
      const end = new AbortController();
      const response = await fetch(`${engine.url}/v1/events/live?personal=true&after=0`, {
        headers: { ...headers, authorization: `Bearer ${engine.key}` },
        signal: end.signal,
      });
      const reader = response.body?.getReader();
      for (let text = ''; !text.includes('data: '); ) text += new TextDecoder().decode((await reader?.read())?.value);
      end.abort();
      await eventually(engine, '/v1/access-log?kind=feed&limit=1', ({ items }) => items[0].operation === 'GET /v1/events/live');
    });
    expect(live.at(-1)).toMatchObject({ kind: 'feed', operation: 'GET /v1/events/live', positions: { after: '0' } });
  });

  it('is read by admins and auditors of the tenant alone, by conditions and in pages, and that is noted, too', async () => {
    for (const role of ['agent', 'service']) expect((await engine.get('/v1/access-log', { key: await engine.keyFor(role) })).status).toBe(403);
    const noted = await notedOf((headers) => engine.get(`/v1/access-log?endUserId=${lea}`, { headers, key: auditor }));
    expect(noted).toMatchObject([{ kind: 'access-log', operation: 'GET /v1/access-log', role: 'auditor', clientName: 'auditor', endUserIds: [lea] }]);

    const [first] = await notes('&kind=lookup');
    const byTime = await notes(`&kind=lookup&from=${first?.at}`);
    expect(byTime.every(({ at, kind }) => at >= (first?.at ?? '') && kind === 'lookup')).toBe(true);
    expect(byTime.map(({ id }) => id)).toContain(first?.id);
    expect((await notes(`&kind=lookup&to=${first?.at}`)).map(({ id }) => id)).not.toContain(first?.id);
    const [, keyId] = /kith_([^_]+)_/.exec(auditor) ?? [];
    expect((await notes(`&keyId=${keyId}`)).every(({ role }) => role === 'auditor')).toBe(true);

    const all = (await notes('&kind=lookup')).map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor = ''; cursor !== 'null'; ) {
      const { body } = await engine.get(`/v1/access-log?kind=lookup&limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items.map(({ id }: Note) => id));
      cursor = String(body.nextCursor);
    }
    expect(paged).toEqual(all);
    expect([...paged].sort().reverse()).toEqual(paged);
    const { body } = await engine.get('/v1/access-log?limit=1');
    expect((await engine.get(`/v1/access-log?kind=lookup&cursor=${body.nextCursor}`)).body.errors).toMatchObject([{ parameter: 'cursor' }]);
    for (const [parameter, value] of Object.entries({ endUserId: 'lea', kind: 'other', from: 'yesterday', limit: '0', tenant: 'default' }))
      expect([parameter, (await engine.get(`/v1/access-log?${parameter}=${value}`)).status]).toEqual([parameter, 400]);
  });

  embeddedOnly('refuses to show what it cannot note once too many notes wait, to this tenant on these routes alone, and forgets none of them', async () => {
    const { body } = await engine.post('/v1/tenants', { tenant: 'quiet' }, { key: operatorKey });
    const other = new DatabaseSync(join(engine.folder, 'access-log.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const batch = (n: number) => ({ contactPoints: Array.from({ length: 1_000 }, (_, i) => email(`nobody-${n}-${i}@example.org`)) });
    let shown = 0;
    for (; (await engine.post('/v1/contact-points/lookup', batch(shown))).status === 200; shown++) expect(shown).toBeLessThan(25);
    expect(shown).toBeGreaterThan(10);
    for (const ask of [() => engine.get(path('lea@example.org')), () => engine.get(`/v1/end-users/${lea}`), () => engine.get('/v1/events?personal=true')]) {
      const { status, body: problem, headers } = await ask();
      expect([status, problem.code, Number(headers.get('retry-after')) > 0]).toEqual([503, 'access-log-unavailable', true]);
    }
    const merges = await engine.post('/v1/merges', { survivorId: lea, mergedId: noor });
    expect(merges.body.code).toBe('access-log-unavailable');
    const commands = await engine.post('/v1/commands', [{ type: 'ResolveEndUser', data: { contactPoints: [email('lea@example.org')] } }]);
    expect([commands.status, commands.body.code]).toEqual([503, 'access-log-unavailable']);
    // What shows nobody goes on, and so does everything for those who keep no log.
    expect((await engine.post('/v1/end-users', { name: 'Meanwhile' })).status).toBe(201);
    expect((await engine.get('/v1/settings')).status).toBe(200);
    expect((await engine.get('/v1/end-users', { key: body.adminKey.key })).status).toBe(200);
    other.exec('ROLLBACK');
    other.close();
    await eventually(engine, path('lea@example.org'), () => true);
    const all = (await notes('&kind=lookup')).filter(({ operation, contactPointIds }) => operation.endsWith('lookup') && contactPointIds.length === 1_000);
    expect(all).toHaveLength(shown);
    expect((await engine.get(`/v1/end-users/${noor}`)).body.canonicalId).toBe(noor);
  });

  it('keeps what was noted a moment ago when the process is killed, and removes at the start what is too old', async () => {
    await keep({ days: 30 });
    const before = await notes('&kind=profile');
    await engine.get(`/v1/end-users/${noor}`);
    // What waited for longer than a quarter of a second is written.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await engine.stop('SIGKILL');
    if (!scaled) await noteDaysAgo(40, 31, 29);
    engine = await RunningEngine.start({ folder: engine.folder, settings });
    const after = await notes('&kind=profile');
    expect(after[0]).toMatchObject({ operation: 'GET /v1/end-users/{id}', endUserIds: [noor] });
    expect(after.slice(1, 1 + before.length)).toEqual(before);
    const old = `/v1/access-log?limit=200&to=${new Date(Date.now() - 20 * dayMs).toISOString()}`;
    const kept = await eventually(engine, old, ({ items }) => items.length === (scaled ? 0 : 1));
    expect(kept.items.map(({ operation }: Note) => operation)).toEqual(scaled ? [] : ['29 days ago']);
  });
});

const dayMs = 24 * 60 * 60 * 1_000;

/** In the file of an engine that does not run. */
async function noteDaysAgo(...days: readonly number[]): Promise<void> {
  const log = new SqliteAccessLog(engine.folder);
  const [last] = await log.list('default', {}, { limit: 1 });
  if (!last) throw new Error('nothing was ever noted');
  const ago = (day: number) => ({
    id: firstIdAt(Date.now() - day * dayMs),
    at: new Date(Date.now() - day * dayMs).toISOString(),
    operation: `${day} days ago`,
  });
  await log.note(days.map((day) => ({ ...last, ...ago(day) })));
  await log.close();
}

it('every route whose answer has members for personal data is noted, or shows nobody', async () => {
  const { body } = await engine.get('/openapi.json', { key: null });
  expect(unnotedRoutes(body)).toEqual(Object.keys(showsNobody).sort());
});
