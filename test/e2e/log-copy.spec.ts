import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import type { EventStore, NewEvent } from '@kith/application';
import { logCopyCommand } from '../../apps/engine/src/log-copy/log-copy-command';
import { EventStoreDbFixture } from '../support/eventstoredb-fixture';
import { Follower, type SentEvent } from '../support/follower';
import { newEvent } from '../support/new-event';
import { PostgresServer } from '../support/postgres-server';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

const program = (name: string) => join(__dirname, '..', '..', 'dist', 'apps', 'engine', 'src', `${name}.js`);

jest.setTimeout(120_000);

const folders: string[] = [];
const newFolder = () => {
  folders.push(scratchFolder());
  return folders.at(-1) as string;
};
const engines: RunningEngine[] = [];
const start = async (folder: string, settings: Readonly<Record<string, string>> = {}) => {
  engines.push(await RunningEngine.start({ folder, settings: { ...presetKey, ...settings } }));
  return engines.at(-1) as RunningEngine;
};
let fixture: EventStoreDbFixture;
let postgres: PostgresServer;
beforeAll(async () => {
  [fixture, postgres] = await Promise.all([EventStoreDbFixture.start(), PostgresServer.start()]);
});
afterAll(async () => {
  for (const engine of engines) await engine.stop('SIGKILL');
  await Promise.all([fixture.stop(), postgres.stop()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; printed: string }>;
}

/** Runs `npm run log:copy`, or another program, as its script does. */
function running(name: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [program(name), ...args], { cwd: tmpdir(), env: { PATH: process.env['PATH'], ...settings } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, printed }))) };
}
const copying = (...args: readonly string[]) => running('log-copy', args);
const copy = (...args: readonly string[]) => copying(...args).ended;

const lines = (text: string): SentEvent[] => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
const email = (value: string) => ({ channel: 'email', value });

/** What of an event is the same wherever its log lies. */
const kept = ({ position: _, ...event }: SentEvent) => event;

/** A log of so many events in a new folder: runs in many streams, as customers make them. */
async function logOf(events: number): Promise<string> {
  const folder = newFolder();
  const store = SqliteEventStore.open(folder, { appendDeadlineMs: 60_000 });
  const revisions = new Map<string, number>();
  for (let n = 0; n < events; ) {
    const appends: Promise<unknown>[] = [];
    for (let i = 0; i < 500 && n < events; i++) {
      const stream = `thing-acme.${(n * 7919) % 5000}`;
      const batch: NewEvent[] = Array.from({ length: 1 + (n % 3) }, () => newEvent('ThingHappened', { n, text: 'as it was'.repeat(20) }));
      appends.push(store.append(stream, revisions.get(stream) ?? -1, batch));
      revisions.set(stream, (revisions.get(stream) ?? -1) + batch.length);
      n += batch.length;
    }
    await Promise.all(appends);
  }
  await store.close();
  return folder;
}

/** Where a log ends, once that is beyond a position. */
async function headBeyond(position: bigint, open: () => EventStore): Promise<bigint> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(5)) {
    try {
      const store = open();
      const head = await store.head();
      await store.close();
      if (head > position) return head;
    } catch {
      // It is being made.
    }
  }
  throw new Error(`the log does not get beyond ${position}`);
}

/** Copies log and keys into another data folder. */
async function intoFolder(from: string): Promise<RunningEngine> {
  const folder = join(newFolder(), 'moved');
  const done = await copy('--from', from, '--to', `sqlite:${folder}`);
  expect(done).toMatchObject({ code: 0, printed: expect.stringMatching(/\d+ events copied in .*SHA-256 [0-9a-f]{64}/s) });
  for (const file of ['keys.sqlite', 'master.key']) copyFileSync(join(from, file), join(folder, file));
  return start(folder);
}

/** Copies log and keys to servers, whose addresses stand in the settings as they are to stand in those of the engine. */
async function intoServers(from: string): Promise<RunningEngine> {
  const settings = {
    KITH_EVENT_STORE: fixture.url,
    KITH_READ_DB: await postgres.database(),
    KITH_KEY_VAULT: await postgres.database(),
    KITH_MASTER_KEY: readFileSync(join(from, 'master.key'), 'utf8').trim(),
  };
  expect(await running('log-copy', ['--from', from, '--to', 'configured'], settings).ended).toMatchObject({ code: 0 });
  const keys = () => running('keys-copy', ['--from', from, '--to', 'configured'], settings).ended;
  expect(await keys()).toMatchObject({ code: 0, printed: expect.stringMatching(/\d+ keys copied \(0 of them destroyed\) and the secrets of 1 tenants/) });
  expect(await keys()).toMatchObject({ code: 1, printed: expect.stringContaining('is not empty') });
  return start(newFolder(), settings);
}

