import type { EventStore, Page } from '../event-store';

/** Events, and stretches of any size, kept for those who follow; who is further behind reads the store. */
const [maxKept, maxStretches] = [4_096, 64];
const pageSize = 256;

/** A stretch of the log, and where it begins (exclusive). */
interface Stretch extends Page {
  readonly after: bigint;
}

/**
 * The end of the log, read once for all who follow it: each follower with a reader of its own would multiply the work of
 * every commit. It reads while somebody follows.
 */
export class Tail {
  private stretches: Stretch[] = [];
  private kept = 0;
  private readonly waiting = new Set<() => void>();
  private followers = 0;
  private reading: AbortController | undefined;
  /** Why reading ended, if by itself; whoever waits must not wait for ever. */
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly store: EventStore) {}

  /**
   * Pages from a position on, then live, until aborted. Types narrow what is read from the store, and are not applied to what
   * is read from memory. Yields a page without events when it first reaches the head.
   */
  async *follow(after: bigint, types: readonly string[] | undefined, signal: AbortSignal): AsyncGenerator<Page, void, undefined> {
    this.join();
    try {
      let toldHead = false;
      while (!signal.aborted) {
        const page = this.recent(after) ?? (await this.older(after, types));
        if (signal.aborted) return;
        if (page.upTo > after || (page.atHead && !toldHead)) yield page;
        toldHead ||= page.atHead;
        after = page.upTo > after ? page.upTo : after;
        if (page.atHead) await this.more(after, signal);
      }
    } finally {
      this.leave();
    }
  }

  /** What is known after the position; undefined when the store must be asked. */
  private recent(after: bigint): Page | undefined {
    const first = this.stretches[0];
    const last = this.stretches.at(-1);
    if (!first || !last || after < first.after) return undefined;
    if (after >= last.upTo) return { events: [], upTo: after, atHead: true };
    const found = this.stretches.find(({ upTo }) => upTo > after) as Stretch;
    const events = found.after === after ? found.events : found.events.filter(({ position }) => position > after);
    return { events, upTo: found.upTo, atHead: found === last };
  }

  /** A turn of the event loop first: reading may be synchronous, and who catches up must not starve everything else. */
  private async older(after: bigint, types: readonly string[] | undefined): Promise<Page> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.store.readAll({ after, limit: pageSize, ...(types && { types }) });
  }

  /** Resolves once something lies after the position, or the signal aborts. @throws what ended the reading */
  private async more(after: bigint, signal: AbortSignal): Promise<void> {
    const last = this.stretches.at(-1);
    this.assertWell();
    if (signal.aborted || (last && last.upTo > after)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
    if (!signal.aborted) this.assertWell();
  }

  private assertWell(): void {
    if (this.failure) throw this.failure.error;
  }

  private join(): void {
    this.followers++;
    if (this.reading) return;
    this.reading = new AbortController();
    this.failure = undefined;
    void this.read(this.reading.signal);
  }

  private leave(): void {
    this.followers--;
    if (this.followers === 0) this.stop();
  }

  private stop(): void {
    this.reading?.abort();
    this.reading = undefined;
    this.stretches = [];
    this.kept = 0;
  }

  private async read(signal: AbortSignal): Promise<void> {
    try {
      let after = await this.store.head();
      for await (const page of this.store.subscribe({ after, limit: pageSize, signal })) {
        if (signal.aborted) return;
        this.keep({ ...page, after });
        after = page.upTo;
        this.wake();
      }
      if (!signal.aborted) throw new Error('the event store ended the subscription');
    } catch (error) {
      if (signal.aborted) return;
      this.failure = { error };
      this.stop();
      this.wake();
    }
  }

  private keep(stretch: Stretch): void {
    this.stretches.push(stretch);
    this.kept += stretch.events.length;
    while (this.stretches.length > maxStretches || (this.stretches.length > 1 && this.kept > maxKept))
      this.kept -= (this.stretches.shift() as Stretch).events.length;
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
