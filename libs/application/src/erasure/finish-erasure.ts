import { type EndUserErased, type InteractionAssigned, idInStream } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reactingTo } from '../end-user/reacting-to';
import type { Reactor } from '../react';
import type { StepContext } from '../run';
import { Erasures, isPart } from './erasures';
import { GiveBack } from './give-back';

/** Bring an erasure to its end: every profile, every key, every contact point. */
export class FinishErasure {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    readonly erasureId: string,
  ) {}
}

/** Destroy the key of an interaction if it was assigned to somebody who is erased. */
export class ForgetAssigned {
  constructor(
    readonly tenant: string,
    readonly interactionId: string,
    readonly endUserId: string,
  ) {}
}

/**
 * The reactor behind *erase*. What an erased profile gets afterwards is seen to as well: contact points by `complete-profile`,
 * which looks at every attach, interactions here.
 */
export const finishErasure: Reactor<EndUserErased | InteractionAssigned> = {
  name: 'finish-erasure',
  graceMs: 0,
  on: {
    EndUserErased: ({ metadata, stream, data }) =>
      isPart(data) ? [] : [new FinishErasure(reactingTo(metadata, finishErasure.name), idInStream(stream), metadata.eventId)],
    InteractionAssigned: ({ metadata: { tenant }, stream, data }) => [new ForgetAssigned(tenant, idInStream(stream), data.endUserId)],
  },
};

@CommandHandler(FinishErasure)
export class FinishErasureHandler implements ICommandHandler<FinishErasure, void> {
  constructor(
    @Inject(Erasures) private readonly erasures: Erasures,
    @Inject(GiveBack) private readonly giveBack: GiveBack,
  ) {}

  /** @throws HeldPointsBehind while the read models do not know yet what there was */
  async execute({ step, endUserId, erasureId }: FinishErasure): Promise<void> {
    const erasure = (await this.erasures.on(step.tenant, endUserId)).find((one) => one.erasureId === erasureId);
    if (erasure && !erasure.certificate) await this.giveBack.of(erasure, await this.erasures.carryOut(erasure), step);
  }
}

@CommandHandler(ForgetAssigned)
export class ForgetAssignedHandler implements ICommandHandler<ForgetAssigned, void> {
  constructor(@Inject(GiveBack) private readonly giveBack: GiveBack) {}

  execute({ tenant, interactionId, endUserId }: ForgetAssigned): Promise<void> {
    return this.giveBack.assignedTo(tenant, interactionId, endUserId);
  }
}
