import type { EventStore } from '@kith/application';

/** One log, empty at first, for one test. */
export interface EventStoreFixture {
  readonly store: EventStore;
  /** Another client of the same log, or the same one where an adapter has but one. */
  connect(): Promise<EventStore>;
  /** From now on appends get no answer within the deadline (whether they are stored or not), until thawed. Reading goes on. */
  freeze(): Promise<{ thaw(): Promise<void> }>;
  /** The same log opened again, after it was closed. */
  reopen(): Promise<EventStore>;
  /** Closes whatever is open and removes the log. */
  dispose(): Promise<void>;
}

export interface EventStoreFixtureOptions {
  /** Milliseconds until an append without answer ends as unknown; the adapter's own default when absent. */
  readonly appendDeadlineMs?: number;
}

export type MakeEventStoreFixture = (options?: EventStoreFixtureOptions) => Promise<EventStoreFixture>;
