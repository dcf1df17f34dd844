/** What a thread that reads read models is told: to use the database of this name. */
export interface Swap {
  readonly kind: 'swap';
  readonly name: string;
}

/** What it answers when it does. */
export interface Swapped {
  readonly kind: 'swapped';
  readonly name: string;
}

/** How long it may take to use another database; a thread that is being started again opens the new one anyway. Milliseconds. */
const swapMs = 5_000;

/** Changes of a thread over to other databases of read models. */
export class ThreadSwaps {
  private readonly waiting = new Map<string, () => void>();

  constructor(private readonly send: (message: Swap) => void) {}

  /** Resolves when the thread uses the database, or has had time enough. */
  async to(name: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, swapMs);
      this.waiting.set(name, () => {
        clearTimeout(timer);
        resolve();
      });
      this.send({ kind: 'swap', name });
    });
    this.waiting.delete(name);
  }

  /** The thread has answered. */
  heard({ name }: Swapped): void {
    this.waiting.get(name)?.();
  }
}
