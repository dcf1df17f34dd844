import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore, SqliteReadDatabase } from '@kith/adapters';
import { type EventStore, SystemClock } from '@kith/application';
import { type ProjectionName, projectionNames } from '@kith/read-models';

/** How far one projection of a data folder has come. */
export interface ProjectionAtRest {
  readonly name: ProjectionName;
  /** All before and at it is applied. */
  readonly position: bigint;
  /** Positions between it and the head of the log. */
  readonly lagEvents: bigint;
  /** Age of the oldest event that it has not applied, 0 at the head. */
  readonly lagSeconds: number;
}

/** Where the log of a data folder ends, and how far each projection has come, whether an engine runs on it or not. */
export async function projectionsIn(folder: string): Promise<{ readonly head: bigint; readonly items: readonly ProjectionAtRest[] }> {
  const store = SqliteEventStore.openReadOnly(folder);
  try {
    const checkpoints = await checkpointsIn(folder);
    const head = await store.head();
    const items = await Promise.all(
      projectionNames.map(async (name) => {
        const position = checkpoints.get(name) ?? 0n;
        return { name, position, lagEvents: head > position ? head - position : 0n, lagSeconds: await lagSeconds(store, position) };
      }),
    );
    return { head, items };
  } finally {
    await store.close();
  }
}

/** None where no engine has made read models yet: looking must not make them. */
async function checkpointsIn(folder: string): Promise<ReadonlyMap<ProjectionName, bigint>> {
  if (!existsSync(join(folder, 'read-models', 'current'))) return new Map();
  const database = await SqliteReadDatabase.open(folder);
  try {
    return await database.checkpoints();
  } finally {
    await database.close();
  }
}

async function lagSeconds(store: EventStore, position: bigint): Promise<number> {
  const [next] = (await store.readAll({ after: position, limit: 1 })).events;
  return next ? Math.max(0, (new SystemClock().now() - Date.parse(next.metadata.recordedAt)) / 1000) : 0;
}
