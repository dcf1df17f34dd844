import { type FedEvent, fed } from '@kith/application';
import {
  type AnyLinkStep,
  CopyDecision,
  DecideMerge,
  EndMerge,
  type EndUser,
  type EndUserEvent,
  endUser,
  linksOf,
  membersOf,
  PassSeparation,
  Refusal,
  ReserveMerge,
  SeparateMember,
  type Separation,
  streamOf,
} from '@kith/domain';

/** A merge or an unmerge that has begun: takes its next step, and says whether it is at its end. */
type UnderWay = () => boolean;

const at = '2026-03-03T10:00:00.000Z';

/**
 * Merges and unmerges by the rules of the domain, each step of each as late as a test likes, as reactors take them after crashes.
 * What the steps write is kept as the feed shows it.
 */
export class LinkedLog {
  readonly events: FedEvent[] = [];
  /** What the merges that stand say by themselves: merged profile → survivor, from the moment when each was decided. */
  readonly links = new Map<string, string>();
  private readonly merges: { readonly mergeId: string; readonly mergedId: string }[] = [];
  private readonly states: Map<string, EndUser>;
  private readonly underWay: UnderWay[] = [];

  constructor(readonly ids: readonly string[]) {
    this.states = new Map(ids.map((id) => [id, { status: 'active', keyId: undefined }]));
  }

  /** Where the links of the decided merges end. */
  canonicalOf(id: string): string {
    const next = this.links.get(id);
    return next === undefined ? id : this.canonicalOf(next);
  }

  /** Begins to merge two that are named, unless that is refused. */
  merge(survivorId: string, mergedId: string): void {
    const [survivor, merged] = [this.path(survivorId).at(-1) as string, this.path(mergedId).at(-1) as string];
    if (survivor === merged) return;
    const [lo, hi] = survivor < merged ? [survivor, merged] : [merged, survivor];
    const n = `${this.merges.length + 1}`;
    const attempt = { attemptId: `try ${n}`, mergeId: `merge ${n}`, named: { survivorId, mergedId }, role: lo === survivor ? 'survivor' : 'merged' } as const;
    this.merges.push({ mergeId: attempt.mergeId, mergedId: merged });
    const [reserved] = this.take(new ReserveMerge('acme', lo, { ...attempt, otherId: hi }, at));
    if (reserved?.type !== 'MergeReserved') return;
    const { members, differentFrom } = reserved.data;
    this.underWay.push(() => {
      const decision = linksOf(this.state(hi)).attempts[attempt.attemptId];
      if (decision) return this.take(new CopyDecision('acme', lo, attempt.attemptId, decision)).length > 0;
      const [decided] = this.take(new DecideMerge('acme', hi, { ...attempt, otherId: lo }, members, differentFrom, at));
      if (decided?.type !== 'MergeRefused') this.links.set(merged, survivor);
      return false;
    });
  }

  /** Begins to undo one of the merges, unless that is refused. */
  unmerge(which: number): void {
    const { mergeId, mergedId } = this.merges[which % this.merges.length] ?? {};
    if (mergeId === undefined || mergedId === undefined || linksOf(this.state(mergedId)).survivor?.mergeId !== mergeId) return;
    const root = this.path(mergedId).at(-1) as string;
    const [separated] = this.take(new SeparateMember('acme', root, mergeId, mergedId, membersOf(mergedId, this.state(mergedId))));
    if (separated?.type !== 'EndUserSeparated') return;
    this.links.delete(mergedId);
    const { members, differentFrom } = separated.data;
    const separation: Separation = { mergeId, mergedId, members, differentFrom };
    this.underWay.push(() => {
      const between = this.path(mergedId).slice(1).reverse();
      if (between.some((id) => this.take(new PassSeparation('acme', id, separation)).length > 0)) return false;
      return this.take(new EndMerge('acme', mergedId, separation)).length > 0;
    });
  }

  /** Takes the next step of something that is under way. */
  goOn(which: number): void {
    const i = which % this.underWay.length;
    if (this.underWay[i]?.()) this.underWay.splice(i, 1);
  }

  /** Takes the steps that are left, those of what began last first. */
  finish(): void {
    for (let steps = 0; this.underWay.length > 0; steps++) {
      if (steps > 1000) throw new Error('no end to what is under way');
      this.goOn(this.underWay.length - 1);
    }
  }

  /** From a profile along the seals to the one that has none. */
  private path(id: string): readonly string[] {
    const { survivor } = linksOf(this.state(id));
    return survivor ? [id, ...this.path(survivor.id)] : [id];
  }

  private state(id: string): EndUser {
    return this.states.get(id) as EndUser;
  }

  private take(step: AnyLinkStep): readonly EndUserEvent[] {
    const { id } = step;
    let decided: readonly EndUserEvent[];
    try {
      decided = endUser.decide(step, this.state(id));
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
    for (const event of decided) {
      this.states.set(id, endUser.evolve(this.state(id), event));
      this.events.push(this.shown(streamOf.endUser('acme', id), event));
    }
    return decided;
  }

  private shown(stream: string, event: EndUserEvent): FedEvent {
    const [eventId, time] = [`event ${this.events.length + 1}`, at];
    const causes = { commandId: eventId, correlationId: eventId, causationId: eventId };
    const metadata = { eventId, tenant: 'acme', actor: { kind: 'agent', id: 'ann' }, occurredAt: time, recordedAt: time, ...causes, schema: 1 } as const;
    return fed({ ...event, stream, revision: 0, position: BigInt(this.events.length + 1), metadata }, 'none', event.data);
  }
}
