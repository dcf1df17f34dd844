import { type Event, events } from '../event';
import type { Resolution } from '../interaction/interaction.events';
import type { Route } from '../routing/routing';

export const ticketStatuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** Whether nothing is left to do. */
export const isDone = (status: TicketStatus): boolean => status === 'solved' || status === 'closed';

/** What another system keeps; here: whose it is. Times (`at`) are business time, RFC 3339 UTC. */
export type TicketOpened = Event<
  'TicketOpened',
  {
    source: string;
    sourceId: string;
    /** The profile that holds the contact point, or was named. */
    requesterId: string;
    /** Digest of the contact point it came by; null when the requester was named. */
    contactPointId: string | null;
    /** Why it is the requester's: ids, digests and rules, as of an interaction; absent when the requester was named. */
    resolution?: Resolution;
    /** As it was named, or the requester's default at that moment; it stays. */
    organizationId: string | null;
    subject?: string;
    status: TicketStatus;
    channel: string;
    via: string;
    /** BCP 47. */
    language: string | null;
    tags: readonly string[];
    /** The requester was created by this opening. */
    firstContact: boolean;
    at: string;
  }
>;
/** In the same append as the opening. `organizationTags` are what the policy saw, so that other rules can be tried on it later. */
export type TicketRouted = Event<'TicketRouted', Route & { policy: 'route/1'; settingsVersion: number; organizationTags: readonly string[] }>;
/** In force from `at` on, until the next one by `at`: one that is told late takes its place in the past. */
export type TicketStatusChanged = Event<'TicketStatusChanged', { status: TicketStatus; at: string }>;
export type TicketMovedToOrganization = Event<'TicketMovedToOrganization', { organizationId: string | null; reason?: string; at: string }>;
/** It was somebody else's from the beginning. `resolution` as of the opening. */
export type TicketRequesterCorrected = Event<
  'TicketRequesterCorrected',
  { requesterId: string; contactPointId: string | null; resolution?: Resolution; reason?: string; at: string }
>;

export type TicketEvent = TicketOpened | TicketRouted | TicketStatusChanged | TicketMovedToOrganization | TicketRequesterCorrected;

/** Sealed under the key of the requester that it was opened for. */
export const ticketEvents = events<TicketEvent>({
  TicketOpened: { personal: ['sourceId', 'subject', 'tags'], lifts: [] },
  TicketRouted: { personal: ['organizationTags'], lifts: [] },
  TicketStatusChanged: { personal: [], lifts: [] },
  TicketMovedToOrganization: { personal: ['reason'], lifts: [] },
  TicketRequesterCorrected: { personal: ['reason'], lifts: [] },
});
