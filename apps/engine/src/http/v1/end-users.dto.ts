import { Type } from 'class-transformer';
import { ArrayUnique, IsOptional, ValidateNested } from 'class-validator';
import { CustomFields, LanguageTag, Line, Lines, List, Objects, Text, TimeZone } from '../fields';
import { ContactPointDto } from './contact-points.dto';

/** What is known of a person. */
export class ProfileDto {
  /** @example 'Léa Martin' */
  @IsOptional()
  @Line(200)
  name?: string | null;

  /**
   * BCP 47 language tag.
   * @example 'fr'
   */
  @IsOptional()
  @LanguageTag()
  locale?: string | null;

  /**
   * IANA time zone.
   * @example 'Europe/Paris'
   */
  @IsOptional()
  @TimeZone()
  timeZone?: string | null;

  @IsOptional()
  @Text(10_000)
  details?: string | null;

  @IsOptional()
  @Text(10_000)
  notes?: string | null;

  /** @example ['vip'] */
  @IsOptional()
  @List(50)
  @ArrayUnique()
  @Lines(64)
  tags?: string[] | null;

  /** Custom fields: text, numbers, booleans. */
  @IsOptional()
  @CustomFields()
  fields?: Record<string, string | number | boolean> | null;
}

/** A new end user. */
export class CreateEndUserDto extends ProfileDto {
  @IsOptional()
  @Objects(50)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints?: ContactPointDto[] | null;
}

/** The new end user's id. */
export class CreatedEndUserAnswer {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /** The same: a new end user was merged with nobody. */
  canonicalId: string;
}

/** A contact point of an end user. */
export class OwnContactPointAnswer {
  channel: string;
  scope: string;
  /** As it was first given. */
  value: string;
  /** Normalised. */
  key: string;
  verified: boolean;
  /** The one to use on its channel. */
  primary: boolean;
  /** The profile of the cluster that holds it. */
  endUserId: string;
  since: string;
}

/** An organization that an end user belongs to. */
export class MembershipAnswer {
  id: string;
  name: string;
  default: boolean;
  reason: string;
}

/** An end user, shown as the golden profile of its cluster. */
export class EndUserAnswer {
  /** The id asked for. */
  id: string;
  canonicalId: string;
  status: 'active' | 'suspended' | 'merged' | 'deleted' | 'erased';
  name: string | null;
  locale: string | null;
  timeZone: string | null;
  origin: 'contacted' | 'agent' | 'import' | 'api';
  tags: string[];
  details: string | null;
  notes: string | null;
  fields: Record<string, string | number | boolean>;
  contactPoints: OwnContactPointAnswer[];
  organizations: MembershipAnswer[];
  mergedFrom: string[];
  /** For each value that is known, the profile it comes from. */
  sources: Record<string, string>;
  createdAt: string;
  updatedAt: string;
  lastInteractionAt: string | null;
  /** Of the last event on the profile's own stream. */
  revision: number;
}

/** A contact point as it is attached now. */
export class AttachedContactPointAnswer {
  endUserId: string;
  channel: string;
  scope: string;
  key: string;
  verified: boolean;
}

/** Something that happened with an end user. Members that do not apply are null. */
export class TimelineEntryAnswer {
  kind: 'interaction' | 'created' | 'contact-point-attached' | 'contact-point-verified' | 'contact-point-released' | 'suspended' | 'reinstated' | 'deleted';
  occurredAt: string;
  interactionId: string | null;
  source: string | null;
  channel: string | null;
  /** The address it came by or is about. */
  key: string | null;
  via: string | null;
  direction: 'inbound' | 'outbound' | null;
  ticketId: string | null;
  summary: string | null;
  outcome: string | null;
  /** Why a contact point was released. */
  cause: string | null;
  reason: string | null;
}

/** A page of a timeline, the latest first. */
export class TimelineAnswer {
  items: TimelineEntryAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
