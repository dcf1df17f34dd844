import { type AccessKind, accessKinds } from '@kith/application';
import { type Role, roles } from '@kith/domain';
import { ApiProperty } from '@nestjs/swagger';

/** A stretch of the log. */
export class ShownPositionsAnswer {
  /**
   * After this position.
   * @example '4711'
   */
  after: string;
  /**
   * Up to this one.
   * @example '4712'
   */
  upTo: string;
}

/** That somebody was shown personal data: who, when, of whom, by which operation. */
export class AccessEntryAnswer {
  /** @example '0199b5f2-6c1e-7a30-9d5f-3b1c2f6a7e10' */
  id: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  at: string;
  /**
   * Of the key that was used.
   * @example '4f1c2a9be07d3356'
   */
  keyId: string;
  @ApiProperty({ enum: [...roles], example: 'agent' })
  role: Role;
  /**
   * The client that the key was made for.
   * @example 'helpdesk'
   */
  clientName: string;
  /**
   * Whom the client acted for, as it said.
   * @example 'agent-17'
   */
  onBehalfOf: string | null;
  /**
   * Method and pattern; never the address that was asked for.
   * @example 'GET /v1/end-users/{id}'
   */
  operation: string;
  @ApiProperty({ enum: [...accessKinds], example: 'profile' })
  kind: AccessKind;
  /**
   * Whom something was shown of; of one that was merged both the id that was asked for and the one that answered. Empty for a feed, which shows
   * everybody in a stretch of the log.
   * @example ['01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11']
   */
  endUserIds: string[];
  /**
   * What stands in events for contact points that were asked for and that nobody had, or whose history was shown.
   * @example []
   */
  contactPointIds: string[];
  /** How many items were shown; 0 when nobody was found. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  count: number;
  /** The stretch of the log that a feed showed. */
  positions: ShownPositionsAnswer | null;
  /** @example '0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22' */
  correlationId: string | null;
  /** @example '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' */
  traceparent: string | null;
}

/** A page of notes, the latest first. */
export class AccessLogAnswer {
  items: AccessEntryAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
