// node scripts/test.mjs [arguments of jest]: sets up what is missing, then runs the tests.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { root, setUp } from './setup.mjs';

const given = process.argv.slice(2);
// Those that start engines come one after another and wait a good part of their time, so that two lanes take them: one from the beginning, the
// other when all that need no engine are through.
const shards = 6;
const sharded = Array.from({ length: shards }, (_, i) => ['--selectProjects', 'e2e', `--shard=${i + 1}/${shards}`, '--passWithNoTests']);
const runs = given.length > 0 ? [given] : [sharded[0], ['--selectProjects', 'unit', 'integration'], ...sharded.slice(1)];
const lanes = 2;
const totalsOf = (number) => join(root, 'dist', `test-totals-${number}.json`);
const totals = join(root, 'dist', 'test-totals.json');

const node = await setUp();
for (const file of [totals, ...runs.map((_, number) => totalsOf(number))]) rmSync(file, { force: true });
const ended = [];
const open = runs.entries();
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (const [number, args] of open) {
      const one = await run(args, number);
      ended.push(one);
      if (one.interrupted !== null) return;
    }
  }),
);
const counts = runs.flatMap((_, number) => (existsSync(totalsOf(number)) ? JSON.parse(readFileSync(totalsOf(number), 'utf8')) : []));
const sum = (what) => counts.reduce((all, one) => all + one[what], 0);
writeFileSync(totals, `${JSON.stringify({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}\n`);
exitLike(ended.find(({ code, signal }) => code !== 0 || signal !== null) ?? ended[0]);

function run(args, number) {
  // Last, because this option takes every word that follows it for one more reporter.
  const reporters = ['--reporters=default', `--reporters=${join(root, 'scripts', 'jest-totals.cjs')}`];
  const env = { ...process.env, TEST_TOTALS: totalsOf(number) };
  return runChild(node, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args, '--testTimeout=60000', ...reporters], { cwd: root, env });
}
