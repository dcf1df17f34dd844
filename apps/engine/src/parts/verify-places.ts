import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openMasterKey } from '@kith/adapters';
import { type LogProgress, type LogVerified, PersonalData, SystemClock, verifyLog } from '@kith/application';
import type { Config } from '@kith/config';
import { type ReadModelsProgress, type ReadModelsVerified, verifyReadModels } from '@kith/read-models';
import { eventStoreAt, keyVaultAt, type Places, placesOf, readDatabaseAt } from './places';

/** Which phase a check is in, and how far. */
export type VerifyProgress = ({ readonly phase: 'log' } & LogProgress) | ReadModelsProgress;

/** Who wants to know how far a check is, and may end it. */
export interface WatchedVerify {
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a check of a configuration's data came to. */
export interface Verified {
  readonly log: LogVerified;
  /** Undefined where no engine has made any yet: looking does not make them. */
  readonly readModels: ReadModelsVerified | undefined;
}

/**
 * Checks the log, then the read models, with handles of its own: engines on the same data go on serving.
 * @throws as `verifyLog` and `verifyReadModels` do
 */
export async function verifyPlaces(config: Config, { onProgress, signal }: WatchedVerify): Promise<Verified> {
  const places = placesOf(config, openMasterKey(config.data, config.masterKey).key);
  const store = eventStoreAt(places, 'verify');
  try {
    const vault = await keyVaultAt(places, 'verify');
    try {
      const parts = { store, personalData: new PersonalData(vault), clock: new SystemClock(), ...(onProgress && { onProgress }), ...(signal && { signal }) };
      const log = await verifyLog({
        ...parts,
        // In a file positions count events; in EventStoreDB they are offsets.
        gapless: places.eventStore === 'sqlite',
        onProgress: (progress) => onProgress?.({ phase: 'log', ...progress }),
      });
      return { log, readModels: await readModelsOf(places, parts) };
    } finally {
      await vault.close();
    }
  } finally {
    await store.close();
  }
}

async function readModelsOf(places: Places, parts: Omit<Parameters<typeof verifyReadModels>[0], 'database'>): Promise<ReadModelsVerified | undefined> {
  if (places.readDb === 'sqlite' && !existsSync(join(places.data, 'read-models', 'current'))) return undefined;
  const database = await readDatabaseAt(places, 'rebuild');
  try {
    return await verifyReadModels({ ...parts, database });
  } finally {
    await database.close();
  }
}
