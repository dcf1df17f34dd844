import {
  type Appended,
  AppendOutcomeUnknown,
  EventStore,
  EventStoreUnavailable,
  type NewEvent,
  type Page,
  PositionUnknown,
  type ReadAll,
  type StoredEvent,
  type StoredText,
  serialised,
} from '@kith/application';
import { type Address, address } from './eventstoredb-address';
import { Appender, type StoreOutcome } from './eventstoredb-appender';
import { Batches } from './eventstoredb-batches';
import { Connection } from './eventstoredb-connection';
import { InFlight } from './eventstoredb-in-flight';
import { Live } from './eventstoredb-live';
import { headBudgetMs, ServerReader } from './eventstoredb-reader';
import type { ServerEvent } from './eventstoredb-requests';
import { backOff, pause } from './eventstoredb-retrying';
import { Tails } from './eventstoredb-tails';
import { follow } from './follow';
import { pageLimit } from './page-limit';

export type { StoreOutcome } from './eventstoredb-appender';

export interface EventStoreDbOptions {
  /** `esdb://user:password@host:2113,…?tls=false`, `esdb+discover://…` or `kurrentdb://…`: see docs/operations.md. */
  readonly url: string;
  /** Begins the name of each stream on the server, so that several logs can share one; empty by default. */
  readonly streamPrefix?: string;
  /** Shown by the server; `kith-<pid>` by default. */
  readonly connectionName?: string;
  /** Milliseconds after which an append without answer is looked up, and ends as AppendOutcomeUnknown when that does not tell; 5000 by default. */
  readonly appendDeadlineMs?: number;
  /** Hears of each retry, repair and loss, to be counted. */
  readonly onOutcome?: (what: StoreOutcome) => void;
}

/** A page takes no more bytes than this of events; the next one goes on. */
const pageBytes = 16 * 1024 * 1024;
const mostReads = 64;
const longestPauseMs = 1000;
/** The least time between two pages of one follower at the head. Milliseconds. */
const gatherMs = 40;

/** The log on an EventStoreDB or KurrentDB, 22.6 or newer, single node or cluster. */
export class EventStoreDbEventStore extends EventStore {
  private readonly connection: Connection;
  private readonly reader: ServerReader;
  private readonly appender: Appender;
  private readonly live: Live;
  private readonly tails: Tails;
  private origin: bigint | undefined;
  private closing: Promise<void> | undefined;
  private readonly stopped = new AbortController();

  private constructor(
    server: Address,
    private readonly prefix: string,
    appendDeadlineMs: number,
    onOutcome: (what: StoreOutcome) => void,
  ) {
    super();
    this.connection = new Connection(server, () => onOutcome('reconnected'));
    this.reader = new ServerReader(this.connection, prefix, new InFlight(mostReads));
    this.tails = new Tails(this.reader);
    this.live = new Live(this.connection, this.reader, () => onOutcome('resubscribed'));
    this.appender = new Appender(new Batches(this.connection), this.reader, { deadlineMs: appendDeadlineMs, onOutcome });
  }

  /** Makes no connection yet. @throws Error for a connection string that cannot be read */
  static open({
    url,
    streamPrefix = '',
    connectionName = `kith-${process.pid}`,
    appendDeadlineMs = 5000,
    onOutcome = () => undefined,
  }: EventStoreDbOptions): EventStoreDbEventStore {
    if (!/^[A-Za-z]{0,60}$/.test(streamPrefix)) throw new Error('a stream prefix is up to 60 letters');
    return new EventStoreDbEventStore(address(url, connectionName), streamPrefix, appendDeadlineMs, onOutcome);
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const written = serialised(stream, expected, events);
    this.assertOpen();
    const { revision, position } = await this.appender.append(stream, { stream: this.prefix + stream, expected, events: written });
    this.live.saw(position);
    const origin = this.origin ?? (await this.learnOrigin().catch(() => undefined));
    if (origin === undefined) throw new AppendOutcomeUnknown(`the append to ${stream} is stored, but the server does not tell where`);
    return { revision, position: position + origin };
  }

