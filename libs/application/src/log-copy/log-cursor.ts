import type { EventStore, StoredText } from '../event-store';
import { patiently } from '../patience';

/** Events of one page. */
const pageLimit = 1000;

type Page = Awaited<ReturnType<EventStore['readTexts']>>;

/** Reads a log event by event; the next page is on its way while one is worked on. */
export class LogCursor {
  private events: readonly StoredText[] = [];
  private at = 0;
  private atHead = false;
  private coming: Promise<Page> | undefined;

  /** @param after exclusive; 0n is the beginning */
  constructor(
    private readonly store: EventStore,
    private after: bigint,
    private readonly signal?: AbortSignal,
  ) {}

  /** The next event; undefined at the end of the log as it was when it was reached. @throws what reading throws, and the signal's reason */
  async next(): Promise<StoredText | undefined> {
    while (this.at === this.events.length) {
      if (this.atHead) return undefined;
      await this.turnPage();
    }
    return this.events[this.at++];
  }

  private async turnPage(): Promise<void> {
    const { events, upTo, atHead } = await (this.coming ?? this.read());
    this.signal?.throwIfAborted();
    [this.events, this.at, this.after, this.atHead] = [events, 0, upTo, atHead];
    this.coming = atHead ? undefined : this.read();
    // Whoever stops here never asks for that page; should it fail, nobody wants to know.
    this.coming?.catch(() => undefined);
  }

  /** Reading may be synchronous: without a turn of the event loop no signal would ever be heard. */
  private async read(): Promise<Page> {
    await new Promise((resolve) => setImmediate(resolve));
    return patiently(() => this.store.readTexts({ after: this.after, limit: pageLimit }), this.signal);
  }
}
