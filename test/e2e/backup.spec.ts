import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtFile } from '../support/built-file';
import { foundInFolder } from '../support/bytes-left';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(120_000);

/** How often a backup is killed: once in `npm test`. */
const killRounds = Number(process.env.BACKUP_KILL_ROUNDS ?? 1);

const root = scratchFolder();
const engines: RunningEngine[] = [];
afterAll(async () => {
  for (const engine of engines) await engine.stop('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});
const start = async (folder: string) => {
  mkdirSync(folder, { recursive: true });
  engines.push(await RunningEngine.start({ folder, settings: presetKey }));
  return engines.at(-1) as RunningEngine;
};

/** Starts a program of the engine, under a limit on the size of files where that is given. */
function launched(name: 'backup' | 'restore', args: readonly string[], fileBytes?: number) {
  const program = [process.execPath, builtFile('apps', 'engine', 'src', `${name}.js`), ...args];
  const [command = '', ...rest] = fileBytes === undefined ? program : ['prlimit', `--fsize=${fileBytes}:`, ...program];
  const child = spawn(command, rest, { cwd: tmpdir(), env: { PATH: process.env.PATH } });
  const said = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
  });
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ...said })) };
}
const run = (...all: Parameters<typeof launched>) => launched(...all).ended;

const person = (name: string) => ({ name, contactPoints: [{ channel: 'email', value: `${name}@example.org`, verified: true }] });

/** Customers who come, and some of whom are erased, until it is stopped. */
function busy(engine: RunningEngine) {
  const [working, acknowledged] = [{ on: true }, new Set<string>()];
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    // Erased some time after they came, so that at any moment there is somebody who came before it and is erased after it.
    const leaving: string[] = [];
    for (let n = 0; working.on; n++) {
      const name = `load-${lane}-${n}`;
      const { status, body } = await engine.post('/v1/end-users', person(name)).catch(() => ({ status: 0, body: undefined }));
      if (status !== 201) continue;
      if (n % 2 === 0) acknowledged.add(name);
      else if (leaving.push(body.id) > 3) await engine.post(`/v1/end-users/${leaving.shift()}/erase`, { scope: 'person' }).catch(() => undefined);
    }
  });
  const stop = async () => {
    working.on = false;
    await Promise.all(lanes);
  };
  return { acknowledged, stop };
}

let engine: RunningEngine;
const data = join(root, 'data');
beforeAll(async () => {
  engine = await start(data);
});

it('a backup that is taken under load and restored after a kill has everything that was acknowledged before, and is verified', async () => {
  const load = busy(engine);
  while (load.acknowledged.size < 40) await pause(10);
  const before = [...load.acknowledged];
  const [to, vaultTo, folder] = [join(root, 'log'), join(root, 'keys'), join(root, 'restored')];
  const taken = await run('backup', ['--data', data, '--to', to, '--vault-to', vaultTo, '--read-models', '--json']);
  expect([taken.errors, taken.code]).toEqual(['', 0]);
  expect(JSON.parse(taken.out)).toMatchObject({ log: to, vault: vaultTo, readModels: true, masterKey: false });
  await engine.stop('SIGKILL');
  await load.stop();

  const key = join(data, 'master.key');
  const flags = ['--data', folder, '--from', to, '--vault-from', vaultTo, '--master-key-from', key];
  expect(await run('restore', flags)).toMatchObject({ code: 2, errors: expect.stringContaining('Say who, with --erasures-from') });
  expect(existsSync(folder)).toBe(false);
  const restored = await run('restore', [...flags, '--no-erasures', '--json']);
  expect([restored.errors.replace(/^\d+ events.*\n/gm, ''), restored.code]).toEqual(['', 0]);
  const { log, position, explained, erased } = JSON.parse(restored.out);
  expect([log.found, position]).toEqual([explained, JSON.parse(taken.out).position]);
  // Log and keys are of one moment: nobody's key is gone who is not erased in the log.
  expect(erased).toMatchObject({ again: 0, before: expect.any(Number) });
  expect(erased.before).toBeGreaterThan(0);

  const again = await start(folder);
  await again.ready();
  for (const name of before) expect([name, (await again.get(`/v1/contact-points/email/${name}@example.org`)).status]).toEqual([name, 200]);
  await again.stop();
  engine = await start(data);
});

it('a backup after a certificate of erasure holds no byte of who was erased', async () => {
  const [gone, kept] = ['goneforever', 'staysforever'];
  const { body } = await engine.post('/v1/end-users', person(gone));
  await engine.post('/v1/end-users', person(kept));
  await engine.post(`/v1/end-users/${body.id}/erase`, { scope: 'person' });
  for (let left = 200; (await engine.get(`/v1/end-users/${body.id}/erasure`)).body.state !== 'certified'; left--) {
    expect(left).toBeGreaterThan(0);
    await pause(100);
  }
  const to = join(root, 'certified');
  expect((await run('backup', ['--data', data, '--to', to, '--read-models'])).code).toBe(0);
  expect([...new Set((await foundInFolder(to, [gone, kept])).map(({ text }) => text))]).toEqual([kept]);
});

it('a full disk and a kill leave nothing that could be taken for a backup, and the next one is whole', async () => {
  const to = join(root, 'again');
  const full = await run('backup', ['--data', data, '--to', to], 65_536);
  expect(full).toMatchObject({ code: 1, errors: expect.stringContaining('the disk is full') });
  expect(readdirSync(root).filter((name) => name.startsWith('again'))).toEqual([]);
  for (let round = 0; round < killRounds; round++) {
    const { child, ended } = launched('backup', ['--data', data, '--to', to]);
    while (!existsSync(`${to}.partial`) && child.exitCode === null) await pause(1);
    await pause(Math.random() * 40);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(to)) {
      expect((await run('restore', ['--from', to, '--data', join(root, 'checked'), '--dry-run'])).code).toBe(0);
      rmSync(to, { recursive: true });
    } else expect((await run('restore', ['--from', `${to}.partial`, '--data', join(root, 'checked'), '--dry-run'])).code).toBe(1);
  }
  expect((await run('backup', ['--data', data, '--to', to])).code).toBe(0);
  expect(await run('restore', ['--from', to, '--data', join(root, 'checked'), '--dry-run'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('the backup is whole'),
  });
  expect(existsSync(join(root, 'checked'))).toBe(false);
});
