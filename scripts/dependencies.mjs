import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runStep } from './child.mjs';
import { machineNode } from './node.mjs';

/** What npm writes last when an install is complete, and deletes first. */
const installed = (root) => join(root, 'node_modules', '.package-lock.json');

/** Whether node_modules holds what package-lock.json says; packages for other platforms may be missing. */
export function dependenciesFit(root) {
  if (!existsSync(installed(root))) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(installed(root));
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const there = found[path];
    return there ? there.version === version && there.integrity === integrity : Boolean(optional ?? devOptional);
  });
}

/** Installs exactly what package-lock.json says. @throws Error when npm fails */
export async function installDependencies(root) {
  // Without this file an install that is killed half-way is never taken for a whole one.
  rmSync(installed(root), { force: true });
  const [command, ...first] = npm();
  // Development tools build Kith, also where NODE_ENV says production; EBADENGINE warnings concern the machine's Node, which runs nothing but npm.
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code } = await runStep(command, [...first, 'ci', ...flags], { cwd: root, shell: process.platform === 'win32' && command === 'npm' });
  if (code !== 0) throw new Error(`\`npm ci\` failed with exit code ${code}; its own words are above. Nothing was built or started.`);
}

function npm() {
  const path = process.env.npm_execpath;
  return path && basename(path) === 'npm-cli.js' ? [machineNode().path, path] : ['npm'];
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}
