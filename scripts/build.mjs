import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runStep } from './child.mjs';

const sourceFolders = ['apps', 'libs', join('test', 'bench'), join('test', 'support')];
const configuration = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
const stamp = (root) => join(root, 'dist', '.built');

/** Whether dist is what a build of the sources as they are now left there. */
export function buildFits(root) {
  try {
    return readFileSync(stamp(root), 'utf8') === stampText(root);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Compiles every app and library, the benchmarks and the test support into dist. @throws Error when something does not compile */
export async function build(root, node) {
  const sources = sourcesDigest(root);
  const { code } = await runStep(node, [join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], { cwd: root });
  if (code !== 0) throw new Error('`nest build` failed; the errors are above');
  removeStaleOutput(root);
  mkdirSync(join(root, 'dist'), { recursive: true });
  // The digest from before the build: a file saved meanwhile makes the next start build again.
  writeFileSync(stamp(root), `${sources} ${outputDigest(root)}\n`);
}

function stampText(root) {
  return `${sourcesDigest(root)} ${outputDigest(root)}\n`;
}

function sourcesDigest(root) {
  const hash = createHash('sha256');
  const sources = sourceFolders.flatMap((folder) => filesIn(join(root, folder)).filter((file) => /\.(tsx?|json)$/.test(file)));
  for (const file of [...configuration.map((name) => join(root, name)), ...sources])
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Times and sizes suffice here: they show what another build, or a deleted folder, did to dist since. */
function outputDigest(root) {
  const hash = createHash('sha256');
  for (const file of compiledIn(root)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Output whose source is gone. The folder is never emptied, because an engine may be running from it. */
function removeStaleOutput(root) {
  for (const file of compiledIn(root)) {
    const source = join(root, relative(join(root, 'dist'), file)).replace(/\.js(\.map)?$/, '');
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(file);
  }
}

function compiledIn(root) {
  return ['apps', 'libs', 'test'].flatMap((folder) => filesIn(join(root, 'dist', folder))).filter((file) => /\.js(\.map)?$/.test(file));
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? (entry.name === 'node_modules' ? [] : filesIn(join(folder, entry.name))) : [folder + sep + entry.name]));
}