it.each([
  ['another data folder', intoFolder],
  ['EventStoreDB and PostgreSQL', intoServers],
])('an engine moves to %s: everything is there, old positions are told apart, and the feed goes on from any new one', async (_, move) => {
  const before = await start(newFolder());
  const lea = (await before.post('/v1/end-users', { name: 'Léa Martin', contactPoints: [email('lea@example.org')] })).body.id;
  for (let n = 0; n < 30; n++)
    await before.post('/v1/interactions', {
      source: 'desk',
      id: String(n),
      channel: 'email',
      contactPoints: [email(`p${n % 9}@example.org`)],
      summary: `N${n}`,
    });
  const retried = { headers: { 'idempotency-key': 'made-before-the-move' } };
  const made = await before.post('/v1/end-users', { name: 'Max' }, retried);
  const written = lines((await before.get('/v1/events?personal=true')).text);
  expect(await before.stop()).toBe(0);

  const after = await move(before.folder);
  await after.ready();
  const moved = lines((await after.get('/v1/events?personal=true')).text);
  expect(moved.slice(0, written.length).map(kept)).toEqual(written.map(kept));
  expect(moved.filter(({ personal }) => personal === 'shown').length).toBeGreaterThan(30);
  expect((await after.get(`/v1/end-users/${lea}`, { headers: { 'kith-after': await after.head() } })).body).toMatchObject({ name: 'Léa Martin' });
  expect((await after.get('/v1/contact-points/email/p3@example.org')).body.holders).toHaveLength(1);
  expect((await after.post('/v1/end-users', { name: 'Max' }, retried)).body.id).toBe(made.body.id);

  const old = written.at(-1)?.position as string;
  const gone = { status: 410, body: { code: 'position-unknown' } };
  for (const position of ['1', old]) {
    expect(await after.get(`/v1/events?after=${position}`)).toMatchObject(gone);
    expect(await after.get('/v1/events', { headers: { 'kith-after': position } })).toMatchObject(gone);
    expect(await after.get(`/v1/end-users/${lea}`, { headers: { 'kith-after': position } })).toMatchObject(gone);
    expect(await after.post('/v1/contact-points/lookup', { contactPoints: [email('lea@example.org')] }, { headers: { 'kith-after': position } })).toMatchObject(
      gone,
    );
    expect(await after.get(`/v1/settings?at=${position}`)).toMatchObject(gone);
    expect(await after.post('/v1/webhooks', { url: 'https://example.org/hook', from: position })).toMatchObject(gone);
    for (const follower of [new Follower(after.url, after.key, `?after=${position}`), new Follower(after.url, after.key, '', position)]) {
      await follower.ended;
      expect([follower.status, follower.events]).toEqual([410, []]);
    }
  }
  for (const n of [0, 7, written.length - 1]) {
    const { position } = moved[n] as SentEvent;
    expect(lines((await after.get(`/v1/events?personal=true&after=${position}`)).text).slice(0, written.length - n - 1)).toEqual(
      moved.slice(n + 1, written.length),
    );
    expect((await after.get(`/v1/settings?at=${position}`)).status).toBe(200);
  }
  const follower = new Follower(after.url, after.key, '', (moved[written.length - 3] as SentEvent).position);
  const { body } = await after.post('/v1/end-users', { name: 'New here' });
  await follower.until(({ events }) => events.some(({ subject }) => subject === body.id));
  follower.close();
  expect(follower.events.slice(0, 2).map(({ position }) => position)).toEqual(
    moved.slice(-2 + written.length - moved.length || -2).map(({ position }) => position),
  );
});

const inNewFolder = () => {
  const folder = newFolder();
  return { to: [folder], open: () => SqliteEventStore.openReadOnly(folder) };
};
const onServer = () => ({
  to: [fixture.url, '--to-prefix', 'killed'],
  open: () => EventStoreDbEventStore.open({ url: fixture.url, streamPrefix: 'killed' }),
});

it.each([
  ['a data folder', 12_000, inNewFolder],
  ['EventStoreDB', 4_000, onServer],
])('a copy into %s that is killed again and again goes on where it was, and in the end the target is the log', async (_, events, target) => {
  const from = await logOf(events);
  const { to, open } = target();
  for (let head = 0n, kills = 0; kills < 3; kills++) {
    const { child, ended } = copying('--from', from, '--to', ...to);
    const further = await headBeyond(head, open);
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ code: null });
    head = further;
  }
  const { code, printed } = await copy('--from', from, '--to', ...to);
  expect([code, printed]).toEqual([0, expect.stringMatching(/both logs were compared: (?:12|4)\d{3} events/)]);
});

