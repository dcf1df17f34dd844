import { type Event, events } from '../event';

/** Who made an end user a member. */
export type MembershipCause = 'manual' | 'domain' | 'import';
/** What ended a membership: the import that made it was taken back, its organization was deleted, or as in {@link MembershipCause}. */
export type LeavingCause = MembershipCause | 'deleted';

/**
 * On the end user's stream. By domain: on the profile that holds the address, also when it was merged, so that an unmerge gives it
 * back. By hand: on the profile that stands for the person. `default`: it is the profile's default organization from here on.
 */
export type OrganizationJoined = Event<'OrganizationJoined', { organizationId: string; cause: MembershipCause; default: boolean }>;
/** `manual`: it is not joined by domain again, until somebody makes the end user a member by hand; no other cause bars anything. `default`: from here on. */
export type OrganizationLeft = Event<'OrganizationLeft', { organizationId: string; cause: LeavingCause; default: string | null }>;
/** Null: none. Tickets and interactions from here on are the chosen organization's, unless they name another. */
export type DefaultOrganizationChosen = Event<'DefaultOrganizationChosen', { organizationId: string | null }>;

export type MembershipEvent = OrganizationJoined | OrganizationLeft | DefaultOrganizationChosen;

export const membershipEvents = events<MembershipEvent>({
  OrganizationJoined: { personal: [], lifts: [] },
  OrganizationLeft: { personal: [], lifts: [] },
  DefaultOrganizationChosen: { personal: [], lifts: [] },
});

/** What a sweep looks for. */
export type SweepOccasion =
  | { readonly because: 'domains-changed'; readonly organizationId: string; readonly domains: readonly string[] }
  | { readonly because: 'organization-deleted'; readonly organizationId: string }
  | { readonly because: 'settings-changed'; readonly settingsVersion: number };

/**
 * Existing end users are brought in line with what changed, page by page: each page is an event, so that the work is seen, survives a crash
 * and is never in a request. `after` is the end user that the next page begins behind; counts are of all pages so far.
 */
export type MembershipSweepStarted = Event<'MembershipSweepStarted', { occasion: SweepOccasion }>;
export type MembershipSweepAdvanced = Event<'MembershipSweepAdvanced', { after: string; scanned: number; joined: number; left: number }>;
export type MembershipSweepEnded = Event<'MembershipSweepEnded', { scanned: number; joined: number; left: number }>;

export type MembershipSweepEvent = MembershipSweepStarted | MembershipSweepAdvanced | MembershipSweepEnded;

export const membershipSweepEvents = events<MembershipSweepEvent>({
  MembershipSweepStarted: { personal: [], lifts: [] },
  MembershipSweepAdvanced: { personal: [], lifts: [] },
  MembershipSweepEnded: { personal: [], lifts: [] },
});
