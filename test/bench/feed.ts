import type { Benchmark, Measured, RunOptions } from './benchmark';
import { engineOnLog } from './fill/engine-on-log';
import { adminKey } from './http/engine';
import { alternate, type Laps, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import type { Tally } from './side';
import { SideProcess } from './side-process';

const reach = 0.5;

/** A log that holds three events of each customer for every seven interactions, read from its beginning to its end by one reader. */
export const feed: Benchmark = {
  name: 'feed',
  about: 'half a million events, read as GET /v1/events over HTTP and as pages from the store in process',
  run: (options) =>
    withScratch(async (scratch) => {
      const { folder, url } = await engineOnLog(scratch, options);
      const reader = async (query: string) => scratch.closing(await SideProcess.start('feed-reader', { url: `${url}/v1/events${query}`, key: adminKey }));
      const sides = {
        feed: await reader(''),
        personal: await reader('?personal=true'),
        store: scratch.closing(await SideProcess.start('store-pages', { folder })),
      };
      return compared(sides, options);
    }),
};

/** All events of the log in each lap; the first lap of each side is not counted, and says how many they are. */
async function compared(sides: Readonly<Record<'feed' | 'personal' | 'store', SideProcess>>, { rounds, tell }: RunOptions): Promise<readonly Measured[]> {
  const names = ['feed', 'store', 'personal'] as const;
  const tallies: Tally[] = [];
  for (const name of names) {
    await sides[name].work(0, 1);
    tallies.push(await sides[name].tally());
  }
  const [ofFeed = {}, ofStore = {}, ofPersonal = {}] = tallies;
  const events = Object.values(ofStore).reduce<number>((sum, count) => sum + Number(count), 0);
  const laps = await alternate(rounds, names, (name) => sides[name].work(0, events), tell);
  const figure = (name: string, own: Laps, sameWork: ReturnType<typeof isSameWork>, toReach: number): Measured => {
    const { median, range, rounds: ratios } = ratioOf(own, laps.store);
    const detail = { rounds: ratios, range, feed: summary(own), store: summary(laps.store), events, sameWork };
    return { name, ratio: median, reach: toReach, holds: sameWork === true && median >= toReach, detail };
  };
  return [figure('feed', laps.feed, isSameWork(ofFeed, ofStore), reach), figure('feed-personal', laps.personal, isSameWork(ofPersonal, ofStore), 0)];
}
