// node scripts/check.mjs [--write] [format|lint|types|imports|client]…: each check named, or all of them; every one runs, whatever the others find.
// With --write, what can be mended without a thought is mended: layout, order of imports.
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { root, say, setUp } from './setup.mjs';

const checks = {
  format: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn'],
  lint: ['eslint/bin/eslint.js', '--max-warnings=0', '--no-error-on-unmatched-pattern', 'apps', 'libs', 'test'],
  types: ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  imports: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
  client: ['../scripts/client.mjs', '--check'],
};

const write = process.argv.includes('--write');
const named = process.argv.slice(2).filter((word) => word !== '--write');
const unknown = named.filter((name) => !(name in checks));
if (unknown.length > 0) {
  say(`no check is called ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}

const node = await setUp({ compile: false });
const failed = [];
for (const name of named.length > 0 ? named : Object.keys(checks)) {
  const [tool, ...args] = checks[name];
  if (write && name === 'format') args.push('--write');
  const begin = Date.now();
  const ended = await runChild(node, [join('node_modules', ...tool.split('/')), ...args], { cwd: root });
  if (ended.interrupted !== null) exitLike({ code: null, signal: ended.interrupted });
  const result = ended.code === 0 ? 'ok' : 'FAILED';
  if (ended.code !== 0) failed.push(name);
  say(`${name} ${result} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
}
if (failed.length > 0) say(`failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
