import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Address } from './eventstoredb-address';
import { Failure, failureOf } from './eventstoredb-failure';

/** Many appends over one call, and their answers in any order. */
export type BatchCall = ReturnType<StreamsClient['batchAppend']>;
type ReadCall = ReturnType<StreamsClient['read']>;
/** What goes with each call: headers and options. */
type CallArguments = ReturnType<EventStoreDBClient['callArguments']>;

export interface ReadOptions {
  /** Milliseconds without a word until the call is given up; none for a subscription, which has nothing to say for hours. */
  readonly silenceMs?: number;
  /** Ends the call from this side, as if it had come to its end. */
  readonly signal?: AbortSignal;
  /** Takes each message; `false` is enough of them. */
  take(message: ReadResp): boolean | undefined;
}

/** Calls wait for an answer, and none at all comes, for so long: the server is frozen or the line is dead, whatever TCP says. */
const deafMs = 2000;
const watchMs = 250;
/** A client that could not connect is replaced, but not more often than this. */
const leastAgeMs = 500;

/** Clients of this process until now: no two of them share a socket. */
let clients = 0;

/** One client of the server, with all that hangs on it. */
interface Link {
  readonly client: EventStoreDBClient;
  readonly since: number;
  /** Whom to tell that it is given up. */
  readonly calls: Set<(failure: Failure) => void>;
  stub?: StreamsClient;
  heardAt: number;
  /** Calls that ought to be answered soon. */
  awaited: number;
  watch?: NodeJS.Timeout;
  lost: boolean;
}

/**
 * The connection to a server or cluster: finds the leader, and replaces the client when it hangs.
 * Calls go through the client's channel and its generated stubs, not through its methods: those keep the appends of all clients
 * of a process in one table, and a late second answer throws where nobody can catch it.
 */
export class Connection {
  private link: Link | undefined;
  private wasLost = false;
  private closed = false;

  constructor(
    private readonly address: Address,
    private readonly onReconnected: () => void,
  ) {
    // Says what is wrong with the connection string now, not at the first call.
    this.use().client.connectionName;
  }

  /** Reads until the server ends it, or `take` has had enough. @throws Failure */
  read(request: ReadReq, { silenceMs, signal, take }: ReadOptions): Promise<void> {
    const link = this.use();
    let call: ReadCall | undefined;
    let ended = false;
    const awaited = silenceMs !== undefined;
    return new Promise<void>((resolve, reject) => {
      const end = (failure?: Error) => {
        if (ended) return;
        ended = true;
        clearTimeout(silence);
        signal?.removeEventListener('abort', abort);
        link.calls.delete(end);
        if (awaited && call) this.await(link, -1);
        call?.cancel();
        if (failure) reject(failure instanceof Failure ? this.noted(link, failure) : failure);
        else resolve();
      };
      const abort = () => end();
      // A turn of the event loop first: an answer may lie there, and this process be the one that was slow.
      const silence = awaited ? setTimeout(() => setImmediate(() => end(new Failure('passing', 'the server does not answer'))), silenceMs) : undefined;
      if (signal?.aborted) return end();
      signal?.addEventListener('abort', abort);
      link.calls.add(end);
      this.start(link, 'read', (stub, ...args) => {
        call = stub.read(request, ...args);
        if (ended) return call;
        if (awaited) this.await(link, 1);
        silence?.refresh();
        call.on('data', (message: ReadResp) => {
          this.heard(link);
          if (ended) return;
          silence?.refresh();
          try {
            if (take(message) === false) end();
          } catch (error) {
            end(error as Error);
          }
        });
        call.on('error', (error) => end(failureOf(error)));
        call.on('end', () => {
          // The end that this side made is no word from the server.
          if (ended) return;
          this.heard(link);
          // What went wrong is told as an error in the same turn.
          setImmediate(end);
        });
        return call;
      }).then(
        (started) => ended && started.cancel(),
        (error) => end(failureOf(error)),
      );
    });
  }

