import type { DeadLetter, Deliveries, DeliveryAttempt, DeliveryStep, PendingDelivery } from './deliveries';

/** What has happened and is not durable yet. */
interface Unwritten {
  readonly put: Map<bigint, PendingDelivery>;
  readonly drop: Set<bigint>;
  readonly bury: Map<bigint, DeadLetter>;
  attempts: DeliveryAttempt[];
}

const nothing = (): Unwritten => ({ put: new Map(), drop: new Set(), bury: new Map(), attempts: [] });

/**
 * Gathers what happens to deliveries and writes it in one step, together with how far reading is: after a crash, what was
 * not written is found again by reading on from there.
 */
export class DeliveryJournal {
  private unwritten = nothing();
  private writing = nothing();
  private written: bigint | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly deliveries: Deliveries,
    private readonly webhookId: string,
    /** Everything up to here is delivered, kept, or given up; asked at each write. */
    private readonly reached: () => bigint,
  ) {}

  /** Whether only the place of reading has moved, if anything. */
  get isIdle(): boolean {
    const { put, drop, bury, attempts } = this.unwritten;
    return put.size + drop.size + bury.size + attempts.length === 0;
  }

  keep(delivery: PendingDelivery): void {
    this.unwritten.put.set(delivery.position, delivery);
  }

  tried(attempt: DeliveryAttempt): void {
    this.unwritten.attempts.push(attempt);
  }

  delivered(position: bigint): void {
    this.unwritten.put.delete(position);
    this.unwritten.drop.add(position);
  }

  bury(letter: DeadLetter): void {
    this.unwritten.put.delete(letter.position);
    this.unwritten.bury.set(letter.position, letter);
  }

  /** Whether it was pending and is, or is about to be, no longer. */
  hasLeft(position: bigint): boolean {
    return [this.unwritten, this.writing].some(({ drop, bury }) => drop.has(position) || bury.has(position));
  }

  /** Durable when it resolves. What could not be written stays for the next time. */
  write(): Promise<void> {
    return this.inTurn(() => this.step());
  }

  /** Runs with nothing unwritten but what happens meanwhile. */
  async whenWritten<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      await this.step();
      return work();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async step(): Promise<void> {
    const reached = this.reached();
    if (this.isIdle && reached === this.written) return;
    this.writing = this.unwritten;
    this.unwritten = nothing();
    try {
      await this.deliveries.step(this.webhookId, asStep(reached, this.writing));
      this.written = reached;
    } catch (error) {
      this.unwritten = merged(this.writing, this.unwritten);
      throw error;
    } finally {
      this.writing = nothing();
    }
  }
}

const asStep = (reached: bigint, { put, drop, bury, attempts }: Unwritten): DeliveryStep => ({
  reached,
  put: [...put.values()],
  drop: [...drop],
  bury: [...bury.values()],
  attempts,
});

/** The later of both wins, position by position. */
function merged(earlier: Unwritten, later: Unwritten): Unwritten {
  const both: Unwritten = {
    put: new Map(earlier.put),
    drop: new Set(earlier.drop),
    bury: new Map(earlier.bury),
    attempts: [...earlier.attempts, ...later.attempts],
  };
  for (const [position, pending] of later.put) {
    both.put.set(position, pending);
    both.drop.delete(position);
    both.bury.delete(position);
  }
  for (const position of later.drop) {
    both.put.delete(position);
    both.drop.add(position);
  }
  for (const [position, letter] of later.bury) {
    both.put.delete(position);
    both.bury.set(position, letter);
  }
  return both;
}
