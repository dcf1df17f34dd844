import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { assertKeysAgree, fillLog } from './fill/fill-log';
import { asOneFile } from './fill/one-file';
import { rebuildReadModels } from './fill/read-models';
import { alternate, type Laps, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import { SideProcess } from './side-process';
import type { Workload } from './workload';

/** Customers known from the start, unless the whole benchmark is made smaller than that. */
const knownCustomers = 50_000;

/** What a comparison of recorders starts from. */
export interface Ground {
  readonly folder: string;
  readonly customers: number;
}

/** A data folder with known customers and its read models, for both sides to start from. */
export async function ground(scratch: Scratch, { size, tell }: Pick<RunOptions, 'size' | 'tell'>): Promise<Ground> {
  const customers = Math.min(knownCustomers, Math.max(10, size ?? knownCustomers));
  assertKeysAgree(Math.min(customers, 2000));
  const folder = scratch.folder();
  tell(`filling in ${customers} customers`);
  await fillLog(folder, { customers, interactions: 0, tell });
  await rebuildReadModels(folder);
  return { folder, customers };
}

/** The engine on its own copy of the ground. */
export async function engineOn(scratch: Scratch, { folder }: Ground, workload: Workload): Promise<SideProcess> {
  const own = scratch.folder();
  cpSync(folder, own, { recursive: true });
  return scratch.closing(await SideProcess.start('engine', { folder: own, workload }));
}

async function rawSqlOn(scratch: Scratch, { folder }: Ground, workload: Workload): Promise<SideProcess> {
  const own = scratch.folder();
  const [file, masterKeyFile] = [join(own, 'raw.sqlite'), join(own, 'master.key')];
  asOneFile(folder, file);
  copyFileSync(join(folder, 'master.key'), masterKeyFile);
  return scratch.closing(await SideProcess.start('raw-sql', { file, masterKeyFile, workload }));
}

/** Rounds of all sides over the same inputs, the first one only to warm up. */
export async function compare<Name extends string>(
  sides: Readonly<Record<Name, SideProcess>>,
  count: number,
  { rounds, tell }: RunOptions,
): Promise<Readonly<Record<Name, Laps>>> {
  const names = Object.keys(sides) as Name[];
  for (const name of names) await sides[name].work(0, count);
  return alternate(rounds, names, (name, round) => sides[name].work((round + 1) * count, count), tell);
}

const recording = (name: string, outcome: Workload['outcome'], about: string, perRound: number): Benchmark => ({
  name,
  about,
  run: (options) =>
    withScratch(async (scratch): Promise<readonly Measured[]> => {
      const start = await ground(scratch, options);
      const workload = { outcome, customers: start.customers };
      const sides = { engine: await engineOn(scratch, start, workload), rawSql: await rawSqlOn(scratch, start, workload) };
      const count = options.size ?? perRound;
      const laps = await compare(sides, count, options);
      const sameWork = isSameWork(await sides.engine.tally(), await sides.rawSql.tally());
      const { median, range, rounds } = ratioOf(laps.engine, laps.rawSql);
      const detail = {
        rounds,
        range,
        engine: summary(laps.engine),
        rawSql: summary(laps.rawSql),
        perRound: count,
        known: start.customers,
        inFlight: 64,
        sameWork,
      };
      return [{ name, ratio: median, reach: 0.35, holds: sameWork === true && median >= 0.35, detail: { ...detail, stretch: 0.6 } }];
    }),
});

/** Interactions of customers whom the log knows. */
export const knownContact = recording('known-contact', 'matched', 'interactions of known contacts, recorded by the engine and by hand-written SQL', 20_000);

/** Interactions of customers whom nobody has heard of. */
export const firstContact = recording('first-contact', 'created', 'first contacts, resolved and recorded by the engine and by hand-written SQL', 10_000);
