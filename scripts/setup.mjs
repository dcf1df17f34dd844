import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, buildFits } from './build.mjs';
import { dependenciesFit, installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { suitableNode } from './node.mjs';

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Writes a line of the tooling's own to stderr. */
export const say = (line) => process.stderr.write(`kith: ${line}\n`);

/**
 * Makes a checkout ready: dependencies as package-lock.json says, and unless told otherwise a build of the sources as they are.
 * Says nothing when there is nothing to do. Ends the process when it fails.
 * @returns {Promise<string>} path of the Node to run things with
 */
export async function setUp({ compile = true, force = false } = {}) {
  const isReady = () => !force && dependenciesFit(root) && (!compile || buildFits(root));
  try {
    if (!isReady()) await withLock(join(root, 'dist', '.set-up'), () => catchUp(compile, force), say);
    linkCommand();
    return suitableNode(root);
  } catch (error) {
    say(error.message);
    return process.exit(1);
  }
}

/** Looks again first: whoever held the lock before may have done it all. */
async function catchUp(compile, force) {
  if (!dependenciesFit(root)) await timed('installing the dependencies', () => installDependencies(root));
  if (compile && (force || !buildFits(root))) await timed('building', () => build(root, suitableNode(root)));
}

/** npm links the commands of packages, and not those of the project itself: with this, `npx kith` runs it at once instead of packing it first. */
function linkCommand() {
  const link = join(root, 'node_modules', '.bin', 'kith');
  const command = join(root, 'scripts', 'kith.mjs');
  if (process.platform === 'win32' || existsSync(link) || !existsSync(command)) return;
  try {
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), command), link);
  } catch (error) {
    // Another set-up was first; or the folder is not ours to write to, and npx takes longer.
    if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

async function timed(title, work) {
  say(`${title} …`);
  const begin = Date.now();
  await work();
  say(`${title} took ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp({ force: process.argv.includes('--force') });
