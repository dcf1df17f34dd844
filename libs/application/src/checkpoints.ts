/** How far each reactor has come: durable, apart from the read models, which can be thrown away. */
export abstract class Checkpoints {
  /** 0n for a reactor that has not begun. */
  abstract read(name: string): Promise<bigint>;
  /** Durable when it resolves. */
  abstract write(name: string, position: bigint): Promise<void>;
  abstract close(): Promise<void>;
}
