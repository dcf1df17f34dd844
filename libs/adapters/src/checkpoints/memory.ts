import { Checkpoints } from '@kith/application';

/** Checkpoints that end with their process, as its log does. */
export class MemoryCheckpoints extends Checkpoints {
  private readonly positions = new Map<string, bigint>();

  override async read(name: string): Promise<bigint> {
    return this.positions.get(name) ?? 0n;
  }

  override async write(name: string, position: bigint): Promise<void> {
    this.positions.set(name, position);
  }

  override async close(): Promise<void> {}
}
