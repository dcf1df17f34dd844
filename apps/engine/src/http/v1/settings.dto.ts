import { survivorshipRulesOf } from '@kith/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Integer, Line, Lines, List, MayBeAbsent, Objects } from '../fields';
import { AccessLogSettingsAnswer, AccessLogSettingsDto } from './access-log-settings.dto';
import { ChannelMap, SiblingPairs } from './channel-map';
import { RoutingSettingsDto } from './routing.dto';
import { RoutingSettingsAnswer } from './routing-answers.dto';

/** A value that never makes a contact point. */
export class BlockedValueDto {
  /** Null blocks it on every channel. */
  @IsOptional()
  @Line(32)
  channel?: string | null;

  /** @example 'noreply@example.org' */
  @Line(256)
  value: string;
}

const [orders, setRules] = [survivorshipRulesOf('name'), survivorshipRulesOf('tags')];

/**
 * By which rule each value of an end user that was merged is chosen; those left out stay. `survivor-first`: the surviving profile's,
 * or else that of the most recently active one; `most-recent`: of the profile that was heard of last; `oldest`: of the one created first;
 * `verified-first`: of one with a verified contact point.
 */
export class SurvivorshipDto {
  @MayBeAbsent()
  @IsIn(orders)
  name?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';

  @MayBeAbsent()
  @IsIn(orders)
  locale?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';

  @MayBeAbsent()
  @IsIn(orders)
  timeZone?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';

  @MayBeAbsent()
  @IsIn(orders)
  details?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';

  @MayBeAbsent()
  @IsIn(orders)
  notes?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';

  /** `union`: the custom fields of all profiles; else those of one. */
  @MayBeAbsent()
  @IsIn(setRules)
  fields?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';

  /** `union`: the tags of all profiles; else those of one. */
  @MayBeAbsent()
  @IsIn(setRules)
  tags?: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';
}

/** Which addresses make an end user a member of an organization, by their domain; those left out stay. */
export class MembershipSettingsDto {
  /** Only those that were verified. */
  @MayBeAbsent()
  @IsBoolean()
  verifiedOnly?: boolean;

  /**
   * Domains where anybody can have an address, beside those that are known to be so: they make nobody a member. ASCII, lower case; replaces the list.
   * @example ['mail.example']
   */
  @MayBeAbsent()
  @List(10_000)
  @Lines(253)
  freeMail?: string[];

  /**
   * Those of the known ones where that is not so, here; replaces the list.
   * @example []
   */
  @MayBeAbsent()
  @List(10_000)
  @Lines(253)
  notFreeMail?: string[];
}

/** The settings to change; those left out stay as they are. */
export class ChangeSettingsDto {
  /**
   * ISO 3166-1 alpha-2 region of phone numbers written without a country code; null accepts none.
   * @example 'FR'
   */
  @IsOptional()
  @Line(2, 2)
  defaultRegion?: string | null;

  /** Channels to add or to change, by name. */
  @MayBeAbsent()
  @ChannelMap()
  channels?: Record<string, ChannelAnswer>;

  /** Pairs of channels whose equal keys mean the same person; replaces the list. */
  @MayBeAbsent()
  @SiblingPairs()
  siblings?: string[][];

  /** Values that never make a contact point; replaces the list. */
  @MayBeAbsent()
  @Objects(500)
  @ValidateNested({ each: true })
  @Type(() => BlockedValueDto)
  blocklist?: BlockedValueDto[];

  /**
   * For so many days a contact point that was released starts a new profile only by a verified contact; 0 is not at all.
   * @example 90
   */
  @MayBeAbsent()
  @Integer(3650)
  quarantineDays?: number;

  /** Which profile's values an end user shows that was merged. Nothing is lost by changing it. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => SurvivorshipDto)
  survivorship?: SurvivorshipDto;

  /** Who joins and leaves by a change does so as visible work: `GET /v1/membership-sweeps`. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => MembershipSettingsDto)
  membership?: MembershipSettingsDto;

  /** Where tickets go. Tickets that were routed before stay where they are; `POST /v1/routing/what-if` tells what would be different. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => RoutingSettingsDto)
  routing?: RoutingSettingsDto;

  /** Who reads which personal data: `GET /v1/access-log`. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => AccessLogSettingsDto)
  accessLog?: AccessLogSettingsDto;
}

/** A channel and its rules. */
export class ChannelAnswer {
  normaliser: 'email/1' | 'e164/1' | 'whatsapp/1' | 'handle/1' | 'opaque/1';
  scoped: boolean;
  priority: number;
  limit: number;
  verifiedOnly: boolean;
}

/** A value that never makes a contact point. */
export class BlockedValueAnswer {
  channel: string | null;
  value: string;
}

/** By which rule each value of an end user that was merged is chosen. */
export class SurvivorshipAnswer {
  name: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  locale: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  timeZone: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  details: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  notes: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first';
  fields: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';
  tags: 'survivor-first' | 'most-recent' | 'oldest' | 'verified-first' | 'union';
}

/** Which addresses make an end user a member of an organization, by their domain. */
export class MembershipSettingsAnswer {
  verifiedOnly: boolean;
  /**
   * Where anybody can have an address, beside the known ones.
   * @example ['mail.example']
   */
  freeMail: string[];
  /**
   * Those of the known ones where that is not so, here.
   * @example []
   */
  notFreeMail: string[];
}

/** The settings of the tenant. */
export class SettingsAnswerDto {
  /** 0 is the defaults; each change adds one. */
  version: number;
  defaultRegion: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ChannelAnswer' } })
  channels: Record<string, ChannelAnswer>;
  @ApiProperty({ type: 'array', items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } } })
  siblings: string[][];
  blocklist: BlockedValueAnswer[];
  /** Days in which a contact point that was released starts a new profile only by a verified contact. */
  quarantineDays: number;
  survivorship: SurvivorshipAnswer;
  membership: MembershipSettingsAnswer;
  routing: RoutingSettingsAnswer;
  accessLog: AccessLogSettingsAnswer;
}
