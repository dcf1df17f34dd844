import type { EventStore } from '../event-store';

/** Where in a copied log lies what had other positions in the log that it was copied from. */
export interface PlaceInCopy {
  /** Everything up to here was reached there. */
  readonly place: bigint;
  /** The positions that were asked for, as they are here. */
  readonly moved: ReadonlyMap<bigint, bigint>;
}

const pageSize = 500;

/**
 * Finds what was reached and what is wanted in a copied log, by reading what was copied once.
 * @param reached a position of the other log; undefined where that is not known: then all that was copied counts as reached
 */
export async function placeInCopy(store: EventStore, reached: bigint | undefined, wanted: ReadonlySet<bigint>): Promise<PlaceInCopy> {
  const moved = new Map<bigint, bigint>();
  let [place, after] = [0n, 0n];
  for (;;) {
    const { events, upTo, atHead } = await store.readAll({ after, limit: pageSize });
    for (const { position, metadata } of events) {
      if (!metadata.copied) return { place, moved };
      const before = BigInt(metadata.copied.position);
      if (reached === undefined || before <= reached) place = position;
      if (wanted.has(before)) moved.set(before, position);
    }
    if (atHead) return { place, moved };
    after = upTo;
    // Reading may be synchronous: what else is to be delivered wants its turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
