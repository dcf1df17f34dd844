import { type DuplicateRule, duplicateRules } from '@kith/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ContactPointNameAnswer } from './contact-points.dto';

/** Two end users who may be one person, and what says so. */
export class PossibleDuplicateAnswer {
  endUserIds: string[];
  /**
   * As `GET /v1/duplicates` tells it.
   * @example 'same-number'
   */
  @ApiProperty({ enum: [...duplicateRules] })
  rule: DuplicateRule;
  /** The caller's own contact points that it rests on. */
  points: ContactPointNameAnswer[];
}
