import { join } from 'node:path';
import type { Benchmark, Measured, RunOptions } from './benchmark';
import { engineOnLog } from './fill/engine-on-log';
import { adminKey } from './http/engine';
import { alternate, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import type { Tally } from './side';
import { SideProcess } from './side-process';

const reach = 0.5;

/** A log that holds three events of each customer for every seven interactions, taken away as a file. */
export const exportLog: Benchmark = {
  name: 'export',
  about: 'half a million events to a file over HTTP, opened and sealed, and as pages from the store in process, opened and not',
  run: (options) =>
    withScratch(async (scratch) => {
      const { folder, url } = await engineOnLog(scratch, options);
      const file = async (query: string, name: string) => {
        const options = { url: `${url}/v1/exports/events${query}`, key: adminKey, file: join(scratch.folder(), name) };
        return scratch.closing(await SideProcess.start('export-file', options));
      };
      const sides = {
        export: await file('', 'opened.ndjson'),
        sealed: await file('?sealed=true', 'sealed.ndjson'),
        opened: scratch.closing(await SideProcess.start('opened-pages', { folder })),
        store: scratch.closing(await SideProcess.start('store-pages', { folder })),
      };
      return compared(sides, options);
    }),
};

const names = ['export', 'opened', 'sealed', 'store'] as const;
type Name = (typeof names)[number];

/** All events of the log in each lap; the first lap of each side is not counted, and says how many they are. */
async function compared(sides: Readonly<Record<Name, SideProcess>>, { rounds, tell }: RunOptions): Promise<readonly Measured[]> {
  const tallies = new Map<Name, Tally>();
  for (const name of names) {
    await sides[name].work(0, 1);
    tallies.set(name, await sides[name].tally());
  }
  const events = Object.values(tallies.get('store') ?? {}).reduce<number>((sum, count) => sum + Number(count), 0);
  const laps = await alternate(rounds, names, (name) => sides[name].work(0, events), tell);
  const figure = (name: string, own: Name, other: Name, toReach: number): Measured => {
    const { median, range, rounds: ratios } = ratioOf(laps[own], laps[other]);
    const sameWork = isSameWork(tallies.get(own) ?? {}, tallies.get(other) ?? {});
    const detail = { rounds: ratios, range, [own]: summary(laps[own]), [other]: summary(laps[other]), events, sameWork };
    return { name, ratio: median, reach: toReach, holds: sameWork === true && median >= toReach, detail };
  };
  return [figure('export', 'export', 'opened', reach), figure('export-sealed', 'sealed', 'store', reach), figure('export-unopened', 'export', 'store', 0)];
}
