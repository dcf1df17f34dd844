/** Which interactions were assigned to whom: what was reported of them is sealed under a key of their own. */
export abstract class AssignedInteractions {
  /**
   * Digests of those that are the profile's because somebody said so, as the log up to this position has it or later.
   * @throws HeldPointsBehind when the read models have not come there in time
   */
  abstract to(tenant: string, endUserId: string, upTo: bigint): Promise<readonly string[]>;
}
