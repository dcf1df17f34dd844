import fc from 'fast-check';
import { type Reach, SimulatedLeases, SimulatedProcess } from '../support/simulated-processes';
import { VirtualTime } from '../support/webhooks';

describe('work that one process alone does', () => {
  let time: VirtualTime;
  let leases: SimulatedLeases;
  let processes: SimulatedProcess[];
  /** Every work that was begun, in order. */
  let begun: string[];
  beforeEach(() => {
    time = new VirtualTime();
    leases = new SimulatedLeases(time);
    [processes, begun] = [[], []];
  });

  const working = () => processes.filter((one) => one.working).map(({ name }) => name);
  const start = (name: string, endingMs = 0) => {
    const process = new SimulatedProcess(name, time, leases, ({ name: who }) => void begun.push(who), endingMs);
    processes.push(process);
    return process;
  };
  const stop = (process: SimulatedProcess) => {
    process.thaw();
    return process.stop();
  };
  const end = async () => {
    leases.come('up');
    const stopped = Promise.all(processes.filter(({ dead }) => !dead).map(stop));
    await time.pass(20_000);
    await stopped;
  };

  it('is done by one, while the others say who does it and how it goes', async () => {
    const [a, b] = [start('a'), start('b')];
    await time.pass(3_000);
    a.held?.tell({ lag: 3 });
    await time.pass(3_000);
    expect(working()).toEqual(['a']);
    expect(a.holding).toEqual({ state: 'working' });
    expect(b.holding).toMatchObject({ state: 'standby', holder: { holder: 'a', status: { lag: 3 } } });
    await time.pass(60_000);
    expect(begun).toEqual(['a']);
    await end();
  });

  it('is taken over within ten seconds when its process dies, and within two when that stops', async () => {
    const a = start('a');
    await time.pass(2_500);
    const [b] = [start('b'), start('c')];
    await time.pass(1_000);
    a.kill();
    await time.pass(10_000);
    expect(working()).toHaveLength(1);
    const next = processes.find((one) => one.working);
    const stopped = next?.stop();
    await time.pass(2_000);
    await stopped;
    expect(working()).toHaveLength(1);
    expect(working()[0]).not.toBe(next?.name);
    expect(b?.dead).toBe(false);
    await end();
  });

  it('ends before another process can begin it, when its process cannot renew the lease', async () => {
    const [a, b] = [start('a', 900), start('b')];
    await time.pass(5_000);
    expect(working()).toEqual(['a']);
    leases.come('hanging');
    await time.pass(6_000);
    expect(working()).toEqual([]);
    expect(a.holding).toMatchObject({ state: 'standby', holder: undefined });
    expect(b.holding).toMatchObject({ state: 'standby', trouble: 'NoAnswer' });
    leases.come('up');
    await time.pass(5_000);
    expect(working()).toHaveLength(1);
    await end();
  });

  it('goes on over an outage that is shorter than the lease', async () => {
    start('a');
    await time.pass(2_500);
    leases.come('refusing');
    await time.pass(2_000);
    leases.come('up');
    await time.pass(60_000);
    expect([begun, working()]).toEqual([['a'], ['a']]);
    await end();
  });

  it('begins again after it failed, and tells why', async () => {
    let fail = true;
    const a: SimulatedProcess = new SimulatedProcess(
      'a',
      time,
      leases,
      () => void begun.push('a'),
      0,
      async ({ signal }) => {
        if (fail) throw new Error('another projector is at work');
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      },
    );
    processes.push(a);
    await time.pass(30_000);
    expect(a.failures.at(-1)).toEqual(new Error('another projector is at work'));
    expect(begun.length).toBeGreaterThan(4);
    expect(begun.length).toBeLessThan(12);
    fail = false;
    await time.pass(10_000);
    expect(a.working).toBe(true);
    await end();
  });

  it('ends at the next renewal where somebody has taken the lease away', async () => {
    const a = start('a');
    await time.pass(100);
    await leases.release('projector', 'a');
    await leases.hold('projector', 'an operator', 60_000, null);
    await time.pass(3_500);
    expect(working()).toEqual([]);
    expect(a.holding).toMatchObject({ state: 'standby', holder: { holder: 'an operator' } });
    await end();
  });

  it('is handed what others ask of it, once', async () => {
    const a = start('a');
    await time.pass(100);
    start('b');
    await leases.ask('projector', 'retry timeline');
    await time.pass(10_000);
    expect(a.requests).toEqual(['retry timeline']);
    await end();
  });

  type Step = readonly ['freeze' | 'thaw' | 'kill' | 'start', number] | readonly [Reach];
  const steps = fc.array(
    fc.record({
      step: fc.oneof(
        { weight: 6, arbitrary: fc.tuple(fc.constantFrom('freeze', 'thaw', 'thaw', 'kill', 'start'), fc.nat(3)) },
        { weight: 4, arbitrary: fc.tuple(fc.constantFrom<Reach>('up', 'up', 'hanging', 'refusing', 'losing-answers')) },
      ) as fc.Arbitrary<Step>,
      after: fc.oneof(fc.nat(8_000), fc.nat(300), fc.constant(10_000)),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const names = ['a', 'b', 'c', 'd'];

  it('is never done by two at once, and always by one within ten seconds, whatever dies, freezes, wakes or cannot be reached', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(0, 400, 950), async (schedule, endingMs) => {
        [time, processes, begun] = [new VirtualTime(), [], []];
        leases = new SimulatedLeases(time);
        const alone = () => expect(working().length).toBeLessThanOrEqual(1);
        const launch = (name: string) => processes.push(new SimulatedProcess(name, time, leases, alone, endingMs));
        for (const name of names) launch(name);
        for (const { step, after } of schedule) {
          const [what, which = 0] = step;
          const process = processes.filter(({ dead }) => !dead)[which];
          if (what === 'freeze') process?.freeze();
          else if (what === 'thaw') process?.thaw();
          else if (what === 'kill') process?.kill();
          else if (what === 'start') launch(`${processes.length}`);
          else leases.come(what);
          for (let left = after; left > 0; left -= 500) {
            await time.pass(Math.min(left, 500));
            alone();
          }
          if (after >= 10_000 && leases.reach === 'up' && processes.some(({ running }) => running)) expect(working()).toHaveLength(1);
        }
        await end();
        expect(processes.flatMap(({ failures }) => failures)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
