import { AssignInteraction, GiveInteraction, interaction, living } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { keyOf } from '../end-user/key-of';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Runner } from '../run';

export interface AssignInteractionAnswer {
  readonly interactionId: string;
  readonly endUserId: string;
  /** Null when it was theirs already. */
  readonly position: bigint | null;
}

@CommandHandler(AssignInteraction)
export class AssignInteractionHandler implements ICommandHandler<AssignInteraction, AssignInteractionAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, interactionId, endUserId, reason }: AssignInteraction): Promise<AssignInteractionAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['AssignInteraction', interactionId, endUserId, reason ?? null], () => this.newIds.next());
    const person = living((await this.creations.endUser(tenant, endUserId)).state);
    const give = new GiveInteraction(tenant, interactionId, endUserId, reason);
    const { position } = await this.runner.once(interaction, give, step, await keyOf(this.vault, person));
    return { interactionId, endUserId, position: position ?? null };
  }
}
