import type { EventMetadata } from '@kith/domain';
import type { StoredEvent } from '../event-store';
import type { TenantIdentifiers } from '../identifiers';
import type { StepContext } from '../run';

/** Who is behind an event, as far as undoing an import goes: the import, its undoing, a standing rule of the engine, or anybody else. */
export type Doer = 'import' | 'revert' | 'rule' | 'other';

/** The undoing of one import, under way. */
export class Reverting {
  constructor(
    readonly tenant: string,
    readonly importId: string,
    private readonly ids: TenantIdentifiers,
    /** Position of the first event of the import. */
    readonly from: bigint,
    /** Of the event that began the undoing: nothing of the import was asked for later. */
    readonly begun: EventMetadata,
    readonly until: bigint,
  ) {}

  /** Whose doing an event is. What the undoing does itself, it does because of the event that began it. */
  doerOf({ actor, causationId }: EventMetadata): Doer {
    if (actor.kind === 'reactor') return 'rule';
    if (actor.kind !== 'import' || actor.id !== this.importId) return 'other';
    return causationId === this.begun.eventId ? 'revert' : 'import';
  }

  /** Whether the event is the import's own, asked for before the undoing began. */
  isOwn = ({ metadata }: StoredEvent): boolean => metadata.tenant === this.tenant && this.doerOf(metadata) === 'import';

  /** The word on which a step of the undoing is taken: the same step of the same undoing is the same command, however often it is tried. */
  word(what: string): StepContext {
    const { tenant, importId, begun } = this;
    return {
      tenant,
      actor: { kind: 'import', id: importId },
      onBehalfOf: begun.onBehalfOf ?? begun.actor.id,
      commandId: this.ids.command(`revert:${importId}`, what),
      correlationId: begun.correlationId,
      causationId: begun.eventId,
      ...(begun.traceparent !== undefined && { traceparent: begun.traceparent }),
    };
  }
}
