import { type Event, events } from '../event';

/** Two profiles that are not one person, as the cluster of `endUserId` remembers it. */
export interface Difference {
  readonly declarationId: string;
  /** The profile of this cluster that was named. */
  readonly endUserId: string;
  readonly otherId: string;
  /** RFC 3339 UTC; without it, until it is withdrawn. */
  readonly until?: string;
}

/** The profiles that a merge names; each stands for the cluster it is in. */
export interface NamedPair {
  readonly survivorId: string;
  readonly mergedId: string;
}

/** Why an attempt to merge came to nothing. */
export type MergeRefusal =
  | 'already-merged'
  | 'declared-different'
  | 'end-user-deleted'
  | 'end-user-erased'
  | 'end-user-merged'
  | 'end-user-not-found'
  | 'merge-in-progress'
  | 'timed-out';

/** What a cluster brings into a merge: its profiles, the one that stands for it first, and whom they are different from. */
interface Side {
  readonly members: readonly string[];
  readonly differentFrom: readonly Difference[];
}

/** What stands for a merge in its events. `rule` names what asked for it when no person did. */
interface Merging {
  readonly attemptId: string;
  readonly mergeId: string;
  readonly named: NamedPair;
  readonly rule?: string;
  readonly reason?: string;
}

/** The profile with the lower id waits for the other one, `otherId`, to decide. `role` is its own. Reason: under the merged one's key. */
export type MergeReserved = Event<'MergeReserved', Merging & Side & { otherId: string; role: 'survivor' | 'merged' }>;
/** The profile with the higher id will not have it: this attempt never comes to anything. */
export type MergeRefused = Event<'MergeRefused', { attemptId: string; reason: MergeRefusal }>;
/** Told so, the lower one waits no longer. */
export type MergeReservationReleased = Event<'MergeReservationReleased', { attemptId: string; reason: MergeRefusal }>;
/** The merged profile's seal: a link. Its contact points and history stay where they are. Reason: under its own key. */
export type EndUserMerged = Event<'EndUserMerged', Merging & Side & { survivorId: string }>;
/** The survivor counts the other cluster as its own from here on. */
export type EndUserAbsorbed = Event<'EndUserAbsorbed', Side & { attemptId: string; mergeId: string; mergedId: string }>;
/**
 * These members, who came by a merge, are no longer counted. First on the profile that stands for the cluster: from then on it
 * is so; then on each profile in between, where `throughMergeId` is the merge that leads there. `alone`, on the first: what was
 * merged into `mergedId` is to be undone next. Reason: under the key of `mergedId`.
 */
export type EndUserSeparated = Event<'EndUserSeparated', Side & { mergeId: string; mergedId: string; throughMergeId?: string; alone?: true; reason?: string }>;
/** A profile stands for itself again, with `members` and whom they are different from by now. Reason: under its own key. */
export type EndUserUnmerged = Event<'EndUserUnmerged', Side & { mergeId: string; reason?: string }>;
/** On the profile that stands for the cluster of each of the two: lower of the named ids first, with the reason under that one's key. */
export type EndUsersDeclaredDifferent = Event<'EndUsersDeclaredDifferent', Difference & { reason?: string }>;
export type DifferenceWithdrawn = Event<'DifferenceWithdrawn', { declarationId: string; endUserId: string; otherId: string; reason?: string }>;

export type LinkEvent =
  | MergeReserved
  | MergeRefused
  | MergeReservationReleased
  | EndUserMerged
  | EndUserAbsorbed
  | EndUserSeparated
  | EndUserUnmerged
  | EndUsersDeclaredDifferent
  | DifferenceWithdrawn;

/** Ids and the words of whoever asked; nothing else of a person is in a link. */
export const linkEvents = events<LinkEvent>({
  MergeReserved: { personal: ['reason'], lifts: [] },
  MergeRefused: { personal: [], lifts: [] },
  MergeReservationReleased: { personal: [], lifts: [] },
  EndUserMerged: { personal: ['reason'], lifts: [] },
  EndUserAbsorbed: { personal: [], lifts: [] },
  EndUserSeparated: { personal: ['reason'], lifts: [] },
  EndUserUnmerged: { personal: ['reason'], lifts: [] },
  EndUsersDeclaredDifferent: { personal: ['reason'], lifts: [] },
  DifferenceWithdrawn: { personal: ['reason'], lifts: [] },
});
