import { join } from 'node:path';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { installed } from './emmett/installed';
import { compare, engineOn, ground } from './record';
import { ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import type { Tally } from './side';
import { SideProcess } from './side-process';
import type { Workload } from './workload';

const reach = 3;

/** Both recordings again, by an event store library for the same platform and the same database. */
export const emmett: Benchmark = {
  name: 'emmett',
  about: 'the same two, recorded by the engine and by the command handler of @event-driven-io/emmett-sqlite',
  async run(options) {
    const why = await installed(options);
    if (why !== undefined) return ['emmett-known-contact', 'emmett-first-contact'].map((name) => skipped(name, `emmett ${why}`));
    return [await compared('emmett-known-contact', 'matched', 10_000, options), await compared('emmett-first-contact', 'created', 5_000, options)];
  },
};

const skipped = (name: string, why: string): Measured => ({ name, ratio: null, reach, holds: false, detail: { skipped: why } });

const compared = (name: string, outcome: Workload['outcome'], perRound: number, options: RunOptions): Promise<Measured> =>
  withScratch(async (scratch) => {
    const start = await ground(scratch, options);
    const workload = { outcome, customers: start.customers };
    const emmettSide = async (grouped: boolean) =>
      scratch.closing(await SideProcess.start('emmett', { file: join(scratch.folder(), 'emmett.sqlite'), workload, grouped }));
    const sides = { engine: await engineOn(scratch, start, workload), emmett: await emmettSide(false), grouped: await emmettSide(true) };
    const count = options.size ?? perRound;
    const laps = await compare(sides, count, options);
    const tallies = [eventsOf(await sides.engine.tally()), eventsOf(await sides.emmett.tally()), eventsOf(await sides.grouped.tally())] as const;
    const sameWork = isSameWork(tallies[0], tallies[1]) === true ? isSameWork(tallies[0], tallies[2]) : isSameWork(tallies[0], tallies[1]);
    const { median, range, rounds } = ratioOf(laps.engine, laps.emmett);
    const grouped = { ...summary(laps.grouped), ratio: ratioOf(laps.engine, laps.grouped).median };
    const detail = { rounds, range, engine: summary(laps.engine), emmett: summary(laps.emmett), emmettIn64s: grouped, perRound: count, known: start.customers };
    return { name, ratio: median, reach, holds: sameWork === true && median >= reach, detail: { ...detail, inFlight: 64, sameWork } };
  });

/** Rows differ: the engine keeps four read models, the other side one. The events are the same ones. */
const eventsOf = (tally: Tally): Tally =>
  Object.fromEntries(['ContactPointAttached', 'EndUserCreated', 'InteractionRecorded'].map((type) => [type, tally[type] ?? 0]));
