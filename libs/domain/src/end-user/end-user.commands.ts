import type { CommandContext } from '../command';
import type { GivenPoint } from '../contact-point/contact-point.commands';
import type { EndUserProfile, Origin } from './end-user.events';

/** Create an end user with the given contact points; refused with the holder when one is taken. */
export class CreateEndUser {
  constructor(
    readonly context: CommandContext,
    readonly origin: Origin,
    readonly profile: EndUserProfile,
    readonly points: readonly GivenPoint[],
  ) {}
}

/** Step on the end user's stream: all points are held, the profile comes to life. */
export class CompleteEndUser {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly origin: Origin,
    readonly profile: EndUserProfile,
  ) {}
}

/** Step on the end user's stream: a point was lost, so this id is never an end user. */
export class AbandonEndUser {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    /** Digest of the point that was lost. */
    readonly lostPoint: string,
    readonly holderId: string,
  ) {}
}

export class SuspendEndUser {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

export class ReinstateEndUser {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

export class DeleteEndUser {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

export type EndUserStep = CompleteEndUser | AbandonEndUser | SuspendEndUser | ReinstateEndUser | DeleteEndUser;
