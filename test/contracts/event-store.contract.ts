import type { EventStore } from '@kith/application';
import { appending } from './event-store/appending';
import { faults } from './event-store/faults';
import { following } from './event-store/following';
import { limits } from './event-store/limits';
import { ordering } from './event-store/ordering';
import { reading } from './event-store/reading';

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

/** What every event store promises; each adapter runs all of it. */
export function eventStoreContract(name: string, makeFixture: MakeEventStoreFixture): void {
  describe(`the event store contract: ${name}`, () => {
    describe('appending', () => appending(makeFixture));
    describe('limits of size and content', () => limits(makeFixture));
    describe('reading', () => reading(makeFixture));
    describe('one order over all streams', () => ordering(makeFixture));
    describe('following', () => following(makeFixture));
    describe('faults and the end', () => faults(makeFixture));
  });
}
