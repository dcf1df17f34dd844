import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const lockModule = pathToFileURL(resolve(__dirname, '../../scripts/lock.mjs')).href;

/** A process that takes the lock `times` times, and writes `in` and `out` into the journal while it has it. */
const holder = (milliseconds: number, times: number) => `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as wait } from 'node:timers/promises';
  import { withLock } from ${JSON.stringify(lockModule)};
  const [folder, journal] = process.argv.slice(1);
  for (let time = 0; time < ${times}; time += 1)
    await withLock(folder, async () => {
      appendFileSync(journal, 'in ' + process.pid + '\\n');
      await wait(${milliseconds});
      appendFileSync(journal, 'out ' + process.pid + '\\n');
    }, () => {});
`;

describe('the lock around a set-up', () => {
  let folder: string;
  let journal: string;
  const start = (script: string): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '--eval', script, join(folder, 'set-up'), journal], { stdio: 'inherit' });
  const journalLines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n') : []);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-lock-'));
    journal = join(folder, 'journal');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one process in at a time', async () => {
    const exits = await Promise.all(Array.from({ length: 4 }, () => once(start(holder(20, 3)), 'exit')));
    expect(exits.map(([code]) => code)).toEqual([0, 0, 0, 0]);
    const lines = journalLines();
    expect(lines).toHaveLength(24);
    for (let line = 0; line < lines.length; line += 2) expect(lines[line + 1]).toBe(lines[line]?.replace('in', 'out'));
  }, 30_000);

  it('passes to exactly one of those who wait when its owner is killed', async () => {
    const owner = start(holder(60_000, 1));
    while (journalLines().length === 0) await new Promise((next) => setTimeout(next, 20));
    const waiting = Array.from({ length: 3 }, () => once(start(holder(50, 1)), 'exit'));
    owner.kill('SIGKILL');
    await Promise.all(waiting);
    const lines = journalLines();
    expect(lines[0]).toBe(`in ${owner.pid}`);
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  }, 30_000);
});
