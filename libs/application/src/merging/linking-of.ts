import {
  type AnyLinkStep,
  type Attempt,
  CopyDecision,
  DecideMerge,
  EndMerge,
  type EndUserSeparated,
  type Event,
  FenceMerge,
  type LinkEvent,
  linksOf,
  type MergeDecision,
  membersOf,
  PassSeparation,
  Refusal,
  type RefusalCode,
} from '@kith/domain';
import type { Clock } from '../clock';
import type { EventStore } from '../event-store';
import type { DataKey, KeyVault } from '../key-vault';
import type { PersonalData } from '../personal-data';
import { before, type Loaded, MovedOn, onlyOn, type Runner, type StepContext, type Taken, type Trace, wordOf } from '../run';
import { type ClustersOf, type Place, type Profile, pendingSeparation } from './clusters';
import { type Linked, type LinkedNoun, type StoredLink, storedLinks } from './linked-noun';

/** A merge that waits on the lower id, and on whose word. */
export interface Waiting {
  readonly loId: string;
  readonly attempt: Attempt;
  readonly step: StepContext;
}

/** How an attempt ended, and the position of the step that ended it on the lower id. */
export type Ended = MergeDecision & { readonly position: bigint | undefined };

/** After so long nobody is at work on a merge any more: it comes to nothing, unless the higher id has decided. Milliseconds. */
export const mergeTimeOutMs = 10_000;

/** How often it is looked again after something else got in between; each time means that something came to its end. */
export const maxLooks = 30;

/**
 * The steps of *merge* and *unmerge* after the first one. Each is one append and does nothing twice, and
 * anyone may take any of them at any time: the command, its retry, another command that finds it half done, the reactor.
 */
export class LinkingOf<State extends Linked> {
  constructor(
    private readonly runner: Runner,
    private readonly clusters: ClustersOf<State>,
    private readonly store: EventStore,
    private readonly vault: KeyVault,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  get noun(): LinkedNoun<State> {
    return this.clusters.noun;
  }

  load(tenant: string, id: string): Promise<Loaded<State>> {
    return this.clusters.load(tenant, id);
  }

  /** The time of decisions that look at dates, RFC 3339 UTC. */
  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** Takes a step where a profile was read just now. @throws MovedOn when its stream has moved on since */
  stepAt(at: Profile<State>, step: AnyLinkStep, word: StepContext, key?: DataKey): Promise<Taken<State, Event>> {
    return this.runner.run(onlyOn(this.noun.decider, at.loaded), step, word, key, at.loaded);
  }

  /** The key of a profile, for the words of whoever asked; undefined when there are none, or nobody may read them any more. */
  async keyFor(reason: string | undefined, { keyId }: Linked): Promise<DataKey | undefined> {
    return reason === undefined || keyId === undefined ? undefined : this.vault.find(keyId);
  }

  /**
   * Where a profile stands once nothing is under way that would change it: what was left half done is brought to its end first.
   * @throws Refusal `merge-in-progress` when there is no end to it
   */
  async settled(tenant: string, id: string): Promise<Place<State>> {
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.clusters.placeOf(tenant, id);
      if (place.isSettled) return place;
      await this.finishOn(tenant, place);
    }
    return this.noun.refuse('merge-in-progress');
  }

  /**
   * What a command left when it was asked before, and the profile that it was decided on: one on the way to the root, or one that stood above
   * it then and has parted from it since.
   * @throws Refusal `idempotency-key-reused`
   */
  async askedBefore(step: StepContext, { path }: Place<State>): Promise<{ readonly at: Profile<State>; readonly trace: Trace } | undefined> {
    const looked = [...path];
    for (const at of looked) {
      const trace = before(at.loaded, step);
      if (trace) return { at, trace };
      const hasParted = Object.values(linksOf(at.loaded.state).merges).includes('undone');
      // Only who gave an idempotency key can ask again.
      if (step.payloadMac !== undefined && hasParted) looked.push(...(await this.stoodAbove(step.tenant, at.id, looked)));
    }
    return undefined;
  }

  /** Those that a profile was ever merged into, but for known ones. */
  private async stoodAbove(tenant: string, id: string, known: readonly Profile<State>[]): Promise<readonly Profile<State>[]> {
    const links = await storedLinks(this.store, this.noun, this.noun.stream(tenant, id));
    const ids = new Set(links.filter(({ type }) => type === 'EndUserMerged').map(({ data }) => data.survivorId as string));
    const others = [...ids].filter((survivorId) => !known.some((one) => one.id === survivorId));
    return Promise.all(others.map(async (survivorId) => ({ id: survivorId, loaded: await this.load(tenant, survivorId) })));
  }

  /** Brings to its end whatever is half done on the way from a profile to its root. */
  async finishOn(tenant: string, { path, root }: Place<State>): Promise<void> {
    await this.finishReservation(tenant, root);
    for (const [i, one] of path.entries()) {
      const pending = pendingSeparation(one, path.slice(i + 1));
      if (pending) await this.finishSeparation(tenant, pending.at.id, pending.separation.mergeId);
    }
  }

  /** The same, wherever the profile stands by now. */
  async finishAround(tenant: string, id: string): Promise<void> {
    await this.finishOn(tenant, await this.clusters.placeOf(tenant, id));
  }

