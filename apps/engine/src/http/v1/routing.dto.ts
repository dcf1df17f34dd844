import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayUnique, IsBoolean, IsIn, IsObject, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Instant, LanguageTags, Line, Lines, List, MayBeAbsent, Objects, TimeZone } from '../fields';

/** Where a ticket waits, and how urgent it is. */
export class QueueDto {
  /** @example 'key-accounts' */
  @Matches(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    message: 'The value must be 1 to 64 of a to z, 0 to 9, dot, underscore and hyphen, and begin with a letter or a digit.',
  })
  queue: string;

  /** @example 'high' */
  @IsIn(['low', 'normal', 'high', 'urgent'])
  priority: 'low' | 'normal' | 'high' | 'urgent';
}

/** Where a ticket goes. */
export class RoutingTargetDto extends QueueDto {
  /**
   * Who takes it, as the ticket system calls them.
   * @example 'agent-7'
   */
  @IsOptional()
  @Line(200)
  assignee?: string | null;

  /**
   * Put on the ticket.
   * @example ['key-account']
   */
  @IsOptional()
  @List(50)
  @ArrayUnique()
  @Lines(64)
  tags?: string[] | null;
}

/** Office hours of some place, by its wall clock. */
export class HoursDto {
  /** @example 'Europe/Paris' */
  @TimeZone()
  timeZone: string;

  /**
   * 1 is Monday, 7 is Sunday (ISO 8601).
   * @example [1, 2, 3, 4, 5]
   */
  @List(7, 1)
  @ArrayUnique()
  @IsIn([1, 2, 3, 4, 5, 6, 7], { each: true, message: 'Each value must be a weekday from 1 (Monday) to 7 (Sunday).' })
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 7 } })
  days: number[];

  /** @example '09:00' */
  @Matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { message: 'The value must be a time of day from 00:00 to 23:59.' })
  from: string;

  /**
   * Not included. At or before `from`, it is a time of the next day, and the hours count as the day on which they began.
   * @example '18:00'
   */
  @Matches(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: 'The value must be a time of day from 00:00 to 24:00.' })
  to: string;
}

/** All that is named must hold; of a list, any one. Nothing at all always holds. */
export class RoutingConditionDto {
  /** @example ['email'] */
  @IsOptional()
  @List(50, 1)
  @Lines(32)
  channels?: string[] | null;

  /** @example ['voice'] */
  @IsOptional()
  @List(50, 1)
  @Lines(32)
  vias?: string[] | null;

  /**
   * `fr` holds for `fr-CA`, too (RFC 4647, basic filtering).
   * @example ['fr']
   */
  @IsOptional()
  @List(50, 1)
  @LanguageTags()
  languages?: string[] | null;

  /**
   * Of the ticket.
   * @example ['refund']
   */
  @IsOptional()
  @List(50, 1)
  @Lines(64)
  tags?: string[] | null;

  /**
   * Of its organization.
   * @example ['gold']
   */
  @IsOptional()
  @List(50, 1)
  @Lines(64)
  organizationTags?: string[] | null;

  /**
   * The requester was never heard of before.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  firstContact?: boolean | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HoursDto)
  hours?: HoursDto | null;

  /**
   * With `hours`: outside of them.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  outsideHours?: boolean | null;
}

/** A rule: tickets for which it is the first to hold go where it says. */
export class RoutingRuleDto {
  /**
   * Unique among the rules; `organization` and `fallback` are taken.
   * @example 'french-by-phone'
   */
  @Line(64)
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => RoutingConditionDto)
  when: RoutingConditionDto;

  @IsObject()
  @ValidateNested()
  @Type(() => RoutingTargetDto)
  // biome-ignore lint/suspicious/noThenProperty: a rule reads when … then …, and nobody awaits it
  then: RoutingTargetDto;
}

/** Where tickets go that no organization's own routing takes. */
export class RoutingSettingsDto {
  /** Looked at in this order; replaces the list. */
  @MayBeAbsent()
  @Objects(1000)
  @ValidateNested({ each: true })
  @Type(() => RoutingRuleDto)
  rules?: RoutingRuleDto[];

  /** When no rule holds. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => QueueDto)
  fallback?: QueueDto;
}

/** Rules to try. */
export class ProposedRoutingDto {
  /** Looked at in this order. */
  @Objects(1000)
  @ValidateNested({ each: true })
  @Type(() => RoutingRuleDto)
  rules: RoutingRuleDto[];

  /** When no rule holds. */
  @IsObject()
  @ValidateNested()
  @Type(() => QueueDto)
  fallback: QueueDto;
}

/** Rules to try on tickets of the past, and on which of them. */
export class WhatIfDto {
  @IsObject()
  @ValidateNested()
  @Type(() => ProposedRoutingDto)
  routing: ProposedRoutingDto;

  /**
   * Those of this organization only, under whatever id of its cluster.
   * @example null
   */
  @IsOptional()
  @IsUUID('all')
  organizationId?: string | null;

  /**
   * Opened at this time or later.
   * @example '2026-03-01T00:00:00Z'
   */
  @IsOptional()
  @Instant()
  from?: string | null;

  /**
   * Opened before this time.
   * @example '2026-04-01T00:00:00Z'
   */
  @IsOptional()
  @Instant()
  to?: string | null;
}
