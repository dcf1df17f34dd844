// node scripts/test.mjs [arguments of jest]: sets up what is missing, then runs the tests.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { root, setUp } from './setup.mjs';

const node = await setUp();
rmSync(join(root, 'dist', 'test-totals.json'), { force: true });
// Last, because this option takes every word that follows it for one more reporter.
const reporters = ['--reporters=default', `--reporters=${join(root, 'scripts', 'jest-totals.cjs')}`];
exitLike(await runChild(node, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...process.argv.slice(2), ...reporters], { cwd: root }));
