import { DatabaseSync } from 'node:sqlite';
import { openMasterKey, SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { rebuild } from '@kith/read-models';
import { readDatabaseFile } from '../fill/one-file';
import { rowTally } from '../fill/tally';
import type { Side } from '../side';

/** The rebuild of all read models, from the beginning of the log to the new database being offered. */
export async function open({ folder }: { readonly folder: string }): Promise<Side> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.openReadOnly(folder);
  const database = await SqliteReadDatabase.open(folder);
  return {
    async work() {
      const { name } = await rebuild({ store, personalData: new PersonalData(vault), database, clock: new SystemClock() });
      const before = database.serving;
      await database.swap(name);
      await database.remove(before);
    },
    tally: async () => {
      const db = new DatabaseSync(readDatabaseFile(folder), { readOnly: true });
      const tally = rowTally(db);
      db.close();
      return tally;
    },
    async close() {
      await database.close();
      await store.close();
      await vault.close();
    },
  };
}
