import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kith/config';
import { openPast } from '../../apps/engine/src/parts/opened-past';
import { rebuildCommand } from '../../apps/engine/src/rebuild-command';
import { whyNotStarted } from '../../apps/engine/src/why-not-started';
import { placesFor, scaled } from '../support/at-scale-places';
import { builtFile } from '../support/built-file';
import { atRest } from '../support/eventually';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';
import { WebhookReceiver } from '../support/webhook-receiver';

jest.setTimeout(180_000);

const program = builtFile('apps', 'engine', 'src', 'rebuild.js');
const scratch = mkdtempSync(join(tmpdir(), 'kith-replays-'));
/** A folder, or where read models are in PostgreSQL a name. */
const into = scaled ? 'then' : join(scratch, 'then');

/** Loaded before a program: it may listen, and be called, and writes down whatever it would ask of any network. */
const guard = join(scratch, 'no-network.cjs');
const asked = join(scratch, 'asked-of-the-network.txt');
writeFileSync(
  guard,
  `const { appendFileSync } = require('node:fs');
   const refuse = (what) => () => { appendFileSync(${JSON.stringify(asked)}, what + '\\n'); throw new Error('no network: ' + what); };
   require('node:net').Socket.prototype.connect = refuse('connect');
   const dns = require('node:dns');
   const own = dns.lookup;
   // An address that is listened on is looked up, too.
   dns.lookup = (name, ...rest) => (name === '127.0.0.1' ? own(name, ...rest) : refuse('dns.lookup')());
   for (const name of ['resolve', 'resolve4', 'resolve6']) dns[name] = refuse('dns.' + name);
   require('node:dgram').createSocket = refuse('dgram');`,
);
/** Where all is in a data folder; servers are reached by a network. */
const withoutNetwork: Readonly<Record<string, string>> = scaled ? {} : { NODE_OPTIONS: `--require ${guard}` };
/** Where the data is, in the words of the configuration. */
let where: Readonly<Record<string, string>> = {};

const operatorKey = `kith_testoperator_${'o'.repeat(43)}`;

let engine: RunningEngine;
let receiver: WebhookReceiver;
let replay: RunningEngine | undefined;
/** The moment: its last position, what was answered then, and keys of then. */
let moment = '';
const then = new Map<string, unknown>();
let [revokedSince, lea, acme] = ['', '', ''];

const post = async (path: string, body: unknown): Promise<Answer> => {
  const answer = await engine.post(path, body);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer;
};
const email = (value: string) => ({ channel: 'email', value });
const interaction = (id: string, from: string, more: object = {}) =>
  post('/v1/interactions', { source: 'mail', id, channel: 'email', contactPoints: [email(from)], ...more });

/** So many days from now, in UTC. */
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  engine = await RunningEngine.start({ settings: { ...presetKey, KITH_OPERATOR_KEY: operatorKey, KITH_WEBHOOK_PRIVATE_TARGETS: 'true' } });
  where = { KITH_DATA: engine.folder, ...(scaled && (await placesFor(engine.folder))) };
  await post('/v1/webhooks', { url: receiver.url, types: ['EndUserCreated', 'TicketStatusChanged'] });
  acme = (await post('/v1/organizations', { name: 'Acme', domains: [{ domain: 'acme.example' }] })).body.id;
  lea = (await interaction('m-1', 'lea@acme.example', { profile: { name: 'Léa Martin' }, summary: 'Where is my order?' })).body.endUserId;
  const bob = (await post('/v1/end-users', { name: 'Bob', contactPoints: [email('bob@bolt.example')] })).body.id;
  const ticket = (await post('/v1/tickets', { source: 'desk', id: 'T-1', subject: 'Order', channel: 'email', contactPoints: [email('lea@acme.example')] })).body
    .id;
  revokedSince = await engine.keyFor('agent');
  await atRest(engine);
  moment = await engine.head();
  const report = `from=${dayFromNow(-1)}&to=${dayFromNow(2)}`;
  for (const path of [
    `/v1/end-users/${lea}`,
    `/v1/end-users/${bob}`,
    `/v1/end-users/${lea}/timeline`,
    '/v1/end-users?query=Martin',
    '/v1/contact-points/email/lea@acme.example',
    '/v1/contact-points/email/bob@bolt.example',
    `/v1/organizations/${acme}/page`,
    `/v1/organizations/${acme}/members`,
    `/v1/organizations/${acme}/report?${report}`,
    `/v1/tickets/${ticket}`,
    '/v1/tickets',
    '/v1/settings',
    '/v1/keys',
  ]) {
    const { status, body, text } = await engine.get(path, { headers: { 'kith-after': moment } });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    then.set(path, body);
  }

  // And the world moves on.
  await engine.patch(`/v1/end-users/${lea}`, { name: 'Léa Durand' });
  expect((await engine.patch('/v1/settings', { defaultRegion: 'FR' })).status).toBe(200);
  await engine.patch(`/v1/tickets/${ticket}`, { status: 'solved' });
  await post(`/v1/organizations/${acme}/members`, { endUserId: bob });
  await engine.patch(`/v1/organizations/${acme}`, { name: 'Acme Corporation' });
  await post('/v1/merges', { survivorId: bob, mergedId: lea });
  await engine.delete(`/v1/keys/${(await engine.get('/v1/keys')).body.items.find(({ role }: { role: string }) => role === 'agent').keyId}`);
  await interaction('m-2', 'zoe@acme.example', { profile: { name: 'Zoé Martin' } });
  await atRest(engine);
  await receiver.has(4);
});

