import type { DataKey } from '@kith/application';

/**
 * The keys used last. Two generations: a key found in the old one moves to the young one, and a full young one becomes the old one.
 * (A single Map in order of use would do, were it not that dropping its first entry takes longer the more were dropped before.)
 */
export class KeyCache {
  private young = new Map<string, DataKey>();
  private old = new Map<string, DataKey>();
  private readonly generation: number;

  /** @param capacity the most keys kept; the half used last always is */
  constructor(capacity: number) {
    this.generation = Math.ceil(capacity / 2);
  }

  /** How many keys are kept at the moment. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  get(id: string): DataKey | undefined {
    const key = this.young.get(id);
    if (key) return key;
    const aged = this.old.get(id);
    if (aged) {
      this.old.delete(id);
      this.set(aged);
    }
    return aged;
  }

  set(key: DataKey): void {
    if (this.young.size >= this.generation) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key.id, key);
  }

  delete(id: string): void {
    this.young.delete(id);
    this.old.delete(id);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
