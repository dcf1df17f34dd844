// node scripts/test.mjs [arguments of jest]: sets up what is missing, then runs the tests.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { root, setUp } from './setup.mjs';

const given = process.argv.slice(2);
// All tests run side by side in two lanes: those that start engines come one after another and wait a good part of their time.
const lanes =
  given.length > 0
    ? [given]
    : [
        ['--selectProjects', 'e2e'],
        ['--selectProjects', 'unit', 'integration'],
      ];
const totalsOf = (lane) => join(root, 'dist', `test-totals-${lane}.json`);
const totals = join(root, 'dist', 'test-totals.json');

const node = await setUp();
for (const file of [totals, ...lanes.map((_, lane) => totalsOf(lane))]) rmSync(file, { force: true });
const ended = await Promise.all(lanes.map(run));
const counts = lanes.flatMap((_, lane) => (existsSync(totalsOf(lane)) ? JSON.parse(readFileSync(totalsOf(lane), 'utf8')) : []));
const sum = (what) => counts.reduce((all, one) => all + one[what], 0);
writeFileSync(totals, `${JSON.stringify({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}\n`);
exitLike(ended.find(({ code, signal }) => code !== 0 || signal !== null) ?? ended[0]);

function run(args, lane) {
  // Last, because this option takes every word that follows it for one more reporter.
  const reporters = ['--reporters=default', `--reporters=${join(root, 'scripts', 'jest-totals.cjs')}`];
  const env = { ...process.env, TEST_TOTALS: totalsOf(lane) };
  return runChild(node, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args, '--testTimeout=60000', ...reporters], { cwd: root, env });
}
