/** Lets only so much work be under way at once; the rest waits in the order it came. */
export class InFlight {
  private free: number;
  private readonly queue: { cost: number; begin(): void }[] = [];

  constructor(private readonly most: number) {
    this.free = most;
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** Costs above what there is count as all of it. */
  async run<T>(cost: number, work: () => Promise<T>): Promise<T> {
    const charged = Math.min(cost, this.most);
    if (this.queue.length > 0 || this.free < charged) await new Promise<void>((begin) => this.queue.push({ cost: charged, begin }));
    else this.free -= charged;
    try {
      return await work();
    } finally {
      this.free += charged;
      this.admit();
    }
  }

  private admit(): void {
    for (let next = this.queue[0]; next && this.free >= next.cost; next = this.queue[0]) {
      this.queue.shift();
      this.free -= next.cost;
      next.begin();
    }
  }
}
