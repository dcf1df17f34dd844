import { ApiProperty } from '@nestjs/swagger';
import { PossibleDuplicateAnswer } from './possible-duplicate.dto';

const digest = '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412';
const TicketId = () => ApiProperty({ pattern: '^[0-9a-f]{64}$', example: digest });

/** Why a rule was taken or passed over. */
export class RoutingReasonAnswer {
  /**
   * Name of the rule, `organization` or `fallback`.
   * @example 'french-by-phone'
   */
  rule: string;
  /** @example false */
  holds: boolean;
  /**
   * The part of its condition that did not hold; null of one that holds.
   * @example 'languages'
   */
  failed: 'channels' | 'vias' | 'languages' | 'tags' | 'organizationTags' | 'firstContact' | 'hours' | 'outsideHours' | null;
}

/** Where a ticket goes, and by which rule. */
class QueueAnswer {
  /** @example 'key-accounts' */
  queue: string;
  /** @example 'high' */
  priority: 'low' | 'normal' | 'high' | 'urgent';
  /** @example 'agent-7' */
  assignee: string | null;
  /**
   * Those that the rule puts on the ticket.
   * @example ['key-account']
   */
  tags: string[];
  /**
   * Name of the rule, `organization` or `fallback`.
   * @example 'organization'
   */
  rule: string;
}

/** Where a ticket went, by the settings of that moment. */
export class TicketRouteAnswer extends QueueAnswer {
  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  settingsVersion: number;
}

/** Where a ticket goes, and why. */
export class RouteAnswer extends QueueAnswer {
  /** The last few rules that were looked at, the one that was taken last. */
  reasons: RoutingReasonAnswer[];
}

/** Where a ticket went, and why. */
export class RoutedAnswer extends RouteAnswer {
  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  settingsVersion: number;
}

/** A ticket that was opened, now or before. */
export class OpenedTicketAnswer {
  /** What stands for source and id in paths. */
  @TicketId()
  id: string;
  /** `repeated`: it was opened before, with the same answer. */
  outcome: 'opened' | 'repeated';
  /**
   * The profile that has the contact point, or was named.
   * @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11'
   */
  requesterId: string;
  /** The end user that stands for it after merges. */
  canonicalId: string;
  /** As it was named, or the requester's default organization at that moment. */
  organizationId: string | null;
  status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';
  route: RoutedAnswer;
  /** Whether the requester was created with it. */
  createdRequester: boolean;
  possibleDuplicates: PossibleDuplicateAnswer[];
}

/** The status of a ticket that is in force. */
export class TicketStatusAnswer {
  @TicketId()
  id: string;
  /** In force now; another one than was told, when a later one was told before. */
  status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';
}

/** Who asked. */
export class CorrectedRequesterAnswer {
  @TicketId()
  id: string;
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  requesterId: string;
  /**
   * The end user that stands for it after merges.
   * @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11'
   */
  canonicalId: string;
}

/** Whose a ticket is. */
export class MovedTicketAnswer {
  @TicketId()
  id: string;
  organizationId: string | null;
}

/** Who asks. */
export class RequesterAnswer {
  /** The profile that the ticket was opened for, or that was said to be the requester. */
  id: string;
  /** Who stands for it today. */
  canonicalId: string;
  name: string | null;
}

/** Whose a ticket is. */
export class TicketOrganizationAnswer {
  /**
   * As it was named.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  id: string;
  /**
   * What stands for it today.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  canonicalId: string;
  /** @example 'Acme Ltd' */
  name: string | null;
}

/** A ticket that another system keeps. */
export class TicketAnswer {
  /** What stands for source and id in paths. */
  @TicketId()
  id: string;
  source: string;
  /**
   * Its id there; null once the requester that it was opened for is erased, like `subject`.
   * @example 'T-1042'
   */
  sourceId: string | null;
  requester: RequesterAnswer;
  organization: TicketOrganizationAnswer | null;
  /** @example 'Where is my order?' */
  subject: string | null;
  status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';
  /**
   * From when on the status is in force.
   * @example '2026-03-03T10:00:00.000Z'
   */
  statusSince: string;
  channel: string;
  via: string;
  /** @example 'fr' */
  language: string | null;
  /** Those that it was opened with. */
  tags: string[];
  /** The requester had never been heard of before. */
  firstContact: boolean;
  route: TicketRouteAnswer | null;
  openedAt: string;
  /** When its last event was recorded. */
  updatedAt: string;
}

/** A status of a ticket, and from when on it was in force. */
export class TicketStatusEntryAnswer {
  status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
}

/** A ticket with its history. */
export class FoundTicketAnswer extends TicketAnswer {
  /** Every status that was told of, in the order of time. */
  statuses: TicketStatusEntryAnswer[];
  /** Why it was routed as it was: the last few rules that were looked at, the one that was taken last. */
  reasons: RoutingReasonAnswer[];
}

/** A page of tickets, the latest opened first. */
export class TicketsAnswer {
  items: TicketAnswer[];
  /** Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
  nextCursor: string | null;
}