  /** Opens a call for many appends; `onLost` hears of its end, however it comes. @throws Failure */
  async batch(onLost: (failure: Failure) => void): Promise<{ call: BatchCall; heard(): void; awaited(change: number): void }> {
    const link = this.use();
    const call = await this.start(link, 'append', (stub, ...args) => {
      const opened = stub.batchAppend(...args);
      const lost = (failure: Failure) => {
        if (!link.calls.delete(lost)) return;
        onLost(this.noted(link, failure));
      };
      link.calls.add(lost);
      opened.on('error', (error) => lost(failureOf(error)));
      opened.on('end', () => setImmediate(() => lost(new Failure('passing', 'the server ended the call'))));
      return opened;
    }).catch((error: unknown) => {
      throw this.noted(link, failureOf(error));
    });
    return { call, heard: () => this.heard(link), awaited: (change) => this.await(link, change) };
  }

  /** Ends whatever is under way, and lets the process exit. */
  close(): void {
    this.closed = true;
    if (this.link) this.giveUp(this.link, 'the event store is closed');
  }

  private use(): Link {
    if (this.closed) throw new Failure('closed', 'the event store is closed');
    if (this.link) return this.link;
    const client = EventStoreDBClient.connectionString(this.address.connectionString(clients++));
    leaveNoRejection(client);
    this.link = { client, since: Date.now(), calls: new Set(), heardAt: Date.now(), awaited: 0, lost: false };
    return this.link;
  }

  private start<Call extends ReadCall | BatchCall>(link: Link, what: string, make: (stub: StreamsClient, ...args: CallArguments) => Call): Promise<Call> {
    const { requiresLeader } = this.address;
    // These two are for subclasses of the client, which its connection strings cannot make.
    // biome-ignore lint/complexity/useLiteralKeys: protected
    return link.client['GRPCStreamCreator'](StreamsClient, what, (stub: StreamsClient) => {
      if (link.lost) throw new Failure('unreachable', 'the connection was given up');
      if (link.stub && link.stub !== stub) this.wasLost = true;
      link.stub = stub;
      // biome-ignore lint/complexity/useLiteralKeys: protected
      return make(stub, ...link.client['callArguments']({ requiresLeader }, { deadline: Number.POSITIVE_INFINITY }));
    })();
  }

  private heard(link: Link): void {
    link.heardAt = Date.now();
    if (!this.wasLost || link.lost) return;
    this.wasLost = false;
    this.onReconnected();
  }

  /** Counts the calls that wait for an answer, and watches as long as there are any. */
  private await(link: Link, change: number): void {
    if (link.awaited === 0) link.heardAt = Date.now();
    link.awaited += change;
    if (link.awaited === 0) {
      clearInterval(link.watch);
      link.watch = undefined;
      return;
    }
    if (link.watch || link.lost) return;
    let looked = Date.now();
    link.watch = setInterval(() => {
      const now = Date.now();
      // Who looks late was busy: what the server said meanwhile is not read yet.
      if (now - looked > 2 * watchMs) link.heardAt = now;
      looked = now;
      if (now - link.heardAt > deafMs) this.giveUp(link, 'the server does not answer');
    }, watchMs).unref();
  }

  /** A client that finds no server, or one that cannot serve, is replaced: the next one looks anew. */
  private noted(link: Link, failure: Failure): Failure {
    if ((failure.kind === 'unreachable' || failure.kind === 'unready') && Date.now() - link.since > leastAgeMs) this.giveUp(link, failure.message);
    return failure;
  }

  private giveUp(link: Link, reason: string): void {
    if (link.lost) return;
    link.lost = true;
    this.wasLost = true;
    clearInterval(link.watch);
    if (this.link === link) this.link = undefined;
    // Whatever ended this client, its other calls may have been carried out.
    for (const tell of [...link.calls]) tell(new Failure('passing', reason));
    void link.client.dispose().finally(() => link.stub?.close());
  }
}

/**
 * When a call fails, the client asks itself for its channel and waits for nobody to hear the answer: when no node is found meanwhile,
 * that question is rejected to nobody, which ends a process. Calls hear of it themselves.
 */
function leaveNoRejection(client: EventStoreDBClient): void {
  // biome-ignore-start lint/complexity/useLiteralKeys: protected
  const handle = client['handleError'];
  client['handleError'] = (...failed) => handle(...failed).catch(() => undefined);
  // biome-ignore-end lint/complexity/useLiteralKeys: protected
}
