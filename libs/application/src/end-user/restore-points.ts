import { type ContactPointReleased, type EndUserRestored, type EndUserUnmerged, idInStream, membersOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HeldPoints } from '../held-points';
import type { Reactor } from '../react';
import type { StepContext } from '../run';
import { Creations } from './creations';
import { reactingTo } from './reacting-to';
import { Restorations } from './restorations';

/** Bring back what an end user and its members lost by a deletion that holds no more. */
export class RestorePoints {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    /** Position of the restoration, or of the unmerge by which a deletion holds no more for it. */
    readonly restoredAt: bigint,
  ) {}
}

/** Bring a point that was let go of back to whoever lost it by a deletion and was restored. */
export class RestorePoint {
  constructor(
    readonly step: StepContext,
    readonly digest: string,
  ) {}
}

/**
 * The reactor behind *restore*: a standing rule, not one look. It looks at every release too, because one may come after the
 * restoration: a late one of the deletion itself, or of somebody who held the point meanwhile and had no right to it.
 */
export const restorePoints: Reactor<EndUserRestored | EndUserUnmerged | ContactPointReleased> = {
  name: 'restore-points',
  graceMs: 1_000,
  on: {
    EndUserRestored: ({ metadata, stream, position }) => [new RestorePoints(reactingTo(metadata, restorePoints.name), idInStream(stream), position)],
    EndUserUnmerged: ({ metadata, stream, position }) => [new RestorePoints(reactingTo(metadata, restorePoints.name), idInStream(stream), position)],
    ContactPointReleased: ({ metadata, stream }) => [new RestorePoint(reactingTo(metadata, restorePoints.name), idInStream(stream))],
  },
};

@CommandHandler(RestorePoints)
export class RestorePointsHandler implements ICommandHandler<RestorePoints, void> {
  constructor(
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(Restorations) private readonly restorations: Restorations,
    @Inject(Creations) private readonly creations: Creations,
  ) {}

  /** @throws HeldPointsBehind while the list does not know yet what was lost */
  async execute({ step, endUserId, restoredAt }: RestorePoints): Promise<void> {
    const { tenant } = step;
    for (const member of membersOf(endUserId, (await this.creations.endUser(tenant, endUserId)).state))
      for (const { digest } of await this.held.releasedFrom(tenant, member, restoredAt)) await this.restorations.bringBack(step, member, digest);
  }
}

@CommandHandler(RestorePoint)
export class RestorePointHandler implements ICommandHandler<RestorePoint, void> {
  constructor(@Inject(Restorations) private readonly restorations: Restorations) {}

  execute({ step, digest }: RestorePoint): Promise<void> {
    return this.restorations.bringBackToAny(step, digest);
  }
}
