import { MemoryEventStore } from '@kith/adapters';
import type { Appended, NewEvent, Page, ReadAll, StoredEvent } from '@kith/application';

/** A log in memory that was copied from one whose positions were not greater than `upTo`. */
export class CopiedLog extends MemoryEventStore {
  private count = 0;

  constructor(private readonly upTo: number) {
    super();
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const copied = events.map((event) => {
      this.count += 1;
      return { ...event, metadata: { ...event.metadata, copied: { position: `${this.count}`, upTo: `${this.upTo}` } } };
    });
    return super.append(stream, expected, copied);
  }
}

/** A log in memory whose positions have gaps, as those of EventStoreDB have, which count bytes. */
export class GappyLog extends MemoryEventStore {
  /** Events that were read so far, counting included. */
  read = 0;

  constructor(private readonly gap: bigint) {
    super();
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const { revision, position } = await super.append(stream, expected, events);
    return { revision, position: position * this.gap };
  }

  override async readStream(...asked: Parameters<MemoryEventStore['readStream']>): Promise<readonly StoredEvent[]> {
    return (await super.readStream(...asked)).map((event) => this.placed(event));
  }

  override async readAll(options: ReadAll): Promise<Page> {
    return this.pageOf(await super.readAll({ ...options, after: options.after / this.gap }));
  }

  override async *subscribe(options: ReadAll & { signal: AbortSignal }): AsyncGenerator<Page> {
    for (let { after } = options; !options.signal.aborted; await new Promise((resolve) => setTimeout(resolve, 2))) {
      const page = await this.readAll({ ...options, after });
      if (page.upTo > after) yield page;
      after = page.upTo;
    }
  }

  override async head(): Promise<bigint> {
    return (await super.head()) * this.gap;
  }

  override async countAfter(after: bigint, most = Number.MAX_SAFE_INTEGER): Promise<number> {
    return (await this.readAll({ after, limit: most })).events.length;
  }

  private pageOf({ events, upTo, atHead }: Page): Page {
    this.read += events.length;
    return { events: events.map((event) => this.placed(event)), upTo: upTo * this.gap, atHead };
  }

  private placed(event: StoredEvent): StoredEvent {
    return { ...event, position: event.position * this.gap };
  }
}
