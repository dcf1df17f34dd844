import type { FieldValue, Marks, Origin } from '../end-user/end-user.events';
import { type Event, events } from '../event';
import type { Queue } from '../routing/routing';
import type { OrganizationLinkEvent } from './organization-link.events';
import { organizationLinkEvents } from './organization-link.events';

/** What is known of an organization. Absent means not said. */
export interface OrganizationProfile {
  readonly name: string;
  /** What another system calls it. */
  readonly externalId?: string;
  readonly details?: string;
  readonly notes?: string;
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** What changes of an organization: null takes the value away, absence leaves it. Custom fields are merged by name (RFC 7396). */
export interface OrganizationChanges {
  readonly externalId?: string | null;
  readonly details?: string | null;
  readonly notes?: string | null;
  readonly fields?: Readonly<Record<string, FieldValue | null>>;
}

/** An e-mail domain whose addresses belong to members of an organization. */
export interface DomainClaim {
  /** In ASCII (IDNA), lower case, such as `acme.example`. */
  readonly domain: string;
  /** Whether it stands for the domains below it too. A claim of one of those is more specific, and wins. */
  readonly subdomains: boolean;
  /** Domains below it that it does not stand for, with all below them. */
  readonly except: readonly string[];
  /** Of two claims of the same domain the one with the lower number wins, then the one that is older. */
  readonly precedence: number;
}

/** Where the tickets of an organization go, before any rule of the tenant is looked at. */
export interface OrganizationRouting extends Queue {
  readonly assignee?: string;
  readonly tags?: readonly string[];
}

/** `nameId` is the digest that stands for the folded name: its claim is on a stream of its own. `marks` as of end users. */
export type OrganizationCreated = Event<'OrganizationCreated', OrganizationProfile & { origin: Exclude<Origin, 'contacted'>; nameId: string }>;
/** `formerNameId` is the digest of the name before: that claim is given back, unless both names fold to the same. */
export type OrganizationRenamed = Event<'OrganizationRenamed', { name: string; nameId: string; formerNameId: string; marks: Marks }>;
/** Only what changed is in it. */
export type OrganizationDetailsChanged = Event<'OrganizationDetailsChanged', OrganizationChanges & { marks: Marks }>;
/** All its claims from here on. */
export type OrganizationDomainsChanged = Event<'OrganizationDomainsChanged', { domains: readonly DomainClaim[] }>;
export type OrganizationTagged = Event<'OrganizationTagged', { tags: readonly string[]; marks: readonly string[] }>;
export type OrganizationUntagged = Event<'OrganizationUntagged', { tags: readonly string[]; marks: readonly string[] }>;
/** Null leaves it to the rules of the tenant. */
export type OrganizationRoutingChanged = Event<'OrganizationRoutingChanged', { routing: OrganizationRouting | null }>;
/** Its members leave, its claims are void, its name is free; its tickets keep it. For ever. */
export type OrganizationDeleted = Event<'OrganizationDeleted', { reason?: string }>;

export type OrganizationEvent =
  | OrganizationCreated
  | OrganizationRenamed
  | OrganizationDetailsChanged
  | OrganizationDomainsChanged
  | OrganizationTagged
  | OrganizationUntagged
  | OrganizationRoutingChanged
  | OrganizationDeleted
  | OrganizationLinkEvent;

/** Sealed under the organization's own key, which its first event names. Domains and queues are no secrets: rules are decided on them. */
export const organizationEvents = {
  ...organizationLinkEvents,
  ...events<Exclude<OrganizationEvent, OrganizationLinkEvent>>({
    OrganizationCreated: { personal: ['name', 'externalId', 'details', 'notes', 'tags', 'fields'], lifts: [] },
    OrganizationRenamed: { personal: ['name'], lifts: [] },
    OrganizationDetailsChanged: { personal: ['externalId', 'details', 'notes', 'fields'], lifts: [] },
    OrganizationDomainsChanged: { personal: [], lifts: [] },
    OrganizationTagged: { personal: ['tags'], lifts: [] },
    OrganizationUntagged: { personal: ['tags'], lifts: [] },
    OrganizationRoutingChanged: { personal: [], lifts: [] },
    OrganizationDeleted: { personal: ['reason'], lifts: [] },
  }),
};

/** What an organization begins as. */
export interface OrganizationBirth {
  readonly origin: Exclude<Origin, 'contacted'>;
  readonly profile: OrganizationProfile;
  readonly domains: readonly DomainClaim[];
  readonly routing: OrganizationRouting | null;
}

/** What a command that renames an organization changes of it, all in one append. */
export interface OrganizationRenaming {
  readonly name: string;
  readonly changes: OrganizationChanges;
}

/**
 * This organization holds the name, as long as it is not released. The claim is for the event that comes right after this revision of the
 * organization's stream (-1 for its first): `creates` or `renames` is what that event says, so that whoever finishes what was begun appends
 * the same. Once the organization has moved on without it, the claim is good for nothing and is released. Sealed under the organization's key.
 */
export type OrganizationNameClaimed = Event<
  'OrganizationNameClaimed',
  { organizationId: string; atRevision: number; creates?: OrganizationBirth; renames?: OrganizationRenaming }
>;
export type OrganizationNameReleased = Event<'OrganizationNameReleased', { organizationId: string; cause: 'renamed' | 'deleted' | 'lost-race' }>;
export type OrganizationNameEvent = OrganizationNameClaimed | OrganizationNameReleased;

export const organizationNameEvents = events<OrganizationNameEvent>({
  OrganizationNameClaimed: { personal: ['creates', 'renames'], lifts: [] },
  OrganizationNameReleased: { personal: [], lifts: [] },
});
