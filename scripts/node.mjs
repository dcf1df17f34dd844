import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The machine's own Node: the one that runs npm, because npm puts the pinned one first in the PATH of its scripts. */
export function machineNode() {
  const version = /\bnode\/v?(\d+\.\d+\.\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1];
  const path = process.env.npm_node_execpath;
  return path && version ? { path, version } : { path: process.execPath, version: process.versions.node };
}

/** Path of the Node that Kith runs on: the machine's own where it is new enough, else the one pinned in package.json. */
export function suitableNode(root) {
  const least = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const machine = machineNode();
  if (isAtLeast(machine.version, least)) return machine.path;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  throw new Error(`Kith needs Node ${least} or newer; this machine has ${machine.version}, and npm has no Node for ${platform} ${process.arch} here`);
}

/** Whether a version such as `24.21.0` is the same as or newer than one such as `22.16`. */
export function isAtLeast(version, least) {
  const wanted = least.split('.').map(Number);
  const parts = version.split('.').map(Number);
  const differing = wanted.findIndex((part, index) => part !== (parts[index] ?? 0));
  return differing === -1 || (parts[differing] ?? 0) > wanted[differing];
}
