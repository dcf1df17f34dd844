import { ApiProperty } from '@nestjs/swagger';

/** Who did it. */
export class ActorAnswer {
  kind: 'service' | 'agent' | 'import' | 'reactor' | 'operator';
  /**
   * Opaque: the id of a key, of a reactor, or what an import calls itself.
   * @example 'k2v9qm4x'
   */
  id: string;
}

/** Where one id leads from an event on. */
export class RekeyedAnswer {
  /**
   * Whoever files things under this id …
   * @example '0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de'
   */
  endUserId: string;
  /**
   * … files them under this one now: the end user that it was merged into, or itself where it stands for itself again. Follow it to the
   * end where it leads on.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  canonicalId: string;
}

/** An event as it is read over HTTP. */
export class FedEventAnswer {
  /** @example '0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10' */
  id: string;
  /** @example 'EndUserTagged' */
  type: string;
  /** @example 'endUser-default.0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de' */
  stream: string;
  /**
   * 0 is the first event of the stream.
   * @example 3
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  revision: number;
  /**
   * Place in the log, in commit order: what comes later has a greater one. Give it as `after` to go on behind this event.
   * @example '4711'
   */
  position: string;
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
  actor: ActorAnswer;
  /**
   * Opaque id of the person or system that the actor acted for.
   * @example 'agent-17'
   */
  onBehalfOf: string | null;
  /** @example '0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11' */
  commandId: string;
  /**
   * Groups what one request, or one chain of requests, brought about.
   * @example '0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22'
   */
  correlationId: string;
  /**
   * The command, or the event, that brought it about.
   * @example '0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11'
   */
  causationId: string;
  /**
   * Version of the shape that `data` has.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  schema: number;
  /**
   * The end user it is about, as the event names it (before any merge).
   * @example '0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de'
   */
  subject: string | null;
  /**
   * What is shown of personal fields: there are `none` in it, they are `shown`, `withheld` from this reader, or `erased` with their person.
   * @example 'shown'
   */
  personal: 'none' | 'shown' | 'withheld' | 'erased';
  /** In a merge and an unmerge, the ids that lead elsewhere from here on; null in every other event. */
  rekey: RekeyedAnswer[] | null;
  /**
   * What the event says, as its type has it. Personal fields are absent when withheld, and read `erased` when erased.
   * @example { "tags": ["vip"], "marks": ["m1"] }
   */
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}
