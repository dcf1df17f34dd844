import { SystemClock } from '@kith/application';
import { type Projection, Projector, type ReadDatabase } from '@kith/read-models';
import type { Kind } from './databases';
import type { TestLog } from './log';

/** Runs the projector until it has applied the whole log, stopped projections aside. */
export async function project(log: Pick<TestLog, 'store' | 'personalData'>, database: ReadDatabase, projections?: readonly Projection[]): Promise<Projector> {
  const projector = new Projector(log.store, log.personalData, database, new SystemClock(), projections);
  const head = await log.store.head();
  let check = () => {};
  const settled = new Promise<void>((resolve) => {
    check = () =>
      void projector.status().then((lanes) => {
        if (lanes.every(({ state, position }) => state === 'stopped' || position >= head)) resolve();
      });
  });
  projector.onProgress(check);
  const ended = projector.run();
  check();
  await Promise.race([settled, ended]);
  projector.stop();
  await ended;
  return projector;
}

/** The read models of a log, applied to a database of their own. */
export async function projected(log: TestLog, kind: Kind): Promise<ReadDatabase> {
  const database = await kind.make();
  await project(log, database);
  return database;
}
