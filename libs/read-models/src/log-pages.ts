import { type EventStore, EventStoreUnavailable, KeyVaultUnavailable, type PersonalData } from '@kith/application';
import { type Opened, openEvents } from './open-events';
import { projections } from './projections';

/** Where the events of a rebuild come from. */
export interface LogParts {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  readonly signal?: AbortSignal;
}

/** A stretch of the log, opened for all projections. */
export interface OpenedPage {
  readonly opened: readonly Opened[];
  readonly upTo: bigint;
  readonly atHead: boolean;
}

const pageLimit = 1000;
/** How long a log or a vault that is away is waited for, and how often it is asked. Milliseconds. */
const patience = { for: 60_000, every: 500 };

/**
 * The next events, opened. Hours of work are not lost over a server that is started again: one that is away is waited for.
 * @throws EventStoreUnavailable or KeyVaultUnavailable when it does not come back in time, or the signal's reason
 */
export async function nextPage(parts: LogParts, after: bigint): Promise<OpenedPage> {
  parts.signal?.throwIfAborted();
  for (const end = performance.now() + patience.for; ; ) {
    try {
      return await read(parts, after);
    } catch (error) {
      const passes = error instanceof EventStoreUnavailable || error instanceof KeyVaultUnavailable;
      if (!passes || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.every));
      parts.signal?.throwIfAborted();
    }
  }
}

/** @throws KeyVaultUnavailable where that is why an event cannot be opened */
async function read({ store, personalData }: LogParts, after: bigint): Promise<OpenedPage> {
  const { events, upTo, atHead } = await store.readAll({ after, limit: pageLimit });
  const opened = await openEvents(personalData, projections, events);
  const away = opened.map(({ unreadable }) => unreadable).find((error) => error instanceof KeyVaultUnavailable);
  if (away) throw away;
  return { opened, upTo, atHead };
}
