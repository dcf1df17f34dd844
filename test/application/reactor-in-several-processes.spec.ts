import { MemoryCheckpoints } from '@kith/adapters';
import { type Reactor, ReactorDisplaced, ReactorRun, SystemClock } from '@kith/application';
import type { ContactPointAttached } from '@kith/domain';
import fc from 'fast-check';
import { TestLog } from '../read-models/log';
import { CopiedLog } from '../support/other-positions';

/** Tells which contact points were attached. */
class Notice {
  constructor(readonly stream: string) {}
}
const noticing: Reactor<ContactPointAttached> = { name: 'noticing', graceMs: 0, on: { ContactPointAttached: ({ stream }) => [new Notice(stream)] } };

const until = async (met: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 4_000; !(await met()); await new Promise((resolve) => setTimeout(resolve, 1))) if (Date.now() > end) throw new Error('in vain');
};

/** A run of the reactor in a process of its own, which freezes at its nth command until it is let go. */
function processOn(log: TestLog, checkpoints: MemoryCheckpoints, { freezeAt = Number.POSITIVE_INFINITY } = {}) {
  const executed: string[] = [];
  let thaw = () => {};
  const frozen = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const execute = async (command: object) => {
    if (executed.push((command as Notice).stream) === freezeAt) await frozen;
  };
  const run = new ReactorRun(noticing as Reactor, log.store, checkpoints, new SystemClock(), execute);
  const stopping = new AbortController();
  const start = () =>
    run.run(stopping.signal).then(
      () => 'stopped',
      (error: unknown) => error,
    );
  return { executed, thaw, run, start, stop: () => stopping.abort() };
}

const attached = async (log: TestLog, from: number, count: number) => {
  for (let i = from; i < from + count; i++) await log.attach(`p${i}`, 'lea', ['email', `p${i}@example.org`]);
};

describe('a reactor in several processes', () => {
  it('goes on in one of them when a frozen one wakes: the checkpoint decides which, and nothing is left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.nat(20), async (count, at, more) => {
        const [log, checkpoints] = [new TestLog(), new MemoryCheckpoints()];
        await attached(log, 0, count);
        const frozen = processOn(log, checkpoints, { freezeAt: Math.min(at, count) });
        const frozenEnded = frozen.start();
        await until(() => frozen.executed.length === Math.min(at, count));
        const next = processOn(log, checkpoints);
        const nextEnded = next.start();
        await until(async () => (await checkpoints.read('noticing')) === BigInt(count));
        await attached(log, count, more);
        await until(() => next.executed.length === count + more);
        frozen.thaw();
        const outcome = await frozenEnded;
        expect(outcome).toEqual(new ReactorDisplaced('noticing'));
        next.stop();
        expect(await nextEnded).toBe('stopped');
        expect(await checkpoints.read('noticing')).toBe(await log.store.head());
      }),
      { numRuns: 10 },
    );
  }, 30_000);

  it('begins again after it stood back, from where the other one has come', async () => {
    const [log, checkpoints] = [new TestLog(), new MemoryCheckpoints()];
    await attached(log, 0, 3);
    const one = processOn(log, checkpoints, { freezeAt: 2 });
    const ended = one.start();
    await until(() => one.executed.length === 2);
    await checkpoints.move('noticing', 0n, 3n);
    one.thaw();
    expect(await ended).toBeInstanceOf(ReactorDisplaced);
    await attached(log, 3, 1);
    const again = one.start();
    await until(() => one.run.status().position === 4n);
    one.stop();
    expect(await again).toBe('stopped');
    expect(one.executed.filter((stream) => stream.endsWith('p3'))).toHaveLength(1);
    expect(one.executed.filter((stream) => stream.endsWith('p0'))).toHaveLength(1);
  });

  it('is not taken for another process when the answer to its own move was lost', async () => {
    class LosingAnswers extends MemoryCheckpoints {
      lost = 0;
      override async move(name: string, from: bigint, to: bigint): Promise<boolean> {
        const moved = await super.move(name, from, to);
        if (moved && this.lost++ < 2) throw new Error('connection lost');
        return moved;
      }
    }
    const [log, checkpoints] = [new TestLog(), new LosingAnswers()];
    await attached(log, 0, 3);
    const one = processOn(log, checkpoints);
    const ended = one.start();
    await until(() => one.executed.length === 3);
    await attached(log, 3, 1);
    await until(async () => one.executed.length >= 4 && (await checkpoints.read('noticing')) === 4n);
    one.stop();
    expect(await ended).toBe('stopped');
    expect(checkpoints.lost).toBeGreaterThan(0);
  });

  it('begins at the beginning of a log that was copied from the one of its checkpoint', async () => {
    const [log, checkpoints] = [new TestLog(new CopiedLog(64)), new MemoryCheckpoints()];
    await attached(log, 0, 3);
    await checkpoints.move('noticing', 0n, 2n);
    const one = processOn(log, checkpoints);
    const ended = one.start();
    await until(() => one.run.status().position === 68n);
    one.stop();
    expect(await ended).toBe('stopped');
    expect(one.executed).toHaveLength(3);
    expect(await checkpoints.read('noticing')).toBe(68n);
  });
});
