import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(240_000);

const root = join(__dirname, '..', '..');
const modules = join(root, 'node_modules');
let engine: RunningEngine;
let folder: string;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
  folder = mkdtempSync(join(tmpdir(), 'kith-consumer-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await engine.discard();
});

const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Compiles a program as a consumer would, strictly and without looking away from the declarations of libraries. */
function compile(file: string): void {
  const options = {
    module: 'nodenext',
    target: 'es2022',
    strict: true,
    skipLibCheck: false,
    types: ['node'],
    typeRoots: [join(modules, '@types')],
    outDir: 'out',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: [file] }));
  try {
    run(process.execPath, join(modules, 'typescript', 'bin', 'tsc'), '-p', '.');
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
}

it('the package holds its code, its types and its papers, and nothing else', () => {
  run(process.execPath, join(root, 'scripts', 'client-package.mjs'), folder);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const files = run('tar', '-tzf', tarball as string)
    .trim()
    .split('\n');
  expect(files).toEqual(
    expect.arrayContaining(['package/package.json', 'package/README.md', 'package/LICENSE', 'package/dist/index.js', 'package/dist/index.d.ts']),
  );
  for (const file of files) expect(file).toMatch(/^package\/(?:package\.json|README\.md|LICENSE|dist\/[\w-]+\.(?:js|d\.ts))$/);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'libs', 'client', 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).sort()).toEqual(['eventsource-parser', 'openapi-fetch']);
});

it('installed in an empty folder, it type checks and works', async () => {
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', version: '1.0.0', private: true }));
  // Its dependencies come from where this repository has them: a test asks no registry.
  const dependencies = ['openapi-fetch', 'openapi-typescript-helpers', 'eventsource-parser'].map((name) => join(modules, name));
  run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--install-links', `./${tarball}`, ...dependencies);
  writeFileSync(
    join(folder, 'program.ts'),
    `import { Kith, KithProblem, type EndUser } from '@kith/client';
const kith = new Kith({ url: process.env.KITH_URL ?? '', key: process.env.KITH_KEY ?? '' });
async function main(): Promise<void> {
  const { id, position } = await kith.endUsers.create({ name: 'Ada', contactPoints: [{ channel: 'email', value: 'ada@example.org' }] });
  const ada: EndUser = await kith.after(position).endUsers.find(id);
  const refused: unknown = await kith.endUsers.create({ contactPoints: [{ channel: 'email', value: 'ada@example.org' }] }).catch((error: unknown) => error);
  // @ts-expect-error: a field that there is not is found by the compiler
  await kith.endUsers.tag(id, ['vip'], { ifmatch: 'x' });
  const types: string[] = [];
  for await (const { type } of kith.events.read()) types.push(type);
  console.log(JSON.stringify({ name: ada.name, holder: refused instanceof KithProblem && refused.holderId === id, types }));
}
void main();
`,
  );
  compile('program.ts');
  const program = spawn(process.execPath, [join('out', 'program.js')], {
    cwd: folder,
    env: { KITH_URL: engine.url, KITH_KEY: engine.key },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
  expect(JSON.parse(line)).toEqual({ name: 'Ada', holder: true, types: expect.arrayContaining(['ContactPointAttached', 'EndUserCreated', 'EndUserTagged']) });
});

it('the example service tells who is calling, records a night of calls, and welcomes new customers', async () => {
  copyFileSync(join(root, 'samples', 'call-centre.ts'), join(folder, 'call-centre.ts'));
  compile('call-centre.ts');
  const env = { KITH_URL: engine.url, KITH_KEY: engine.key };
  const service: ChildProcess = spawn(process.execPath, [join('out', 'call-centre.js')], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface({ input: service.stdout as NodeJS.ReadableStream }), 'line')) as [string];
    const url = line.replace('call centre on ', '');
    const ask = async (path: string, body?: unknown) =>
      (await fetch(url + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })).json();
    const { body: lea } = await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [{ channel: 'phone', value: '+33612345678' }] });
    expect(await ask('/calls', { id: 'c1', from: '06 12 34 56 78' })).toEqual({ endUserId: lea.id, name: 'Léa', calls: 1, question: null });
    expect(await ask('/calls', { id: 'c1', from: '06 12 34 56 78' })).toMatchObject({ calls: 1 });
    expect(await ask('/calls', { id: 'c2', from: '+33 6 12 34 56 78' })).toMatchObject({ endUserId: lea.id, calls: 2 });
    const night = Array.from({ length: 40 }, (_, i) => ({ id: `n${i}`, from: `+336000001${String(i).padStart(2, '0')}` }));
    expect(await ask('/night', night)).toEqual({ refused: [] });
    let welcomed: string[] = [];
    for (let left = 100; left > 0 && welcomed.length < 41; left--) {
      welcomed = (await ask('/welcomed')) as string[];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(new Set(welcomed).size).toBeGreaterThanOrEqual(41);
    expect(welcomed).toContain(lea.id);
  } finally {
    const ended = once(service, 'close');
    service.kill();
    await ended;
  }
});
