import { ApiProperty } from '@nestjs/swagger';
import { EndUserAnswer, MembershipAnswer, OwnContactPointAnswer } from './end-user-answers.dto';
import { FurtherUnmergeAnswer } from './merges.dto';
import { ResidueAnswer } from './residue.dto';

/** Why it would be refused. */
export class WouldBeRefusedAnswer {
  /**
   * As the refusal would carry it; `/problems/{code}` says what to do about it.
   * @example 'declared-different'
   */
  code: string;
  /** @example 'The two end users were declared different persons.' */
  detail: string;
}

/** What the survivor has afterwards that it has not now. */
export class GainedAnswer {
  contactPoints: OwnContactPointAnswer[];
  organizations: MembershipAnswer[];
}

/** How many interactions each of the two brings. */
export class InteractionsTogetherAnswer {
  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  survivor: number;
  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  merged: number;
}

/** What is seen as one person's afterwards. */
export class TogetherAnswer {
  interactions: InteractionsTogetherAnswer;
  /** @example 0 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  tickets: number;
  /**
   * Keys of agents limited to organizations who see all of it then, and do not now.
   * @example []
   */
  visibleTo: string[];
}

const value = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];

/** Something of which the two say different things. */
export class MergeConflictAnswer {
  /**
   * `status`, a value such as `name`, a custom field such as `fields.plan`, or the contact point to use on a channel such as `primary.email`.
   * @example 'name'
   */
  field: string;
  @ApiProperty({ oneOf: value, example: 'Léa Martin' })
  survivor: string | number | boolean;
  @ApiProperty({ oneOf: value, example: 'L. Martin' })
  merged: string | number | boolean;
  /** What is shown afterwards; null when it is neither. */
  @ApiProperty({ oneOf: [...value, { type: 'null' }], example: 'Léa Martin' })
  chosen: string | number | boolean | null;
}

/** Whether it would be done. */
class PreviewAnswer {
  /** @example true */
  possible: boolean;
  /** @example [] */
  refusals: WouldBeRefusedAnswer[];
}

/** What a merge would bring about. */
export class MergePreviewAnswer extends PreviewAnswer {
  /** The two as they are now. */
  survivor: EndUserAnswer;
  merged: EndUserAnswer;
  /** What both answer with afterwards; `sources` names the profile that each value comes from. */
  after: EndUserAnswer;
  gained: GainedAnswer;
  together: TogetherAnswer;
  conflicts: MergeConflictAnswer[];
}

/** What leaves the cluster. */
export class LeavingAnswer {
  /** The profiles: who comes back, first. */
  members: string[];
  contactPoints: OwnContactPointAnswer[];
  organizations: MembershipAnswer[];
  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  interactions: number;
  /**
   * Those that they asked.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  tickets: number;
}

/** What undoing a merge would bring about. */
export class UnmergePreviewAnswer extends PreviewAnswer {
  /** The cluster as it is now. */
  survivor: EndUserAnswer;
  /** As it answers afterwards. */
  survivorAfter: EndUserAnswer;
  /** Who comes back, as it will be. */
  merged: EndUserAnswer;
  leaving: LeavingAnswer;
  /** The merges into it that are undone, too, when it comes back alone. */
  further: FurtherUnmergeAnswer[];
  /** What was written to those who stay since the merge, and may belong to either: the latest first, at most 200. */
  residue: ResidueAnswer[];
  /**
   * Of all, also those that are not listed.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  residueTotal: number;
}
