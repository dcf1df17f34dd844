import { type DuplicateRule, duplicateRules } from '@kith/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { EndUserAnswer } from './end-user-answers.dto';
import { ReasonDto } from './end-users.dto';

/** How a suggestion is taken up. */
export class MergeDuplicateDto extends ReasonDto {
  /**
   * Who of the two goes on; the one that was created first when absent.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  @IsOptional()
  @IsUUID('all')
  survivorId?: string | null;
}

/** A contact point that a suggestion rests on; all but its id is null when neither profile has it any more. */
export class DuplicatePointAnswer {
  /** @example '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412' */
  id: string;
  /** The profile that has it. */
  endUserId: string | null;
  channel: string | null;
  key: string | null;
}

/** One reason to take two end users for one. */
export class EvidenceAnswer {
  /**
   * `same-mailbox`: two addresses that one provider delivers to one mailbox. `same-number`: one number on two channels. `met-in-interaction`:
   * both held a contact point of one contact. `same-name-and-domain`: one name, at one company’s e-mail domain. `same-name-and-organization`:
   * one name, members of one organization.
   */
  @ApiProperty({ enum: [...duplicateRules] })
  rule: DuplicateRule;
  /** The profiles that share something, the lower id first: members of the two clusters. */
  endUserIds: string[];
  points: DuplicatePointAnswer[];
  /** The name that is the same, folded; null for other rules. */
  name: string | null;
  /**
   * The domain that is the same; null for other rules.
   * @example null
   */
  domain: string | null;
  /** The organization that is the same, as it was joined; null for other rules. */
  organizationId: string | null;
  /** Of the event since which it is so. */
  position: string;
}

/** Two end users who may be one person. */
export class DuplicateAnswer {
  /**
   * Both ids with a dot between.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12'
   */
  id: string;
  /** By their canonical ids, the lower first. */
  endUserIds: string[];
  /** Both as they are shown, in the same order. */
  endUsers: EndUserAnswer[];
  /** The strongest of the evidence. */
  @ApiProperty({ enum: [...duplicateRules] })
  rule: DuplicateRule;
  /** The strongest first. */
  evidence: EvidenceAnswer[];
}

/** A page of suggestions, the strongest rule first, of one rule the newest first. */
export class DuplicatesAnswer {
  items: DuplicateAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}
