import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { Text } from '../fields';
import { EndUserAnswer } from './end-user-answers.dto';
import { ActorAnswer } from './events.dto';
import { ResidueAnswer } from './residue.dto';

/** Two end users of whom one goes on for both. */
export class MergingPairDto {
  /**
   * Who goes on: its values come first.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  @IsUUID('all')
  survivorId: string;

  /**
   * Who is linked to it.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'
   */
  @IsUUID('all')
  mergedId: string;
}

/** A merge to be done. */
export class MergeDto extends MergingPairDto {
  /**
   * Why, for those who read it later.
   * @example 'Called from the number that she had given by e-mail.'
   */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** How a merge would be undone. */
export class UnmergePreviewDto {
  /**
   * Without the profiles that were merged into it before: each of those comes back by itself, too.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  alone?: boolean | null;
}

/** How a merge is undone, and why. */
export class UnmergeDto extends UnmergePreviewDto {
  /** @example 'Two people with one name.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** The two ids that a merge was asked with; who had been merged before stood for its cluster. */
export class NamedPairAnswer {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  survivorId: string;
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12' */
  mergedId: string;
}

/** How a merge was undone. */
export class UndoneAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-03-04T10:00:00.000Z' })
  at: string;
  actor: ActorAnswer;
  onBehalfOf: string | null;
  reason: string | null;
  /** Of the event that undid it. */
  position: string;
  /** The profiles that came back: the merged one, and those that were merged into it and came along. */
  members: string[];
}

/** The link of a merge. */
class LinkAnswer {
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' */
  id: string;
  /**
   * The profile that the merged one is linked to: it stood for its cluster.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  survivorId: string;
  /**
   * The profile that was linked: it stood for its cluster.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'
   */
  mergedId: string;
  status: 'completed' | 'undone';
}

/** A merge, as the ledger has it. */
export class MergeAnswer extends LinkAnswer {
  named: NamedPairAnswer;
  /**
   * What asked for it when no person did, such as the rule of an accepted suggestion.
   * @example 'same-number'
   */
  rule: string | null;
  reason: string | null;
  actor: ActorAnswer;
  onBehalfOf: string | null;
  /** When it was recorded. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  at: string;
  /** When it happened out there. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  occurredAt: string;
  /** Of the event that linked them. */
  position: string;
  /** The profiles that changed their canonical end user by it: the merged one and its members. */
  members: string[];
  undone: UndoneAnswer | null;
}

/** A page of the ledger, the latest first. */
export class MergesAnswer {
  items: MergeAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}

/** A merge with its two profiles. */
class WithProfiles extends LinkAnswer {
  /**
   * Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
   * @example true
   */
  complete: boolean;
  /** The end user that goes on, as it is now; null while the read models cannot show it. */
  survivor: EndUserAnswer | null;
}

/** A merge that was done, with both profiles. */
export class CompletedMergeAnswer extends WithProfiles {
  rule: string | null;
  reason: string | null;
  /** When it was recorded; null while the ledger does not have it. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  at: string | null;
  /** The merged profile by itself, as it was before and comes back when this is undone; null while the read models cannot show it. */
  merged: EndUserAnswer | null;
}

/** A merge that was undone with another one, because the profile was to come back alone. */
export class FurtherUnmergeAnswer {
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7082' */
  id: string;
  /**
   * Who came back by it.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a13'
   */
  mergedId: string;
}

/** What came back, in two figures that say whether it is what it was. */
export class RestoredProfileAnswer {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12' */
  endUserId: string;
  /**
   * Of the profile as it was just before the merge: HMAC-SHA-256 of what it shows, without ids, links and the time of the last change.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  digestBefore: string | null;
  /**
   * Of the profile as it is now: the same, unless something was written to it in between.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  digestAfter: string | null;
}

/** A merge that was undone, with both profiles. */
export class UndoneMergeAnswer extends WithProfiles {
  /** The profiles that came back together: the merged one first. */
  members: string[];
  further: FurtherUnmergeAnswer[];
  /** When it was undone; null while the ledger does not have it. */
  @ApiProperty({ format: 'date-time', example: '2026-03-04T10:00:00.000Z' })
  at: string | null;
  reason: string | null;
  /** Null while the read models cannot tell. */
  restored: RestoredProfileAnswer | null;
  /** What was written to those who stay since the merge, and may belong to either: the latest first, at most 200. */
  residue: ResidueAnswer[];
  /**
   * Of all, also those that are not listed.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  residueTotal: number;
  /** The end user that came back, as it is now; null while the read models cannot show it. */
  merged: EndUserAnswer | null;
}
