import { ApiProperty } from '@nestjs/swagger';
import { FieldChangeAnswer, HistoryOfAnswer } from './history.dto';

/** Who did it, as the person may know it. */
export class ExportedActorAnswer {
  kind: 'service' | 'agent' | 'import' | 'reactor' | 'operator';
  /**
   * Of a system; null for people who work for the company.
   * @example 'k2v9qm4x'
   */
  id: string | null;
  /**
   * What the system calls itself.
   * @example 'helpdesk'
   */
  name: string | null;
}

/** The fact that something comes from. */
export class OriginsAnswer {
  /**
   * Place in the log, in commit order.
   * @example '4711'
   */
  position: string;
  /** @example 'EndUserProfileChanged' */
  type: string;
  /** When it happened out there. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  occurredAt: string;
  /** When the engine recorded it. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.123Z' })
  recordedAt: string;
  actor: ExportedActorAnswer;
}

/** A fact about a profile or a contact point of the person. */
export class ExportedFactAnswer extends OriginsAnswer {
  /** @example '0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10' */
  eventId: string;
  of: HistoryOfAnswer;
  /**
   * What happened, in plain English.
   * @example 'What is known of the end user was changed.'
   */
  says: string;
  /** @example null */
  reason: string | null;
  /** Of contact points, `holders` names profiles of the person alone. */
  changes: FieldChangeAnswer[];
  /** What it said of the person is erased. */
  erased: boolean;
  /** It has words that are another person's: they are left out. */
  withheld: boolean;
}
