// node scripts/run.mjs <program> [arguments]: sets up what is missing, then runs dist/<program>.js as if it had been called itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { endWithNpm } from './npm.mjs';
import { root, say, setUp } from './setup.mjs';

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  say('which program? usage: node scripts/run.mjs <program> [arguments]');
  process.exit(2);
}
// `npm run bench --json`, without a `--` before it, reaches only npm, which keeps it as a variable.
if (program.startsWith('test/bench/') && process.env.npm_config_json === 'true' && !args.includes('--json')) args.push('--json');

endWithNpm();
const node = await setUp();
const file = join(root, 'dist', `${program}.js`);
if (!existsSync(file)) {
  say(`there is no program ${program}`);
  process.exit(2);
}
exitLike(await runChild(node, [file, ...args]));
