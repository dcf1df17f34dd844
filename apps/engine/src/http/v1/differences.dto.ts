import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { Instant, Text } from '../fields';
import { ActorAnswer } from './events.dto';

/** Why two profiles are different persons, and until when that counts. */
export class UntilDto {
  /** @example 'Father and son.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;

  /**
   * RFC 3339: from then on it counts no longer. For ever when absent.
   * @example '2027-03-03T10:00:00Z'
   */
  @IsOptional()
  @Instant()
  until?: string | null;
}

/** Two profiles that are not one person. */
export class DifferenceDto extends UntilDto {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  @IsUUID('all')
  endUserId: string;

  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12' */
  @IsUUID('all')
  otherId: string;
}

/** A declaration that was made, now or before. */
export class DeclaredAnswer {
  /** @example '01980f74-3e7a-8f51-a06b-4d5e6f708192' */
  id: string;
  /** The lower id of the two. */
  endUserId: string;
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12' */
  otherId: string;
  /** Null: until it is withdrawn. */
  @ApiProperty({ format: 'date-time', example: '2027-03-03T10:00:00.000Z' })
  until: string | null;
}

/** How a declaration came to its end before its time. */
export class WithdrawalAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-03-04T10:00:00.000Z' })
  at: string;
  actor: ActorAnswer;
  onBehalfOf: string | null;
  reason: string | null;
  /**
   * The later declaration of the same two that took its place; null when it was withdrawn.
   * @example null
   */
  replacedBy: string | null;
}

/** A declaration, with who made it and what became of it. */
export class DifferenceAnswer extends DeclaredAnswer {
  /**
   * It counts now: neither withdrawn, nor replaced, nor past its time.
   * @example true
   */
  standing: boolean;
  reason: string | null;
  actor: ActorAnswer;
  onBehalfOf: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  at: string;
  /** Of its event. */
  position: string;
  withdrawn: WithdrawalAnswer | null;
}

/** A page of declarations, the latest first. */
export class DifferencesAnswer {
  items: DifferenceAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
