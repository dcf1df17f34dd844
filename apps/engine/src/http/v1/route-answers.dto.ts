import { ApiProperty } from '@nestjs/swagger';
import { RouteAnswer, RoutedAnswer, TicketRouteAnswer } from './ticket-answers.dto';

/** What a ticket is routed by. */
export class RoutingFactsAnswer {
  channel: string;
  via: string;
  /** @example 'fr' */
  language: string | null;
  /** @example ['refund'] */
  tags: string[];
  /** @example ['gold'] */
  organizationTags: string[];
  /** The requester was never heard of before. */
  firstContact: boolean;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
}

/** Where a ticket would go, and why. */
export class FoundRouteAnswer {
  route: RoutedAnswer;
  /** What was decided on. */
  facts: RoutingFactsAnswer;
  /** As it was named, or the requester's default organization. */
  organizationId: string | null;
  /** The profile that would be the requester; null for nobody in particular, or for somebody who would be created. */
  requesterId: string | null;
  /** The end user that stands for it after merges. */
  canonicalId: string | null;
}

/** A past ticket that would go elsewhere. */
export class ReroutedTicketAnswer {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', example: '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412' })
  ticketId: string;
  organizationId: string | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  openedAt: string;
  /** Where it went, by which version of the settings. */
  before: TicketRouteAnswer;
  /** Where it would go, and why. */
  after: RouteAnswer;
}

/** Of how many tickets a page tells. */
export class WhatIfCountsAnswer {
  /** Routed anew. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 1_000 })
  compared: number;
  /** Of these, those that would go to another queue or assignee, or with another priority or other tags. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  different: number;
  /** Not routed anew, because what they were routed by was erased. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  unknown: number;
}

/** Past tickets that would go elsewhere, the latest opened first. */
export class WhatIfAnswer {
  items: ReroutedTicketAnswer[];
  /** Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
  nextCursor: string | null;
  /** Of this page. */
  counts: WhatIfCountsAnswer;
}
