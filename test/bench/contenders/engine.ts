import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readDatabaseFile } from '../fill/one-file';
import { eventTally, rowTally } from '../fill/tally';
import type { Side, Tally } from '../side';
import type { Workload } from '../workload';
import { ComposedEngine } from './composed-engine';

/** The engine on a data folder: a lap ends when everything is durable and all read models have it. */
export async function open({ folder, workload }: { readonly folder: string; readonly workload: Workload }): Promise<Side> {
  const engine = await ComposedEngine.start(folder);
  return {
    async work(from, count) {
      await engine.record(workload, from, count);
      await engine.caughtUp();
    },
    settle: () => engine.reacted(),
    tally: async () => tallyOf(folder),
    close: () => engine.close(),
  };
}

/** What an engine left in its data folder. */
export function tallyOf(folder: string): Tally {
  const [log, rows] = [new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true }), new DatabaseSync(readDatabaseFile(folder), { readOnly: true })];
  try {
    return { ...eventTally(log), ...rowTally(rows) };
  } finally {
    log.close();
    rows.close();
  }
}
