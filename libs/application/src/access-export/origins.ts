import type { Actor, Recorded } from '@kith/domain';
import type { ExportedActor, Origins } from './exported';
import type { ReadingKey } from './person-records';

/** Tells where facts come from: of systems by the name of their key. */
export class OriginsOf {
  private readonly names: ReadonlyMap<string, string>;

  constructor(keys: readonly ReadingKey[]) {
    this.names = new Map(keys.filter(({ role }) => role === 'service').map(({ keyId, clientName }) => [keyId, clientName]));
  }

  of({ position, type, metadata: { occurredAt, recordedAt, actor } }: Pick<Recorded, 'position' | 'type' | 'metadata'>): Origins {
    return { position: position.toString(), type, occurredAt, recordedAt, actor: this.actor(actor) };
  }

  /** Agents and operators work for the company: which of them it was is theirs, not the person's. */
  private actor({ kind, id }: Actor): ExportedActor {
    if (kind === 'agent' || kind === 'operator') return { kind, id: null, name: null };
    return { kind, id, name: this.names.get(id) ?? null };
  }
}
