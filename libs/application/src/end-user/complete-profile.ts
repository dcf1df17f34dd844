import { type ContactPointAttached, contactPoint, idInStream, mayHold, ReleasePoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reactor } from '../react';
import { Runner, type StepContext, wordOf } from '../run';
import { Creations } from './creations';

/** Bring to its end whatever an attach was part of: a creation cut off half way is completed, or abandoned and released. */
export class SettleAttached {
  constructor(
    /** The word on which the point was attached. */
    readonly step: StepContext,
    readonly digest: string,
    readonly endUserId: string,
  ) {}
}

/**
 * The reactor behind the protocol *create*: no claim stays without a living profile. It looks at every attach, so that
 * a claim that arrives late for an end user who was abandoned or deleted is released too.
 */
export const completeProfile: Reactor<ContactPointAttached> = {
  name: 'complete-profile',
  graceMs: 1_000,
  on: {
    ContactPointAttached: ({ metadata, stream, data }) => [new SettleAttached(wordOf(metadata), idInStream(stream), data.endUserId)],
  },
};

@CommandHandler(SettleAttached)
export class SettleAttachedHandler implements ICommandHandler<SettleAttached, void> {
  constructor(
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Runner) private readonly runner: Runner,
  ) {}

  async execute({ step, digest, endUserId }: SettleAttached): Promise<void> {
    const { state } = await this.creations.endUser(step.tenant, endUserId);
    if (state.status === 'active' || state.status === 'suspended') return;
    const holder = await this.creations.settledHolder(step.tenant, digest, endUserId);
    if (mayHold(holder)) return;
    const cause = holder.status === 'abandoned' ? 'lost-race' : 'deleted';
    await this.runner.run(contactPoint, new ReleasePoint(step.tenant, digest, endUserId, cause), reacting(step));
  }
}

/** What a reactor does on its own account, caused by the command it follows. */
const reacting = (step: StepContext): StepContext => ({ ...step, actor: { kind: 'reactor', id: completeProfile.name }, causationId: step.commandId });
