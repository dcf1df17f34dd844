import { DecideMerge, type EndUserEvent, endUser, linksOf, MergeUsers, membersOf, Refusal, type RefusalCode, ReserveMerge, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { MovedOn, type StepContext } from '../run';
import type { Profile } from './clusters';
import { EarlierMerges, type MergeUsersAnswer } from './earlier-merges';
import { isPassing, Linking } from './linking';

/** The two sides of a merge as they were read. */
interface Pair {
  readonly survivor: Profile;
  readonly merged: Profile;
}

/** How often another merge of the same profiles is let go first. */
const maxTries = 30;

/**
 * The protocol *merge*: the lower id reserves itself, the higher one decides, once and for ever, the lower one does what was
 * decided. Three appends, whatever the history behind the profiles.
 */
@Injectable()
export class Merging {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** Why a merge of these two would be refused as they are, also for what will have passed ({@link isPassing}). Writes nothing. */
  wouldRefuse({ survivor, merged }: Pair, named: { survivorId: string; mergedId: string }): RefusalCode | undefined {
    if (survivor.id === merged.id) return 'already-merged';
    const [lo, hi] = survivor.id < merged.id ? [survivor, merged] : [merged, survivor];
    const attempt = { attemptId: '', mergeId: '', named, role: lo === survivor ? 'survivor' : 'merged' } as const;
    const at = this.linking.now();
    try {
      endUser.decide(new ReserveMerge('', lo.id, { ...attempt, otherId: hi.id }, at), lo.loaded.state);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    const { differences } = linksOf(lo.loaded.state);
    const decide = new DecideMerge('', hi.id, { ...attempt, otherId: lo.id }, membersOf(lo.id, lo.loaded.state), differences, at);
    const [decided] = endUser.decide(decide, hi.loaded.state) as readonly EndUserEvent[];
    return decided?.type === 'MergeRefused' ? (decided.data.reason as RefusalCode) : undefined;
  }

  /** @throws Refusal of the merge, or `merge-in-progress` when others keep getting in between */
  async merge(
    step: StepContext,
    mergeId: string,
    named: { survivorId: string; mergedId: string },
    pair: Pair,
    asked: Words,
  ): Promise<MergeUsersAnswer | undefined> {
    const { tenant } = step;
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
    return refuse(ended.reason === 'timed-out' ? 'merge-in-progress' : ended.reason);
  }
}

interface Words {
  readonly rule?: string;
  readonly reason?: string;
}

@CommandHandler(MergeUsers)
export class MergeUsersHandler implements ICommandHandler<MergeUsers, MergeUsersAnswer> {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Merging) private readonly merging: Merging,
    @Inject(EarlierMerges) private readonly earlier: EarlierMerges,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, survivorId, mergedId, reason, rule }: MergeUsers): Promise<MergeUsersAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const step = asked(ids, context, ['MergeUsers', survivorId, mergedId, reason ?? null, rule ?? null], () => this.newIds.next());
    const mergeId = ids.merge(step.commandId);
    if (survivorId === mergedId) refuse('merge-with-itself');
    const words = { ...(rule !== undefined && { rule }), ...(reason !== undefined && { reason }) };
    for (let tries = 0; tries < maxTries; tries++) {
      const [survivor, merged] = [await this.linking.settled(tenant, survivorId), await this.linking.settled(tenant, mergedId)];
      const before = await this.earlier.merge(step, mergeId, [...survivor.path, ...merged.path]);
      if (before) return before;
      const made = await this.merging.merge(step, mergeId, { survivorId, mergedId }, { survivor: survivor.root, merged: merged.root }, words);
      if (made) return made;
    }
    return refuse('merge-in-progress');
  }
}
