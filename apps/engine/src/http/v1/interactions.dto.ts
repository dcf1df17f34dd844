import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Instant, Line, Objects, Text } from '../fields';
import { ProblemAnswer } from '../problem.dto';
import { ContactPointDto, ContactPointNameAnswer } from './contact-points.dto';
import { ProfileDto } from './end-users.dto';
import { PossibleDuplicateAnswer } from './possible-duplicate.dto';

/** One thing that happened on a channel: a mail, a call, a message. */
export class InteractionDto {
  /**
   * The system that reports it.
   * @example 'helpdesk'
   */
  @Line(64)
  source: string;

  /**
   * Its id there: an interaction is recorded once.
   * @example 'mail-81'
   */
  @Line(200)
  id: string;

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

  /** Inbound when absent. */
  @IsOptional()
  @IsIn(['inbound', 'outbound'])
  direction?: 'inbound' | 'outbound' | null;

  /**
   * When it happened, not in the future; now when absent.
   * @example '2026-03-03T10:00:00Z'
   */
  @IsOptional()
  @Instant()
  occurredAt?: string | null;

  /** The addresses that came with it. None makes it unidentified. */
  @Objects(20)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints: ContactPointDto[];

  /** What it tells of the person; used when the end user is created. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProfileDto)
  profile?: ProfileDto | null;

  @IsOptional()
  @Line(200)
  ticketId?: string | null;

  /** @example 'Where is my order?' */
  @IsOptional()
  @Text(4000)
  summary?: string | null;
}

/** Who is behind these contact points? */
export class ResolveDto {
  @Objects(20)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints: ContactPointDto[];

  /** False never writes; true creates an end user when there is none. */
  @IsOptional()
  @IsBoolean()
  create?: boolean | null;

  /** Used when the end user is created. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProfileDto)
  profile?: ProfileDto | null;
}

/** Whose an open interaction is. */
export class AssignDto {
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  @IsUUID('all')
  endUserId: string;

  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** One step of the explanation. */
export class ReasonAnswerDto {
  /** @example 'held-by' */
  rule: string;
  channel: string;
  /** The address as it was understood; null where it makes no contact point. */
  key: string | null;
  endUserId?: string;
  detail?: string;
}

/** Who it is, and why. Of other people only ids are told. */
export class ResolutionAnswerDto {
  outcome: 'matched' | 'created' | 'ambiguous' | 'unidentified' | 'repeated';
  /** What `POST /v1/interactions/{id}/assign` takes; null when nothing was recorded. */
  interactionId: string | null;
  endUserId: string | null;
  canonicalId: string | null;
  /** Their default organization at that moment: reports count it there. */
  organizationId: string | null;
  /** The end user is suspended. */
  suspended: boolean;
  attached: ContactPointNameAnswer[];
  /** Who it could be, when nobody was chosen. */
  candidates: string[];
  possibleDuplicates: PossibleDuplicateAnswer[];
  /** What to ask the customer when nobody could be chosen. */
  question: string | null;
  why: ReasonAnswerDto[];
  /** Position of the last event the answer rests on, as a decimal; null when nothing was written. */
  position: string | null;
}

/** An item of an array that was refused, in its place. */
export class RefusedItemAnswer {
  outcome: 'refused';
  /** As it would be answered if the item had come alone; pointers lead into the array. */
  problem: ProblemAnswer;
}

/** An item of a stream of which the engine could not say what became of it: send it again. */
export class FailedItemAnswer {
  /** @example 'failed' */
  outcome: 'failed';
  /** Why. */
  problem: ProblemAnswer;
}

/** Whose the interaction is now. */
export class AssignedAnswer {
  interactionId: string;
  /** The profile that has it. */
  endUserId: string;
  /** The end user that stands for it after merges. */
  canonicalId: string;
  /** Their default organization when it was assigned: reports count it there. */
  organizationId: string | null;
}

/** An interaction that waits for somebody to say whose it is. */
export class OpenInteractionAnswer {
  /** What `POST /v1/interactions/{id}/assign` takes. */
  id: string;
  outcome: 'ambiguous' | 'unidentified';
  occurredAt: string;
  source: string;
  channel: string;
  /** The address it came by; null when it left none, or when no holder of it is known. */
  key: string | null;
  via: string;
  direction: 'inbound' | 'outbound';
  ticketId: string | null;
  summary: string | null;
  candidates: string[];
}

/** A page of open interactions. */
export class OpenInteractionsAnswer {
  items: OpenInteractionAnswer[];
  nextCursor: string | null;
}
