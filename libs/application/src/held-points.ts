/** A point that an end user lost by its deletion. */
export interface ReleasedPoint {
  readonly digest: string;
  /** Of the release. */
  readonly position: bigint;
}

/**
 * What the read models know of an end user and its contact points. Counts are what they are, because limits are convergent,
 * not exact; lists wait until everything up to a position of the log is in them.
 */
export abstract class HeldPoints {
  /** How many contact points of a channel the end user holds. */
  abstract count(tenant: string, endUserId: string, channel: string): Promise<number>;

  /** Digests of the points that the end user holds. @throws HeldPointsBehind when the list has not passed `after` in time */
  abstract heldBy(tenant: string, endUserId: string, after: bigint): Promise<readonly string[]>;

  /** The points that were ever released by a deletion of the end user, each with its last such release. @throws HeldPointsBehind like {@link heldBy} */
  abstract releasedFrom(tenant: string, endUserId: string, after: bigint): Promise<readonly ReleasedPoint[]>;

  /**
   * Position of the last event that changed what is shown of the end user, other than when it was last heard of;
   * undefined while it is not known.
   */
  abstract editedAt(tenant: string, endUserId: string): Promise<bigint | undefined>;
}

/** The lists have not come far enough in time; a later try may find them there. */
export class HeldPointsBehind extends Error {
  override readonly name = 'HeldPointsBehind';
  constructor(position: bigint) {
    super(`the read models have not come to position ${position} in time`);
  }
}
