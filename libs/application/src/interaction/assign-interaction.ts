import { AssignInteraction, GiveInteraction, type Interaction, interaction, living, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { keyOf } from '../end-user/key-of';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Memberships } from '../membership/memberships';
import { Linking } from '../merging/linking';
import { before, Runner } from '../run';

export interface AssignInteractionAnswer {
  readonly interactionId: string;
  /** The profile that has it. */
  readonly endUserId: string;
  /** The one that stands for it. */
  readonly canonicalId: string;
  /** Which of the person's organizations it counts for. */
  readonly organizationId: string | null;
  /** Null when it was theirs already. */
  readonly position: bigint | null;
}

@CommandHandler(AssignInteraction)
export class AssignInteractionHandler implements ICommandHandler<AssignInteraction, AssignInteractionAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  async execute({ context, interactionId, endUserId, reason }: AssignInteraction): Promise<AssignInteractionAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['AssignInteraction', interactionId, endUserId, reason ?? null], () => this.newIds.next());
    const { named, root } = await this.linking.named(tenant, endUserId);
    const { canonicalId } = named;
    const known = await this.runner.load(interaction, streamOf.interaction(tenant, interactionId));
    const trace = before(known, step);
    // Also when whose it was said to be is gone by now.
    if (trace) return answerOf(interactionId, known.state, canonicalId, trace.position);
    const person = living(root.state);
    const organizationId = (await this.memberships.defaultOrganizationOf(tenant, named, root.state)) ?? undefined;
    const give = new GiveInteraction(tenant, interactionId, canonicalId, reason, named.members, organizationId);
    const { state, position } = await this.runner.once(interaction, give, step, await keyOf(this.vault, person), known);
    return answerOf(interactionId, state, canonicalId, position);
  }
}

function answerOf(interactionId: string, state: Interaction, canonicalId: string, position: bigint | undefined): AssignInteractionAnswer {
  const counts = state.assignedTo === undefined ? state.recorded?.organizationId : state.assignedFor;
  return { interactionId, endUserId: state.assignedTo ?? canonicalId, canonicalId, organizationId: counts ?? null, position: position ?? null };
}
