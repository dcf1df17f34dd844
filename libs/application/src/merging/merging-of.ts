import { DecideMerge, linksOf, membersOf, type NamedPair, Refusal, type RefusalCode, ReserveMerge, refuse } from '@kith/domain';
import type { NewIds } from '../ids';
import { MovedOn, type StepContext } from '../run';
import type { Profile } from './clusters';
import type { EarlierMergesOf, MergedAnswer } from './earlier-merges';
import type { Linked } from './linked-noun';
import { isPassing, type LinkingOf } from './linking-of';

/** The two sides of a merge as they were read. */
interface Pair<State extends Linked> {
  readonly survivor: Profile<State>;
  readonly merged: Profile<State>;
}

/** How often another merge of the same profiles is let go first. */
const maxTries = 30;

/**
 * The protocol *merge*: the lower id reserves itself, the higher one decides, once and for ever, the lower one does what was
 * decided. Three appends, whatever the history behind the profiles.
 */
export class MergingOf<State extends Linked> {
  constructor(
    private readonly linking: LinkingOf<State>,
    private readonly newIds: NewIds,
    private readonly earlier: EarlierMergesOf<State>,
  ) {}

  /** Why a merge of these two would be refused as they are, also for what will have passed ({@link isPassing}). Writes nothing. */
  wouldRefuse({ survivor, merged }: Pair<State>, named: NamedPair): RefusalCode | undefined {
    const { decider, codeOf, asLink } = this.linking.noun;
    if (survivor.id === merged.id) return codeOf('already-merged');
    const [lo, hi] = survivor.id < merged.id ? [survivor, merged] : [merged, survivor];
    const attempt = { attemptId: '', mergeId: '', named, role: lo === survivor ? 'survivor' : 'merged' } as const;
    const at = this.linking.now();
    try {
      decider.decide(new ReserveMerge('', lo.id, { ...attempt, otherId: hi.id }, at), lo.loaded.state);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    const { differences } = linksOf(lo.loaded.state);
    const decide = new DecideMerge('', hi.id, { ...attempt, otherId: lo.id }, membersOf(lo.id, lo.loaded.state), differences, at);
    const [decided] = decider.decide(decide, hi.loaded.state).map(asLink);
    return decided?.type === 'MergeRefused' ? codeOf(decided.data.reason) : undefined;
  }

  /**
   * Merges the clusters of the two that are named; what was done when it was asked before is answered as it was then.
   * @throws Refusal of the merge, or `merge-in-progress` when others keep getting in between
   */
  async merge(step: StepContext, mergeId: string, named: NamedPair, asked: Words): Promise<MergedAnswer> {
    const { tenant } = step;
    for (let tries = 0; tries < maxTries; tries++) {
      const [survivor, merged] = [await this.linking.settled(tenant, named.survivorId), await this.linking.settled(tenant, named.mergedId)];
      const before = await this.earlier.merge(step, mergeId, [...survivor.path, ...merged.path]);
      if (before) return before;
      const made = await this.tried(step, mergeId, named, { survivor: survivor.root, merged: merged.root }, asked);
      if (made) return made;
    }
    return this.linking.noun.refuse('merge-in-progress');
  }

  /** Undefined when something else got in between. @throws Refusal of the merge */
  private async tried(step: StepContext, mergeId: string, named: NamedPair, pair: Pair<State>, asked: Words): Promise<MergedAnswer | undefined> {
    const { tenant } = step;
    const { noun } = this.linking;
    const { survivor, merged } = pair;
    const refusal = this.wouldRefuse(pair, named);
    if (refusal === 'merge-in-progress') for (const one of [survivor, merged]) await this.linking.finishReservation(tenant, one);
    if (refusal) return isPassing(refusal) ? undefined : refuse(refusal);
    const [lo, hi] = survivor.id < merged.id ? [survivor, merged] : [merged, survivor];
    const role = lo === survivor ? 'survivor' : 'merged';
    const attempt = { attemptId: this.newIds.next(), mergeId, otherId: hi.id, role, named, ...asked } as const;
    // The merged one's, wherever it is written: the words go with the person whom they are about.
    const key = await this.linking.keyFor(asked.reason, merged.loaded.state);
    const { reason: _, ...unsaid } = attempt;
    const reserve = new ReserveMerge(tenant, lo.id, key ? attempt : unsaid, this.linking.now());
    try {
      await this.linking.stepAt(lo, reserve, step, key);
    } catch (error) {
      if (error instanceof MovedOn || (error instanceof Refusal && isPassing(error.code))) return undefined;
      throw error;
    }
    const ended = await this.linking.finish({ loId: lo.id, attempt, step });
    if (ended.merged && ended.position !== undefined) return { mergeId, survivorId: survivor.id, mergedId: merged.id, position: ended.position };
    if (ended.merged) throw new Error('a merge that was made cannot be read');
    if (ended.reason === 'merge-in-progress' || ended.reason === 'end-user-merged') {
      await this.linking.finishReservation(tenant, { id: hi.id, loaded: await this.linking.load(tenant, hi.id) });
      return undefined;
    }
    return noun.refuse(ended.reason);
  }
}

/** What was said of a merge: what asked for it when no person did, and why. */
export interface Words {
  readonly rule?: string;
  readonly reason?: string;
}
