import { type Appended, EventStore, EventStoreUnavailable, type Page, type ReadAll, type StoredEvent, type StoredText } from '@kith/application';

/** A log that is only read, as text: what a store holds after somebody laid hands on it. */
export class StoredTexts extends EventStore {
  constructor(readonly events: readonly StoredText[]) {
    super();
  }

  /** Everything that a store holds. */
  static async of(store: EventStore): Promise<readonly StoredText[]> {
    return (await store.readTexts({ after: 0n, limit: 1_000_000 })).events;
  }

  override async readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER } = {}): Promise<readonly StoredEvent[]> {
    const found = this.events.filter((event) => event.stream === stream && event.revision >= from);
    return found
      .sort((one, other) => one.revision - other.revision)
      .slice(0, limit)
      .map(parsed);
  }

  override append(): Promise<Appended> {
    return Promise.reject(new EventStoreUnavailable('this log is only read'));
  }

  override async readAll(options: ReadAll): Promise<Page> {
    const { events, ...page } = await this.readTexts(options);
    return { ...page, events: events.map(parsed) };
  }

  /** As they lie, whatever their positions say. */
  override async readTexts({ after, limit }: ReadAll): ReturnType<EventStore['readTexts']> {
    const start = after === 0n ? 0 : this.events.findLastIndex(({ position }) => position === after) + 1;
    const events = this.events.slice(start, start + limit);
    return { events, upTo: events.at(-1)?.position ?? after, atHead: start + events.length >= this.events.length };
  }

  override subscribe(): AsyncIterable<Page> {
    throw new EventStoreUnavailable('this log is only read');
  }

  override async head(): Promise<bigint> {
    return this.events.reduce((most, { position }) => (position > most ? position : most), 0n);
  }

  override async close(): Promise<void> {}
}

const parsed = ({ data, metadata, ...event }: StoredText): StoredEvent => ({ ...event, data: JSON.parse(data), metadata: JSON.parse(metadata) });