  /** Brings to its end the merge that a profile waits for, if it does. */
  async finishReservation(tenant: string, { id, loaded }: Profile<State>): Promise<void> {
    const { reservation } = linksOf(loaded.state);
    const waiting = reservation && (await this.waiting(tenant, id, reservation.attemptId));
    if (waiting) await this.finish(waiting);
  }

  /** Brings to its end what left this profile and is still counted by one of these, who came with it. */
  async finishSeparationsOf(tenant: string, at: Profile<State>, members: readonly string[]): Promise<void> {
    const counted = membersOf(at.id, at.loaded.state);
    for (const separation of linksOf(at.loaded.state).separations)
      if (separation.members.some((id) => members.includes(id) && !counted.includes(id))) await this.finishSeparation(tenant, at.id, separation.mergeId);
  }

  /** The merge that a profile waits for under this attempt, as its reservation tells it; undefined when it never did. */
  async waiting(tenant: string, loId: string, attemptId: string): Promise<Waiting | undefined> {
    const reserved = await this.linkOf(tenant, loId, ({ type, data }) => type === 'MergeReserved' && data.attemptId === attemptId);
    const opened = reserved && (await this.opened(reserved));
    if (opened?.link.type !== 'MergeReserved') return undefined;
    const { members: _, differentFrom: __, reason, ...attempt } = opened.link.data;
    return { loId, attempt: { ...attempt, ...(reason !== undefined && !opened.erased && { reason }) }, step: opened.step };
  }

  /** Brings an attempt to its end if it is not there yet; fenced when it was reserved (RFC 3339 UTC) too long ago. */
  async finishAttempt(tenant: string, loId: string, attemptId: string, reservedAt: string): Promise<void> {
    const { state } = await this.load(tenant, loId);
    if (linksOf(state).reservation?.attemptId !== attemptId) return;
    const waiting = await this.waiting(tenant, loId, attemptId);
    if (waiting) await this.finish(waiting, this.clock.now() - Date.parse(reservedAt) >= mergeTimeOutMs);
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
    const { position } = await this.runner.run(this.noun.decider, copy, step, key);
    return { ...decided, position: position ?? (await this.endOf(tenant, loId, attemptId)) };
  }

  private async decision(loId: string, lo: State, attempt: Attempt, step: StepContext, fenced: boolean): Promise<MergeDecision | undefined> {
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
    const { state } = await this.runner.run(this.noun.decider, fenced ? new FenceMerge(tenant, hiId, attemptId) : decide, step, key, hi);
    return linksOf(state).attempts[attemptId];
  }

  /** Position of the step that ended an attempt on the lower id. */
  private async endOf(tenant: string, loId: string, attemptId: string): Promise<bigint | undefined> {
    const ended = await this.linkOf(tenant, loId, ({ type, data }) => type !== 'MergeReserved' && data.attemptId === attemptId);
    return ended?.stored.position;
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
    const separated = await this.linkOf(tenant, fromId, ({ type, data }) => type === 'EndUserSeparated' && data.mergeId === mergeId);
    const opened = separated && (await this.opened(separated));
    if (opened?.link.type !== 'EndUserSeparated') return undefined;
    const { reason, ...data } = opened.link.data;
    return { step: opened.step, data: { ...data, ...(reason !== undefined && !opened.erased && { reason }) } };
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
      const { state } = await this.runner.run(this.noun.decider, new PassSeparation(tenant, at, separation), step);
      through = linksOf(state).separations.find((s) => s.mergeId === mergeId)?.throughMergeId;
    }
    const key = await this.keyFor(reason, merged.state);
    return (await this.runner.run(this.noun.decider, new EndMerge(tenant, mergedId, separation, key && reason), step, key, merged)).position;
  }

  /** Who came to a profile by a merge, also when it has left since. */
  private async absorbedBy(tenant: string, id: string, mergeId: string): Promise<string> {
    const absorbed = await this.linkOf(tenant, id, ({ type, data }) => type === 'EndUserAbsorbed' && data.mergeId === mergeId);
    if (!absorbed) throw new Error('a merge that was made cannot be read');
    return absorbed.data.mergedId as string;
  }

  /** Undefined when something else was under way there; it is at its end by now. */
  async tryAt<T>(tenant: string, place: Place<State>, take: (root: Profile<State>) => Promise<T>): Promise<T | undefined> {
    try {
      return await take(place.root);
    } catch (error) {
      if (error instanceof MovedOn) return undefined;
      if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
      await this.finishAround(tenant, place.root.id);
      return undefined;
    }
  }

  /** The last thing of its kind that a stream tells about links. */
  private async linkOf(tenant: string, id: string, is: (link: StoredLink) => boolean): Promise<StoredLink | undefined> {
    return (await storedLinks(this.store, this.noun, this.noun.stream(tenant, id))).findLast(is);
  }

  private async opened({ stored }: StoredLink): Promise<{ link: LinkEvent; step: StepContext; erased: boolean } | undefined> {
    const opened = await this.personal.open(stored);
    const link = this.noun.asLink(opened);
    return link && { link, step: wordOf(opened.metadata), erased: opened.erased };
  }
}

/** Whether another look may not meet the refusal, once what is half done has come to its end. */
export const isPassing = (code: RefusalCode): boolean => code === 'merge-in-progress' || code === 'end-user-merged' || code === 'organization-merged';
