import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { projectionNames } from '@kith/read-models';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

const program = join(__dirname, '..', '..', 'dist', 'apps', 'engine', 'src', 'projections.js');

let engine: RunningEngine;
const started: RunningEngine[] = [];
async function start(settings: Readonly<Record<string, string>> = {}): Promise<RunningEngine> {
  started.push(await RunningEngine.start({ settings: { ...presetKey, ...settings } }));
  return started.at(-1) as RunningEngine;
}
beforeAll(async () => {
  engine = await start();
});
afterAll(async () => {
  for (const one of started) await one.discard();
});

const person = (n: number) => `person-${n}@example.org`;
const record = (from: RunningEngine, first: number, count: number) =>
  from.post(
    '/v1/interactions',
    Array.from({ length: count }, (_, i) => ({
      source: 'ops',
      id: String(first + i),
      channel: 'email',
      contactPoints: [{ channel: 'email', value: person((first + i) % 300) }],
    })),
  );
const rebuild = (from: RunningEngine) => from.post('/v1/operations/projections/rebuild', undefined);
const state = async (from: RunningEngine) => (await from.get('/v1/operations/projections')).body.rebuild;
async function ended(from: RunningEngine) {
  for (let left = 1_200; ; left--) {
    const now = await state(from);
    if (now.state !== 'running') return now;
    if (left === 0) throw new Error(`the rebuild does not end: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const serving = (from: RunningEngine) => readFileSync(join(from.folder, 'read-models', 'current'), 'utf8').trim();

/** Runs `npm run projections` as its script does. */
function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd: engine.folder, env: { PATH: '/usr/bin:/bin', ...settings } });
  const printed = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    printed.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed.errors += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...printed })));
}

it('the list says where every projection is, and that nobody has asked for a rebuild', async () => {
  await engine.ready();
  const { body } = await engine.get('/v1/operations/projections');
  expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual([...projectionNames].sort());
  for (const one of body.items) expect(one).toMatchObject({ state: 'in-step', lagEvents: expect.any(Number), lagSeconds: expect.any(Number), stopped: null });
  expect(body.rebuild).toEqual({
    state: 'none',
    done: null,
    total: null,
    events: null,
    share: null,
    perSecond: null,
    secondsLeft: null,
    startedAt: null,
    endedAt: null,
    reason: null,
  });
});

it('read models are rebuilt on request while reads are answered rightly all along, and a second request is told so', async () => {
  for (let n = 0; n < 3_000; n += 1_000) await record(engine, n, 1_000);
  const before = serving(engine);
  let stop = false;
  const wrong: unknown[] = [];
  let asked = 0;
  const reading = Promise.all(
    Array.from({ length: 4 }, async (_, reader) => {
      for (let n = reader; !stop; n += 4, asked++) {
        const { status, body } = await engine.get(`/v1/contact-points/email/${person(n % 300)}`);
        if (status !== 200 || body.holders?.length !== 1) wrong.push([n, status, body]);
      }
    }),
  );
  const first = await rebuild(engine);
  expect([first.status, first.body.state, first.body.startedAt]).toEqual([202, 'running', expect.stringMatching(/Z$/)]);
  const second = await rebuild(engine);
  if (second.status !== 202) expect([second.status, second.body.code]).toEqual([409, 'rebuild-in-progress']);
  const written = await record(engine, 3_000, 100);
  const done = await ended(engine);
  expect(done).toMatchObject({ state: 'done', reason: null, endedAt: expect.stringMatching(/Z$/), secondsLeft: 0 });
  expect(done.done).toBe(done.total);
  expect(Number(done.done)).toBeGreaterThan(3_000);
  expect(serving(engine)).not.toBe(before);
  const last = await engine.get(`/v1/contact-points/email/${person(0)}`, { headers: { 'kith-after': written.body.at(-1).position } });
  expect(last.body.holders).toHaveLength(1);
  stop = true;
  await reading;
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(20);
  await engine.ready();
});

it('a rebuild by another process is seen, and so is one by this process from there', async () => {
  const lock = new DatabaseSync(join(engine.folder, 'read-models', 'rebuild.lock'));
  lock.exec('BEGIN EXCLUSIVE');
  const before = await state(engine);
  try {
    expect((await rebuild(engine)).body.code).toBe('rebuild-in-progress');
    expect(await state(engine)).toEqual(before);
    const { code, errors } = await run(['rebuild', '--data', engine.folder], presetKey);
    expect([code, errors]).toEqual([1, expect.stringContaining('being rebuilt already')]);
  } finally {
    lock.close();
  }
  expect((await rebuild(engine)).status).toBe(202);
  expect((await ended(engine)).state).toBe('done');
});

it('a rebuild that cannot be finished leaves what serves as it is, and says why', async () => {
  const other = await start();
  const written = await record(other, 0, 10);
  const known = () => other.get(`/v1/contact-points/email/${person(0)}`, { headers: { 'kith-after': written.body.at(-1).position } });
  expect((await known()).status).toBe(200);
  const log = new DatabaseSync(join(other.folder, 'events.sqlite'), { timeout: 5_000 });
  const { data } = log.prepare(`SELECT data FROM event WHERE type = 'ContactPointAttached' LIMIT 1`).get() as { data: string };
  const damage = log.prepare(`UPDATE event SET data = ? WHERE data = ?`);
  try {
    damage.run(data.replace(/"c":"..../, '"c":"AAAA'), data);
    const before = serving(other);
    expect((await rebuild(other)).status).toBe(202);
    const failed = await ended(other);
    expect(failed).toMatchObject({ state: 'failed', reason: expect.stringContaining('ContactPointAttached at position') });
    expect(serving(other)).toBe(before);
    expect((await known()).body.holders).toHaveLength(1);
    damage.run(data, data.replace(/"c":"..../, '"c":"AAAA'));
    expect((await rebuild(other)).status).toBe(202);
    expect((await ended(other)).state).toBe('done');
  } finally {
    log.close();
  }
});

it('an engine that stops ends a rebuild that is under way, and leaves nothing of it', async () => {
  const other = await start();
  for (let n = 0; n < 3_000; n += 1_000) await record(other, n, 1_000);
  const before = serving(other);
  await rebuild(other);
  expect(await other.stop()).toBe(0);
  const files = readdirSync(join(other.folder, 'read-models')).filter((name) => /^[0-9a-f-]{36}\.sqlite$/.test(name));
  expect(files).toContain(serving(other));
  if (serving(other) === before) expect(files).toEqual([before]);
});

it('an engine in memory rebuilds too', async () => {
  const other = await start({ KITH_EVENT_STORE: 'memory' });
  const written = await record(other, 0, 500);
  expect((await rebuild(other)).status).toBe(202);
  const done = await ended(other);
  expect([done.state, done.reason]).toEqual(['done', null]);
  const after = { headers: { 'kith-after': written.body.at(-1).position } };
  for (const n of [0, 299]) expect((await other.get(`/v1/contact-points/email/${person(n)}`, after)).body.holders).toHaveLength(1);
  const later = await record(other, 500, 10);
  expect((await other.get(`/v1/contact-points/email/${person(209)}`, { headers: { 'kith-after': later.body.at(-1).position } })).status).toBe(200);
});

describe('npm run projections', () => {
  it('lists what is in the data folder, for people and for machines, with and without an engine', async () => {
    const { code, out } = await run(['--data', engine.folder]);
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^projection +position +events behind +seconds behind$/)]);
    for (const name of projectionNames) expect(out).toMatch(new RegExp(`^${name} +\\d+ +0 +0\\.0$`, 'm'));
    const head = await engine.head();
    const machine = await run(['list', '--json', '--data', engine.folder]);
    const { head: shown, items } = JSON.parse(machine.out) as {
      head: string;
      items: { name: string; position: string; lagEvents: number; lagSeconds: number }[];
    };
    expect([shown, items]).toEqual([head, projectionNames.map((name) => ({ name, position: head, lagEvents: 0, lagSeconds: 0 }))]);

    const other = await start();
    await record(other, 0, 5);
    await other.stop();
    const readModels = new DatabaseSync(join(other.folder, 'read-models', serving(other)));
    readModels.exec(`UPDATE checkpoint SET position = 0 WHERE name = 'timeline'`);
    readModels.close();
    const stopped = JSON.parse((await run(['list', '--json', '--data', other.folder])).out) as { head: string; items: { name: string; lagSeconds: number }[] };
    const timeline = stopped.items.find(({ name }) => name === 'timeline');
    expect(timeline).toEqual({ name: 'timeline', position: '0', lagEvents: Number(stopped.head), lagSeconds: expect.any(Number) });
    expect(timeline?.lagSeconds).toBeGreaterThan(0);
  });

  it('asks the running engine to try a projection again', async () => {
    const { port } = new URL(engine.url);
    const done = await run(['retry', 'timeline', '--port', port], presetKey);
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('timeline is being tried')]);
    expect((await run(['retry', 'timeline', `--port=${port}`, '--key', presetKey.KITH_ADMIN_KEY])).code).toBe(0);
  });

  it.each<[args: string[], code: number, says: string]>([
    [['retry', 'nothing'], 2, 'there are contact-lookup'],
    [['retry'], 2, 'which projection?'],
    [['retry', 'timeline'], 2, 'give it with --key, or set KITH_ADMIN_KEY'],
    [['retry', 'timeline', '--key', 'k', '--port', '0'], 2, 'say with --port where the engine listens'],
    [['retry', 'timeline', '--key', 'k', '--port', '1'], 1, 'no engine answers on http://127.0.0.1:1'],
    [['list', 'timeline'], 2, 'npm run projections'],
    [['mend'], 2, 'mend is nothing that can be done'],
    [['list', '--jsn'], 2, 'no flag'],
    [['list', '--data', 'nowhere'], 2, 'there is no log in'],
    [['list', '--event-store', 'memory'], 2, 'over HTTP only'],
  ])('says what is wrong with %j', async (args, code, says) => {
    const result = await run(args);
    expect([result.code, result.out, result.errors]).toEqual([code, '', expect.stringContaining(says)]);
  });

  it('says what a key is refused for', async () => {
    const key = await engine.keyFor('agent');
    const refused = await run(['retry', 'timeline', '--port', new URL(engine.url).port, '--key', key]);
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('refused with 403: This needs a key with the role')]);
  });

  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect([code, out]).toEqual([0, expect.stringContaining('retry    asks the running engine')]);
  });
});
