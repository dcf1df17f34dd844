import { Checkpoints } from '@kith/application';

/** Checkpoints that end with their process, as its log does. */
export class MemoryCheckpoints extends Checkpoints {
  private readonly positions = new Map<string, bigint>();

  override async read(name: string): Promise<bigint> {
    return this.positions.get(name) ?? 0n;
  }

  override async move(name: string, from: bigint, to: bigint): Promise<boolean> {
    if ((this.positions.get(name) ?? 0n) !== from) return false;
    this.positions.set(name, to);
    return true;
  }

  override async close(): Promise<void> {}
}
