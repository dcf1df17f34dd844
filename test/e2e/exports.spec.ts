import { type ExportBegun, Kith } from '@kith/client';
import { parse } from 'csv-parse/sync';
import { atRest } from '../support/eventually';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(180_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
let engine: RunningEngine;
let kith: Kith;
/** Who is in the export, in the order of creation, and what was done. */
let [lea, bob, eve]: string[] = [];

const email = (value: string) => ({ channel: 'email', value });
const phone = { channel: 'phone', value: '06 12 34 56 78' };
const everything = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
};
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line));

beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { ...presetKey, KITH_DEFAULT_REGION: 'FR', KITH_OPERATOR_KEY: operatorKey, KITH_LOG_LEVEL: 'error' } });
  kith = new Kith({ url: engine.url, key: engine.key, pauseMs: 20 });
  const organization = await kith.organizations.create({ name: 'Acme, Inc.' });
  lea = (
    await kith.endUsers.create({
      name: '=SUM(1)',
      details: 'line\nbreak, "quoted"',
      notes: '',
      locale: 'fr',
      tags: ['vip', 'very important'],
      fields: { plan: 'gold', 'seats:number': 'few', seats: -3, active: false },
      contactPoints: [{ ...email('Lea@example.org'), verified: true }, email('lea2@example.org'), phone, { channel: 'external', scope: 'crm', value: '@42' }],
    })
  ).id;
  bob = (await kith.endUsers.create({ name: 'Bob', contactPoints: [email('bob@example.org'), { channel: 'external', scope: 'external', value: 'b-1' }] })).id;
  const merged = await kith.endUsers.create({ name: 'Bobby', timeZone: 'Europe/Paris', contactPoints: [email('bobby@example.org')] });
  await kith.contactPoints.share(phone);
  eve = (await kith.endUsers.create({ name: "'tis Eve", contactPoints: [phone] })).id;
  const gone = await kith.endUsers.create({ name: 'Gone for good', contactPoints: [email('gone@example.org')] });
  const done = [
    await engine.post(`/v1/organizations/${organization.id}/members`, { endUserId: lea }),
    await engine.post('/v1/merges', { survivorId: bob, mergedId: merged.id }),
    await engine.post(`/v1/end-users/${eve}/suspend`, {}),
    await engine.post('/v1/tickets', { source: 'desk', id: 'T-1', channel: 'email', contactPoints: [email('lea@example.org')], subject: '+1 for you' }),
  ];
  for (const { status, text } of done) if (status >= 300) throw new Error(text);
  await kith.endUsers.erase(gone.id, 'person');
  await atRest(engine);
});
afterAll(() => engine.discard());

/** The client, with connections that break behind so many bytes. */
function breaking(...behind: readonly number[]): { client: Kith; asked: string[] } {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = input as Request;
    asked.push(new URL(request.url).search);
    const answer = await globalThis.fetch(request, init);
    let left = behind[asked.length - 1] ?? Number.POSITIVE_INFINITY;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        controller.enqueue(bytes.subarray(0, left));
        left -= bytes.length;
        if (left < 0) controller.error(new TypeError('the connection was lost'));
      },
    });
    return new Response(answer.body?.pipeThrough(cut), { status: answer.status, headers: answer.headers });
  };
  return { client: new Kith({ url: engine.url, key: engine.key, pauseMs: 1, fetch }), asked };
}

it('has every person once, as the profile that stands for it, and nobody who is erased', async () => {
  const people = parsed(await everything(kith.exports.list('end-users')));
  expect(people.map(({ id }) => id)).toEqual([lea, bob, eve]);
  for (const { position, contactPoints, ...person } of people) {
    const { etag, ...shown } = await kith.endUsers.find(person.id);
    expect({ ...person, contactPoints: contactPoints.map(({ shared: _, ...point }: { shared: boolean }) => point) }).toEqual(shown);
    expect(etag).toContain(`.${position}`);
  }
  expect(people[2].contactPoints).toMatchObject([{ key: '+33612345678', shared: true }]);
});

