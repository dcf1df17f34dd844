import { type Event, type EventDefinitions, events } from '../event';
import { type MembershipEvent, membershipEvents } from '../membership/membership.events';
import { type LinkEvent, linkEvents } from './link.events';

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
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** A value of a custom field. */
export type FieldValue = string | number | boolean;

/** What changes of a profile: null takes the value away, absence leaves it. Custom fields are merged by name (RFC 7396). */
export interface ProfileChanges {
  readonly name?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly details?: string | null;
  readonly notes?: string | null;
  readonly fields?: Readonly<Record<string, FieldValue | null>>;
}

/**
 * Stands for sealed values in the clear part of an event, so that a decider can tell whether something is so already: a MAC
 * under the person's own key of which value it is (`slot`), and one of the value; empty for a value that was taken away.
 */
export type Marks = Readonly<Record<string, string>>;

/** A customer is known from here on. */
export type EndUserCreated = Event<'EndUserCreated', EndUserProfile & { origin: Origin }>;
/** A contact point of the creation was lost to somebody else: this id will never be an end user. */
export type EndUserCreationAbandoned = Event<'EndUserCreationAbandoned', { lostPoint: string; holderId: string }>;
/** The profile says something else from here on; only what changed is in it. */
export type EndUserProfileChanged = Event<'EndUserProfileChanged', ProfileChanges & { marks: Marks }>;
/** `marks` stand for the tags, in their order. */
export type EndUserTagged = Event<'EndUserTagged', { tags: readonly string[]; marks: readonly string[] }>;
export type EndUserUntagged = Event<'EndUserUntagged', { tags: readonly string[]; marks: readonly string[] }>;
/** Somebody wrote down something about the person: it stands in the timeline, with who wrote it. */
export type EndUserNoted = Event<'EndUserNoted', { note: string }>;
/** The contact point to use on its channel, as long as the end user holds it. */
export type PrimaryContactPointChosen = Event<'PrimaryContactPointChosen', { channel: string; contactPointId: string }>;
/** Contacts are still matched, and say so. */
export type EndUserSuspended = Event<'EndUserSuspended', { reason?: string }>;
export type EndUserReinstated = Event<'EndUserReinstated', { reason?: string }>;
/** Hidden; its points go back to nobody. */
export type EndUserDeleted = Event<'EndUserDeleted', { reason?: string }>;

/** Back as it was before; the points it held come back while they are free. */
export type EndUserRestored = Event<'EndUserRestored', { reason?: string }>;

/** Who is gone for good: personal fields read as erased, links stay as bare ids. `members` are erased with it, when the whole person is. */
export type EndUserErased = Event<'EndUserErased', { scope: 'profile' | 'person'; members: readonly string[] }>;

/**
 * What an erasure came to, told once nothing of it is left to do. `erasure` is the id of the `EndUserErased` that it is about, on this same
 * stream; `profiles` are all that were erased by it, this one included; `keys` are the ids of the keys that exist no more; `contactPoints`
 * are the digests of those that were given back. `overwritten` names the stores on whose files no byte of it is left; what the others have
 * deleted is for them to overwrite.
 */
export type EndUserErasureCertified = Event<
  'EndUserErasureCertified',
  {
    erasure: string;
    scope: 'profile' | 'person';
    profiles: readonly string[];
    keys: readonly string[];
    contactPoints: readonly string[];
    overwritten: readonly ErasedStore[];
  }
>;
/** Where plain data of a person, or what opens it, can be. */
export type ErasedStore = 'key-vault' | 'read-models';

export type EndUserEvent =
  | EndUserCreated
  | EndUserCreationAbandoned
  | EndUserProfileChanged
  | EndUserTagged
  | EndUserUntagged
  | EndUserNoted
  | PrimaryContactPointChosen
  | EndUserSuspended
  | EndUserReinstated
  | EndUserDeleted
  | EndUserRestored
  | EndUserErased
  | EndUserErasureCertified
  | LinkEvent
  | MembershipEvent;

/** Sealed under the end user's own key, which the first event names; of links, as each says. */
export const endUserEvents: EventDefinitions = {
  ...linkEvents,
  ...membershipEvents,
  ...events<Exclude<EndUserEvent, LinkEvent | MembershipEvent>>({
    EndUserCreated: { personal: ['name', 'details', 'notes', 'tags', 'fields'], lifts: [] },
    EndUserCreationAbandoned: { personal: [], lifts: [] },
    EndUserProfileChanged: { personal: ['name', 'details', 'notes', 'fields'], lifts: [] },
    EndUserTagged: { personal: ['tags'], lifts: [] },
    EndUserUntagged: { personal: ['tags'], lifts: [] },
    EndUserNoted: { personal: ['note'], lifts: [] },
    PrimaryContactPointChosen: { personal: [], lifts: [] },
    EndUserSuspended: { personal: ['reason'], lifts: [] },
    EndUserReinstated: { personal: ['reason'], lifts: [] },
    EndUserDeleted: { personal: ['reason'], lifts: [] },
    EndUserRestored: { personal: ['reason'], lifts: [] },
    EndUserErased: { personal: [], lifts: [] },
    EndUserErasureCertified: { personal: [], lifts: [] },
  }),
};
