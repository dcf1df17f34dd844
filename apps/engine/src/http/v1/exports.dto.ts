import { ApiProperty, OmitType } from '@nestjs/swagger';
import { EndUserAnswer, OwnContactPointAnswer } from './end-user-answers.dto';
import { OrganizationAnswer } from './organization-answers.dto';
import { TicketAnswer } from './ticket-answers.dto';

/** A contact point of a person. */
export class ContactPointLineAnswer extends OwnContactPointAnswer {
  /** Whether several may hold it, such as a family’s phone. */
  shared: boolean;
}

/** A person, as the profile that stands for it is shown. */
export class EndUserLineAnswer extends OmitType(EndUserAnswer, ['contactPoints']) {
  contactPoints: ContactPointLineAnswer[];
  /**
   * Of the last event that changed what is shown.
   * @example '4711'
   */
  position: string;
}

/** An organization, with all that were merged into it. */
export class OrganizationLineAnswer extends OrganizationAnswer {
  /**
   * Of the last event that changed what is shown.
   * @example '4711'
   */
  position: string;
}

/** A ticket that another system keeps. */
export class TicketLineAnswer extends TicketAnswer {
  /**
   * Of its last event.
   * @example '4711'
   */
  position: string;
}

/** An event as a CloudEvent 1.0, as webhooks deliver it. Attributes that do not apply are left out. */
export class CloudEventAnswer {
  /** @example '1.0' */
  specversion: string;
  /** @example '0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10' */
  id: string;
  /** @example '/v1/events' */
  source: string;
  /**
   * With the version of the shape of `data`.
   * @example 'kith.EndUserTagged.v1'
   */
  type: string;
  /**
   * The end user it is about.
   * @example '0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de'
   */
  subject?: string;
  /**
   * When the engine recorded it.
   * @example '2026-03-03T10:00:00.123Z'
   */
  @ApiProperty({ format: 'date-time' })
  time: string;
  /** @example 'application/json' */
  datacontenttype: string;
  /** @example 'acme' */
  kithtenant: string;
  /**
   * Place in the log. Give it as `after` to go on behind this event.
   * @example '4711'
   */
  kithposition: string;
  /** @example 'endUser-acme.0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de' */
  kithstream: string;
  /**
   * 0 is the first event of the stream.
   * @example 3
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  kithrevision: number;
  /**
   * When it happened out there.
   * @example '2026-03-03T10:00:00.000Z'
   */
  @ApiProperty({ format: 'date-time' })
  kithoccurredat: string;
  kithactorkind: 'service' | 'agent' | 'import' | 'reactor' | 'operator';
  /** @example 'k2v9qm4x' */
  kithactorid: string;
  /** @example 'agent-7' */
  kithonbehalfof?: string;
  /** `none`: there are no personal fields in it. */
  kithpersonal: 'none' | 'shown' | 'withheld' | 'erased';
  correlationid: string;
  causationid: string;
  /** What happened, and for merges also `rekey`: where ids lead from here on. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}
