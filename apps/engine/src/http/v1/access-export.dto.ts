import { ApiProperty } from '@nestjs/swagger';
import { ExportedFactAnswer } from './access-export-facts.dto';
import {
  ExportedContactPointAnswer,
  ExportedDifferenceAnswer,
  ExportedMembershipAnswer,
  ExportedMergeAnswer,
  ExportedNoteAnswer,
  ExportedPersonAnswer,
  ExportedProfileAnswer,
} from './access-export-person.dto';
import { ExportedInteractionAnswer, ExportedReadingAnswer, ExportedRecipientsAnswer, ExportedTicketAnswer } from './access-export-records.dto';

/** A part of an export, and which articles of the General Data Protection Regulation ask for it. */
export class ExportSectionAnswer {
  /**
   * Of the member that it is.
   * @example 'contactPoints'
   */
  name: string;
  /** @example ['15(1)', '15(3)'] */
  articles: string[];
  /** @example 'Addresses on all channels that the person holds or held.' */
  says: string;
}

/** What an export cannot have, and which article is about it. */
export class NotInExportAnswer {
  /** @example ['15(1)(a)'] */
  articles: string[];
  /** @example 'The purposes of the processing: the company tells them.' */
  says: string;
}

/** How many items each list has. */
export class ExportCountsAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  notes: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 41 })
  interactions: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  tickets: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 7 })
  readings: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 17 })
  facts: number;
}

/** Everything about one person. Times are RFC 3339 UTC; what is not known is null. */
export class AccessExportAnswer {
  /** Another form gets another number; members may be added to this one. */
  @ApiProperty({ type: 'string', enum: ['kith-access-export/1'] })
  format: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T09:00:00.000Z' })
  madeAt: string;
  /**
   * Everything that was recorded up to this place in the log is in it.
   * @example '4711'
   */
  position: string;
  /** @example '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' */
  askedFor: string;
  canonicalId: string;
  /** What is in it, in its order. */
  sections: ExportSectionAnswer[];
  notIncluded: NotInExportAnswer[];
  /** As shown today; null when nothing is shown any more. */
  @ApiProperty({ type: ExportedPersonAnswer, nullable: true })
  person: ExportedPersonAnswer | null;
  /** Whoever stands for the person first. */
  profiles: ExportedProfileAnswer[];
  contactPoints: ExportedContactPointAnswer[];
  organizations: ExportedMembershipAnswer[];
  merges: ExportedMergeAnswer[];
  differences: ExportedDifferenceAnswer[];
  recipients: ExportedRecipientsAnswer;
  notes: ExportedNoteAnswer[];
  /** Profile by profile, oldest first. */
  interactions: ExportedInteractionAnswer[];
  /** Profile by profile, oldest first. */
  tickets: ExportedTicketAnswer[];
  /** Profile by profile, the latest first. */
  readings: ExportedReadingAnswer[];
  /** In the order of the log. */
  facts: ExportedFactAnswer[];
  counts: ExportCountsAnswer;
  /** The last member: an export without it was cut off. */
  @ApiProperty({ type: 'boolean', enum: [true] })
  complete: boolean;
}