it('has people as a table that spreadsheets take no formula from', async () => {
  let begun: ExportBegun | undefined;
  const lines = await everything(kith.exports.list('end-users', { format: 'csv', onBegin: (told) => (begun = told) }));
  const [first, second, third] = parse(lines.join(''), { columns: true }) as Record<string, string>[];
  expect(inOneOrder(first ?? {})).toMatchObject({
    kith_id: lea,
    name: "'=SUM(1)",
    email: 'Lea@example.org\nlea2@example.org',
    phone: "'+33612345678",
    'contact_points.external.crm': "'@42",
    verified: 'email:lea@example.org',
    primary: expect.stringMatching(/^email:lea2?@example\.org$/),
    shared: 'phone:+33612345678',
    tags: '"very important"\nvip',
    organization: '"Acme, Inc."',
    notes: "'",
    'custom_fields.plan': 'gold',
    'custom_fields.seats:number': "'-3",
    'custom_fields.seats:number:text': 'few',
    'custom_fields.active:boolean': 'false',
  });
  expect(inOneOrder(second ?? {})).toMatchObject({ external_id: 'b-1', email: 'bob@example.org\nbobby@example.org', time_zone: 'Europe/Paris' });
  expect(third).toMatchObject({ name: "'tis Eve", suspended: 'true' });
  expect(lines.join('')).not.toContain('Gone');
  expect(begun).toEqual({ position: expect.stringMatching(/^\d+$/), columns: expect.stringMatching(/^[0-9a-f]{16}$/) });
});

it.each(['csv', 'ndjson'] as const)('imported into an empty tenant, an export as %s gives the same profiles', async (format) => {
  const { body } = await engine.post('/v1/tenants', { tenant: `elsewhere${format}` }, { key: operatorKey });
  const there = new Kith({ url: engine.url, key: body.adminKey.key, pauseMs: 20 });
  const table = async (of: Kith) => (await everything(of.exports.list('end-users', { format: 'csv' }))).join('');
  const exported = (await everything(kith.exports.list('end-users', { format }))).join('');
  const { id } = await there.imports.begin(exported, { mode: 'create', format });
  expect(await there.imports.finished(id)).toMatchObject({ status: 'ended', rows: 3, created: 3, refused: 0 });
  await atRest(engine);
  const rows = (text: string) => (parse(text, { columns: true }) as Record<string, string>[]).map(({ kith_id: _, ...row }) => inOneOrder(row)).sort(byName);
  expect(rows(await table(there))).toEqual(rows(await table(kith)));
});

/** Points, tags and names of points lie in the order in which they came to be, which is not that of a file. */
const inOneOrder = (row: Record<string, string>) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.split('\n').sort().join('\n')]));
const byName = (one: Record<string, string>, other: Record<string, string>) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1);

it('has organizations and tickets', async () => {
  const [acme, ...others] = parsed(await everything(kith.exports.list('organizations')));
  expect([acme.name, acme.memberCount, others]).toEqual(['Acme, Inc.', 1, []]);
  const [, row] = await everything(kith.exports.list('organizations', { format: 'csv' }));
  expect(row).toContain('"Acme, Inc."');
  const [ticket] = parsed(await everything(kith.exports.list('tickets')));
  expect(ticket).toMatchObject({ sourceId: 'T-1', requester: { id: lea }, subject: '+1 for you' });
  const [, line] = await everything(kith.exports.list('tickets', { format: 'csv' }));
  expect(line).toContain("'+1 for you");
});

