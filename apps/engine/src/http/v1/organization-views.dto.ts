import { ApiProperty } from '@nestjs/swagger';
import { OrganizationAnswer } from './organization-answers.dto';
import { RequesterAnswer, TicketAnswer } from './ticket-answers.dto';

/** An interaction with an organization, through one of its people. Members that do not apply are null. */
export class OrganizationInteractionAnswer {
  interactionId: string | null;
  occurredAt: string;
  source: string | null;
  channel: string | null;
  /** The address it came by. */
  key: string | null;
  via: string | null;
  direction: 'inbound' | 'outbound' | null;
  ticketId: string | null;
  summary: string | null;
  outcome: string | null;
  /** Whose it is. */
  endUser: RequesterAnswer;
}

/** A page of interactions, the latest first. */
export class OrganizationInteractionsAnswer {
  items: OrganizationInteractionAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}

/** A channel on which a member can be reached, and the contact point to use there. */
export class MemberChannelAnswer {
  channel: string;
  value: string;
}

/** A member of an organization. */
export class MemberAnswer {
  id: string;
  name: string | null;
  status: 'active' | 'suspended' | 'deleted';
  /** Each channel once. */
  channels: MemberChannelAnswer[];
  lastInteractionAt: string | null;
  /**
   * Whether tickets and interactions of the person are this organization's unless they name another.
   * @example true
   */
  default: boolean;
  /**
   * By hand, by an e-mail address of theirs, or by an import.
   * @example 'domain'
   */
  cause: 'manual' | 'domain' | 'import';
  /** @example '2026-03-03T10:00:00.000Z' */
  joinedAt: string;
}

/** A page of members. */
export class MembersAnswer {
  items: MemberAnswer[];
  /** Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
  nextCursor: string | null;
}

/** Tickets that are to be done. */
export class UnsolvedTicketsAnswer {
  /**
   * At most 10,000: then there may be more.
   * @example 4
   */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 10_000 })
  count: number;
  /** The latest opened first, at most 20. */
  newest: TicketAnswer[];
}

const Count = (example: number) => ApiProperty({ type: 'integer', minimum: 0, example });

/** What happened on one day. */
export class DayOfActivityAnswer {
  /**
   * UTC.
   * @example '2026-03-03'
   */
  day: string;
  @Count(12)
  inbound: number;
  @Count(9)
  outbound: number;
  @Count(3)
  ticketsOpened: number;
  @Count(2)
  ticketsSolved: number;
}

/** What somebody who looks after an organization sees first. Of everything only the newest, however much there is. */
export class OrganizationPageAnswer {
  organization: OrganizationAnswer;
  /** The latest heard of first, at most 20; how many there are the organization says. */
  members: MemberAnswer[];
  unsolved: UnsolvedTicketsAnswer;
  /** The latest first, at most 20. */
  interactions: OrganizationInteractionAnswer[];
  /** Of the last 30 days, today last. */
  activity: DayOfActivityAnswer[];
}