afterAll(async () => {
  await replay?.stop('SIGKILL');
  await engine.discard();
  await receiver.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** `npm run rebuild` as its script runs it, without a network. */
function rebuilding(...flags: readonly string[]): { child: ChildProcess; ended: Promise<{ code: number | null; printed: string }> } {
  const child = spawn(process.execPath, [program, ...flags], { cwd: scratch, env: { ...where, ...withoutNetwork, PATH: '/usr/bin:/bin' } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, printed })) };
}

it('a past moment is replayed beside the engine that serves, and goes on after it was killed', async () => {
  const { child, ended } = rebuilding('--to', moment, '--into', into);
  // Killed when it has just begun, as far as that can be seen.
  for (const end = Date.now() + (scaled ? 1_000 : 30_000); !existsSync(join(into, 'replay.json')) && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await ended;
  const { code, printed } = await rebuilding('--to', moment, '--into', into).ended;
  expect([code, printed]).toEqual([0, expect.stringContaining(`read models of position ${moment} are in ${into} (`)]);
});

/** What the program does, here: nothing that it refuses needs a process. */
async function commanded(...flags: readonly string[]): Promise<readonly [code: number, printed: string]> {
  let printed = '';
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    }),
  );
  // What the tests are told is no setting.
  const told = Object.entries(process.env).filter(([name]) => name.startsWith('KITH_'));
  for (const [name] of told) delete process.env[name];
  try {
    const settings = Object.entries(where).map(([name, text]) => `--${name.slice('KITH_'.length).toLowerCase().replaceAll('_', '-')}=${text}`);
    return [await rebuildCommand([...flags, ...settings]), printed];
  } finally {
    Object.assign(process.env, Object.fromEntries(told));
    for (const spy of spies) spy.mockRestore();
  }
}

it('what is replayed already is only said, and what cannot be replayed is refused and not begun', async () => {
  expect(await commanded('--to', moment, `--into=${into}`)).toEqual([0, expect.stringContaining('(0 events in ')]);
  const [head, none] = [await engine.head(), scaled ? 'none' : join(scratch, 'none')];
  expect(await commanded('--to', String(BigInt(head) + 1n), '--into', none)).toEqual([1, `there is no replay: the log ends at position ${head}\n`]);
  expect(await commanded('--to', '2031-01-01T00:00:00Z', '--into', none)).toEqual([1, expect.stringContaining('not over yet')]);
  expect(await commanded('--to', head, '--into', into)).toEqual([1, expect.stringContaining(`holds the replay of another moment, position ${moment}`)]);
  expect(await commanded('--to', 'last week', '--into', none)).toEqual([2, expect.stringContaining('npm run rebuild -- --to')]);
  expect(await commanded('--to', moment)).toEqual([2, expect.stringContaining('npm run rebuild -- --to')]);
  const elsewhere = scaled ? 'NO' : join(engine.folder, 'inside');
  expect(await commanded('--to', moment, '--into', elsewhere)).toEqual([1, expect.stringMatching(/lies in the data folder|is named by 1 to 32/)]);
  const config = (replay: string) => loadConfig({ env: { ...where, KITH_REPLAY: replay }, argv: [], cwd: scratch });
  const refused = async (name: string) => {
    const error = await openPast(config(name), name).catch((thrown: unknown) => thrown);
    return whyNotStarted(error, config(name));
  };
  expect(await refused(none)).toContain(`kith cannot start: ${none} holds no replay: make it with npm run rebuild -- --to`);
});

