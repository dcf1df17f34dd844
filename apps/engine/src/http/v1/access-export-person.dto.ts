import { ApiProperty } from '@nestjs/swagger';
import { OriginsAnswer } from './access-export-facts.dto';

const customFields = {
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  example: { plan: 'gold' },
};

/** What a person is shown as today. */
export class ExportedPersonAnswer {
  /** @example 'active' */
  status: string;
  name: string | null;
  locale: string | null;
  timeZone: string | null;
  details: string | null;
  notes: string | null;
  tags: string[];
  @ApiProperty(customFields as object)
  fields: Record<string, string | number | boolean>;
  /** For each value that is known, the profile it comes from. */
  sources: Record<string, string>;
}

/** A profile by itself. */
export class ExportedProfileAnswer {
  id: string;
  /** @example 'active' */
  status: string;
  /** @example 'api' */
  origin: string | null;
  @ApiProperty({ type: OriginsAnswer, nullable: true })
  created: OriginsAnswer | null;
  name: string | null;
  locale: string | null;
  timeZone: string | null;
  details: string | null;
  notes: string | null;
  tags: string[];
  @ApiProperty(customFields as object)
  fields: Record<string, string | number | boolean>;
  /** For each value that is known, the fact it comes from: by `name`, `tags`, `fields.plan`. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/OriginsAnswer' }, example: {} })
  sources: Record<string, OriginsAnswer>;
}

/** An address that a profile holds or held. */
export class ExportedContactPointAnswer {
  profileId: string;
  channel: string;
  scope: string;
  /** Normalised; null when it is erased. */
  key: string | null;
  /** As it was given; null when it is erased. */
  value: string | null;
  /** @example 'email/1' */
  normaliser: string;
  /** @example null */
  verifiedAt: string | null;
  /** Somebody chose it as the one to use on its channel. */
  primary: boolean;
  since: string;
  /**
   * Null while it is held.
   * @example null
   */
  until: string | null;
  /** @example null */
  endedBecause: string | null;
  attached: OriginsAnswer;
  @ApiProperty({ type: OriginsAnswer, nullable: true })
  released: OriginsAnswer | null;
}

/** A membership of an organization. */
export class ExportedMembershipAnswer {
  profileId: string;
  organizationId: string;
  /**
   * What it is called today.
   * @example 'Acme Ltd'
   */
  organization: string | null;
  /** @example 'manual' */
  because: string;
  /** The default one today. */
  default: boolean;
  since: string;
  /** @example null */
  until: string | null;
  /** @example null */
  endedBecause: string | null;
  joined: OriginsAnswer;
  @ApiProperty({ type: OriginsAnswer, nullable: true })
  left: OriginsAnswer | null;
}

/** A merge that a profile took part in. */
export class ExportedMergeAnswer {
  profileId: string;
  mergeId: string;
  role: 'merged' | 'survivor';
  otherId: string;
  /**
   * What asked for it when no person did.
   * @example null
   */
  rule: string | null;
  reason: string | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  /** @example null */
  undoneAt: string | null;
}

/** That a profile is another person than `otherId` is. */
export class ExportedDifferenceAnswer {
  profileId: string;
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7082' */
  declarationId: string;
  otherId: string;
  reason: string | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  /** @example null */
  until: string | null;
  /** @example null */
  withdrawnAt: string | null;
}

/** What somebody wrote down. */
export class ExportedNoteAnswer {
  profileId: string;
  /** Null when it is erased. */
  note: string | null;
  origin: OriginsAnswer;
}
