import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const program = `
  process.on('SIGTERM', () => { console.log('stopping'); setTimeout(() => process.exit(0), 50); });
  console.log(JSON.stringify(process.argv.slice(2)));
  if (process.argv.includes('wait')) setTimeout(() => {}, 10_000);
  else process.exitCode = 7;
`;
/** Stands in for the compiler: copies the sources, and fails on one that says so. */
const compiler = `
  const { cpSync, existsSync, mkdirSync, readFileSync } = require('node:fs');
  mkdirSync('dist/apps', { recursive: true });
  console.log('compiled');
  for (const name of ['one', 'two']) {
    if (!existsSync('apps/' + name + '.ts')) continue;
    if (readFileSync('apps/' + name + '.ts', 'utf8').includes('broken')) process.exit(1);
    cpSync('apps/' + name + '.ts', 'dist/apps/' + name + '.js');
  }
`;
/** Stands in for npm: installs by writing what npm writes last. */
const installer = `
  require('node:fs').mkdirSync('node_modules', { recursive: true });
  if (require('node:fs').existsSync('offline')) { console.error('no network'); process.exit(1); }
  require('node:fs').cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

describe('what every npm script does before its work', () => {
  let root: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const lockfile = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } } });

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'kith-set-up-')));
    cpSync(resolve(__dirname, '../../scripts'), join(root, 'scripts'), { recursive: true });
    write('package.json', JSON.stringify({ engines: { node: '>=22.16' } }));
    write('package-lock.json', lockfile('1.0.0'));
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    write('node_modules/@nestjs/cli/bin/nest.js', compiler);
    write('npm/npm-cli.js', installer);
    for (const file of ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json']) write(file, '{}');
    write('apps/one.ts', program);
    write('apps/two.ts', program);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function start(...args: string[]) {
    const env = { PATH: process.env['PATH'], npm_execpath: join(root, 'npm/npm-cli.js') };
    const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...args], { cwd: root, env });
    const output = { out: '', err: '' };
    child.stdout.on('data', (text) => (output.out += text));
    child.stderr.on('data', (text) => (output.err += text));
    const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...output }));
    return { child, output, ended };
  }

  it('builds when there is no build, says so on stderr only, and is quiet the next time', async () => {
    expect(await start('apps/one').ended).toMatchObject({
      code: 7,
      out: '[]\n',
      err: expect.stringMatching(/^kith: building …\ncompiled\nkith: building took .* s\n$/),
    });
    expect(await start('apps/one').ended).toMatchObject({ code: 7, out: '[]\n', err: '' });
  });

  it('hands on arguments, a signal, and the exit code', async () => {
    const { child, output, ended } = start('apps/one', 'wait', '--port', '0');
    while (output.out === '') await new Promise((next) => setTimeout(next, 20));
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, signal: null, out: '["wait","--port","0"]\nstopping\n' });
  });

  it('builds again after a source was changed, and after something else changed the output', async () => {
    await start('apps/one').ended;
    write('apps/one.ts', 'console.log("changed")');
    expect((await start('apps/one').ended).out).toBe('changed\n');
    write('dist/apps/one.js', 'console.log("from elsewhere")');
    expect((await start('apps/one').ended).out).toBe('changed\n');
  });

  it('removes the output of a source that is gone', async () => {
    await start('apps/one').ended;
    rmSync(join(root, 'apps/two.ts'));
    expect(await start('apps/two').ended).toMatchObject({ code: 2, err: expect.stringContaining('there is no program apps/two') });
    expect(existsSync(join(root, 'dist/apps/one.js'))).toBe(true);
  });

  it('starts nothing, and says what failed, when the sources do not compile', async () => {
    await start('apps/one').ended;
    write('apps/two.ts', 'broken');
    for (const attempt of [1, 2]) {
      expect({ attempt, ...(await start('apps/one').ended) }).toMatchObject({ attempt, code: 1, out: '', err: expect.stringContaining('build` failed') });
    }
  });

  it('installs when node_modules does not hold what the lock file says, packages for other platforms excepted', async () => {
    await start('apps/one').ended;
    write('package-lock.json', lockfile('1.0.1'));
    expect((await start('apps/one').ended).err).toContain('installing the dependencies');
    expect((await start('apps/one').ended).err).toBe('');
  });

  it('starts nothing, and says what failed, when the dependencies cannot be installed', async () => {
    await start('apps/one').ended;
    write('package-lock.json', lockfile('1.0.1'));
    write('offline', '');
    for (const attempt of [1, 2]) {
      const ended = await start('apps/one').ended;
      expect({ attempt, ...ended }).toMatchObject({ attempt, code: 1, out: '', err: expect.stringMatching(/no network\n.*`npm ci` failed with exit code 1/) });
    }
  });

  it('says which Node is needed where none fits', async () => {
    write('package.json', JSON.stringify({ engines: { node: '>=999.1' } }));
    expect(await start('apps/one').ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Kith needs Node 999.1 or newer') });
  });
});
