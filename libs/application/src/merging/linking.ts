import {
  type Attempt,
  CopyDecision,
  DecideMerge,
  type Difference,
  EndMerge,
  type EndUser,
  type EndUserEvent,
  type EndUserSeparated,
  type EndUserStep,
  endUser,
  FenceMerge,
  ForgetDifference,
  linksOf,
  type MergeDecision,
  membersOf,
  PassSeparation,
  Refusal,
  type RefusalCode,
  RememberDifference,
  refuse,
  streamOf,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Named } from '../contact-point/point-answer';
import { EventStore, type StoredEvent } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { type Loaded, MovedOn, onlyOn, Runner, type StepContext, type Taken, wordOf } from '../run';
import { Clusters, type Place, type Profile, pendingSeparation } from './clusters';

/** A merge that waits on the lower id, and on whose word. */
export interface Waiting {
  readonly loId: string;
  readonly attempt: Attempt;
  readonly step: StepContext;
}

/** How an attempt ended, and the position of the step that ended it on the lower id. */
export type Ended = MergeDecision & { readonly position: bigint | undefined };

/** How often it is looked again after something else got in between; each time means that something came to its end. */
const maxLooks = 30;

/**
 * The steps of *merge*, *unmerge* and *declared different* after the first one. Each is one append and does nothing twice, and
 * anyone may take any of them at any time: the command, its retry, another command that finds it half done, the reactor.
 */
@Injectable()
export class Linking {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  load(tenant: string, endUserId: string): Promise<Loaded<EndUser>> {
    return this.clusters.load(tenant, endUserId);
  }

  /** The time of decisions that look at dates, RFC 3339 UTC. */
  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** Takes a step where a profile was read just now. @throws MovedOn when its stream has moved on since */
  stepAt(at: Profile, step: EndUserStep, word: StepContext, key?: DataKey): Promise<Taken<EndUser, EndUserEvent>> {
    return this.runner.run(onlyOn(endUser, at.loaded), step, word, key, at.loaded);
  }

  /** The key of a profile, for the words of whoever asked; undefined when there are none, or nobody may read them any more. */
  async keyFor(reason: string | undefined, { keyId }: EndUser): Promise<DataKey | undefined> {
    return reason === undefined || keyId === undefined ? undefined : this.vault.find(keyId);
  }

