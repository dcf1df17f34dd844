import { type Event, events } from '../event';

/** How the end user came to be known. */
export type Origin = 'contacted' | 'agent' | 'import' | 'api';

/** What is known of a person. Absent means not said. */
export interface EndUserProfile {
  readonly name?: string;
  /** BCP 47 language tag. */
  readonly locale?: string;
  /** IANA time zone. */
  readonly timeZone?: string;
  readonly details?: string;
  readonly notes?: string;
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
}

/** A customer is known from here on. */
export type EndUserCreated = Event<'EndUserCreated', EndUserProfile & { origin: Origin }>;
/** A contact point of the creation was lost to somebody else: this id will never be an end user. */
export type EndUserCreationAbandoned = Event<'EndUserCreationAbandoned', { lostPoint: string; holderId: string }>;
/** Contacts are still matched, and say so. */
export type EndUserSuspended = Event<'EndUserSuspended', { reason?: string }>;
export type EndUserReinstated = Event<'EndUserReinstated', { reason?: string }>;
/** Hidden; its points go back to nobody. */
export type EndUserDeleted = Event<'EndUserDeleted', { reason?: string }>;

export type EndUserEvent = EndUserCreated | EndUserCreationAbandoned | EndUserSuspended | EndUserReinstated | EndUserDeleted;

/** Sealed under the end user's own key, which the first event names. */
export const endUserEvents = events<EndUserEvent>({
  EndUserCreated: { personal: ['name', 'details', 'notes', 'tags', 'fields'], lifts: [] },
  EndUserCreationAbandoned: { personal: [], lifts: [] },
  EndUserSuspended: { personal: ['reason'], lifts: [] },
  EndUserReinstated: { personal: ['reason'], lifts: [] },
  EndUserDeleted: { personal: ['reason'], lifts: [] },
});
