import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

const program = join(__dirname, '..', '..', 'dist', 'apps', 'engine', 'src', 'rebuild.js');

const folders: string[] = [];
const newFolder = () => {
  folders.push(scratchFolder());
  return folders.at(-1) ?? '';
};
const engines: RunningEngine[] = [];
const start = async (folder: string) => {
  engines.push(await RunningEngine.start({ folder, settings: presetKey }));
  return engines.at(-1) as RunningEngine;
};
afterAll(async () => {
  for (const engine of engines) await engine.stop('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm run rebuild` as its script does, on a data folder. */
function rebuild(folder: string): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [program, '--data', folder], { cwd: folder, env: { PATH: process.env['PATH'], ...presetKey } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, printed })));
}

const current = (folder: string) => readFileSync(join(folder, 'read-models', 'current'), 'utf8').trim();
const record = (engine: RunningEngine, n: number) =>
  engine.post('/v1/interactions', {
    source: 'rebuild',
    id: String(n),
    channel: 'email',
    via: 'email',
    direction: 'inbound',
    contactPoints: [{ channel: 'email', value: `person-${n % 200}@example.org` }],
  });
const lookup = (engine: RunningEngine, n: number, after?: string) =>
  engine.get(`/v1/contact-points/email/person-${n}@example.org`, after === undefined ? {} : { headers: { 'kith-after': after } });

it('read models are rebuilt beside a serving engine, which answers all the while and then uses the new ones', async () => {
  const folder = newFolder();
  const engine = await start(folder);
  for (let n = 0; n < 600; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => record(engine, n + i)));
  const before = current(folder);
  let ended = false;
  const statuses: number[] = [];
  const asking = (async () => {
    for (let n = 0; !ended; n++) {
      statuses.push((await lookup(engine, n % 200)).status);
      await record(engine, 1_000 + n);
    }
  })();
  const rebuilt = await rebuild(folder);
  expect(rebuilt).toEqual({ code: 0, printed: expect.stringMatching(/read models rebuilt up to position \d+ in /) });
  expect(current(folder)).not.toBe(before);
  const gone = () => !readdirSync(join(folder, 'read-models')).some((name) => name.startsWith(before));
  for (const end = Date.now() + 20_000; !gone(); await new Promise((r) => setTimeout(r, 50)))
    if (Date.now() > end) throw new Error(`${before} is still there: ${engine.lines.join()}`);
  ended = true;
  await asking;
  expect(new Set(statuses)).toEqual(new Set([200]));
  // What was written while it was rebuilt, and after, is in the new ones.
  const last = await record(engine, 100_000);
  expect((await lookup(engine, 0, last.headers.get('kith-position') ?? '')).status).toBe(200);
  expect((await engine.get('/health/ready')).status).toBe(200);
  expect(await engine.stop()).toBe(0);
}, 120_000);

it('read models are rebuilt while no engine runs, and the next one starts on them', async () => {
  const folder = newFolder();
  const engine = await start(folder);
  await record(engine, 1);
  await engine.stop();
  expect((await rebuild(folder)).code).toBe(0);
  const next = await start(folder);
  expect((await lookup(next, 1)).status).toBe(200);
  expect(await next.stop()).toBe(0);
}, 120_000);

it('there is nothing to rebuild where there is no log', async () => {
  const folder = newFolder();
  const { code, printed } = await rebuild(folder);
  expect([code, printed]).toEqual([2, expect.stringContaining('there is no log in')]);
  expect(readdirSync(folder)).toEqual([]);
});
