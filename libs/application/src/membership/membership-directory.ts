import type { HeldDomain, KnownClaim, MembershipCause } from '@kith/domain';

/** What a sweep looks for among the profiles of a tenant: all that are given, any of them is enough. */
export interface Concerned {
  /** Profiles that are members of one of these. */
  readonly memberOf?: readonly string[];
  /** Profiles that hold an address at one of these domains or below. */
  readonly domains?: readonly string[];
  /** Profiles that hold any e-mail address. */
  readonly all?: true;
}

/** A membership of a profile, by the id of the organization as it was joined. */
export interface KnownMembership {
  readonly organizationId: string;
  readonly cause: MembershipCause;
}

/**
 * What the read models know of domains, addresses and members. Each waits until everything up to a position of the log is in it.
 * @throws HeldPointsBehind when it has not come so far in time
 */
export abstract class MembershipDirectory {
  /** Whether any organization of the tenant claims any domain; cheap, for who asks at each event. */
  abstract hasClaims(tenant: string, upTo: bigint): Promise<boolean>;

  /** The claims of exactly these domains, but for those of deleted organizations, and of organizations that are one with a deleted one. */
  abstract claimsOf(tenant: string, domains: readonly string[], upTo: bigint): Promise<readonly KnownClaim[]>;

  /** Ids of profiles, ascending, behind `after` (empty: from the first), at most `limit`; fewer only when there are no more. */
  abstract concerned(tenant: string, which: Concerned, after: string, limit: number, upTo: bigint): Promise<readonly string[]>;

  /** What each of these profiles holds now; of a shared address, every holder has it. Those without an address are left out. */
  abstract heldDomains(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly HeldDomain[]>>;

  /** The organizations of each of these profiles, by their ids as they were joined. Those without any are left out. */
  abstract membershipsOf(tenant: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlyMap<string, readonly KnownMembership[]>>;
}
