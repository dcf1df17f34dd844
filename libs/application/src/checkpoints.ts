/** How far each reactor has come: durable, apart from the read models, which can be thrown away. */
export abstract class Checkpoints {
  /** 0n for a reactor that has not begun. */
  abstract read(name: string): Promise<bigint>;
  /**
   * Moves a checkpoint (compare and set); durable when it resolves.
   * @returns false when it is not at `from`: another process is at work, and nothing was written
   */
  abstract move(name: string, from: bigint, to: bigint): Promise<boolean>;
  abstract close(): Promise<void>;
}
