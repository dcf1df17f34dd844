import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, SystemClock } from '@kith/application';
import { type ProjectionName, projectionNames } from '@kith/read-models';
import { eventStoreAt, type Places, readDatabaseAt } from './places';

/** How far one projection has come. */
export interface ProjectionAtRest {
  readonly name: ProjectionName;
  /** All before and at it is applied. */
  readonly position: bigint;
  /** Events between it and the head of the log; where they must be read to be counted, at least so many. */
  readonly lagEvents: number;
  /** Age of the oldest event that it has not applied, 0 at the head. */
  readonly lagSeconds: number;
}

/** The most events that are counted where counting means reading. */
const mostCounted = 10_000;

/** Where the log ends, and how far each projection has come, whether an engine runs on the data or not. */
export async function projectionsAtRest(places: Places): Promise<{ readonly head: bigint; readonly items: readonly ProjectionAtRest[] }> {
  const store = eventStoreAt(places, 'look');
  try {
    const checkpoints = await checkpointsOf(places);
    const head = await store.head();
    const items = await Promise.all(
      projectionNames.map(async (name) => {
        const position = checkpoints.get(name) ?? 0n;
        return { name, position, lagEvents: await store.countAfter(position, mostCounted), lagSeconds: await lagSeconds(store, position) };
      }),
    );
    return { head, items };
  } finally {
    await store.close();
  }
}

/** None in a data folder where no engine has made read models yet: looking must not make them. */
async function checkpointsOf(places: Places): Promise<ReadonlyMap<ProjectionName, bigint>> {
  if (places.readDb === 'sqlite' && !existsSync(join(places.data, 'read-models', 'current'))) return new Map();
  const database = await readDatabaseAt(places, 'look');
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
