import { EventStoreDbEventStore } from '@kith/adapters';
import type { Tally } from '../side';

/** A log on a server that others may have logs on, too. */
export interface OnServer {
  readonly url: string;
  readonly streamPrefix: string;
}

/** The interactions in the log, and how much was stored of them. */
export async function interactionTally(where: OnServer): Promise<Tally> {
  const store = EventStoreDbEventStore.open(where);
  try {
    let [interactions, characters] = [0, 0];
    for (let after = 0n; ; ) {
      const { events, upTo, atHead } = await store.readTexts({ after, limit: 1000, types: ['InteractionRecorded'] });
      interactions += events.length;
      for (const { data } of events) characters += data.length;
      if (atHead) return { interactions, characters };
      after = upTo;
    }
  } finally {
    await store.close();
  }
}
