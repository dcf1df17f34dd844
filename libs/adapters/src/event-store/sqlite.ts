import { MessageChannel, type MessagePort } from 'node:worker_threads';
import {
  type Append,
  type Appended,
  EventStore,
  EventStoreUnavailable,
  InvalidAppend,
  type NewEvent,
  type Page,
  type ReadAll,
  type StoredEvent,
  serialised,
} from '@kith/application';
import { follow } from './follow';
import { pageLimit } from './page-limit';
import { prepareEventFile } from './sqlite-file';
import { LogReader } from './sqlite-reader';
import { type SerialisedAppend, WriterLink, type WriterLinkOptions } from './writer-link';
import { WriterThread, type WriterThreadOptions } from './writer-thread';

export interface SqliteEventStoreOptions extends WriterThreadOptions {
  /** Milliseconds after which an append without answer ends as AppendOutcomeUnknown; 5000 by default. */
  readonly appendDeadlineMs?: number;
  /** More appends than this waiting for the disk, and the next ends as EventStoreUnavailable at once; 50,000 by default. */
  readonly maxBacklog?: number;
}

/** What another thread needs to use an open store: hand it over with `port` in the transfer list. */
export interface EventStoreConnection {
  readonly folder: string;
  readonly port: MessagePort;
  readonly link: WriterLinkOptions;
}

/** From the owner of a store to another thread's client: a line to the writer, a new one whenever a new writer starts. */
interface NewLine {
  readonly writer: MessagePort;
}

/** Commits are told at once; looking anyway after so many milliseconds costs nothing and needs no trust. */
const safetyPollMs = 1000;
/** Moving the write-ahead log into the file may take longer than any append. */
const leastPatienceMs = 5000;
/** Without a writer to tell of commits, a reader looks so often. */
const readOnlyPollMs = 100;

/**
 * The log in one SQLite file. A thread of its own writes it, in groups of whatever waits; every thread reads it on a
 * connection of its own, synchronously and in pages. One process at a time may append: see `openDataFolder`.
 */
export class SqliteEventStore extends EventStore {
  private closing?: Promise<void>;
  private closed = false;
  /** Our ends of the lines to clients in other threads. */
  private readonly clients = new Set<MessagePort>();

  private constructor(
    private readonly folder: string,
    private readonly reader: LogReader,
    private readonly link: WriterLink | undefined,
    private readonly options: WriterLinkOptions,
    /** Only the store that was opened owns the writer; clients in other threads share it. */
    private readonly writer: WriterThread | undefined,
    private readonly letGo: () => void,
  ) {
    super();
  }

  /** Opens the log in the folder (which exists), and makes it when there is none. @throws UnknownEventFileFormat */
  static open(folder: string, { appendDeadlineMs = 5000, maxBacklog = 50_000, ...thread }: SqliteEventStoreOptions = {}): SqliteEventStore {
    prepareEventFile(folder);
    const reader = new LogReader(folder);
    const options = { appendDeadlineMs, maxBacklog };
    const link = new WriterLink(options, () => reader.refresh());
    const writer = new WriterThread(folder, thread);
    return new SqliteEventStore(
      folder,
      reader,
      link,
      options,
      writer,
      writer.connect((port) => link.attach(port)),
    );
  }

  /** The store that another thread opened. Closing it leaves that one open. */
  static connect({ folder, port, link: options }: EventStoreConnection): SqliteEventStore {
    const reader = new LogReader(folder);
    const link = new WriterLink(options, () => reader.refresh());
    port.on('message', ({ writer }: NewLine) => link.attach(writer));
    port.on('close', () => link.detach('the event store was closed by its owner'));
    return new SqliteEventStore(folder, reader, link, options, undefined, () => port.close());
  }

  /** For tools that look at a log which another process may be writing: it takes no appends, and follows by looking again. */
  static openReadOnly(folder: string): SqliteEventStore {
    return new SqliteEventStore(folder, new LogReader(folder), undefined, { appendDeadlineMs: 0, maxBacklog: 0 }, undefined, () => {});
  }

  /** What another thread needs to be a client of this store. Each connection is for one client. */
  connection(): EventStoreConnection {
    if (!this.writer) throw new Error('only the store that owns the writer gives connections');
    const { port1, port2 } = new MessageChannel();
    const disconnect = this.writer.connect((writer) => port1.postMessage({ writer } satisfies NewLine, [writer]));
    this.clients.add(port1);
    port1.on('close', () => {
      disconnect();
      this.clients.delete(port1);
    });
    port1.unref();
    return { folder: this.folder, port: port2, link: this.options };
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.send([{ stream, expected, written: serialised(stream, expected, events) }]);
  }

  /** All that can be stored of it in one transaction. */
  override async appendInOrder(appends: readonly Append[]): Promise<Appended> {
    return this.send(appends.map(({ stream, expected, events }) => ({ stream, expected, written: serialised(stream, expected, events) })));
  }

  private send([first, ...next]: readonly SerialisedAppend[]): Promise<Appended> {
    if (!first) throw new InvalidAppend('there is nothing to append');
    if (this.closing) throw new EventStoreUnavailable('the event store is closed');
    if (!this.link) throw new EventStoreUnavailable('the event store was opened for reading only');
    return this.link.append(first, ...next);
  }

  async readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {}): Promise<readonly StoredEvent[]> {
    return this.reader.stream(stream, from, limit);
  }

  async readAll(options: ReadAll): Promise<Page> {
    return this.reader.page(options);
  }

  override async readTexts(options: ReadAll): ReturnType<EventStore['readTexts']> {
    return this.reader.texts(options);
  }

  async head(): Promise<bigint> {
    return BigInt(this.reader.head());
  }

  /** Exact whatever `most` is: positions here have no gaps. */
  override async countAfter(after: bigint): Promise<number> {
    return this.reader.countAfter(after);
  }

  override async begin(): Promise<bigint> {
    return this.reader.begin();
  }

  subscribe({ after, limit, types, signal }: ReadAll & { signal: AbortSignal }): AsyncIterable<Page> {
    pageLimit(limit);
    const store = this;
    return follow(
      {
        read: (position) => this.turnThenRead({ after: position, limit, types }),
        more: (position, aborted) => this.moreThan(position, aborted),
        get closed() {
          return store.closed;
        },
      },
      after,
      signal,
    );
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.link?.finish('the event store is closed');
    this.closed = true;
    this.letGo();
    this.reader.close();
    await this.writer?.close(Math.max(this.options.appendDeadlineMs, leastPatienceMs));
    for (const port of this.clients) port.close();
    this.link?.detach('the event store is closed');
  }

  /** Reading is synchronous: without a turn of the event loop between pages, catching up would starve everything else on the thread. */
  private async turnThenRead(options: ReadAll): Promise<Page> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.closed) return { events: [], upTo: options.after, atHead: false };
    return this.reader.page(options);
  }

  private moreThan(position: bigint, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(poll);
        this.link?.forget(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const poll = setTimeout(done, this.link ? safetyPollMs : readOnlyPollMs);
      signal.addEventListener('abort', done);
      if (this.closed) done();
      else this.link?.onCommitAfter(Number(position), done);
    });
  }
}
