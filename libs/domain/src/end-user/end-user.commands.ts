import type { CommandContext } from '../command';
import type { GivenPoint } from '../contact-point/contact-point.commands';
import type { MembershipStep } from '../membership/membership.commands';
import type { EndUserErasureCertified, EndUserProfile, Marks, Origin, ProfileChanges } from './end-user.events';
import type { AnyLinkStep } from './link.commands';

/** Create an end user with the given contact points; refused with the holder when one is taken. */
export class CreateEndUser {
  constructor(
    readonly context: CommandContext,
    readonly origin: Origin,
    readonly profile: EndUserProfile,
    readonly points: readonly GivenPoint[],
  ) {}
}

/** Change what a profile says. */
export class ChangeEndUserProfile {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly changes: ProfileChanges,
  ) {}
}

/** Put tags on an end user; those that are there already stay. */
export class TagEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly tags: readonly string[],
  ) {}
}

/** Take tags off an end user; those that are not there are no matter. */
export class UntagEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly tags: readonly string[],
  ) {}
}

/** Write down something about an end user. */
export class NoteEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly note: string,
  ) {}
}

/** Choose the contact point to use on its channel; refused when the end user does not hold it. */
export class ChoosePrimaryContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly point: GivenPoint,
  ) {}
}

/** Match contacts as before, but say that the end user is suspended. */
export class SuspendEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

/** End a suspension. */
export class ReinstateEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

/** Hide an end user and free its contact points; it can be restored. */
export class DeleteEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

/** Bring a deleted end user back, with those of its contact points that are free. */
export class RestoreEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

/** Erase one profile of a cluster, or the whole person that it belongs to; nobody can read again what was written of it. */
export class EraseEndUser {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly scope: 'profile' | 'person',
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

/** A value of a change: where it stands in the profile, and what stands for it in clear. */
export interface MarkedValue<Name extends string = Exclude<keyof ProfileChanges, 'fields'>> {
  readonly path: readonly [Name] | readonly ['fields', string];
  readonly slot: string;
  readonly mark: string;
}

/** Step on the end user's stream: the profile says this. `born` marks what it was created with. */
export class ChangeProfile {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly changes: ProfileChanges,
    readonly values: readonly MarkedValue[],
    readonly born: Marks,
    /** The slots of the values that are no custom fields. */
    readonly plainSlots: readonly string[],
  ) {}
}

/** A tag and what stands for it in clear. */
export interface MarkedTag {
  readonly tag: string;
  readonly mark: string;
}

/** Step on the end user's stream: these tags are on it, or are not. `born` marks the tags it was created with. */
export class SetTags {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly on: boolean,
    readonly tags: readonly MarkedTag[],
    readonly born: readonly string[],
  ) {}
}

/** Step on the end user's stream: a note. */
export class AddNote {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly note: string,
  ) {}
}

/** Step on the end user's stream: the contact point to use on its channel. */
export class ChoosePrimary {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly channel: string,
    readonly contactPointId: string,
  ) {}
}

/** What can become of a profile that is there. */
export type Lifecycle = 'suspend' | 'reinstate' | 'delete' | 'restore';

/** Step on the end user's stream: from one state of its life to another. */
export class ChangeLifecycle {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly to: Lifecycle,
    readonly reason?: string,
  ) {}
}

/** Step on the end user's stream: its key is about to be destroyed. */
export class EraseProfile {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly scope: 'profile' | 'person',
    /** Of a person, on the profile that stands for it: all that are erased, this one first. None on each of the others. */
    readonly members: readonly string[],
  ) {}
}

/** Step on the end user's stream: nothing of its erasure is left to do. */
export class CertifyErasure {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly certificate: EndUserErasureCertified['data'],
  ) {}
}

export type EndUserStep =
  | CompleteEndUser
  | AbandonEndUser
  | ChangeProfile
  | SetTags
  | AddNote
  | ChoosePrimary
  | ChangeLifecycle
  | EraseProfile
  | CertifyErasure
  | AnyLinkStep
  | MembershipStep;
