import {
  type Appended,
  AppendOutcomeUnknown,
  EventStore,
  EventStoreUnavailable,
  type NewEvent,
  type Page,
  type ReadAll,
  type StoredEvent,
  WrongExpectedRevision,
} from '@kith/application';
import type { Metrics } from '../http/metrics';

/** How long a failed append speaks against the store when none came after it. Milliseconds. */
const suspectMs = 10_000;

/** An event store that tells how its appends end. */
export class MeasuredEventStore extends EventStore {
  private waiting = 0;
  private failedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: EventStore,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  /** Appends that have not ended. */
  get appendsInFlight(): number {
    return this.waiting;
  }

  /**
   * Whether the last append could be stored. A failure is forgotten after a while: without writes nobody would notice
   * that the store is well again.
   */
  get writable(): boolean {
    return performance.now() - this.failedAt > suspectMs;
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const began = performance.now();
    this.waiting++;
    try {
      const appended = await this.store.append(stream, expected, events);
      this.failedAt = Number.NEGATIVE_INFINITY;
      this.metrics.appended('stored', (performance.now() - began) / 1000);
      return appended;
    } catch (error) {
      const elsewhere = error instanceof WrongExpectedRevision;
      if (error instanceof EventStoreUnavailable || error instanceof AppendOutcomeUnknown) this.failedAt = performance.now();
      this.metrics.appended(elsewhere ? 'elsewhere' : 'failed', (performance.now() - began) / 1000);
      throw error;
    } finally {
      this.waiting--;
    }
  }

  override readStream(stream: string, options?: { from?: number; limit?: number }): Promise<readonly StoredEvent[]> {
    return this.store.readStream(stream, options);
  }
  override readAll(options: ReadAll): Promise<Page> {
    return this.store.readAll(options);
  }
  override readTexts(options: ReadAll): ReturnType<EventStore['readTexts']> {
    return this.store.readTexts(options);
  }
  override subscribe(options: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    return this.store.subscribe(options);
  }
  override head(): Promise<bigint> {
    return this.store.head();
  }
  override begin(): Promise<bigint> {
    return this.store.begin();
  }
  override assertKnows(position: bigint): Promise<void> {
    return this.store.assertKnows(position);
  }
  override countAfter(after: bigint, most: number): Promise<number> {
    return this.store.countAfter(after, most);
  }
  override close(): Promise<void> {
    return this.store.close();
  }
}
