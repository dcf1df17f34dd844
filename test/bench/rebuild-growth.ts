import type { Benchmark } from './benchmark';
import { fillLog } from './fill/fill-log';
import { alternate, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import type { Tally } from './side';
import { SideProcess } from './side-process';

/** How many times as long each event may take as in a tenth of the log. */
const reach = 1.5;
const times = 10;

/** All read models from a log and from one ten times as long, event by event. */
export const rebuildGrowth: Benchmark = {
  name: 'rebuild-growth',
  about: 'all read models from five million events, for each event against the same from half a million',
  run: (options) =>
    withScratch(async (scratch) => {
      const { rounds, tell, size = 5_000_000 } = options;
      const started = async (customers: number) => {
        const [folder, interactions] = [scratch.folder(), customers * 7];
        tell(`filling in ${customers * times} events`);
        await fillLog(folder, { customers, interactions, tell });
        return scratch.closing(await SideProcess.start('engine-rebuild', { folder }));
      };
      const customers = Math.ceil(size / (times * times));
      const sides = { small: await started(customers), large: await started(customers * times) };
      const events = { small: customers * times, large: customers * times * times };
      const laps = await alternate(rounds, ['small', 'large'] as const, (name) => sides[name].work(0, events[name]), tell);
      const sameWork = isSameWork(rows(await sides.small.tally(), times), rows(await sides.large.tally(), 1));
      const { median: ratio, range, rounds: ratios } = ratioOf(laps.small, laps.large);
      const detail = { rounds: ratios, range, unit: 'times as long', small: summary(laps.small), large: summary(laps.large), events, sameWork };
      return [{ name: 'rebuild-growth', ratio, reach, holds: sameWork === true && ratio <= reach, detail }];
    }),
};

/** One row for each event, or each customer: others depend on whose names are alike. */
const counted = ['end_user', 'end_user_contact_point', 'timeline_entry'];
/** Rows of these tables, so many times. */
const rows = (tally: Tally, factor: number): Tally => Object.fromEntries(counted.map((table) => [table, Number.parseInt(String(tally[table]), 10) * factor]));
