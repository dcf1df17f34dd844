import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { InstantAgo, Integer } from '../fields';

/** Since when a person has to be without contact. */
export class WithoutContactDto {
  /**
   * RFC 3339: who was last heard of, or spoken to, before it; and who never was, and was created before it. At least a day ago.
   * @example '2021-03-03T00:00:00Z'
   */
  @InstantAgo(1)
  withoutContactSince: string;
}

/** What is to be erased, as the preview told it. */
export class StartRetentionRunDto extends WithoutContactDto {
  /**
   * `expected` of the preview.
   * @example 1200
   */
  @Integer(1_000_000_000)
  expected: number;
}

/** The retention run that a command is about. */
export class CancelRetentionRunData {
  /** @example '01980f76-5a9c-8b73-a28d-6f708192a3b4' */
  @IsUUID('all')
  runId: string;
}

const Count = (example: number) => ApiProperty({ type: 'integer', minimum: 0, example });

/** Of those without contact, how many are not erased, and why. */
export class KeptAnswer {
  /** Of whom a ticket is neither solved nor closed. */
  @Count(4)
  openTickets: number;
}

/** A person without contact. */
export class WithoutContactAnswer {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /** @example 'Léa Martin' */
  name: string | null;
  status: 'active' | 'suspended' | 'merged' | 'deleted' | 'erased';
  /** @example '2020-02-01T09:00:00.000Z' */
  createdAt: string;
  /**
   * Null for who was never heard of.
   * @example '2020-11-20T16:30:00.000Z'
   */
  lastInteractionAt: string | null;
}

/** What a run would do by now. */
export class RetentionPreviewAnswer {
  /** @example '2021-03-03T00:00:00.000Z' */
  withoutContactSince: string;
  /** How many persons would be erased: to be sent with the start. */
  @Count(1_200)
  expected: number;
  kept: KeptAnswer;
  /** The first 50 of those who would be erased, by their ids. */
  endUsers: WithoutContactAnswer[];
}

/** A run that was started. */
export class StartedRetentionRunAnswer {
  /** @example '01980f76-5a9c-8b73-a28d-6f708192a3b4' */
  id: string;
}

/** A retention run, and how far it is. */
export class RetentionRunAnswer {
  /** @example '01980f76-5a9c-8b73-a28d-6f708192a3b4' */
  id: string;
  /** @example '2021-03-03T00:00:00.000Z' */
  withoutContactSince: string;
  /** How many persons the preview told; it never erases more. */
  @Count(1_200)
  expected: number;
  status: 'running' | 'cancelled' | 'ended';
  startedAt: string;
  /**
   * When the last page was done.
   * @example '2026-03-03T10:00:04.000Z'
   */
  advancedAt: string | null;
  /**
   * When it ended or was cancelled; null while it goes on.
   * @example '2026-03-03T10:00:09.000Z'
   */
  endedAt: string | null;
  /** Persons that were looked at, in the pages that are done. */
  @Count(1_204)
  scanned: number;
  /** Those of them who were kept, because there was a contact since, or a ticket is open. */
  @Count(4)
  kept: number;
  /** Persons that were erased by now. */
  @Count(1_200)
  erased: number;
  /** Those of them whose erasure is certified; the others' will be within a minute of it. */
  @Count(1_180)
  certified: number;
}

/** A page of retention runs, the latest first. */
export class RetentionRunsAnswer {
  items: RetentionRunAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
