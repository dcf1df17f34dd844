import type {
  EndUserAbsorbed,
  EndUserMerged,
  EndUserSeparated,
  EndUserUnmerged,
  MergeRefused,
  MergeReservationReleased,
  MergeReserved,
} from '../end-user/link.events';
import { type Event, events } from '../event';

/** Why an attempt to merge two organizations came to nothing. */
export type OrganizationMergeRefusal =
  | 'organizations-already-merged'
  | 'organization-deleted'
  | 'organization-merged'
  | 'organization-not-found'
  | 'merge-in-progress'
  | 'timed-out';

type WithReason<Data extends { readonly reason: unknown }> = Omit<Data, 'reason'> & { readonly reason: OrganizationMergeRefusal };

/*
 * The end users' protocol, step by step, on organizations: the ids in it are those of organizations, `differentFrom` is empty. A reason is
 * sealed under the key of the merged organization.
 */
export type OrganizationMergeReserved = Event<'OrganizationMergeReserved', MergeReserved['data']>;
export type OrganizationMergeRefused = Event<'OrganizationMergeRefused', WithReason<MergeRefused['data']>>;
export type OrganizationMergeReservationReleased = Event<'OrganizationMergeReservationReleased', WithReason<MergeReservationReleased['data']>>;
/** The merged organization's seal: a link. Its members, tickets, domains and name stay its own. */
export type OrganizationMerged = Event<'OrganizationMerged', EndUserMerged['data']>;
export type OrganizationAbsorbed = Event<'OrganizationAbsorbed', EndUserAbsorbed['data']>;
export type OrganizationSeparated = Event<'OrganizationSeparated', EndUserSeparated['data']>;
export type OrganizationUnmerged = Event<'OrganizationUnmerged', EndUserUnmerged['data']>;

export type OrganizationLinkEvent =
  | OrganizationMergeReserved
  | OrganizationMergeRefused
  | OrganizationMergeReservationReleased
  | OrganizationMerged
  | OrganizationAbsorbed
  | OrganizationSeparated
  | OrganizationUnmerged;

export const organizationLinkEvents = events<OrganizationLinkEvent>({
  OrganizationMergeReserved: { personal: ['reason'], lifts: [] },
  OrganizationMergeRefused: { personal: [], lifts: [] },
  OrganizationMergeReservationReleased: { personal: [], lifts: [] },
  OrganizationMerged: { personal: ['reason'], lifts: [] },
  OrganizationAbsorbed: { personal: [], lifts: [] },
  OrganizationSeparated: { personal: ['reason'], lifts: [] },
  OrganizationUnmerged: { personal: ['reason'], lifts: [] },
});
