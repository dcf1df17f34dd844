import type { NormaliserName } from '../channel/channel';
import type { EndUserProfile, Origin } from '../end-user/end-user.events';
import { type Event, events } from '../event';

/** One address on one channel, as its identity (channel, scope, key) and as it was first given. */
export interface PointIdentity {
  readonly channel: string;
  /** Tells apart ids that are unique only within something; empty for `email` and `phone`. */
  readonly scope: string;
  readonly key: string;
  readonly value: string;
  readonly normaliser: NormaliserName;
}

/** A contact point that a new end user claims, with all it takes to claim it again after a crash. */
export interface ClaimedPoint extends PointIdentity {
  readonly digest: string;
  readonly verified: boolean;
}

/** What a claim is for: enough for anyone to finish, or take back, the creation it belongs to. */
export interface Creation {
  readonly origin: Origin;
  readonly profile: EndUserProfile;
  /** Every point of the new profile, in digest order. */
  readonly points: readonly ClaimedPoint[];
}

/** Why a point changes hands: it was always theirs, so what came by it goes along; or it is theirs from now on. */
export type TransferCause = 'corrected' | 'reassigned';
export type ReleaseCause = TransferCause | 'detached' | 'deleted' | 'erased' | 'lost-race';

/** The point belongs to this end user from here on. With `creates` it is a claim: the end user is being created. */
export type ContactPointAttached = Event<'ContactPointAttached', PointIdentity & { endUserId: string; verified: boolean; creates?: Creation }>;
/** The holder has shown that the address is theirs. */
export type ContactPointVerified = Event<'ContactPointVerified', { endUserId: string }>;
/** The point no longer belongs to this end user. `to` is who has it from here on, after a transfer. */
export type ContactPointReleased = Event<'ContactPointReleased', { endUserId: string; cause: ReleaseCause; to?: string }>;
/** Several end users may hold the point: a family's phone, `info@`. */
export type ContactPointShared = Event<'ContactPointShared', { reason?: string }>;
/** One holder at most again. */
export type ContactPointUnshared = Event<'ContactPointUnshared', { reason?: string }>;

export type ContactPointEvent = ContactPointAttached | ContactPointVerified | ContactPointReleased | ContactPointShared | ContactPointUnshared;

/** Sealed under the holder's key. */
export const contactPointEvents = events<ContactPointEvent>({
  ContactPointAttached: { personal: ['key', 'value', 'creates'], lifts: [] },
  ContactPointVerified: { personal: [], lifts: [] },
  // Version 2 can name who has it from here on.
  ContactPointReleased: { personal: [], lifts: [(data) => data] },
  ContactPointShared: { personal: ['reason'], lifts: [] },
  ContactPointUnshared: { personal: ['reason'], lifts: [] },
});