  /**
   * Where a profile stands once nothing is under way that would change it: what was left half done is brought to its end first.
   * @throws Refusal `merge-in-progress` when there is no end to it
   */
  async settled(tenant: string, endUserId: string): Promise<Place> {
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.clusters.placeOf(tenant, endUserId);
      if (place.isSettled) return place;
      await this.finishOn(tenant, place);
    }
    return refuse('merge-in-progress');
  }

  /** Whom a command names, with all that are one person with it, and the state of the one that stands for them. */
  async named(tenant: string, endUserId: string): Promise<{ readonly named: Named; readonly root: Loaded<EndUser> }> {
    const { root } = await this.settled(tenant, endUserId);
    return { named: { endUserId, canonicalId: root.id, members: membersOf(root.id, root.loaded.state) }, root: root.loaded };
  }

  /** Brings to its end whatever is half done on the way from a profile to its root. */
  async finishOn(tenant: string, { path, root }: Place): Promise<void> {
    await this.finishReservation(tenant, root);
    for (const [i, one] of path.entries()) {
      const pending = pendingSeparation(one, path.slice(i + 1));
      if (pending) await this.finishSeparation(tenant, pending.at.id, pending.separation.mergeId);
    }
  }

  /** The same, wherever the profile stands by now. */
  async finishAround(tenant: string, endUserId: string): Promise<void> {
    await this.finishOn(tenant, await this.clusters.placeOf(tenant, endUserId));
  }

  /** Brings to its end the merge that a profile waits for, if it does. */
  async finishReservation(tenant: string, { id, loaded }: Profile): Promise<void> {
    const { reservation } = linksOf(loaded.state);
    const waiting = reservation && (await this.waiting(tenant, id, reservation.attemptId));
    if (waiting) await this.finish(waiting);
  }

  /** Brings to its end what left this profile and is still counted by one of these, who came with it. */
  async finishSeparationsOf(tenant: string, at: Profile, members: readonly string[]): Promise<void> {
    const counted = membersOf(at.id, at.loaded.state);
    for (const separation of linksOf(at.loaded.state).separations)
      if (separation.members.some((id) => members.includes(id) && !counted.includes(id))) await this.finishSeparation(tenant, at.id, separation.mergeId);
  }

  /** The merge that a profile waits for under this attempt, as its reservation tells it; undefined when it never did. */
  async waiting(tenant: string, loId: string, attemptId: string): Promise<Waiting | undefined> {
    const reserved = await this.eventOf(tenant, loId, ({ type, data }) => type === 'MergeReserved' && data.attemptId === attemptId);
    const opened = reserved && (await this.personal.open(reserved));
    if (opened?.type !== 'MergeReserved') return undefined;
    const { members: _, differentFrom: __, reason, ...attempt } = opened.data;
    return { loId, attempt: { ...attempt, ...(reason !== undefined && !opened.erased && { reason }) }, step: wordOf(opened.metadata) };
  }

  /**
   * Second and third step of a merge. With `fenced` an attempt that is not decided yet never comes to anything.
   * Nobody but the higher id decides, and the lower one waits until it has.
   */
  async finish({ loId, attempt, step }: Waiting, fenced = false): Promise<Ended> {
    const { tenant } = step;
    const { attemptId, role, reason } = attempt;
    const lo = await this.clusters.load(tenant, loId);
    const { reservation } = linksOf(lo.state);
    const decided = reservation?.attemptId === attemptId ? await this.decision(loId, lo.state, attempt, step, fenced) : linksOf(lo.state).attempts[attemptId];
    if (!decided) throw new Error('an attempt to merge that was never reserved');
    const key = role === 'merged' ? await this.keyFor(reason, lo.state) : undefined;
    const copy = new CopyDecision(tenant, loId, attemptId, decided, key && reason);
    const { position } = await this.runner.run(endUser, copy, step, key);
    return { ...decided, position: position ?? (await this.endOf(tenant, loId, attemptId)) };
  }

  private async decision(loId: string, lo: EndUser, attempt: Attempt, step: StepContext, fenced: boolean): Promise<MergeDecision | undefined> {
    const { tenant } = step;
    const { attemptId, otherId: hiId, role, reason } = attempt;
    const { reservation } = linksOf(lo);
    const hi = await this.clusters.load(tenant, hiId);
    const known = linksOf(hi.state).attempts[attemptId];
    if (known || !reservation) return known;
    const key = role === 'survivor' ? await this.keyFor(reason, hi.state) : undefined;
    const { reason: _, ...unsaid } = attempt;
    const asked = { ...unsaid, otherId: loId, ...(key && reason !== undefined && { reason }) };
    const decide = new DecideMerge(tenant, hiId, asked, reservation.members, reservation.differentFrom, this.now());
    const { state } = await this.runner.run(endUser, fenced ? new FenceMerge(tenant, hiId, attemptId) : decide, step, key, hi);
    return linksOf(state).attempts[attemptId];
  }

  /** Position of the step that ended an attempt on the lower id. */
  private async endOf(tenant: string, loId: string, attemptId: string): Promise<bigint | undefined> {
    const ended = await this.eventOf(tenant, loId, ({ type, data }) => type !== 'MergeReserved' && data.attemptId === attemptId);
    return ended?.position;
  }

  /**
   * The steps of an unmerge after its first one, which is on this profile: every profile between lets go of what has left, from
   * the top down, and only then the merged one stands for itself.
   */
  async finishSeparation(tenant: string, fromId: string, mergeId: string): Promise<bigint | undefined> {
    const decided = await this.separated(tenant, fromId, mergeId);
    return decided && this.letGo(decided.step, fromId, decided.data, decided.data.reason);
  }

  /** What left a profile by an unmerge, and on whose word. The reason is left out where it can be read no more. */
  async separated(tenant: string, fromId: string, mergeId: string): Promise<{ step: StepContext; data: EndUserSeparated['data'] } | undefined> {
    const stored = await this.eventOf(tenant, fromId, ({ type, data }) => type === 'EndUserSeparated' && data.mergeId === mergeId);
    const opened = stored && (await this.personal.open(stored));
    if (opened?.type !== 'EndUserSeparated') return undefined;
    const { reason, ...data } = opened.data;
    return { step: wordOf(opened.metadata), data: { ...data, ...(reason !== undefined && !opened.erased && { reason }) } };
  }

  /**
   * The same, of what was decided just now. Answers with the position of the last step if it was taken here. Each profile tells
   * by which merge the next one came: the links as they are read one by one may be of different times, and lead to somebody
   * who counts the merged profile by a later merge.
   */
  async letGo(step: StepContext, fromId: string, decided: EndUserSeparated['data'], reason: string | undefined): Promise<bigint | undefined> {
    const { tenant } = step;
    const { mergeId, mergedId, members, differentFrom } = decided;
    const separation = { mergeId, mergedId, members, differentFrom };
    const merged = await this.clusters.load(tenant, mergedId);
    if (linksOf(merged.state).survivor?.mergeId !== mergeId) return undefined;
    for (let at = fromId, through = decided.throughMergeId; through !== undefined; ) {
      at = await this.absorbedBy(tenant, at, through);
      const { state } = await this.runner.run(endUser, new PassSeparation(tenant, at, separation), step);
      through = linksOf(state).separations.find((s) => s.mergeId === mergeId)?.throughMergeId;
    }
    const key = await this.keyFor(reason, merged.state);
    return (await this.runner.run(endUser, new EndMerge(tenant, mergedId, separation, key && reason), step, key, merged)).position;
  }

  /** Who came to a profile by a merge, also when it has left since. */
  private async absorbedBy(tenant: string, endUserId: string, mergeId: string): Promise<string> {
    const absorbed = await this.eventOf(tenant, endUserId, ({ type, data }) => type === 'EndUserAbsorbed' && data.mergeId === mergeId);
    if (!absorbed) throw new Error('a merge that was made cannot be read');
    return absorbed.data.mergedId as string;
  }

  /** The second side of a declaration remembers it as long as the first one does. */
  async finishDifference(step: StepContext, { declarationId, endUserId, otherId }: Difference): Promise<bigint | undefined> {
    const { tenant } = step;
    for (let look = 0; look < maxLooks; look++) {
      // In this order: whoever takes the declaration back comes to the second side after the first.
      const second = await this.settled(tenant, otherId);
      const first = await this.settled(tenant, endUserId);
      const standing = linksOf(first.root.loaded.state).differences.find((d) => d.declarationId === declarationId);
      if (!standing) return undefined;
      const theirs = { ...standing, endUserId: otherId, otherId: endUserId };
      const done = await this.tryAt(tenant, second, (at) => this.stepAt(at, new RememberDifference(tenant, at.id, theirs), step));
      if (done) return done.position;
    }
    return refuse('merge-in-progress');
  }

  /** Likewise of a withdrawal: written down also where the declaration never came to be known, because it may be on its way. */
  async finishWithdrawal(step: StepContext, { declarationId, endUserId, otherId }: ForgetDifference['difference']): Promise<bigint | undefined> {
    const { path } = await this.settled(step.tenant, otherId);
    if (path.some(({ loaded }) => linksOf(loaded.state).withdrawn.includes(declarationId))) return undefined;
    const theirs = { declarationId, endUserId: otherId, otherId: endUserId };
    return (await this.onRootOf(step, otherId, (id) => new ForgetDifference(step.tenant, id, theirs))).position;
  }

  /** Takes a step on the profile that stands for a named one, wherever that is by then. */
  async onRootOf<T extends RememberDifference | ForgetDifference>(
    step: StepContext,
    named: string,
    make: (rootId: string) => T,
    key?: DataKey,
  ): Promise<Taken<EndUser, EndUserEvent>> {
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.settled(step.tenant, named);
      const done = await this.tryAt(step.tenant, place, (at) => this.stepAt(at, make(at.id), step, key));
      if (done) return done;
    }
    return refuse('merge-in-progress');
  }

  /** Undefined when something else was under way there; it is at its end by now. */
  async tryAt<T>(tenant: string, place: Place, take: (root: Profile) => Promise<T>): Promise<T | undefined> {
    try {
      return await take(place.root);
    } catch (error) {
      if (error instanceof MovedOn) return undefined;
      if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
      await this.finishAround(tenant, place.root.id);
      return undefined;
    }
  }

  private async eventOf(tenant: string, endUserId: string, is: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined> {
    return (await this.store.readStream(streamOf.endUser(tenant, endUserId))).findLast(is);
  }
}

/** Whether another look may not meet the refusal, once what is half done has come to its end. */
export const isPassing = (code: RefusalCode): boolean => code === 'merge-in-progress' || code === 'end-user-merged';
