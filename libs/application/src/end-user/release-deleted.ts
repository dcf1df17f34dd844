import { contactPoint, type EndUserDeleted, idInStream, membersOf, ReleasePoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HeldPoints } from '../held-points';
import type { Reactor } from '../react';
import { Runner, type StepContext } from '../run';
import { Creations } from './creations';
import { reactingTo } from './reacting-to';

/** Give back what a deleted end user holds. */
export class ReleaseDeleted {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    /** Position of the deletion. */
    readonly deletedAt: bigint,
  ) {}
}

/**
 * The reactor behind *delete*: no deleted end user keeps a point. What is attached after the deletion is not in its list:
 * that is seen to by `complete-profile`, which looks at every attach.
 */
export const releaseDeleted: Reactor<EndUserDeleted> = {
  name: 'release-deleted',
  graceMs: 0,
  on: {
    EndUserDeleted: ({ metadata, stream, position }) => [new ReleaseDeleted(reactingTo(metadata, releaseDeleted.name), idInStream(stream), position)],
  },
};

@CommandHandler(ReleaseDeleted)
export class ReleaseDeletedHandler implements ICommandHandler<ReleaseDeleted, void> {
  constructor(
    @Inject(Creations) private readonly creations: Creations,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(Runner) private readonly runner: Runner,
  ) {}

  /** @throws HeldPointsBehind while the list does not know yet what there was at the deletion */
  async execute({ step, endUserId, deletedAt }: ReleaseDeleted): Promise<void> {
    const { tenant } = step;
    const members = membersOf(endUserId, (await this.creations.endUser(tenant, endUserId)).state);
    for (const member of members)
      for (const digest of await this.held.heldBy(tenant, member, deletedAt)) {
        // Restored meanwhile, or come out of the cluster: what it still has it keeps.
        const { state } = await this.creations.endUser(tenant, endUserId);
        if (state.status !== 'deleted' || !membersOf(endUserId, state).includes(member)) break;
        await this.runner.run(contactPoint, new ReleasePoint(tenant, digest, member, 'deleted'), step);
      }
  }
}
