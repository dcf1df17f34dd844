import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunOptions } from '../benchmark';

const run = promisify(execFile);
/** Where the packages lie: beside the sources, not in the build. */
const folder = join(__dirname, '..', '..', '..', '..', 'test', 'bench', 'emmett');

/** Loads one of the packages that only this benchmark needs. */
export const packageOf = <T>(name: string): T => createRequire(join(folder, 'package.json'))(name) as T;

/**
 * Installs the packages and builds SQLite for Node when that was not done before: about a minute, once.
 * They are no development dependencies of Kith, because `npm ci` would then build C on every machine that only wants to run it.
 * @returns undefined when all is there, else why it cannot be had here
 */
export async function installed({ install, tell }: Pick<RunOptions, 'install' | 'tell'>): Promise<string | undefined> {
  if (loads()) return undefined;
  if (!install) return 'is not installed';
  try {
    tell('installing emmett and building its SQLite: about a minute, once');
    await run('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'], { cwd: folder, shell: process.platform === 'win32' });
    await built();
  } catch (error) {
    return `cannot be installed here: ${String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(0, 2)
      .join(' ')}`;
  }
  return loads() ? undefined : 'was built, but does not load';
}

/** A ready-made binary where one can be had; else from source against the headers that came with the running Node. */
async function built(): Promise<void> {
  const tool = (...parts: string[]) => join(folder, 'node_modules', ...parts);
  const cwd = tool('sqlite3');
  try {
    await run(process.execPath, [tool('prebuild-install', 'bin.js'), '-r', 'napi'], { cwd, timeout: 60_000 });
  } catch {
    const nodeDir = dirname(dirname(process.execPath));
    await run(process.execPath, [tool('node-gyp', 'bin', 'node-gyp.js'), 'rebuild', `--nodedir=${nodeDir}`], { cwd, maxBuffer: 2 ** 28 });
  }
}

function loads(): boolean {
  try {
    packageOf('sqlite3');
    packageOf('@event-driven-io/emmett');
    packageOf('@event-driven-io/emmett-sqlite');
    return true;
  } catch {
    return false;
  }
}
