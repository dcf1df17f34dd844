import {
  type CommandContext,
  type Decider,
  type EndUser,
  type EndUserEvent,
  type EndUserProfile,
  type EndUserStep,
  endUser,
  membersOf,
  Refusal,
  refuse,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { type DataKey, KeyVault } from '../key-vault';
import { Linking } from '../merging/linking';
import { isPassing } from '../merging/linking-of';
import { PersonalData } from '../personal-data';
import { assertAsSeen, Runner, type StepContext } from '../run';
import { bornProfile } from './born-profile';
import { keyOf } from './key-of';

/** A command that is decided on the stream of the end user it names. */
export interface OnEndUser {
  readonly context: CommandContext;
  readonly endUserId: string;
}

/** The end user as a step is prepared for it: the profile that stands for the one that a command names. */
export interface Person {
  readonly id: string;
  /** The profiles that it stands for, itself first. */
  readonly members: readonly string[];
  readonly state: EndUser;
  readonly key: DataKey;
  /** What it was created with; nothing once that is erased. */
  born(): Promise<EndUserProfile>;
}

/** A command that was taken, now or when it was asked before. */
export interface Change {
  readonly step: StepContext;
  /** The profile that it was decided on. */
  readonly canonicalId: string;
  readonly state: EndUser;
  /** Undefined when it was so already. */
  readonly position: bigint | undefined;
}

/** Looks again at most so often after the end user was merged, or came out of a cluster, between reading and writing. */
const maxLooks = 10;

/** Takes the one step of a command on an end user's stream: the same rules of asking for each of them. */
@Injectable()
export class EndUserChanges {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * A command that appended is answered as it was, whatever happened since; all others are decided on what is there now, on the
   * stream of the canonical end user. `prepared` makes the step of it.
   * @throws Refusal of the decider, `end-user-not-found`, `state-changed` or `idempotency-key-reused`
   */
  async take(command: OnEndUser, prepared: (person: Person, step: StepContext) => EndUserStep | Promise<EndUserStep>): Promise<Change> {
    const { context, ...payload } = command;
    const { endUserId } = command;
    const step = asked(await this.identifiers.of(context.tenant), context, [command.constructor.name, payload], () => this.newIds.next());
    return this.takeAs(step, endUserId, prepared);
  }

  /** The same on a word that is known already. @throws Refusal like {@link take} */
  async takeAs(step: StepContext, endUserId: string, prepared: (person: Person, step: StepContext) => EndUserStep | Promise<EndUserStep>): Promise<Change> {
    const { tenant } = step;
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.linking.settled(tenant, endUserId);
      const known = await this.linking.askedBefore(step, place);
      if (known) return { step, canonicalId: known.at.id, state: known.at.loaded.state, position: known.trace.position };
      const { id, loaded } = place.root;
      if (loaded.state.keyId === undefined) refuse('end-user-not-found');
      if (loaded.state.status === 'erased') refuse('end-user-erased');
      assertAsSeen(loaded.position, step);
      await this.assertUnedited(id, step);
      const key = await keyOf(this.vault, loaded.state);
      const members = membersOf(id, loaded.state);
      const taken = await prepared({ id, members, state: loaded.state, key, born: () => bornProfile(this.store, this.personal, tenant, id) }, step);
      try {
        const { state, position } = await this.runner.once(standingFor(id, endUserId), taken, step, key, loaded);
        return { step, canonicalId: id, state, position };
      } catch (error) {
        if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
        await this.linking.finishAround(tenant, endUserId);
      }
    }
    return refuse('merge-in-progress');
  }

  /** What is shown also changes on other streams, such as those of its contact points: the stream alone cannot tell. */
  private async assertUnedited(endUserId: string, step: StepContext): Promise<void> {
    if (step.seenPosition === undefined) return;
    const editedAt = await this.held.editedAt(step.tenant, endUserId);
    if (editedAt !== undefined) assertAsSeen(editedAt, step);
  }
}

/** The rules of end users for a profile that must still stand for the named one when it decides. */
const standingFor = (id: string, named: string): Decider<EndUser, EndUserStep, EndUserEvent> => ({
  ...endUser,
  decide(step, state) {
    if (!membersOf(id, state).includes(named)) refuse('end-user-merged');
    return endUser.decide(step, state);
  },
});
