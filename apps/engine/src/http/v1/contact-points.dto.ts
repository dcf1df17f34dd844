import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Line, Objects } from '../fields';
import { FactAnswer } from './history.dto';

/** One address on one channel, as people write it. */
export class NamedPointDto {
  /**
   * A channel of the tenant; `sms` and `voice` are media over `phone`.
   * @example 'email'
   */
  @Line(32)
  channel: string;

  /**
   * The address, number, handle or id.
   * @example 'Lea@Example.org'
   */
  @Line(1024, 0)
  value: string;

  /** The page, provider or system that ids of this channel belong to; only where the channel needs one. */
  @IsOptional()
  @Line(128, 0)
  scope?: string;
}

/** One address on one channel, with what is known of it. */
export class ContactPointDto extends NamedPointDto {
  /** The customer has shown that it is theirs. */
  @IsOptional()
  @IsBoolean()
  verified?: boolean;
}

/** Contact points to look up in one go. */
export class LookUpDto {
  @Objects(1000, 1)
  @ValidateNested({ each: true })
  @Type(() => NamedPointDto)
  contactPoints: NamedPointDto[];
}

/** Who has a contact point from here on, and why. */
export class TransferDto {
  /**
   * Who has it from here on.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'
   */
  @IsUUID('all')
  toEndUserId: string;

  /**
   * `corrected`: it was always theirs, so what came by it goes along. `reassigned`: it is theirs from now on, so what came
   * by it before stays where it is.
   * @example 'reassigned'
   */
  @IsIn(['corrected', 'reassigned'])
  cause: 'corrected' | 'reassigned';
}

/** A contact point by its identity. */
export class ContactPointNameAnswer {
  /** @example 'email' */
  channel: string;
  /**
   * Empty where the channel needs none.
   * @example ''
   */
  scope: string;
  /**
   * The normalised value.
   * @example 'lea@example.org'
   */
  key: string;
}

/** Who holds a contact point. */
export class HolderAnswer {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  endUserId: string;
  /** The end user that stands for this one after merges. */
  canonicalId: string;
  /** @example 'Léa Martin' */
  name: string | null;
  /** From when on; business time. */
  since: string;
  verified: boolean;
}

/** Who is behind an address. */
export class HoldersAnswer {
  /** @example 'phone' */
  channel: string;
  scope: string;
  /**
   * The normalised value.
   * @example '+33612345678'
   */
  key: string;
  /** Several end users may hold it. */
  shared: boolean;
  holders: HolderAnswer[];
}

/** Which facts an answer about the past counts; null sets no bound. */
export class AsOfAnswer {
  /**
   * Business time: what had occurred by then.
   * @example '2026-03-03T10:00:00.000Z'
   */
  asOf: string | null;
  /**
   * What was in the log by then.
   * @example '2026-03-05T10:00:00.000Z'
   */
  knownAt: string | null;
  /**
   * What was in the log up to this position.
   * @example null
   */
  asOfPosition: string | null;
}

/** Who was behind an address: `canonicalId` and `name` are those of then. */
export class PastHoldersAnswer extends HoldersAnswer {
  by: AsOfAnswer;
  /** The facts that the answer rests on, in the order of the log. */
  restsOn: FactAnswer[];
}

/** One answer for each contact point, in the order asked. */
export class LookUpAnswer {
  /** Null where nobody holds the contact point, or the value can be none. */
  @ApiProperty({ type: 'array', items: { anyOf: [{ $ref: getSchemaPath(HoldersAnswer) }, { type: 'null' }] } })
  items: (HoldersAnswer | null)[];
}
