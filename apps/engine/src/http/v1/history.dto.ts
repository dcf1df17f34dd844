import { ApiProperty } from '@nestjs/swagger';
import { ActorAnswer } from './events.dto';

/** Text, a number, yes or no, a list, an object, or nothing. */
const anyJson = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: {} },
  { type: 'object', additionalProperties: true },
  { type: 'null' },
];

/** Whose fact it is. */
export class HistoryOfAnswer {
  kind: 'end-user' | 'contact-point' | 'organization' | 'ticket' | 'interaction';
  /**
   * Of an end user or an organization; of the others the digest that stands for them in events.
   * @example '0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de'
   */
  id: string;
}

/** One field that a fact changed. */
export class FieldChangeAnswer {
  /** @example 'name' */
  field: string;
  @ApiProperty({ description: 'Null where it had no value, or cannot be read any more.', type: undefined, anyOf: anyJson, example: 'Lea Martin' })
  before: unknown;
  @ApiProperty({ description: 'Null where it has no value any more, or cannot be read any more.', type: undefined, anyOf: anyJson, example: 'Léa Martin' })
  after: unknown;
}

/** A fact, and where it lies in the log. */
export class FactAnswer {
  /**
   * Place in the log, in commit order.
   * @example '4711'
   */
  position: string;
  /** @example '0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10' */
  eventId: string;
  /** @example 'EndUserProfileChanged' */
  type: string;
  of: HistoryOfAnswer;
  /**
   * When it happened out there.
   * @example '2026-03-03T10:00:00.000Z'
   */
  @ApiProperty({ format: 'date-time' })
  occurredAt: string;
  /**
   * When the engine recorded it.
   * @example '2026-03-03T10:00:00.123Z'
   */
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
}

/** A fact as an auditor reads it. */
export class HistoryEntryAnswer extends FactAnswer {
  actor: ActorAnswer;
  /**
   * Whom the actor acted for, as it said.
   * @example 'agent-17'
   */
  onBehalfOf: string | null;
  /** @example '0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11' */
  commandId: string;
  /** @example '0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22' */
  correlationId: string;
  /**
   * The command, or the event, that brought it about.
   * @example '0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11'
   */
  causationId: string;
  /**
   * What happened, in plain English.
   * @example 'What is known of the end user was changed.'
   */
  says: string;
  /**
   * As whoever did it gave it.
   * @example null
   */
  reason: string | null;
  /** Empty where nothing that is kept in fields changed. */
  changes: FieldChangeAnswer[];
  /** What it said of a person is erased: those values are not among the changes, the fact stays. */
  erased: boolean;
}

/** Facts, the oldest first. */
export class HistoryAnswer {
  items: HistoryEntryAnswer[];
  /** For the next page; null at the last fact. */
  nextCursor: string | null;
}
