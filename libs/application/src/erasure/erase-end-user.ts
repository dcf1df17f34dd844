import { EraseEndUser, EraseProfile, endUser, membersOf, Refusal, refuse } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { Clusters, type Place, type Profile } from '../merging/clusters';
import { Linking } from '../merging/linking';
import { isPassing } from '../merging/linking-of';
import { assertAsSeen, before, MovedOn, onlyOn, Runner, type StepContext } from '../run';
import { type Erasure, Erasures } from './erasures';

/** The answer to an erasure. */
export interface EraseEndUserAnswer {
  /** The one that the command named. */
  readonly endUserId: string;
  readonly scope: 'profile' | 'person';
  /** All that are erased, the one on whose stream it was committed first. */
  readonly profiles: readonly string[];
  /** Of the last profile's erasure; null when it was so already. */
  readonly position: bigint | null;
}

/** Looks again at most so often after something else got in between. */
const maxLooks = 30;

@CommandHandler(EraseEndUser)
export class EraseEndUserHandler implements ICommandHandler<EraseEndUser, EraseEndUserAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Erasures) private readonly erasures: Erasures,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * When it is answered, no key is left that opens what was written of those who are erased.
   * @throws Refusal `end-user-not-found`, `state-changed`, `idempotency-key-reused`, `merge-in-progress` when others keep getting in between
   */
  async execute({ context, endUserId, scope }: EraseEndUser): Promise<EraseEndUserAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['EraseEndUser', { endUserId, scope }], () => this.newIds.next());
    for (let look = 0; look < maxLooks; look++) {
      const place = scope === 'person' ? await this.linking.settled(tenant, endUserId) : await this.clusters.placeOf(tenant, endUserId);
      const known = await this.askedBefore(step, place, scope);
      if (known !== undefined) return this.carriedOut(endUserId, tenant, known, step);
      const at = scope === 'person' ? place.root : (place.path[0] ?? place.root);
      await this.assertUnseen(step, place);
      try {
        const members = scope === 'person' ? membersOf(at.id, at.loaded.state) : [];
        const { position } = await this.runner.run(onlyOn(endUser, at.loaded), new EraseProfile(tenant, at.id, scope, members), step, undefined, at.loaded);
        return await this.carriedOut(endUserId, tenant, at.id, position === undefined ? undefined : step);
      } catch (error) {
        if (error instanceof MovedOn) continue;
        if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
        await this.linking.finishReservation(tenant, at);
        await this.linking.finishAround(tenant, endUserId);
      }
    }
    return refuse('merge-in-progress');
  }

  /** The profile on which this very command committed before; undefined when it never did. @throws Refusal `idempotency-key-reused` */
  private async askedBefore(step: StepContext, place: Place, scope: EraseEndUser['scope']): Promise<string | undefined> {
    const [named] = place.path;
    if (scope === 'profile') return named && before(named.loaded, step) ? named.id : undefined;
    const known = (await this.linking.askedBefore(step, place))?.at;
    return known && (await this.committing(step, known));
  }

  /** A profile that was erased with its person bears the trace, too. */
  private async committing({ tenant, commandId }: StepContext, { id }: Profile): Promise<string> {
    const erasure = await this.erasures.find(tenant, id);
    return erasure?.step.commandId === commandId ? erasure.endUserId : id;
  }

  /** Whoever sent what they saw erases nobody who has changed since. */
  private async assertUnseen(step: StepContext, { canonical }: Place): Promise<void> {
    if (step.seenPosition === undefined) return;
    assertAsSeen(canonical.loaded.position, step);
    const editedAt = await this.held.editedAt(step.tenant, canonical.id);
    if (editedAt !== undefined) assertAsSeen(editedAt, step);
  }

  /** @param word undefined when it was so already: then it is brought to its end all the same, because keys must be gone when this is answered */
  private async carriedOut(endUserId: string, tenant: string, at: string, word: StepContext | undefined): Promise<EraseEndUserAnswer> {
    const all = await this.erasures.on(tenant, at);
    const own: Erasure | undefined = word ? all.findLast(({ step }) => step.commandId === word.commandId) : await this.erasures.find(tenant, at);
    if (!own) throw new Error('an erasure that was committed cannot be read');
    const last = await this.erasures.carryOut(own);
    return { endUserId, scope: own.scope, profiles: own.profiles, position: word ? last : null };
  }
}
