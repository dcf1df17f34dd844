/**
 * What was used last, by name. Two generations: what is found in the old one moves to the young one, and a full young one
 * becomes the old one. (A single Map in order of use would do, were it not that dropping its first entry takes longer the
 * more were dropped before.)
 */
export class RecentlyUsed<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();
  private readonly generation: number;

  /** @param capacity the most that is kept; the half used last always is */
  constructor(capacity: number) {
    this.generation = Math.ceil(capacity / 2);
  }

  /** How many are kept at the moment. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  get(name: string): Value | undefined {
    const value = this.young.get(name);
    if (value !== undefined) return value;
    const aged = this.old.get(name);
    if (aged !== undefined) this.set(name, aged);
    return aged;
  }

  set(name: string, value: Value): void {
    if (this.young.size >= this.generation && !this.young.has(name)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.old.delete(name);
    this.young.set(name, value);
  }

  delete(name: string): void {
    this.young.delete(name);
    this.old.delete(name);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
