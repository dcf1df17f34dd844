import { type ImportKept, streamOf } from '@kith/domain';
import type { EventStore } from '../event-store';

/** Events that are read at a time. */
const chunk = 100;

/** All that the undoing of an import has kept so far, in the order in which it was told; nothing for an import that is not being undone, or is not. */
export async function* importsKept(store: EventStore, tenant: string, importId: string): AsyncGenerator<ImportKept, void, undefined> {
  const stream = streamOf.import(tenant, importId);
  for (let from = 0; ; from += chunk) {
    const events = await store.readStream(stream, { from, limit: chunk });
    for (const { type, data } of events) if (type === 'ImportRevertAdvanced') yield* data.kept as readonly ImportKept[];
    if (events.length < chunk) return;
  }
}
