import { ApiProperty } from '@nestjs/swagger';
import { OriginsAnswer } from './access-export-facts.dto';

/** An address of the person that something came by. */
export class ExportedAddressAnswer {
  channel: string;
  scope: string;
  key: string | null;
}

/** A rule that was applied to tell whose something is. */
export class ExportedRuleAnswer {
  /** @example 'held-by' */
  rule: string;
  channel: string;
  detail?: string;
}

/** Why something was taken to be the person's. */
export class ExportedResolutionAnswer {
  /** @example 'resolve/1' */
  policy: string;
  /** @example 3 */
  @ApiProperty({ type: 'integer' })
  settingsVersion: number;
  /** Rules about other people are left out. */
  why: ExportedRuleAnswer[];
}

/** One thing that happened on a channel. */
export class ExportedInteractionAnswer {
  profileId: string;
  interactionId: string;
  /** @example 'helpdesk' */
  source: string;
  /** @example 'mail-81' */
  sourceId: string | null;
  channel: string;
  /** @example 'email' */
  via: string;
  direction: 'inbound' | 'outbound';
  /** @example '2026-03-03T10:00:00.000Z' */
  occurredAt: string;
  @ApiProperty({ type: ExportedAddressAnswer, nullable: true, description: 'Null when it came by an address that was never theirs.' })
  contactPoint: ExportedAddressAnswer | null;
  organizationId: string | null;
  /** @example 'Acme Ltd' */
  organization: string | null;
  /** @example 'T-1' */
  ticketId: string | null;
  /** @example 'Where is my order?' */
  summary: string | null;
  outcome: 'matched' | 'created' | 'ambiguous' | 'unidentified';
  resolution: ExportedResolutionAnswer;
  /**
   * Why somebody said later that it is theirs.
   * @example null
   */
  assignedBecause: string | null;
  erased: boolean;
  facts: OriginsAnswer[];
}

/** A status of a ticket, from a time on. */
export class ExportedStatusAnswer {
  /** @example 'open' */
  status: string;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
}

/** The organization of a ticket, from a time on. */
export class ExportedTicketOrganizationAnswer {
  organizationId: string | null;
  /** @example 'Acme Ltd' */
  organization: string | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  reason: string | null;
}

/** A rule that was looked at for a ticket. */
export class ExportedRoutingReasonAnswer {
  /** @example 'fallback' */
  rule: string;
  holds: boolean;
  /** @example null */
  failed: string | null;
}

/** Where a ticket went, and by which rule. */
export class ExportedRouteAnswer {
  /** @example 'route/1' */
  policy: string;
  @ApiProperty({ type: 'integer', example: 3 })
  settingsVersion: number;
  /** @example 'support' */
  queue: string;
  /** @example 'normal' */
  priority: string;
  /** @example 'fallback' */
  rule: string;
  tags: string[];
  reasons: ExportedRoutingReasonAnswer[];
  /** Tags of the organization that the rules looked at. */
  organizationTags: string[];
}

/** A ticket of the person. */
export class ExportedTicketAnswer {
  profileId: string;
  /** @example '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592' */
  ticketId: string;
  /** @example 'helpdesk' */
  source: string;
  /** @example 'T-1' */
  sourceId: string | null;
  /** @example 'Where is my order?' */
  subject: string | null;
  tags: string[];
  channel: string;
  /** @example 'email' */
  via: string;
  /** @example 'fr' */
  language: string | null;
  @ApiProperty({ type: ExportedAddressAnswer, nullable: true })
  contactPoint: ExportedAddressAnswer | null;
  firstContact: boolean;
  /** @example '2026-03-03T10:00:00.000Z' */
  openedAt: string;
  statuses: ExportedStatusAnswer[];
  organizations: ExportedTicketOrganizationAnswer[];
  @ApiProperty({ type: ExportedRouteAnswer, nullable: true })
  route: ExportedRouteAnswer | null;
  @ApiProperty({ type: ExportedResolutionAnswer, nullable: true })
  resolution: ExportedResolutionAnswer | null;
  /**
   * From when on it was known to be theirs, when it was taken for another person's before.
   * @example null
   */
  correctedAt: string | null;
  /** @example null */
  correctedBecause: string | null;
  erased: boolean;
  facts: OriginsAnswer[];
}

/** A receiver that is or was sent personal data. */
export class ExportedWebhookAnswer {
  /** @example '01980f74-3e7a-7f51-8a6b-4d5e6f708192' */
  webhookId: string;
  /** @example 'crm.example' */
  host: string | null;
  /** @example 'Customer records of the shop' */
  description: string | null;
  /**
   * Every type when empty.
   * @example ['EndUserProfileChanged']
   */
  types: string[];
  /** @example 'active' */
  status: string;
  since: string;
  /** @example null */
  until: string | null;
}

/** Who of one role could read the person's data. */
export class ExportedReadersAnswer {
  /** @example 'service' */
  role: string;
  /** @example 'Profiles, contact points, timelines, tickets and interactions.' */
  mayRead: string;
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  keys: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  formerKeys: number;
  /**
   * Of systems; people who work for the company are not named.
   * @example ['helpdesk']
   */
  names: string[];
}

/** To whom personal data were or will be disclosed. */
export class ExportedRecipientsAnswer {
  webhooks: ExportedWebhookAnswer[];
  readers: ExportedReadersAnswer[];
}

/** That data of the person were shown. */
export class ExportedReadingAnswer {
  profileId: string;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  /** @example 'profile' */
  kind: string;
  /** @example 'GET /v1/end-users/{id}' */
  operation: string;
  /** @example 'service' */
  role: string;
  /** @example 'helpdesk' */
  name: string | null;
}
