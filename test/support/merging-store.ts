import { type Appended, EventStore, type NewEvent, type Page, type ReadAll, type StoredEvent } from '@kith/application';

/** A store in front of another one; every call goes by `around` first. */
export class WrappedStore extends EventStore {
  constructor(
    private readonly inner: EventStore,
    /** Makes the call, or does not. */
    private readonly around: <T>(call: () => Promise<T>, isAppend: boolean) => Promise<T>,
  ) {
    super();
  }
  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.around(() => this.inner.append(stream, expected, events), true);
  }
  readStream(stream: string, options?: { from?: number; limit?: number }): Promise<readonly StoredEvent[]> {
    return this.around(() => this.inner.readStream(stream, options), false);
  }
  readAll(options: ReadAll): Promise<Page> {
    return this.around(() => this.inner.readAll(options), false);
  }
  head(): Promise<bigint> {
    return this.around(() => this.inner.head(), false);
  }
  subscribe(options: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    return this.inner.subscribe(options);
  }
  close(): Promise<void> {
    return this.inner.close();
  }
}
