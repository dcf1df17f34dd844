import { openMasterKey, SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import type { Config } from '@kith/config';
import { type RebuildProgress, type Rebuilt, rebuild } from '@kith/read-models';

/** What is rebuilt, and who wants to know how far it is. */
export interface FolderRebuild {
  readonly folder: string;
  readonly masterKey: Uint8Array;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Rebuilds the read models of a data folder with handles of its own: an engine on the same folder goes on serving, whether it
 * is this process or another one.
 * @throws as `rebuild` does
 */
export async function rebuildFolder({ folder, masterKey, ...watched }: FolderRebuild): Promise<Rebuilt> {
  const store = SqliteEventStore.openReadOnly(folder);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const database = await SqliteReadDatabase.open(folder);
  try {
    return await rebuild({ store, personalData: new PersonalData(vault), database, clock: new SystemClock(), ...watched });
  } finally {
    await database.close();
    await vault.close();
    await store.close();
  }
}

/** The key that wraps those of a data folder: the configured one, or else the one that is kept there. */
export const masterKeyOf = ({ data, masterKey }: Pick<Config, 'data' | 'masterKey'>): Uint8Array => openMasterKey(data, masterKey).key;
