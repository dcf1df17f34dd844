import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFile } from '../support/built-file';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

const program = builtFile('apps', 'engine', 'src', 'verify.js');
const folders: string[] = [];
const newFolder = () => {
  folders.push(scratchFolder());
  return folders.at(-1) as string;
};
let engine: RunningEngine | undefined;
afterAll(async () => {
  await engine?.stop('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm run verify` as its script does, on a data folder. */
function verify(folder: string, ...more: string[]): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, [program, '--data', folder, ...more], { cwd: folder, env: { PATH: process.env.PATH, ...presetKey } });
  const said = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

/** Where the log is once the reactors have done what the writes asked of them. */
async function restingHead(engine: RunningEngine): Promise<string> {
  for (let head = await engine.head(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = await engine.head();
    if (now === head) return head;
    head = now;
  }
}

it('log and read models are verified beside a serving engine, and a byte that was changed in the file of the log is found', async () => {
  const folder = newFolder();
  engine = await RunningEngine.start({ folder, settings: presetKey });
  const { body: organization } = await engine.post('/v1/organizations', { name: 'Acme', domains: [{ domain: 'acme.example' }] });
  for (let n = 0; n < 40; n++)
    await engine.post('/v1/interactions', {
      source: 'verify',
      id: String(n),
      channel: 'email',
      via: 'email',
      direction: 'inbound',
      summary: 'a question',
      contactPoints: [{ channel: 'email', value: `person-${n % 20}@acme.example`, verified: true }],
    });
  const { body: lea } = await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [{ channel: 'phone', value: '+33612345678' }] });
  const { body: max } = await engine.post('/v1/end-users', { name: 'Max' });
  expect((await engine.post('/v1/merges', { survivorId: lea.id, mergedId: max.id })).status).toBe(201);
  expect((await engine.post('/v1/tickets', { source: 'desk', id: 'T-1', channel: 'email', requesterId: lea.id, organizationId: organization.id })).status).toBe(
    201,
  );
  const head = await restingHead(engine);

  const well = await verify(folder);
  expect(well).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^the log: \d+ events in \d+ streams.*nothing found\nthe read models.*no table differs\nall is well\n$/),
  });
  expect(await engine.head()).toBe(head);
  expect(readdirSync(join(folder, 'read-models')).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  expect(await engine.stop()).toBe(0);

  const file = join(folder, 'events.sqlite');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('"origin":"contacted"');
  expect(at).toBeGreaterThan(0);
  bytes[at + '"origin":"contacte'.length] = 'r'.charCodeAt(0);
  writeFileSync(file, bytes);
  const damaged = await verify(folder, '--json');
  const found = JSON.parse(damaged.out);
  expect([damaged.code, found.well, found.log.findings.map(({ kind }: { kind: string }) => kind).sort()]).toEqual([1, false, ['event-id']]);
  expect(found.readModels.tables.filter(({ differing }: { differing: number }) => differing > 0)).toMatchObject([
    { table: 'end_user', differing: 1, first: [{ what: 'differs', columns: ['origin'] }] },
  ]);
  expect(damaged.out).not.toContain('acme.example');
  expect((await verify(folder)).out).toMatch(/event-id: EndUserCreated at position \d+, revision 0 of endUser-default\./);
}, 180_000);

it('there is nothing to verify where there is no log, and none is made', async () => {
  const folder = newFolder();
  expect(await verify(folder)).toMatchObject({ code: 2, errors: expect.stringContaining('there is no log in') });
  expect(readdirSync(folder)).toEqual([]);
});
