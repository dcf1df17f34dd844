import { SqliteEventStore } from '@kith/adapters';
import type { Side } from '../side';

const limit = 1000;

/** The log read page by page from the event store, as projections and reactors read it. */
export async function open({ folder }: { readonly folder: string }): Promise<Side> {
  const store = SqliteEventStore.openReadOnly(folder);
  let seen: Record<string, number> = {};
  return {
    async work() {
      seen = {};
      for (let after = 0n; ; ) {
        const page = await store.readAll({ after, limit });
        for (const { type } of page.events) seen[type] = (seen[type] ?? 0) + 1;
        if (page.atHead) return;
        after = page.upTo;
      }
    },
    tally: async () => seen,
    close: () => store.close(),
  };
}
