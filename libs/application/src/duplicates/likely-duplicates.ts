import type { ClaimedPoint, DuplicateRule } from '@kith/domain';

/** A profile that was just made, with the contact points that it has. */
export interface ComparedProfile {
  readonly endUserId: string;
  readonly name?: string | undefined;
  readonly points: readonly ClaimedPoint[];
  /** Of which it is a member, as far as that is known. */
  readonly organizationIds?: readonly string[];
}

/** Somebody else who may be the same person. */
export interface Likeness {
  /** Canonical. */
  readonly otherId: string;
  readonly rule: DuplicateRule;
  /** Digests of the points of the compared profile that tell so; none where an organization does. */
  readonly pointIds: readonly string[];
}

/** Who the read models know that has something in common with a profile, whether they know that one already or not. */
export abstract class LikelyDuplicates {
  /**
   * The strongest first. Nobody who is gone, of the profile's own cluster, or declared different from it at the time (RFC 3339 UTC).
   * What too many share tells nothing.
   */
  abstract of(tenant: string, profile: ComparedProfile, at: string): Promise<readonly Likeness[]>;
}
