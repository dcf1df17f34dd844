/** How far the read models are, all of them. */
export abstract class EverythingShown {
  /**
   * Resolves when none of them stands before this position of the log.
   * @throws HeldPointsBehind when they have not come there in time
   */
  abstract upTo(position: bigint): Promise<void>;
}
