import type { Benchmark } from './benchmark';
import { fillLog } from './fill/fill-log';
import { postgresFor } from './postgres';
import { alternate, ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { withScratch } from './scratch';
import { SideProcess } from './side-process';

const reach = 0.4;

/** All read models in PostgreSQL, projected from a log that holds three events of each customer for every seven interactions. */
export const projectorPostgres: Benchmark = {
  name: 'projector-postgres',
  about: '200,000 events projected into PostgreSQL by the engine and by a raw loop with the same batched upserts',
  run: (options) =>
    withScratch(async (scratch) => {
      const { rounds, tell, size = 200_000 } = options;
      const customers = Math.ceil(size / 10);
      const interactions = Math.max(0, size - customers * 3);
      const events = customers * 3 + interactions;
      const folder = scratch.folder();
      tell(`filling in ${events} events`);
      await fillLog(folder, { customers, interactions, tell });
      const server = await postgresFor(scratch);
      const given = { folder, server: server.url('postgres') };
      const sides = {
        engine: scratch.closing(await SideProcess.start('engine-projector-postgres', given)),
        rawLoop: scratch.closing(await SideProcess.start('raw-projector-postgres', given)),
      };
      const laps = await alternate(rounds, ['engine', 'rawLoop'] as const, (name) => sides[name].work(0, events), tell);
      const sameWork = isSameWork(await sides.engine.tally(), await sides.rawLoop.tally());
      const { median, range, rounds: ratios } = ratioOf(laps.engine, laps.rawLoop);
      const detail = {
        rounds: ratios,
        range,
        engine: summary(laps.engine),
        rawLoop: summary(laps.rawLoop),
        events,
        customers,
        postgres: server.version,
        sameWork,
      };
      return [{ name: 'projector-postgres', ratio: median, reach, holds: sameWork === true && median >= reach, detail }];
    }),
};
