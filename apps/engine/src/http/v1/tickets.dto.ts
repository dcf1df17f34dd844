import { Type } from 'class-transformer';
import { ArrayUnique, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Instant, LanguageTag, Line, Lines, List, MayBeAbsent, MayBeNull, Objects, Text } from '../fields';
import { ContactPointDto } from './contact-points.dto';
import { ProfileDto } from './end-users.dto';

export const ticketStatusNames = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;

/** What a ticket is routed by. */
export class RoutedByDto {
  /**
   * Who asks, by id.
   * @example null
   */
  @IsOptional()
  @IsUUID('all')
  requesterId?: string | null;

  /** Who asks, by contact points; or `requesterId`, one of the two. */
  @IsOptional()
  @Objects(20, 1)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints?: ContactPointDto[] | null;

  /**
   * The requester's default organization when absent; null is none.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  @IsOptional()
  @IsUUID('all')
  organizationId?: string | null;

  /**
   * The channel it came by.
   * @example 'email'
   */
  @Line(32)
  channel: string;

  /**
   * The medium, such as `voice` or `sms` over a `phone` contact point; the channel when absent.
   * @example 'email'
   */
  @IsOptional()
  @Line(32)
  via?: string | null;

  /**
   * BCP 47 tag of the language it is written in.
   * @example 'fr'
   */
  @IsOptional()
  @LanguageTag()
  language?: string | null;

  /** @example ['refund'] */
  @IsOptional()
  @List(50)
  @ArrayUnique()
  @Lines(64)
  tags?: string[] | null;

  /**
   * When it was opened, not in the future; now when absent. Where a ticket would go can be asked for any time.
   * @example '2026-03-03T10:00:00Z'
   */
  @IsOptional()
  @Instant()
  at?: string | null;
}

/** A ticket that another system keeps. */
export class OpenTicketDto extends RoutedByDto {
  /**
   * The system that keeps it.
   * @example 'helpdesk'
   */
  @Line(64)
  source: string;

  /**
   * Its id there: a ticket is opened once.
   * @example 'T-1042'
   */
  @Line(200)
  id: string;

  /** What is told of the person; used when the end user is created. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProfileDto)
  profile?: ProfileDto | null;

  /** @example 'Where is my order?' */
  @IsOptional()
  @Text(1000)
  subject?: string | null;

  /**
   * `open` when absent.
   * @example 'open'
   */
  @IsOptional()
  @IsIn(ticketStatusNames)
  status?: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed' | null;
}

/** Who asked, when it was somebody else: by id or by contact points. */
class RequesterDto {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  @IsOptional()
  @IsUUID('all')
  requesterId?: string | null;

  @IsOptional()
  @Objects(20, 1)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints?: ContactPointDto[] | null;
}

/** A status of a ticket, in force from a time on. */
export class TicketStatusDto {
  /** @example 'solved' */
  @IsIn(ticketStatusNames)
  status: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';

  /**
   * From when on, not in the future; now when absent. One that is told late takes its place in the past.
   * @example '2026-03-04T09:30:00Z'
   */
  @IsOptional()
  @Instant()
  at?: string | null;
}

/** Who asked, and why it is corrected. */
export class CorrectRequesterDto extends RequesterDto {
  /** @example 'Her assistant wrote it.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** Either a new status, with `at`, or another requester, with `reason`. */
export class ChangeTicketDto extends RequesterDto {
  /** @example 'solved' */
  @MayBeAbsent()
  @IsIn(ticketStatusNames)
  status?: 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed';

  /**
   * From when on the status is in force, not in the future; now when absent. One that is told late takes its place in the past.
   * @example '2026-03-04T09:30:00Z'
   */
  @IsOptional()
  @Instant()
  at?: string | null;

  /**
   * Why the requester is corrected.
   * @example null
   */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** Whose a ticket is from here on. */
export class MoveTicketDto {
  /**
   * Null is no organization's.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  @MayBeNull()
  @IsUUID('all')
  organizationId: string | null;

  /** @example 'It is about the order of her employer.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}
