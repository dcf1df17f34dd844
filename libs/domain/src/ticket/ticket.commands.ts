import type { CommandContext } from '../command';
import type { GivenPoint } from '../contact-point/contact-point.commands';
import type { EndUserProfile } from '../end-user/end-user.events';
import type { TicketOpened, TicketRequesterCorrected, TicketRouted, TicketStatus } from './ticket.events';

/** What a service reports of a new ticket. */
export interface GivenTicket {
  /** The system that owns it, and its id there: opened once. */
  readonly source: string;
  readonly id: string;
  /** Who asks: an end user by id, or by contact points, which are resolved as those of an interaction are. One of the two. */
  readonly requesterId?: string;
  readonly points?: readonly GivenPoint[];
  /** What is told of the person; used when the end user is created. */
  readonly profile?: EndUserProfile;
  /** The requester's default when absent; null is none. */
  readonly organizationId?: string | null;
  readonly subject?: string;
  /** `open` when absent. */
  readonly status?: TicketStatus;
  readonly channel: string;
  /** The channel when absent. */
  readonly via?: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  /** When it was opened, RFC 3339; now when absent. */
  readonly at?: string;
}

/** Open a ticket: find or create its requester, take its organization, route it. Once per source and id. */
export class OpenTicket {
  constructor(
    readonly context: CommandContext,
    readonly ticket: GivenTicket,
  ) {}
}

/** Tell the status of a ticket, from a time on; solved or closed and then another is a reopening. */
export class ChangeTicketStatus {
  constructor(
    readonly context: CommandContext,
    /** Digest of source and id. */
    readonly ticketId: string,
    readonly status: TicketStatus,
    /** RFC 3339; now when absent. */
    readonly at?: string,
  ) {}
}

/** The ticket is another organization's; null is none's. Its route stays. */
export class MoveTicketToOrganization {
  constructor(
    readonly context: CommandContext,
    readonly ticketId: string,
    readonly organizationId: string | null,
    readonly reason?: string,
  ) {}
}

/** Somebody else asked: an end user by id, or by contact points. The organization stays. */
export class CorrectTicketRequester {
  constructor(
    readonly context: CommandContext,
    readonly ticketId: string,
    readonly requester: { readonly requesterId: string } | { readonly points: readonly GivenPoint[] },
    readonly reason?: string,
  ) {}
}

/** What a ticket is routed by, and who asks: a ticket that is not opened. Without a requester, as far as can be told. */
export type GivenRoute = Omit<GivenTicket, 'source' | 'id' | 'profile' | 'subject' | 'status'>;

/** From when on something holds, RFC 3339 UTC with milliseconds. */
export interface HoldsFrom {
  readonly at: string;
  /** The caller told the time; otherwise it holds from now on, whatever was told of a time that is yet to come. */
  readonly isTold: boolean;
}

/** Step on the ticket's stream: it is open, and goes this way. Once. */
export class KeepTicket {
  constructor(
    readonly tenant: string,
    readonly ticketId: string,
    readonly opened: TicketOpened['data'],
    readonly routed: TicketRouted['data'],
  ) {}
}

/** Step: its status from a time on. */
export class TellStatus {
  constructor(
    readonly tenant: string,
    readonly ticketId: string,
    readonly status: TicketStatus,
    readonly from: HoldsFrom,
  ) {}
}

/** Step: whose it is from a time on. */
export class MoveTicket {
  constructor(
    readonly tenant: string,
    readonly ticketId: string,
    readonly organizationId: string | null,
    readonly from: HoldsFrom,
    readonly reason?: string,
  ) {}
}

/** Step: who asked. */
export class NameRequester {
  constructor(
    readonly tenant: string,
    readonly ticketId: string,
    readonly correction: TicketRequesterCorrected['data'],
    /** The profiles that are one person with the requester. */
    readonly sameAs: readonly string[] = [],
  ) {}
}

export type TicketStep = KeepTicket | TellStatus | MoveTicket | NameRequester;
