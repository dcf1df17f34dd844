import { PersonalData, SystemClock } from '@kith/application';
import { type RebuildProgress, type Rebuilt, rebuild } from '@kith/read-models';
import { eventStoreAt, keyVaultAt, type Places, readDatabaseAt } from './places';

/** Who wants to know how far a rebuild is, and may end it. */
export interface WatchedRebuild {
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Rebuilds the read models with handles of its own: engines on the same data go on serving, whether one is this process or not.
 * @throws as `rebuild` does
 */
export async function rebuildPlaces(places: Places, watched: WatchedRebuild): Promise<Rebuilt> {
  const store = eventStoreAt(places, 'rebuild');
  try {
    const vault = await keyVaultAt(places, 'rebuild');
    try {
      const database = await readDatabaseAt(places, 'rebuild');
      try {
        return await rebuild({ store, personalData: new PersonalData(vault), database, clock: new SystemClock(), ...watched });
      } finally {
        await database.close();
      }
    } finally {
      await vault.close();
    }
  } finally {
    await store.close();
  }
}
