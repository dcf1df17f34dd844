import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { Line, Objects } from '../fields';
import { ChannelMap, SiblingPairs } from './channel-map';

/** Null is a value where absence means: leave it as it is. */
const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

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
  @ValidateIf(isGiven)
  @ChannelMap()
  channels?: Record<string, ChannelAnswer>;

  /** Pairs of channels whose equal keys mean the same person; replaces the list. */
  @ValidateIf(isGiven)
  @SiblingPairs()
  siblings?: string[][];

  /** Values that never make a contact point; replaces the list. */
  @ValidateIf(isGiven)
  @Objects(500)
  @ValidateNested({ each: true })
  @Type(() => BlockedValueDto)
  blocklist?: BlockedValueDto[];
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
}