it('a copy that is interrupted says how to go on', async () => {
  const [from, to] = [await logOf(12_000), newFolder()];
  const { child, ended } = copying('--from', from, '--to', to);
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes('copying: 2000') && !child.killed) child.kill('SIGINT');
  });
  expect(await ended).toMatchObject({
    code: 1,
    printed: expect.stringContaining('the log was not copied: it was interrupted; run the same command again to go on'),
  });
  expect((await copy('--from', from, '--to', to)).code).toBe(0);
});

it('keys are not copied from where there are none, with another master key, or to where nothing is configured', async () => {
  const [empty, folder] = [newFolder(), newFolder()];
  await new SqliteKeyVault({ folder, masterKey: Buffer.alloc(32, 1) }).close();
  const [to, other] = [await postgres.database(), Buffer.alloc(32, 2).toString('base64')];
  const cases: readonly (readonly [args: readonly string[], code: number, words: RegExp])[] = [
    [['--from', empty, '--to', to], 2, /there is no key vault in .*npm run keys:copy/s],
    [['--from', folder, '--to', 'configured'], 2, /KITH_KEY_VAULT names no PostgreSQL/],
    [['--from', folder, '--to', to], 1, /nothing was written: the master key is not the one that keys.sqlite was made with/],
  ];
  for (const [args, code, words] of cases) {
    const ended = await running('keys-copy', args, { KITH_MASTER_KEY: other }).ended;
    expect(ended).toEqual({ code, printed: expect.stringMatching(words) });
  }
});

describe('a copy is refused with clear words', () => {
  let engine: RunningEngine;
  let log: string;
  beforeAll(async () => {
    engine = await start(newFolder());
    log = await logOf(10);
  });
  /** In this process: what is refused needs none of its own. */
  const failing = async (args: readonly string[], code: number, words: string | RegExp) => {
    let [printed, ended] = ['', -1];
    const hear = (text: unknown): boolean => {
      printed += String(text);
      return true;
    };
    const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(hear));
    try {
      ended = await logCopyCommand(args);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect({ code: ended, printed }).toEqual({ code, printed: expect.stringMatching(words) });
  };

  it('while an engine runs on the source, or on the target', async () => {
    await failing(['--from', engine.folder, '--to', newFolder()], 1, `is in use by process ${engine.process.pid}`);
    await failing(['--from', log, '--to', engine.folder], 1, `is in use by process ${engine.process.pid}`);
  });

  it('into a log with events of its own, and into a folder with read models of another log', async () => {
    await failing(['--from', log, '--to', await logOf(3)], 1, 'the target holds events that were not copied: copy into an empty one');
    const used = newFolder();
    mkdirSync(join(used, 'read-models'));
    await failing(['--from', log, '--to', used], 1, 'read-models of another log');
  });

  it('from where there is no log, which it does not make', async () => {
    const [empty, target] = [newFolder(), join(newFolder(), 'target')];
    await failing(['--from', empty, '--to', target], 1, `there is no log in ${empty}`);
    expect([readdirSync(empty), existsSync(target)]).toEqual([[], false]);
  });

  it('from a server that does not answer, without its password in the words', async () => {
    await failing(
      ['--from', 'esdb://admin:very-secret@127.0.0.1:9?tls=false', '--to', newFolder()],
      1,
      /^(?!.*very-secret).*esdb:\/\/127\.0\.0\.1:9\?tls=false cannot be reached/s,
    );
  });

  it('when what was asked for makes no sense, with how it is used', async () => {
    const usage = /npm run log:copy -- --from <log> --to <log>/;
    await failing([], 2, usage);
    await failing(['--from', log], 2, /--from and --to must both be given.*npm run log:copy/s);
    await failing(['--from', log, '--to', newFolder(), '--fast'], 2, /--fast.*npm run log:copy/s);
    await failing(['--from', log, '--to', `sqlite:${log}/.`], 2, /the same log.*npm run log:copy/s);
    await failing(['--from', log, '--to', 'postgres://kith:very-secret@db/kith'], 2, /^(?!.*very-secret).*names no log/s);
    await failing(['--from', log, '--to', newFolder(), '--to-prefix', 'a.'], 2, /prefixes are for EventStoreDB only/);
    await failing(['--help'], 0, usage);
  });
});
