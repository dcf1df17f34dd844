import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Kith, KithUnreachable } from '@kith/client';
import { type Answer, presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(300_000);

const killRounds = Number(process.env.IMPORT_KILL_ROUNDS ?? 1);
/** Persons of the file that is cut off: each has two rows. */
const killed = killRounds > 1 ? 2_000 : 400;
const settings = { ...presetKey, KITH_DEFAULT_REGION: 'FR', KITH_LOG_LEVEL: 'warn' };
const folders: string[] = [];
const newFolder = () => {
  folders.push(scratchFolder());
  return folders.at(-1) as string;
};
let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ folder: newFolder(), settings });
});
afterAll(async () => {
  await engine.stop('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Sent = Readonly<Record<string, string>>;

/** Sends a file. */
function upload(on: RunningEngine, file: string | Buffer, query: Sent = {}, headers: Sent = {}): Promise<Answer> {
  const parameters = new URLSearchParams(query).toString();
  return on.call('POST', `/v1/imports?${parameters}`, { raw: file as string, headers: { 'content-type': 'text/csv', ...headers } });
}

/** Waits until it goes no further. */
async function finished(on: RunningEngine, id: string, going: readonly string[] = ['running', 'waiting', 'reverting']): Promise<Answer['body']> {
  for (let left = 1_200; left > 0; left--) {
    const { body } = await on.get(`/v1/imports/${id}`);
    if (!going.includes(body.status)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the import ${id} does not end`);
}

/** Sends a file and waits until it is applied. @throws Error when it is refused */
async function imported(on: RunningEngine, file: string | Buffer, query: Sent = { mode: 'upsert' }): Promise<Answer['body']> {
  const { status, body, text } = await upload(on, file, query);
  if (status !== 202) throw new Error(`answered ${status}: ${text}`);
  return finished(on, body.id);
}

const errorsOf = async (on: RunningEngine, id: string): Promise<string[][]> =>
  (await on.get(`/v1/imports/${id}/errors.csv`)).text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(0, 3));

async function holder(on: RunningEngine, channel: string, value: string): Promise<Answer['body']> {
  const found = await on.get(`/v1/contact-points/${channel}/${encodeURIComponent(value)}`, { headers: { 'kith-after': await on.head() } });
  const id = found.body.holders?.[0]?.canonicalId;
  return id === undefined ? undefined : (await on.get(`/v1/end-users/${id}`)).body;
}

/** The files of an engine that hold uploads. */
const stored = (folder: string): string[] => readdirSync(join(folder, 'imports')).filter((name) => /\.(sealed|upload)$/.test(name));

it('brings in what a support desk exports, and tells which rows it could not', async () => {
  const file = [
    '\ufeffName;Email;External ID;Phone;Organization;Tags;Notes;Role;custom_fields.Tier',
    'Léa Martin;lea@import.example;d-1;06 12 34 56 01;Acme;vip gold;"says ""hello"";',
    'twice";end-user;gold',
    'Two Mails;"two@import.example, zwei@import.example";d-2;;Acme;;;;',
    'Agent Smith;smith@import.example;;;;;;agent;',
    'No Address;not an address;;;;;;;',
    'Too;many;;;;;;;;;;',
    `Long;long@import.example;;;;;${'x'.repeat(140_000)};;`,
    'Twice;lea@import.example;d-1;;;;;;silver',
    '',
  ].join('\r\n');
  const done = await imported(engine, file, { mode: 'upsert', fileName: 'desk.csv' });

  expect(done).toMatchObject({
    status: 'ended',
    encoding: 'utf-8',
    delimiter: ';',
    fileName: 'desk.csv',
    rows: 7,
    created: 2,
    changed: 1,
    refused: 4,
    organizations: 1,
  });
  expect(done.bytesRead).toBe(done.bytes);
  expect(await errorsOf(engine, done.id)).toEqual([
    ['3', 'role', 'role-not-end-user'],
    ['4', 'email', 'contact-point-invalid'],
    ['5', '', 'cell-count'],
    ['6', 'notes', 'cell-too-long'],
  ]);
  const lea = await holder(engine, 'phone', '+33612345601');
  expect(lea).toMatchObject({ name: 'Twice', origin: 'import', tags: ['gold', 'vip'], notes: 'says "hello";\r\ntwice', fields: { Tier: 'silver' } });
  expect(lea.organizations).toMatchObject([{ name: 'Acme', reason: 'import' }]);
  expect(lea.id).toBe((await holder(engine, 'email', 'LEA@import.example')).id);
  expect((await holder(engine, 'email', 'zwei@import.example')).name).toBe('Two Mails');
  expect(stored(engine.folder)).toEqual([]);
});

it.each([
  ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
])('reads a file in %s', async (encoding, written) => {
  const done = await imported(engine, written(`name,email\r\nHélène ${encoding},helene@${encoding}.example\r\n`));
  expect(done).toMatchObject({ encoding, rows: 1, created: 1 });
  expect((await holder(engine, 'email', `helene@${encoding}.example`)).name).toBe(`Hélène ${encoding}`);
});

it('reads NDJSON of 200 members', async () => {
  const fields = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`key${i}`, i]));
  const others = Object.fromEntries(Array.from({ length: 158 }, (_, i) => [`other${i}`, i]));
  const line = { name: 'Wide', contactPoints: [{ channel: 'email', value: 'wide@import.example', verified: true }], custom_fields: fields, ...others };
  const done = await upload(engine, `${JSON.stringify(line)}\n{"name":"half"\n`, { unknownColumns: 'ignore' }, { 'content-type': 'application/x-ndjson' });
  expect(await finished(engine, done.body.id)).toMatchObject({ format: 'ndjson', delimiter: null, created: 1, refused: 1 });
  const wide = await holder(engine, 'email', 'wide@import.example');
  expect([wide.fields, wide.contactPoints[0].verified]).toEqual([fields, true]);
});

describe('a file that cannot be imported', () => {
  it.each([
    ['empty', ''],
    ['compressed', Buffer.from('504b0304140008', 'hex')],
    ['binary', Buffer.from('name\0\x01\x02\x03')],
    ['no-header', 'lea@example.org,Léa\nanna@example.org,Anna\n'],
    ['duplicate-column', 'name,Name\nx,y\n'],
  ])('is refused as %s, and nothing is left of it', async (reason, file) => {
    const before = await engine.head();
    const { status, body } = await upload(engine, file);
    expect([status, body.code, body.reason]).toEqual([422, 'import-file-unreadable', reason]);
    expect([stored(engine.folder), await engine.eventsAfter(before)]).toEqual([[], 0]);
  });

  it('tells the columns that it does not know before anything is written', async () => {
    const before = await engine.head();
    const file = 'name,Shoe size,Internal\nAnna,38,x\n';
    const refused = await upload(engine, file);
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-columns-unknown', columns: ['Shoe size', 'Internal'] } });
    expect(await engine.eventsAfter(before)).toBe(0);
    const mapping = JSON.stringify({ 'Shoe size': 'fields.shoe:number', Internal: null });
    const done = await imported(engine, file, { mapping });
    expect(done).toMatchObject({ created: 1, columns: [{ to: 'name' }, { column: 'Shoe size', to: 'fields.shoe:number' }, { to: null }] });
  });

  it.each([
    ['mode', { mode: 'all' }],
    ['mapping', { mapping: '{"name":"nonsense"}' }],
    ['mapping', { mapping: '[1]' }],
    ['delimiter', { delimiter: ',' }],
    ['query', { colour: 'red' }],
  ])('is refused for a wrong %s: %j', async (parameter, query) => {
    const { status, body } = await upload(engine, 'name\nA\n', query as Sent);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ parameter })]]);
  });

  it('is refused as JSON', async () => {
    expect(await upload(engine, '{}', {}, { 'content-type': 'application/json' })).toMatchObject({ status: 415 });
  });

  it('leaves nothing when its upload breaks off', async () => {
    const before = await engine.head();
    const { hostname, port } = new URL(engine.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        const head = `POST /v1/imports HTTP/1.1\r\nHost: kith\r\nAuthorization: Bearer ${engine.key}\r\nContent-Type: text/csv\r\nContent-Length: 5000000\r\n\r\n`;
        socket.write(`${head}name,email\n${'Cut,cut@import.example\n'.repeat(20_000)}`, () => setTimeout(() => socket.destroy(), 200));
      });
      socket.once('close', () => resolve());
    });
    for (let left = 100; stored(engine.folder).length > 0 && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 50));
    expect([stored(engine.folder), await engine.eventsAfter(before)]).toEqual([[], 0]);
  });

  it('leaves nothing on a full disk, and is taken once there is room', async () => {
    const limitFiles = (bytes: string) => execFileSync('prlimit', ['--pid', String(engine.process.pid), `--fsize=${bytes}:unlimited`]);
    const key = { 'idempotency-key': randomUUID() };
    const file = `name,email,notes\nRoom,room@import.example,${'x'.repeat(9_000)}\n`;
    limitFiles('4000');
    const refused = await upload(engine, file, {}, key);
    limitFiles('unlimited');
    expect([refused.status, refused.headers.has('retry-after'), stored(engine.folder)]).toEqual([503, true, []]);
    const taken = await upload(engine, file, {}, key);
    expect((await finished(engine, taken.body.id)).created).toBe(1);
  });
});

describe('an import', () => {
  it('is the same for the same key and file, and refused for another file', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const file = 'name,email\nSame,same@import.example\n';
    const first = await upload(engine, file, {}, key);
    expect([first.status, first.headers.get('location')]).toEqual([202, `/v1/imports/${first.body.id}`]);
    const done = await finished(engine, first.body.id);
    const before = await engine.head();

    const again = await upload(engine, file, {}, key);
    expect([again.status, again.headers.get('kith-position'), again.body]).toEqual([202, first.headers.get('kith-position'), done]);
    expect(await upload(engine, `${file}More,more@import.example\n`, {}, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await upload(engine, file, { mode: 'upsert' }, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect([await engine.eventsAfter(before), stored(engine.folder)]).toEqual([0, []]);
  });

  it('that is dry tells everything and writes nothing', async () => {
    const file = 'name,email\nDry,dry@import.example\nDry again,dry@import.example\nWrong,wrong\n';
    const done = await imported(engine, file, { mode: 'create', dryRun: 'true' });
    expect(done).toMatchObject({ status: 'ended', dryRun: true, rows: 3, created: 1, refused: 2 });
    expect(await errorsOf(engine, done.id)).toEqual([
      ['2', 'email', 'end-user-exists'],
      ['3', 'email', 'contact-point-invalid'],
    ]);
    expect(await holder(engine, 'email', 'dry@import.example')).toBeUndefined();
    expect(await engine.post(`/v1/imports/${done.id}/revert`, undefined)).toMatchObject({ status: 409, body: { code: 'import-was-dry-run' } });
  });

  it('tells how far it is while it goes on, and for the last time at its end', async () => {
    const people = Array.from({ length: 1_200 }, (_, i) => `Told ${i},told-${i}@import.example`).join('\n');
    const { body } = await upload(engine, `name,email\n${people}\n`);
    const answer = await fetch(`${engine.url}/v1/imports/${body.id}/events`, { headers: { authorization: `Bearer ${engine.key}` } });
    const told = [...(await answer.text()).matchAll(/^data: (.+)$/gm)].map(([, data = '']) => JSON.parse(data));
    expect(told.at(-1)).toMatchObject({ id: body.id, status: 'ended', rows: 1_200, created: 1_200, secondsLeft: null });
    expect(told.at(-1).rowsPerSecond).toBeGreaterThan(0);
    const rows = told.map((one) => one.rows);
    expect([rows.length > 1, rows]).toEqual([true, rows.toSorted((a, b) => a - b)]);

    const { items } = (await engine.get('/v1/imports?limit=1', { headers: { 'kith-after': await engine.head() } })).body;
    expect(items).toEqual([expect.objectContaining({ id: body.id, status: 'ended', rows: 1_200 })]);
  });

  it('is cancelled, and taken back, with what was changed since kept and told', async () => {
    const people = Array.from({ length: 200 }, (_, i) => `Back ${i},back-${i}@import.example`).join('\n');
    const done = await imported(engine, `name,email\n${people}\n`);
    const [one, other] = [await holder(engine, 'email', 'back-7@import.example'), await holder(engine, 'email', 'back-8@import.example')];
    await engine.patch(`/v1/end-users/${one.id}`, { notes: 'a friend' });
    expect((await engine.post(`/v1/imports/${done.id}/cancel`, undefined)).status).toBe(204);
    expect((await engine.post(`/v1/imports/${done.id}/revert`, undefined)).status).toBe(204);

    const reverted = await finished(engine, done.id, ['ended', 'reverting']);
    expect(reverted).toMatchObject({ status: 'reverted', undone: 199, kept: 1 });
    const kept = (await engine.get(`/v1/imports/${done.id}/kept`)).text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(kept).toEqual([{ kind: 'end-user', id: one.id, field: expect.any(String), code: 'changed-since', sentence: expect.any(String) }]);
    expect((await engine.get(`/v1/end-users/${one.id}`, { headers: { 'kith-after': await engine.head() } })).body.status).toBe('active');
    expect((await engine.get(`/v1/end-users/${other.id}`)).body.status).toBe('deleted');
  });

  it('is nothing that an agent may do, and all that an auditor may see', async () => {
    const [agent, auditor, service] = [await engine.keyFor('agent'), await engine.keyFor('auditor'), await engine.keyFor('service')];
    const send = (key: string) =>
      engine.call('POST', '/v1/imports', { raw: 'name,email\nRole,role@import.example\n', headers: { 'content-type': 'text/csv' }, key });
    expect([(await send(agent)).status, (await send(auditor)).status]).toEqual([403, 403]);
    const { body } = await send(service);
    await finished(engine, body.id);
    const path = `/v1/imports/${body.id}`;
    for (const route of ['/v1/imports', path, `${path}/errors.csv`, `${path}/kept`])
      expect([route, (await engine.get(route, { key: auditor })).status, (await engine.get(route, { key: agent })).status]).toEqual([route, 200, 403]);
    expect((await engine.post(`${path}/revert`, undefined, { key: auditor })).status).toBe(403);
    expect((await engine.get(`/v1/imports/${randomUUID()}`)).body.code).toBe('import-not-found');
  });
});

describe('the client', () => {
  const everything = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = [];
    for await (const item of items) all.push(item);
    return all;
  };
  const rows = (name: string, count: number) => Array.from({ length: count }, (_, i) => Buffer.from(`${name} ${i},${name}-${i}@import.example\n`));
  const fileOf = (name: string, count: number) =>
    async function* () {
      yield Buffer.from('name,email\n');
      yield* rows(name, count);
    };

  it('sends a file as it is made, follows it to its end, and takes it back', async () => {
    const kith = new Kith({ url: engine.url, key: engine.key, pauseMs: 20 });
    const { id, position, columns } = await kith.imports.begin(fileOf('client', 700), { mode: 'upsert', fileName: 'made.csv' });
    expect([columns.map(({ to }) => to), position]).toEqual([['name', 'email'], expect.stringMatching(/^\d+$/)]);
    const progress: number[] = [];
    expect(await kith.imports.finished(id, { onProgress: ({ rows: done }) => progress.push(done) })).toMatchObject({ status: 'ended', created: 700 });
    expect(progress.at(-1)).toBe(700);
    expect(await kith.after(position).imports.find(id)).toMatchObject({ id, fileName: 'made.csv', startedBy: { kind: 'operator' } });
    expect((await everything(kith.imports.list({ limit: 1 })))[0]).toMatchObject({ id });
    expect((await everything(kith.imports.errors(id))).join('')).toBe('row,field,code,sentence\r\n');
    await kith.imports.revert(id);
    expect(await kith.imports.finished(id)).toMatchObject({ status: 'reverted', undone: 700, kept: 0 });
    expect(await everything(kith.imports.kept(id))).toEqual([]);
  });

  it('sends a file again whose connection broke, once', async () => {
    let sent = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await globalThis.fetch(input, init);
      if (++sent === 1) throw new TypeError('the connection was lost');
      return answer;
    };
    const kith = new Kith({ url: engine.url, key: engine.key, pauseMs: 5, fetch });
    const { id } = await kith.imports.begin(fileOf('again', 10));
    expect([sent, (await kith.imports.finished(id)).created]).toEqual([2, 10]);
    sent = 0;
    await expect(kith.imports.begin(fileOf('once', 1)())).rejects.toThrow(KithUnreachable);
    expect(sent).toBe(1);
    await expect(kith.imports.begin('colour\nred\n')).rejects.toMatchObject({ code: 'import-columns-unknown', problem: { columns: ['colour'] } });
  });
});

/** What an engine knows of people, without ids and times. */
async function people(on: RunningEngine): Promise<string[]> {
  const after = { headers: { 'kith-after': await on.head() } };
  const all: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await on.get(`/v1/end-users?limit=200${cursor}`, after);
    for (const { name, tags, contactPoints, organizations, fields } of body.items)
      all.push(
        JSON.stringify([
          name,
          tags,
          fields,
          contactPoints?.map(({ key }: { key: string }) => key).sort(),
          organizations?.map((one: { name: string }) => one.name),
        ]),
      );
    if (body.nextCursor === null) return all.sort();
    cursor = `&cursor=${body.nextCursor}`;
  }
}

it(`goes on where it was after kill -9, ${killRounds} rounds, and ends as if nothing had been`, async () => {
  // Persons of two rows each, and organizations of many; every tenth row is wrong.
  const row = (i: number) =>
    `Killed ${i % killed},killed-${i % killed}@import.example,${i < killed ? `06 ${12_000_000 + i}` : ''},Company ${i % 50},t${i % 3},${i % 10 === 9 ? 'agent' : ''}`;
  const file = `name,email,phone,organization,tags,role\n${Array.from({ length: 2 * killed }, (_, i) => row(i)).join('\n')}\n`;
  const calm = await RunningEngine.start({ folder: newFolder(), settings });
  const whole = await imported(calm, file);
  const [expected, problems] = [await people(calm), await errorsOf(calm, whole.id)];
  await calm.stop();

  const folder = newFolder();
  let victim = await RunningEngine.start({ folder, settings });
  const { id } = (await upload(victim, file, { mode: 'upsert' })).body;
  const seconds = (Date.parse(whole.endedAt) - Date.parse(whole.startedAt)) / 1_000;
  for (let round = 0; round < killRounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (seconds / (killRounds + 1)) * 1_000));
    await victim.stop('SIGKILL');
    victim = await RunningEngine.start({ folder, settings });
  }
  const done = await finished(victim, id);
  const counts = ({ rows, created, changed, unchanged, refused, organizations, status }: typeof done) => ({
    rows,
    created,
    changed,
    unchanged,
    refused,
    organizations,
    status,
  });
  expect(counts(done)).toEqual(counts(whole));
  expect(await errorsOf(victim, id)).toEqual(problems);
  expect(await people(victim)).toEqual(expected);
  expect(stored(folder)).toEqual([]);

  // The same file again changes nothing.
  const before = await victim.head();
  const again = await imported(victim, file);
  expect(again).toMatchObject({ created: 0, changed: 0, organizations: 0, refused: whole.refused });
  const since = (await victim.get(`/v1/events?after=${before}`)).text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).type as string);
  expect(since.filter((type) => !type.startsWith('Import'))).toEqual([]);
  await victim.stop();
});
