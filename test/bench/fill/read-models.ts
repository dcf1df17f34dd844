import { openMasterKey, SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { rebuild } from '@kith/read-models';

/** Builds the read models of a data folder that no engine holds; returns the path of the database file. */
export async function rebuildReadModels(folder: string): Promise<void> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.openReadOnly(folder);
  const database = await SqliteReadDatabase.open(folder);
  try {
    await rebuild({ store, personalData: new PersonalData(vault), database, clock: new SystemClock() });
  } finally {
    await database.close();
    await store.close();
    await vault.close();
  }
}
