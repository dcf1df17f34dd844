import { openMasterKey, PostgresReadDatabase, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { Projector } from '@kith/read-models';
import type { Side } from '../side';
import { PostgresTarget } from './postgres-target';

/** The projector as it runs in an engine that has just been given an empty database: until all read models have all events. */
export async function open({ folder, server }: { readonly folder: string; readonly server: string }): Promise<Side> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.openReadOnly(folder);
  const target = await PostgresTarget.on(server, 'engine');
  return {
    async work() {
      const database = await PostgresReadDatabase.open({ url: target.url });
      const [head, done] = [await store.head(), new AbortController()];
      const projector = new Projector(store, new PersonalData(vault), database, new SystemClock());
      projector.onProgress((positions) => {
        if (Object.values(positions).every((position) => position >= head)) done.abort();
      });
      await projector.run(done.signal);
      await database.close();
    },
    settle: () => target.renew(),
    tally: () => target.tally(),
    async close() {
      await store.close();
      await vault.close();
    },
  };
}