it('an engine on the replay answers as of then, beside the one that serves, and changes nothing', async () => {
  const [head, delivered] = [await engine.head(), receiver.messages.length];
  replay = await RunningEngine.start({ folder: engine.folder, settings: { ...presetKey, ...withoutNetwork, KITH_REPLAY: into } });
  const past = replay;
  for (const [path, answer] of then) expect([path, (await past.get(path)).body]).toEqual([path, answer]);
  // The present says otherwise, or nothing would have been shown.
  const changed = (await Promise.all([...then.keys()].map(async (path) => [path, (await engine.get(path)).body] as const))).filter(
    ([path, answer]) => JSON.stringify(answer) !== JSON.stringify(then.get(path)),
  );
  expect(changed.map(([path]) => path)).toEqual([...then.keys()].filter((path) => !path.includes('bob@bolt')));

  const ready = await past.get('/health/ready', { key: null });
  expect([ready.status, ready.body]).toMatchObject([200, { status: 'ready', replay: { position: moment, asked: moment }, eventStore: { head: moment } }]);
  expect((await engine.get('/health/ready', { key: null })).body.replay).toBeNull();
  for (const [path, key] of [
    ['/health/live', null],
    [`/v1/end-users/${lea}`, undefined],
    ['/v1/end-users', 'wrong'],
    ['/nowhere', undefined],
  ] as const)
    expect([path, (await past.get(path, { ...(key !== undefined && { key }), described: path !== '/nowhere' })).headers.get('kith-as-of')]).toEqual([
      path,
      moment,
    ]);
  expect((await engine.get('/health/live')).headers.get('kith-as-of')).toBeNull();

  // What is answered from the log is of then, too.
  const events = (await past.get('/v1/events?after=0&limit=200')).text;
  expect(events).not.toContain('EndUserAbsorbed');
  expect((await engine.get(`/v1/events?after=${moment}`)).text).toContain('EndUserMerged');
  const route = await past.post('/v1/route', { channel: 'email', contactPoints: [email('lea@acme.example')] });
  expect(route.body).toMatchObject({ requesterId: lea, canonicalId: lea, organizationId: acme, route: { settingsVersion: 0 } });
  expect((await past.get(`/v1/end-users/${lea}`, { headers: { 'kith-after': moment } })).status).toBe(200);
  const later = await past.get(`/v1/end-users/${lea}`, { headers: { 'kith-after': head } });
  expect([later.status, later.body.code]).toEqual([409, 'position-after-moment']);

  // Who may ask is a question of today.
  expect((await past.get('/v1/end-users', { key: revokedSince })).status).toBe(401);
  expect((await past.get('/v1/end-users', { key: await engine.keyFor('auditor') })).status).toBe(200);

  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(receiver.messages.length).toBe(delivered);
  expect(await engine.eventsAfter(head)).toBe(1);
  expect(existsSync(asked) ? readFileSync(asked, 'utf8') : '').toBe('');
});

it('every route that could change anything is refused there, and every other one is not', async () => {
  const past = replay as RunningEngine;
  const { paths } = (await past.get('/openapi.json', { key: null })).body as { paths: Record<string, Record<string, unknown>> };
  const [refused, open]: [string[], string[]] = [[], []];
  for (const [template, methods] of Object.entries(paths))
    for (const method of Object.keys(methods).filter((one) => one !== 'get')) {
      const { status, body } = await past.call(method.toUpperCase(), template.replaceAll(/\{\w+\}/g, lea), { body: {}, key: operatorKey });
      const isRefused = status === 403 && body.code === 'replay-is-read-only';
      (isRefused ? refused : open).push(`${method} ${template}`);
    }
  expect(open.sort()).toEqual([
    'post /v1/contact-points/lookup',
    'post /v1/merges/preview',
    'post /v1/merges/{id}/unmerge/preview',
    'post /v1/retention-runs/preview',
    'post /v1/route',
    'post /v1/routing/what-if',
  ]);
  expect(refused.length).toBeGreaterThan(50);
  const wrong = await past.post('/v1/end-users', {}, { key: null });
  expect(wrong.status).toBe(401);
});
