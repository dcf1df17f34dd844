/** The streams that tell of one person. */
export interface StreamsOfPerson {
  /** Every profile of the cluster; the one that was asked for is among them also when nothing is known of it. */
  readonly profileIds: readonly string[];
  /** Digests of the contact points that one of them holds or ever held. */
  readonly pointIds: readonly string[];
}

/** Which streams tell of whom, where the streams themselves do not say so. */
export abstract class StreamDirectory {
  /**
   * Of the person, as the log up to this position has it or later.
   * @param endUserId any profile of the person
   * @throws HeldPointsBehind when the read models have not come there in time
   */
  abstract ofPerson(tenant: string, endUserId: string, upTo: bigint): Promise<StreamsOfPerson>;
}