  async readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {}): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    if (limit < 1) return [];
    const name = this.prefix + stream;
    if (await this.tails.endsAt(name, from - 1)) return [];
    const read = () => this.reader.stream(stream, from, limit);
    const found = await (limit === Number.MAX_SAFE_INTEGER ? this.tails.reading(name, from, read) : read());
    const origin = found.length > 0 ? ((await this.learnOrigin()) ?? 0n) : 0n;
    return found.map((event) => this.eventOf(event, origin));
  }

  async readAll(options: ReadAll): Promise<Page> {
    const { events, ...page } = await this.page(options);
    return { events: events.map((event) => this.eventOf(event, page.origin)), upTo: page.upTo, atHead: page.atHead };
  }

  override async readTexts(options: ReadAll): Promise<Omit<Page, 'events'> & { readonly events: readonly StoredText[] }> {
    const { events, ...page } = await this.page(options);
    const texts = events.map((event) => ({ ...this.placeOf(event, page.origin), data: textOf(event.data), metadata: textOf(event.metadata) }));
    return { events: texts, upTo: page.upTo, atHead: page.atHead };
  }

  override async countAfter(after: bigint, most: number): Promise<number> {
    this.assertOpen();
    let count = 0;
    const take = () => {
      count += 1;
      return true;
    };
    await this.reader.scan({ after: onServer(after, (await this.learnOrigin()) ?? 0n), limit: pageLimit(most), take });
    return count;
  }

  subscribe({ after, limit, types, signal }: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    pageLimit(limit);
    return this.following({ after, limit, types }, AbortSignal.any([signal, this.stopped.signal]));
  }

  async head(): Promise<bigint> {
    this.assertOpen();
    const head = await this.tails.head();
    return head === 0n ? 0n : head + ((await this.learnOrigin(headBudgetMs)) ?? 0n);
  }

  override async begin(): Promise<bigint> {
    this.assertOpen();
    return (await this.learnOrigin()) ?? 0n;
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.appender.idle();
    this.stopped.abort();
    this.live.end();
    this.connection.close();
  }

  /** Events as the server has them, with positions that are its own, between positions that are the log's. */
  private async page({ after, limit, types }: ReadAll): Promise<{ events: readonly ServerEvent[]; upTo: bigint; atHead: boolean; origin: bigint }> {
    this.assertOpen();
    pageLimit(limit);
    const origin = await this.learnOrigin();
    const begin = onServer(after, origin ?? 0n);
    const events: ServerEvent[] = [];
    let bytes = 0;
    const take = (event: ServerEvent) => {
      events.push(event);
      bytes += event.data.length + event.metadata.length;
      return bytes < pageBytes;
    };
    const { upTo, atHead } = await this.reader.scan({ after: begin, limit, types, take });
    // The log was empty a moment ago: whether it was copied is known only now.
    if (origin === undefined && upTo > begin) return this.page({ after, limit, types });
    return { events, upTo: upTo === 0n ? 0n : upTo + (origin ?? 0n), atHead, origin: origin ?? 0n };
  }

  private async *following(options: ReadAll, signal: AbortSignal): AsyncGenerator<Page, void, undefined> {
    if (signal.aborted) return;
    const leave = this.live.join();
    try {
      const store = this;
      let readAt = Number.NEGATIVE_INFINITY;
      const followed = {
        read: (after: bigint) => {
          readAt = performance.now();
          return this.readAtLast({ ...options, after }, signal);
        },
        more: async (after: bigint) => {
          await this.live.moreThan(after - (this.origin ?? 0n), signal);
          // A page costs as much for one event as for many: what comes fast is read together, what comes alone at once.
          await pause(readAt + gatherMs - performance.now(), signal);
        },
        get closed() {
          return store.stopped.signal.aborted;
        },
      };
      yield* follow(followed, options.after, signal);
    } finally {
      leave();
    }
  }

  /** Whoever follows waits for a server that is away, however long. */
  private async readAtLast(options: ReadAll, signal: AbortSignal): Promise<Page> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.readAll(options);
      } catch (error) {
        if (signal.aborted) return { events: [], upTo: options.after, atHead: false };
        if (!(error instanceof EventStoreUnavailable)) throw error;
        await backOff(tries, longestPauseMs, signal);
      }
    }
  }

  /** What positions of the log that this one was copied from end with; unknown while there is no event, which would tell it. */
  private async learnOrigin(withinMs?: number): Promise<bigint | undefined> {
    if (this.origin !== undefined) return this.origin;
    const first = await this.reader.first(withinMs);
    if (!first) return undefined;
    const { copied } = JSON.parse(textOf(first.metadata)) as StoredEvent['metadata'];
    this.origin = BigInt(copied?.upTo ?? 0);
    return this.origin;
  }

  private placeOf({ stream, revision, position, type }: ServerEvent, origin: bigint): Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'type'> {
    return { stream: stream.slice(this.prefix.length), revision, position: position + origin, type };
  }

  private eventOf(event: ServerEvent, origin: bigint): StoredEvent {
    return { ...this.placeOf(event, origin), data: JSON.parse(textOf(event.data)), metadata: JSON.parse(textOf(event.metadata)) };
  }

  private assertOpen(): void {
    if (this.closing) throw new EventStoreUnavailable('the event store is closed');
  }
}

/** The server's position of one of the log's. @throws PositionUnknown */
function onServer(after: bigint, origin: bigint): bigint {
  if (after === 0n) return 0n;
  if (after <= origin) throw new PositionUnknown(after, origin);
  return after - origin;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
