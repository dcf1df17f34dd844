import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { fillLog } from './fill/fill-log';
import { rebuildReadModels } from './fill/read-models';
import { alternate, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import { SideProcess } from './side-process';

const reach = 0.6;

/** All read models from a log that holds three events of each customer for every seven interactions. */
export const rebuild: Benchmark = {
  name: 'rebuild',
  about: 'all read models from one million events, rebuilt by the engine and by a raw loop',
  run: (options) =>
    withScratch(async (scratch) => {
      const { rounds, tell, size = 1_000_000 } = options;
      const customers = Math.ceil(size / 10);
      const interactions = Math.max(0, size - customers * 3);
      const events = customers * 3 + interactions;
      const folder = scratch.folder();
      tell(`filling in ${events} events`);
      await fillLog(folder, { customers, interactions, tell });
      await rebuildReadModels(folder);
      const sides = {
        engine: scratch.closing(await SideProcess.start('engine-rebuild', { folder })),
        rawLoop: scratch.closing(await SideProcess.start('raw-rebuild', { folder, target: join(scratch.folder(), 'raw.sqlite') })),
      };
      const laps = await alternate(rounds, ['engine', 'rawLoop'] as const, (name) => sides[name].work(0, events), tell);
      const sameWork = isSameWork(await sides.engine.tally(), await sides.rawLoop.tally());
      const { median, range, rounds: ratios } = ratioOf(laps.engine, laps.rawLoop);
      const detail = { rounds: ratios, range, engine: summary(laps.engine), rawLoop: summary(laps.rawLoop), events, customers, sameWork, stretch: 1 };
      return [{ name: 'rebuild', ratio: median, reach, holds: sameWork === true && median >= reach, detail }];
    }),
};
