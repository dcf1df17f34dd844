import { type EventStore, KeyVaultUnavailable, type PersonalData, patiently } from '@kith/application';
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
/**
 * The next events, opened. A log or a vault that is away is waited for.
 * @throws EventStoreUnavailable or KeyVaultUnavailable when it does not come back in time, or the signal's reason
 */
export async function nextPage(parts: LogParts, after: bigint): Promise<OpenedPage> {
  parts.signal?.throwIfAborted();
  return patiently(() => read(parts, after), parts.signal);
}

/** @throws KeyVaultUnavailable where that is why an event cannot be opened */
async function read({ store, personalData }: LogParts, after: bigint): Promise<OpenedPage> {
  const { events, upTo, atHead } = await store.readAll({ after, limit: pageLimit });
  const opened = await openEvents(personalData, projections, events);
  const away = opened.map(({ unreadable }) => unreadable).find((error) => error instanceof KeyVaultUnavailable);
  if (away) throw away;
  return { opened, upTo, atHead };
}
