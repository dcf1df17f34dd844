import { AttachPoint, ChangeLifecycle, contactPoint, endUser, linksOf, membersOf, Refusal, ReleasePoint, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { identityOf } from '../contact-point/contact-points';
import { keyOf } from '../end-user/key-of';
import { KeyVault } from '../key-vault';
import { Linking } from '../merging/linking';
import { isPassing } from '../merging/linking-of';
import { MovedOn, onlyOn, Runner } from '../run';
import { DailyUse } from './daily-use';
import { FootprintFold } from './footprint';
import type { KeptCode, KeptPart } from './kept-code';
import { hiddenByTakingAway, otherProfilesOf } from './other-profiles';
import { choicesToTakeBack, type PointsTakenBack, pointsToTakeBack } from './revert-points';
import type { Reverting } from './reverting';
import { choicesBack, type StepBack, stepsBack } from './steps-back';
import { TouchedPeople, type TouchedPerson, type TouchedPoint } from './touched-people';

/** A part of the log, by positions: behind the one, up to and with the other. */
export interface Stretch {
  readonly after: bigint;
  readonly to: bigint;
}

/** What came of an end user. */
export interface TakenBack {
  /** Something of the import was undone on it. */
  readonly undone: boolean;
  readonly kept: readonly KeptPart[];
  /** It was deleted, or gave back contact points: whether nobody had just used them is to be looked at once more. */
  readonly isToConfirm?: true;
}

const nothing: TakenBack = { undone: false, kept: [] };

/** Looks again at most so often after something else was written in between. */
const maxLooks = 30;
/** More than an import can have left on one end user: contact points, organizations, and one of each other thing. */
const mostSteps = 10_000;

/**
 * Undoes what an import did to one end user. Whatever is decided is decided on what the streams say, those of an earlier try that was cut off
 * among it: so it comes to the same however often it is done. A step is taken only on a stream that is as it was read.
 */
@Injectable()
export class RevertEndUser {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(TouchedPeople) private readonly people: TouchedPeople,
    @Inject(DailyUse) private readonly use: DailyUse,
  ) {}

  /**
   * @param within nothing is done, and undefined answered, when the import first came to it elsewhere in the log: it is undone with that
   * @param upTo what read models are to know
   */
  takeBack(reverting: Reverting, id: string, within: Stretch, upTo: bigint): Promise<TakenBack | undefined> {
    return this.onSettled(reverting, id, async () => {
      for (let steps = 0; steps < mostSteps; steps++) {
        const person = await this.people.read(reverting, id, upTo);
        const { first } = person;
        if (first === undefined || first <= within.after || first > within.to) return undefined;
        if (person.isCreated) return this.takeBackCreated(reverting, person);
        const done = await this.takeBackNext(reverting, person);
        if (done) return done;
      }
      throw new Error('undoing an import comes to no end with an end user');
    });
  }

  /** Deleted, unless something happened with it; one that this has deleted before comes back when something had got in between, unseen. */
  private async takeBackCreated(reverting: Reverting, person: TouchedPerson): Promise<TakenBack> {
    const { tenant } = reverting;
    const { id, loaded } = person;
    const isGone = isGoneBy(reverting, person);
    if (!isGone && loaded.state.status !== 'active' && loaded.state.status !== 'suspended') return nothing;
    const why = await this.whyKept(reverting, person);
    if (why === undefined && !isGone) await this.onItself(reverting, person, { what: 'delete', step: new ChangeLifecycle(tenant, id, 'delete') });
    if (why !== undefined && isGone) await this.onItself(reverting, person, { what: 'restore', step: new ChangeLifecycle(tenant, id, 'restore') });
    return why === undefined ? { undone: true, kept: [], isToConfirm: true } : { undone: false, kept: [{ field: '', code: why }] };
  }

  /** Why an end user that the import created stays; undefined for one with whom nothing happened. */
  private async whyKept(reverting: Reverting, { id, events, loaded, points }: TouchedPerson): Promise<KeptCode | undefined> {
    const { tenant } = reverting;
    if (linksOf(loaded.state).survivor || membersOf(id, loaded.state).length > 1) return 'merged-since';
    if (await this.use.isContacted(tenant, id)) return 'contacted-since';
    const isOthers = ({ metadata }: TouchedPerson['events'][number]) => reverting.doerOf(metadata) === 'other';
    // Who takes over a point from somebody who is gone lets go of it in their stead.
    const byPoints = points
      .flatMap((point) => point.events)
      .filter(({ type, data }) => type !== 'ContactPointReleased' || !isPassingOn.has(data.cause as string));
    return [...events, ...byPoints].some(isOthers) ? 'changed-since' : undefined;
  }

  /** Does the next thing that is to be done; undefined as long as there may be more. */
  private async takeBackNext(reverting: Reverting, person: TouchedPerson): Promise<TakenBack | undefined> {
    const { tenant } = reverting;
    const { id, loaded } = person;
    const { state } = loaded;
    if (state.status === 'unknown' || state.status === 'abandoned' || state.status === 'erased') return nothing;
    const done = await this.people.opened(reverting, person);
    const fold = new FootprintFold();
    for (const one of done) fold.apply(one);
    const said = fold.footprint;
    const points = await pointsToTakeBack(reverting, person, this.use);
    const others = await otherProfilesOf(reverting, person, this.people);
    const hidden = hiddenByTakingAway(said, others);
    const key = await keyOf(this.vault, state);
    const [detach] = points.detach;
    const [giveBack] = points.giveBack;
    // What is chosen hangs on what is held.
    const choices =
      detach || giveBack ? [] : choicesToTakeBack(person, said, [id, ...others.keys()], (member, channel) => others.get(member)?.chosen.get(channel));
    const [next] = [...stepsBack(tenant, id, key, done, hidden.footprint), ...choicesBack(tenant, id, choices)];
    const undone = [...person.events, ...person.points.flatMap((point) => point.events)].some(({ metadata }) => reverting.doerOf(metadata) === 'revert');
    const kept = distinct([...said.kept, ...points.kept, ...hidden.kept]);
    if (!next && !detach && !giveBack) return { undone, kept, ...(undone && person.points.length > 0 && { isToConfirm: true }) };
    // What is sealed or hidden decides nothing any more.
    if (linksOf(state).survivor) return { undone, kept: [{ field: '', code: 'merged-since' }] };
    if (state.status === 'deleted') return { undone, kept: [{ field: '', code: 'deleted-since' }] };
    if (detach) await this.detach(reverting, id, detach);
    else if (giveBack) await this.attachAgain(reverting, person, giveBack);
    else if (next) await this.onItself(reverting, person, next);
    return undefined;
  }

  private async detach(reverting: Reverting, id: string, { digest, loaded }: TouchedPoint): Promise<void> {
    const release = new ReleasePoint(reverting.tenant, digest, id, 'detached');
    await this.runner.once(onlyOn(contactPoint, loaded), release, reverting.word(`${id}.point.${digest}`), undefined, loaded);
  }

  /** As the import had attached it. */
  private async attachAgain(reverting: Reverting, { id, loaded: person }: TouchedPerson, point: PointsTakenBack['giveBack'][number]): Promise<void> {
    const { digest, loaded, attached } = point;
    const { data } = (await this.people.openedPoint(attached)) ?? {};
    if (!data) throw new Error('the contact point of somebody who is not erased cannot be read');
    const attach = new AttachPoint(reverting.tenant, digest, id, identityOf(data), data.verified);
    const word = reverting.word(`${id}.point.${digest}.again`);
    await this.runner.once(onlyOn(contactPoint, loaded), attach, word, await keyOf(this.vault, person.state), loaded);
  }

  private async onItself(reverting: Reverting, { id, loaded }: TouchedPerson, { what, step }: StepBack): Promise<void> {
    const taken = await this.runner.once(onlyOn(endUser, loaded), step, reverting.word(`${id}.${what}`), await keyOf(this.vault, loaded.state), loaded);
    // Else it would be looked for again and again.
    if (taken.position === undefined) throw new Error(`undoing an import did nothing to ${what} of an end user`);
  }

  /** Looks again when something was written in between, and brings to its end what stands in the way. */
  private async onSettled<T>({ tenant }: Reverting, id: string, act: () => Promise<T>): Promise<T> {
    for (let look = 0; look < maxLooks; look++) {
      try {
        return await act();
      } catch (error) {
        if (error instanceof MovedOn) continue;
        if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
        await this.linking.finishAround(tenant, id);
      }
    }
    return refuse('too-contested');
  }
}

/** Causes for which a point is let go of by whoever comes across it. */
const isPassingOn: ReadonlySet<string> = new Set(['deleted', 'erased', 'lost-race']);

/** Whether the undoing of the import has deleted it, and it is so still. */
const isGoneBy = (reverting: Reverting, { events, loaded }: TouchedPerson): boolean => {
  const deleted = loaded.state.status === 'deleted' && events.findLast(({ type }) => type === 'EndUserDeleted');
  return deleted ? reverting.doerOf(deleted.metadata) === 'revert' : false;
};

const distinct = (kept: readonly KeptPart[]): readonly KeptPart[] => [...new Map(kept.map((part) => [`${part.field} ${part.code}`, part])).values()];
