import { cpSync } from 'node:fs';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { compare, engineOn, ground } from './record';
import { type Lap, type Laps, median, ratioOf, rounded, summary } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import { SideProcess } from './side-process';
import type { Workload } from './workload';

/** Interactions of one lap, unless it is told otherwise. */
const perRound = 20_000;
/** Single requests of one lap: they are slower. */
const perRoundSingly = 5_000;

/** The built engine on its own copy of the ground, asked over HTTP. */
async function served(scratch: Scratch, folder: string, workload: Workload, way: 'stream' | 'single'): Promise<SideProcess> {
  const own = scratch.folder();
  cpSync(folder, own, { recursive: true });
  return scratch.closing(await SideProcess.start('engine-http', { folder: own, workload, way }));
}

/** What both figures are made of: interactions of known contacts, with the same rules on both sides. */
const prepared = async (scratch: Scratch, options: RunOptions) => {
  const start = await ground(scratch, options);
  return { start, workload: { outcome: 'matched', customers: start.customers } as const };
};

/** A stream over HTTP against the same commands without HTTP. */
export const stream: Benchmark = {
  name: 'stream',
  about: 'interactions of known contacts, as one NDJSON stream over HTTP and sent to the command bus in process',
  run: (options) =>
    withScratch(async (scratch): Promise<readonly Measured[]> => {
      const { start, workload } = await prepared(scratch, options);
      const sides = { stream: await served(scratch, start.folder, workload, 'stream'), inProcess: await engineOn(scratch, start, workload) };
      const count = options.size ?? perRound;
      const laps = await compare(sides, count, options);
      const sameWork = isSameWork(await sides.stream.tally(), await sides.inProcess.tally());
      const { median: ratio, range, rounds } = ratioOf(laps.stream, laps.inProcess);
      const detail = { rounds, range, stream: rateOf(laps.stream), inProcess: summary(laps.inProcess), perRound: count, known: start.customers, sameWork };
      return [{ name: 'stream', ratio, reach: 0.6, holds: sameWork === true && ratio >= 0.6, detail }];
    }),
};

/** One interaction a request, on many connections, against one stream. */
export const single: Benchmark = {
  name: 'single',
  about: 'interactions of known contacts over HTTP, one a request on 64 connections and as one NDJSON stream; and how long single requests wait',
  run: (options) =>
    withScratch(async (scratch): Promise<readonly Measured[]> => {
      const { start, workload } = await prepared(scratch, options);
      const sides = { single: await served(scratch, start.folder, workload, 'single'), stream: await served(scratch, start.folder, workload, 'stream') };
      const count = options.size ?? perRoundSingly;
      const laps = await compare(sides, count, options);
      const sameWork = isSameWork(await sides.single.tally(), await sides.stream.tally());
      const { median: ratio, range, rounds } = ratioOf(laps.single, laps.stream);
      const common = { perRound: count, known: start.customers, connections: 64, sameWork };
      const detail = { rounds, range, single: rateOf(laps.single), stream: rateOf(laps.stream), ...common };
      const spreads = laps.single.map((lap) => rounded(waitsOf(lap).p99Ms / waitsOf(lap).p50Ms));
      const waits = {
        rounds: spreads,
        range: [Math.min(...spreads), Math.max(...spreads)],
        p50Ms: median(laps.single.map((lap) => waitsOf(lap).p50Ms)),
        p99Ms: median(laps.single.map((lap) => waitsOf(lap).p99Ms)),
      };
      return [
        { name: 'single', ratio, reach: 0.15, holds: sameWork === true && ratio >= 0.15, detail },
        { name: 'single-p99', ratio: median(spreads), reach: 3, holds: sameWork === true && median(spreads) <= 3, detail: { ...waits, ...common } },
      ];
    }),
};

/** Processor time of a side that lets another process do the work says nothing. */
const rateOf = (laps: Laps): object => summary(laps.map(({ rate }) => ({ rate })));

const waitsOf = ({ waits }: Lap): { p50Ms: number; p99Ms: number } => waits ?? { p50Ms: Number.NaN, p99Ms: Number.NaN };
