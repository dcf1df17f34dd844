import type { CommandContext } from '../command';
import type { Difference, MergeRefusal, NamedPair } from './link.events';

/** Link two profiles of one person: every id of both clusters answers with the survivor's from then on. */
export class MergeUsers {
  constructor(
    readonly context: CommandContext,
    readonly survivorId: string,
    readonly mergedId: string,
    readonly reason?: string,
    /** What asked for it when no person did. */
    readonly rule?: string,
  ) {}
}

/** Undo a merge: the merged profile comes back, with what was merged into it unless `alone`. */
export class UnmergeUsers {
  constructor(
    readonly context: CommandContext,
    readonly mergeId: string,
    readonly alone: boolean = false,
    readonly reason?: string,
  ) {}
}

/** Two profiles are not one person: they are never merged, and no longer suggested. */
export class DeclareDifferent {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly otherId: string,
    readonly reason?: string,
    /** RFC 3339; for ever without it. */
    readonly until?: string,
  ) {}
}

/** Take back that two profiles are different. */
export class WithdrawDifference {
  constructor(
    readonly context: CommandContext,
    readonly declarationId: string,
    readonly reason?: string,
  ) {}
}

/** A step on the stream of one profile that has to do with others; organizations are merged by the same steps. */
export abstract class LinkStep {
  constructor(
    readonly tenant: string,
    /** Of the profile, or of the organization. */
    readonly id: string,
  ) {}
}

/** What an attempt to merge is about. */
export interface Attempt {
  readonly attemptId: string;
  readonly mergeId: string;
  /** The profile on the other side. */
  readonly otherId: string;
  /** Of the profile with the lower id. */
  readonly role: 'survivor' | 'merged';
  readonly named: NamedPair;
  readonly rule?: string;
  readonly reason?: string;
}

/** First step of a merge, on the lower id. `at` is now, RFC 3339 UTC. */
export class ReserveMerge extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly attempt: Attempt,
    readonly at: string,
  ) {
    super(tenant, id);
  }
}

/** Second step, on the higher id: it decides the attempt, once and for ever. */
export class DecideMerge extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    /** `otherId` is the lower id. */
    readonly attempt: Attempt,
    /** Of the lower id, as it was reserved. */
    readonly members: readonly string[],
    readonly differentFrom: readonly Difference[],
    readonly at: string,
  ) {
    super(tenant, id);
  }
}

/** Instead of the second step: an attempt that nobody finished in time never comes to anything, unless it was decided already. */
export class FenceMerge extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly attemptId: string,
  ) {
    super(tenant, id);
  }
}

/** How the higher id decided an attempt. `members` and `differentFrom` are its own. */
export type MergeDecision =
  | { readonly merged: true; readonly members: readonly string[]; readonly differentFrom: readonly Difference[] }
  | { readonly merged: false; readonly reason: MergeRefusal };

/** Third step, on the lower id: it does what was decided. */
export class CopyDecision extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly attemptId: string,
    readonly decision: MergeDecision,
    readonly reason?: string,
  ) {
    super(tenant, id);
  }
}

/** First step of an unmerge, on the profile that stands for the cluster. */
export class SeparateMember extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly mergeId: string,
    readonly mergedId: string,
    /** What the merged profile counts as its own. */
    readonly members: readonly string[],
    readonly reason?: string,
    /** What was merged into it is undone next. */
    readonly alone: boolean = false,
  ) {
    super(tenant, id);
  }
}

/** What was separated, as the profile that stood for the cluster decided it. */
export interface Separation {
  readonly mergeId: string;
  readonly mergedId: string;
  readonly members: readonly string[];
  readonly differentFrom: readonly Difference[];
}

/** Next steps of an unmerge, on each profile between. */
export class PassSeparation extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly separation: Separation,
  ) {
    super(tenant, id);
  }
}

/** Last step of an unmerge, on the profile that comes back. */
export class EndMerge extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly separation: Separation,
    readonly reason?: string,
  ) {
    super(tenant, id);
  }
}

/** Step of a declaration, on the profile that stands for the cluster of `difference.endUserId`. */
export class RememberDifference extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly difference: Difference,
    readonly reason?: string,
  ) {
    super(tenant, id);
  }
}

/** Step of a withdrawal, likewise. */
export class ForgetDifference extends LinkStep {
  constructor(
    tenant: string,
    id: string,
    readonly difference: Pick<Difference, 'declarationId' | 'endUserId' | 'otherId'>,
    readonly reason?: string,
  ) {
    super(tenant, id);
  }
}

export type AnyLinkStep =
  | ReserveMerge
  | DecideMerge
  | FenceMerge
  | CopyDecision
  | SeparateMember
  | PassSeparation
  | EndMerge
  | RememberDifference
  | ForgetDifference;