it('has the log as CloudEvents, where what is erased is told as erased', async () => {
  const events = parsed(await everything(kith.exports.log()));
  expect(events).toHaveLength(await engine.eventsAfter('0'));
  expect(events[0]).toMatchObject({ specversion: '1.0', source: '/v1/events', datacontenttype: 'application/json' });
  const names = events.filter(({ type }) => type === 'kith.EndUserCreated.v1').map(({ data }) => data.name);
  expect(names).toEqual(['=SUM(1)', 'Bob', 'Bobby', "'tis Eve", 'erased']);
  const sealed = await everything(kith.exports.log({ sealed: true }));
  expect(sealed).toHaveLength(events.length);
  expect(sealed.join('')).not.toMatch(/SUM|Bobby|lea@/i);
});

it('exports a stretch of the log between two positions', async () => {
  const all = parsed(await everything(kith.exports.log()));
  const [after, upTo] = [all[3].kithposition, all[9].kithposition];
  expect(parsed(await everything(kith.exports.log({ after, upTo })))).toEqual(all.slice(4, 10));
  expect(await engine.get('/v1/exports/events?upTo=999999999')).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
});

it('goes on where a connection broke, and what was received is one file', async () => {
  const lists = [
    (one: Kith) => one.exports.list('end-users'),
    (one: Kith) => one.exports.list('end-users', { format: 'csv' as const }),
    (one: Kith) => one.exports.log(),
  ];
  for (const list of lists) {
    const whole = await everything(list(kith));
    const length = Buffer.byteLength(whole.join(''));
    for (const part of [1, 0.4, 0.2]) {
      const { client, asked } = breaking(Math.floor(length * 0.5 * part), 300, Math.floor(length * 0.4));
      expect(await everything(list(client))).toEqual(whole);
      expect(asked.length).toBeGreaterThan(1);
    }
  }
});

it('does not append to a table whose columns have changed', async () => {
  const first = await engine.get('/v1/exports/end-users?format=csv');
  const columns = first.headers.get('kith-columns');
  const rest = await engine.get(`/v1/exports/end-users?format=csv&after=${lea}&columns=${columns}`);
  expect(first.text.endsWith(rest.text)).toBe(true);
  expect(rest.text.startsWith(bob ?? '')).toBe(true);
  const { position } = await kith.endUsers.create({ name: 'Zoë', fields: { 'a new one': 1 } });
  const changed = await engine.get(`/v1/exports/end-users?format=csv&after=${lea}&columns=${columns}`, { headers: { 'kith-after': position ?? '' } });
  expect(changed).toMatchObject({ status: 412, body: { code: 'state-changed' } });
  expect((await engine.get('/v1/exports/end-users?after=0199b5f2-0000-7000-8000-000000000000')).body.code).toBe('request-invalid');
  expect((await engine.get('/v1/exports/tickets?format=xlsx')).status).toBe(400);
});

it('is for who may see all of it', async () => {
  const [agent, service, auditor] = [await engine.keyFor('agent'), await engine.keyFor('service'), await engine.keyFor('auditor')];
  for (const path of ['end-users', 'organizations', 'tickets', 'events']) {
    expect((await engine.get(`/v1/exports/${path}`, { key: agent })).status).toBe(403);
    expect((await engine.get(`/v1/exports/${path}`, { key: auditor })).status).toBe(200);
    expect((await engine.get(`/v1/exports/${path}`, { key: service })).status).toBe(path === 'events' ? 403 : 200);
  }
  expect((await engine.get('/v1/exports/events?sealed=true', { key: service })).status).toBe(200);
});

it('is noted with everybody who is in it', async () => {
  await engine.patch('/v1/settings', { accessLog: { enabled: true } });
  await engine.get('/v1/exports/end-users');
  await engine.get('/v1/exports/events');
  await engine.get('/v1/exports/events?sealed=true');
  const { items } = (await engine.get('/v1/access-log?kind=export')).body;
  expect(items).toMatchObject([
    { operation: 'GET /v1/exports/events', positions: { after: '0' } },
    { operation: 'GET /v1/exports/end-users', endUserIds: expect.arrayContaining([lea, bob, eve]) },
  ]);
});
