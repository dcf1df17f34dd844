import {
  type Appended,
  AppendOutcomeUnknown,
  EventStore,
  EventStoreUnavailable,
  type NewEvent,
  type Page,
  type ReadAll,
  type StoredEvent,
  serialised,
  WrongExpectedRevision,
} from '@kith/application';
import { assertKnown, beforeFirst, beginOf } from './begin';
import { follow } from './follow';
import { pageLimit } from './page-limit';

/** A log as it was at one moment. Taking one and starting from one costs nothing until the next append. */
export interface MemorySnapshot {
  readonly events: readonly StoredEvent[];
  readonly streams: ReadonlyMap<string, readonly StoredEvent[]>;
}

/** An append on its way in, as a fault hook sees it. */
export interface InterceptedAppend {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly NewEvent[];
}

export interface MemoryEventStoreOptions {
  /** Decides per append whether it is stored, and whether the caller hears about it. */
  readonly intercept?: (append: InterceptedAppend) => 'store' | 'store-but-unknown' | 'lose-unknown';
}

/** The log in this process's memory: for tests and for exploring interleavings. Appending and reading use no timers. */
export class MemoryEventStore extends EventStore {
  private events: StoredEvent[] = [];
  private streams = new Map<string, readonly StoredEvent[]>();
  /** A snapshot looks at the same arrays: the next append copies them first. */
  private shared = false;
  private closed = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly options: MemoryEventStoreOptions = {}) {
    super();
  }

  /** A store that goes on from a snapshot; the snapshot stays as it is. */
  static from(snapshot: MemorySnapshot, options: MemoryEventStoreOptions = {}): MemoryEventStore {
    const store = new MemoryEventStore(options);
    store.events = snapshot.events as StoredEvent[];
    store.streams = snapshot.streams as Map<string, readonly StoredEvent[]>;
    store.shared = true;
    return store;
  }

  snapshot(): MemorySnapshot {
    this.shared = true;
    return { events: this.events, streams: this.streams };
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const written = serialised(stream, expected, events);
    this.assertOpen();
    const outcome = this.options.intercept?.({ stream, expected, events }) ?? 'store';
    if (outcome === 'store') return this.store(stream, expected, written);
    if (outcome === 'store-but-unknown') {
      try {
        this.store(stream, expected, written);
      } catch {
        // A refusal is an answer too, and answers are what got lost.
      }
    }
    throw new AppendOutcomeUnknown(`no answer about the append to ${stream}`);
  }

  async readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {}): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    return (this.streams.get(stream) ?? []).slice(from, from + limit);
  }

  async readAll({ after, limit, types }: ReadAll): Promise<Page> {
    this.assertOpen();
    pageLimit(limit);
    assertKnown(after, this.origin());
    const before = beforeFirst(this.origin());
    const head = this.events.length;
    const events: StoredEvent[] = [];
    let upTo = after === 0n ? 0 : Math.min(Number(after - before), head);
    while (upTo < head && events.length < limit) {
      const event = this.events[upTo++];
      if (event && (!types || types.includes(event.type))) events.push(event);
    }
    const reached = upTo === 0 ? 0n : before + BigInt(upTo);
    return { events, upTo: reached > after ? reached : after, atHead: upTo === head };
  }

  subscribe({ after, limit, types, signal }: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    pageLimit(limit);
    const store = this;
    return follow(
      {
        read: (position) => this.readAll({ after: position, limit, types }),
        more: (position, aborted) => this.moreThan(position, aborted),
        get closed() {
          return store.closed;
        },
      },
      after,
      signal,
    );
  }

  async head(): Promise<bigint> {
    this.assertOpen();
    return this.last();
  }

  /** Exact whatever `most` is: positions here have no gaps. */
  override async countAfter(after: bigint): Promise<number> {
    this.assertOpen();
    assertKnown(after, this.origin());
    return Math.max(0, this.events.length - (after === 0n ? 0 : Number(after - beforeFirst(this.origin()))));
  }

  override async begin(): Promise<bigint> {
    this.assertOpen();
    return this.origin();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
  }

  private store(stream: string, expected: number, written: ReturnType<typeof serialised>): Appended {
    const before = this.streams.get(stream) ?? [];
    const again = before.slice(expected + 1, expected + 1 + written.length);
    if (again.length === written.length && again.every((event, i) => event.metadata.eventId === written[i]?.eventId)) return where(again);
    if (before.length - 1 !== expected) throw new WrongExpectedRevision(stream, expected, before.length - 1);
    if (this.shared) {
      this.events = [...this.events];
      this.streams = new Map(this.streams);
      this.shared = false;
    }
    const parsed = written.map(({ type, data, metadata }) => ({ type, data: JSON.parse(data), metadata: JSON.parse(metadata) }));
    const head = this.events.length === 0 ? beforeFirst(beginOf(parsed[0])) : this.last();
    const added = parsed.map((event, i) => frozen<StoredEvent>({ stream, revision: expected + 1 + i, position: head + BigInt(1 + i), ...event }));
    this.events.push(...added);
    this.streams.set(stream, [...before, ...added]);
    this.wake();
    return where(added);
  }

  /** Where this log's positions begin: those of a copied log go on from those of the log it was copied from. */
  private origin(): bigint {
    return beginOf(this.events[0]);
  }

  private last(): bigint {
    return this.events.at(-1)?.position ?? 0n;
  }

  private moreThan(position: bigint, signal: AbortSignal): Promise<void> {
    if (this.closed || signal.aborted || this.last() > position) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }

  private assertOpen(): void {
    if (this.closed) throw new EventStoreUnavailable('the event store is closed');
  }
}

function where(events: readonly StoredEvent[]): Appended {
  const last = events[events.length - 1] as StoredEvent;
  return { revision: last.revision, position: last.position };
}

/** Events are shared by readers and snapshots: whoever changes one would change history for all of them. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
