import { ApiProperty } from '@nestjs/swagger';
import { AccessLogChangesAnswer } from './access-log-settings.dto';
import { ActorAnswer } from './events.dto';
import { RoutingChangesAnswer } from './routing-answers.dto';
import { BlockedValueAnswer, ChannelAnswer } from './settings.dto';

/** The rules that a change replaced. */
export class SurvivorshipChangesAnswer {
  name?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  locale?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  timeZone?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  details?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  notes?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  fields?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';
  tags?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';
}

/** The part of the rules of membership that a change replaced. */
export class MembershipChangesAnswer {
  verifiedOnly?: boolean;
  /** @example ['mail.example'] */
  freeMail?: string[];
  /** @example [] */
  notFreeMail?: string[];
}

/** What a change replaced; what it did not name is absent. */
export class SettingsChangesAnswer {
  /** @example 'FR' */
  defaultRegion?: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ChannelAnswer' } })
  channels?: Record<string, ChannelAnswer>;
  @ApiProperty({ type: 'array', items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } }, example: [['phone', 'whatsapp']] })
  siblings?: string[][];
  blocklist?: BlockedValueAnswer[];
  /** @example 30 */
  quarantineDays?: number;
  survivorship?: SurvivorshipChangesAnswer;
  membership?: MembershipChangesAnswer;
  routing?: RoutingChangesAnswer;
  accessLog?: AccessLogChangesAnswer;
}

/** One change of the settings. */
export class SettingsVersionAnswer {
  /** @example 3 */
  version: number;
  changes: SettingsChangesAnswer;
  /**
   * When it was recorded.
   * @example '2026-03-03T10:00:00.000Z'
   */
  at: string;
  /**
   * Place in the log from which on it holds: what was decided after it was decided by it.
   * @example '1041'
   */
  position: string;
  actor: ActorAnswer;
  /**
   * Whom the actor acted for, as it said.
   * @example 'agent-17'
   */
  onBehalfOf: string | null;
}

/** Changes of the settings, the latest first. */
export class SettingsHistoryAnswer {
  items: SettingsVersionAnswer[];
  /** For the next page; null at the first change. */
  nextCursor: string | null;
}
