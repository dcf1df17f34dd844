import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { Line, Objects } from '../fields';

/** One address on one channel, as people write it. */
export class ContactPointDto {
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

  /** The customer has shown that it is theirs. */
  @IsOptional()
  @IsBoolean()
  verified?: boolean;
}

/** A contact point to look up. */
export class LookedUpPointDto {
  /** @example 'phone' */
  @Line(32)
  channel: string;

  /** @example '+33 6 12 34 56 78' */
  @Line(1024, 0)
  value: string;

  /** Only where the channel needs one. */
  @IsOptional()
  @Line(128, 0)
  scope?: string;
}

/** Contact points to look up in one go. */
export class LookUpDto {
  @Objects(1000, 1)
  @ValidateNested({ each: true })
  @Type(() => LookedUpPointDto)
  contactPoints: LookedUpPointDto[];
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

/** One answer for each contact point, in the order asked. */
export class LookUpAnswer {
  /** Null where nobody holds the contact point, or the value can be none. */
  items: (HoldersAnswer | null)[];
}
