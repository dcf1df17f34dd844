import type { CommandContext } from '../command';
import type { Creation, PointIdentity, ReleaseCause } from './contact-point.events';

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

/** Let several end users hold a contact point: a switchboard, a family's phone. From then on it decides nothing alone. */
export class ShareContactPoint {
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

export type ContactPointStep = AttachPoint | VerifyPoint | ReleasePoint | SharePoint | UnsharePoint;
