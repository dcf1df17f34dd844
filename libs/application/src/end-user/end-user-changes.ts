import { type CommandContext, type EndUser, type EndUserProfile, type EndUserStep, endUser, refuse, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { type DataKey, KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { before, Runner, type StepContext } from '../run';
import { Creations } from './creations';
import { keyOf } from './key-of';

/** A command that is decided on the stream of the end user it names. */
export interface OnEndUser {
  readonly context: CommandContext;
  readonly endUserId: string;
}

/** The end user as a step is prepared for it. */
export interface Person {
  readonly state: EndUser;
  readonly key: DataKey;
  /** What it was created with; nothing once that is erased. */
  born(): Promise<EndUserProfile>;
}

/** A command that was taken, now or when it was asked before. */
export interface Change {
  readonly step: StepContext;
  readonly state: EndUser;
  /** Undefined when it was so already. */
  readonly position: bigint | undefined;
}

/** Takes the one step of a command on an end user's stream: the same rules of asking for each of them. */
@Injectable()
export class EndUserChanges {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * A command that appended is answered as it was, whatever happened since; all others are decided on what is there now.
   * `prepared` makes the step of it.
   * @throws Refusal of the decider, `end-user-not-found`, `state-changed` or `idempotency-key-reused`
   */
  async take(command: OnEndUser, prepared: (person: Person) => EndUserStep | Promise<EndUserStep>): Promise<Change> {
    const { context, ...payload } = command;
    const { tenant } = context;
    const { endUserId } = command;
    const step = asked(await this.identifiers.of(tenant), context, [command.constructor.name, payload], () => this.newIds.next());
    const loaded = await this.creations.endUser(tenant, endUserId);
    const trace = before(loaded, step);
    if (trace) return { step, state: loaded.state, position: trace.position };
    if (loaded.state.keyId === undefined) refuse('end-user-not-found');
    await this.unedited(tenant, endUserId, step.seenPosition);
    const key = await keyOf(this.vault, loaded.state);
    const taken = await prepared({ state: loaded.state, key, born: () => this.born(tenant, endUserId) });
    const { state, position } = await this.runner.once(endUser, taken, step, key, loaded);
    return { step, state, position };
  }

  /** What is shown also changes on other streams, such as those of its contact points: the stream alone cannot tell. */
  private async unedited(tenant: string, endUserId: string, seenPosition: bigint | undefined): Promise<void> {
    if (seenPosition === undefined) return;
    const editedAt = await this.held.editedAt(tenant, endUserId);
    if (editedAt !== undefined && editedAt > seenPosition) refuse('state-changed', 'It has changed since you read it: read it again.');
  }

  private async born(tenant: string, endUserId: string): Promise<EndUserProfile> {
    const [first] = await this.store.readStream(streamOf.endUser(tenant, endUserId), { limit: 1 });
    const opened = first && (await this.personal.open(first));
    return opened?.type === 'EndUserCreated' && !opened.erased ? opened.data : {};
  }
}
