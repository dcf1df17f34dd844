import { type Appended, EventStore, type Page, type ReadAll, type StoredEvent } from '../event-store';

/** What would be written to a past that is over. Nothing was stored. */
export class PastIsReadOnly extends Error {
  override readonly name = 'PastIsReadOnly';
  constructor() {
    super('this is a replay of a past moment: nothing is appended to it');
  }
}

/** The position comes after the last one of a past moment: there is nothing of it to be seen, now or later. */
export class AfterTheMoment extends Error {
  override readonly name = 'AfterTheMoment';
  constructor(
    readonly position: bigint,
    readonly upTo: bigint,
  ) {
    super(`position ${position} comes after ${upTo}, where this replay ends`);
  }
}

/** A log as it was when the event at a position was its last: what came later is not there, and nothing can be appended. */
export class EventStoreUpTo extends EventStore {
  /** @param upTo inclusive; a position at which the log is or was */
  constructor(
    private readonly store: EventStore,
    readonly upTo: bigint,
  ) {
    super();
  }

  override async readStream(stream: string, options?: { from?: number; limit?: number }): Promise<readonly StoredEvent[]> {
    return this.until(await this.store.readStream(stream, options));
  }

  override append(): Promise<Appended> {
    return Promise.reject(new PastIsReadOnly());
  }

  override async readAll(options: ReadAll): Promise<Page> {
    return this.cut(await this.store.readAll(options));
  }

  override async readTexts(options: ReadAll): ReturnType<EventStore['readTexts']> {
    return this.cut(await this.store.readTexts(options));
  }

  /** Nothing comes after the last page: it then waits until it is told to end. */
  override async *subscribe({ signal, ...options }: ReadAll & { signal: AbortSignal }): AsyncGenerator<Page, void, undefined> {
    for (let after = options.after; !signal.aborted; ) {
      const page = await this.readAll({ ...options, after });
      if (signal.aborted) return;
      yield page;
      after = page.upTo;
      if (page.atHead && !signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
  }

  override async head(): Promise<bigint> {
    const head = await this.store.head();
    return head < this.upTo ? head : this.upTo;
  }

  override begin(): Promise<bigint> {
    return this.store.begin();
  }

  /** @throws AfterTheMoment too */
  override async assertKnows(position: bigint): Promise<void> {
    if (position > this.upTo) throw new AfterTheMoment(position, this.upTo);
    await this.store.assertKnows(position);
  }

  override close(): Promise<void> {
    return this.store.close();
  }

  private until<E extends { readonly position: bigint }>(events: readonly E[]): readonly E[] {
    const last = events.at(-1);
    return last === undefined || last.position <= this.upTo ? events : events.filter(({ position }) => position <= this.upTo);
  }

  private cut<E extends { readonly position: bigint }>({ events, upTo, atHead }: Omit<Page, 'events'> & { readonly events: readonly E[] }) {
    return upTo < this.upTo ? { events, upTo, atHead } : { events: this.until(events), upTo: this.upTo, atHead: true };
  }
}

/** What tells a log from every other one: its first event, and where its positions begin. Undefined while it is empty. */
export async function identityOfLog(store: EventStore): Promise<string | undefined> {
  const [first] = (await store.readAll({ after: 0n, limit: 1 })).events;
  return first && `${first.metadata.eventId}@${await store.begin()}`;
}
