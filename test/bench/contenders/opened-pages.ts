import { openMasterKey, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { PersonalData } from '@kith/application';
import type { Side } from '../side';

const limit = 1000;

/** The log read page by page from the event store, and each event opened, as projections do it. */
export async function open({ folder }: { readonly folder: string }): Promise<Side> {
  const store = SqliteEventStore.openReadOnly(folder);
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const personal = new PersonalData(vault);
  let seen: Record<string, number> = {};
  return {
    async work() {
      seen = {};
      for (let after = 0n; ; ) {
        const page = await store.readAll({ after, limit });
        for (const event of page.events) {
          const { type } = await personal.open(event);
          seen[type] = (seen[type] ?? 0) + 1;
        }
        if (page.atHead) return;
        after = page.upTo;
      }
    },
    tally: async () => seen,
    close: async () => {
      await store.close();
      await vault.close();
    },
  };
}
