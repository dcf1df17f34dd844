import type { CommandContext } from '../command';
import type { Creation, PointIdentity, ReleaseCause, TransferCause } from './contact-point.events';

/** A contact point as a caller gives it. `scope` only for channels whose ids need one. */
export interface GivenPoint {
  readonly channel: string;
  readonly value: string;
  readonly scope?: string;
  readonly verified?: boolean;
}

/** Attach a contact point to an end user; refused with its holder when taken. */
export class AttachContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly point: GivenPoint,
  ) {}
}

/** Take a contact point off the end user who holds it. */
export class DetachContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly point: GivenPoint,
  ) {}
}

/** The end user has shown that a contact point is theirs. */
export class VerifyContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly point: GivenPoint,
  ) {}
}

/** Give a contact point from the end user who holds it to another one, in one step. */
export class TransferContactPoint {
  constructor(
    readonly context: CommandContext,
    /** Who holds it. */
    readonly endUserId: string,
    readonly point: GivenPoint,
    readonly toId: string,
    readonly cause: TransferCause,
  ) {}
}

/** Let several end users hold a contact point: a switchboard, a family's phone. From then on it decides nothing alone. */
export class ShareContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly point: GivenPoint,
    readonly reason?: string,
  ) {}
}

/** Back to one holder at most; refused while there are more. */
export class UnshareContactPoint {
  constructor(
    readonly context: CommandContext,
    readonly point: GivenPoint,
    readonly reason?: string,
  ) {}
}

/** Step on the point's stream: hold it for this end user. */
export class AttachPoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly endUserId: string,
    readonly point: PointIdentity,
    readonly verified: boolean,
    /** Set on a claim: what is being created. */
    readonly creates?: Creation,
    /** Holders known to be deleted or erased: they count as none and are released in the same append. */
    readonly gone: readonly string[] = [],
    /** Of those, the erased ones. */
    readonly erased: readonly string[] = [],
  ) {}
}

/** Step on the point's stream: its holder has shown that it is theirs. */
export class VerifyPoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly endUserId: string,
  ) {}
}

/** Step on the point's stream: it is no longer this end user's. */
export class ReleasePoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly endUserId: string,
    readonly cause: ReleaseCause,
  ) {}
}

/** Step on the point's stream: from its holder to another end user, in one append. */
export class TransferPoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly endUserId: string,
    readonly toId: string,
    readonly point: PointIdentity,
    readonly verified: boolean,
    readonly cause: TransferCause,
  ) {}
}

/** Step on the point's stream: it comes back to a restored end user, if it was released by the deletion and nobody has it. */
export class ReattachPoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly endUserId: string,
    readonly point: PointIdentity,
    readonly verified: boolean,
  ) {}
}

/** Let several end users hold the point. */
export class SharePoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly reason?: string,
  ) {}
}

/** Back to one holder at most. */
export class UnsharePoint {
  constructor(
    readonly tenant: string,
    readonly digest: string,
    readonly reason?: string,
  ) {}
}

export type ContactPointStep = AttachPoint | VerifyPoint | ReleasePoint | TransferPoint | ReattachPoint | SharePoint | UnsharePoint;
