import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { EventStoreUnavailable } from '@kith/application';
import type { Connection } from './eventstoredb-connection';
import { Failure } from './eventstoredb-failure';
import type { InFlight } from './eventstoredb-in-flight';
import { allRequest, eventOf, type Filter, isEndOfStream, lastRequest, noSystemEvents, type ServerEvent, streamRequest } from './eventstoredb-requests';
import { backOff } from './eventstoredb-retrying';

/** A stretch of all streams. */
export interface Scan {
  /** Exclusive; 0n is the beginning. */
  readonly after: bigint;
  readonly types?: readonly string[];
  /** At most so many events are taken. */
  readonly limit: number;
  /** `false` is enough of them. */
  take(event: ServerEvent): boolean | undefined;
}

/** How far a look came, and whether nothing was committed after that. */
interface Looked {
  readonly upTo: bigint;
  readonly atHead: boolean;
}

/** Milliseconds for a read, and all tries of it; readiness asks for the head and wants to hear the truth sooner. */
const budgetMs = 5000;
export const headBudgetMs = 2500;
const silenceMs = 2500;
const longestPauseMs = 250;
/** What is filtered here and not by the server is read in stretches of so many events. */
const stretch = 1000;
const mostAtOnce = 1_000_000_000;
const mostPlaces = 1000;
const typeName = /^[A-Z][A-Za-z]{0,63}$/;

/** Reading a server's streams; positions are the server's. Each read is tried again within its time. @throws EventStoreUnavailable */
export class ServerReader {
  /** What is ours, as the server can tell: it filters by streams or by types, not by both. */
  readonly filter: Filter;
  private readonly places = new Places();
  private known = 0n;
  /** Where the log ended when it was last read by types. */
  private typedHead = 0n;

  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    private readonly inFlight: InFlight,
  ) {
    this.filter = prefix ? { streamPrefix: prefix } : noSystemEvents;
  }

  /** The events of a stream from a revision on; none where it does not exist. */
  stream(stream: string, from: number, limit: number, withinMs = budgetMs): Promise<readonly ServerEvent[]> {
    return this.wholeStream(streamRequest(this.prefix + stream, { from, count: limit }), limit, withinMs);
  }

  /** The revision of a stream's last event; -1 for none. */
  async tail(stream: string, withinMs = budgetMs): Promise<number> {
    const [last] = await this.wholeStream(streamRequest(this.prefix + stream, { count: 1, backwards: true }), 1, withinMs);
    return last?.revision ?? -1;
  }

  /** The last event of all streams. */
  last(withinMs = budgetMs): Promise<ServerEvent | undefined> {
    return this.persistently(withinMs, async (patience) => {
      // What others come to know meanwhile is not asked of this answer: under load every one would be too old.
      const known = this.known;
      const last = await this.one(lastRequest(this.filter), patience);
      // Less than what is known to be there, or an end where there is a beginning, is no answer.
      if ((last?.position ?? 0n) < known || (!last && (await this.one(allRequest(0n, 1, this.filter), patience)))) throw cutOff();
      if (last) this.saw(last.position);
      return last;
    });
  }

  /** The first event of all streams. */
  async first(withinMs = budgetMs): Promise<ServerEvent | undefined> {
    let first: ServerEvent | undefined;
    const take = (event: ServerEvent) => {
      first = event;
      return false;
    };
    await this.scan({ after: 0n, limit: 1, take }, withinMs);
    return first;
  }

  /** The greatest position that is known to be committed. */
  get newest(): bigint {
    return this.known;
  }

  /** Something is committed there. */
  saw(position: bigint): void {
    if (position > this.known) this.known = position;
  }

  /**
   * Hands on events in commit order, and says how far it looked and whether something follows.
   * A server that stops may end a read early and call it well: the end is believed only with what is known to be there.
   */
  async scan(scan: Scan, withinMs = budgetMs): Promise<Looked> {
    const types = scan.types?.filter((type) => typeName.test(type));
    let { after, limit } = scan;
    if (types && types.length > 0 && after < this.typedHead) {
      // Far from the head the server leaves out what is not wanted.
      const far = await this.look({ ...scan, types }, typesFilter(types), 0n, withinMs);
      if (!far.atHead) return far;
      after = far.upTo;
      limit = far.full ? 0 : limit - far.taken;
    }
    const asks = types !== undefined || after >= this.known;
    const last = asks ? await this.last(withinMs) : undefined;
    const head = asks ? (last?.position ?? 0n) : this.known;
    if (types) this.typedHead = head;
    if (asks && (head <= after || types?.length === 0)) return { upTo: head > after ? head : after, atHead: true };
    // Near the head the last event is wanted too, whatever its type: who has seen it was shown everything before it.
    const filter = types && last && typeName.test(last.type) ? typesFilter([...types, last.type]) : this.filter;
    return this.look({ ...scan, after, limit, types }, filter, head, withinMs);
  }

  /** `atLeast` is a position that the look must come to, unless it has enough before. */
  private async look(
    { after, types: wanted, limit, take }: Scan,
    byTypes: Filter,
    atLeast: bigint,
    withinMs: number,
  ): Promise<Looked & { taken: number; full: boolean }> {
    const filter = this.prefix ? this.filter : byTypes;
    const filtersHere = wanted !== undefined && (this.prefix !== '' || atLeast > 0n);
    // One more because the server begins with the event at the position itself, and one to see whether anything follows.
    const most = Math.max(Math.min(limit, mostAtOnce) + 2, filtersHere ? stretch : 0);
    let [from, upTo, taken, got, count] = [after, after, 0, 0, most];
    let [full, more] = [limit === 0, false];
    const each = (event: ServerEvent) => {
      got += 1;
      if (more) return true;
      from = event.position;
      if (event.position <= upTo) return true;
      if (this.isOurs(event) && (!wanted || wanted.includes(event.type))) {
        if (full) {
          more = true;
          // Breaking off costs more than the one or two that are on their way.
          return got >= count - 1;
        }
        taken += 1;
        full = take(event) === false || taken === limit;
      }
      upTo = event.position;
      return true;
    };
    do {
      await this.persistently(withinMs, async (patience) => {
        const read = (begin: bigint) => {
          got = 0;
          count = begin < upTo ? Math.max(most, stretch) : most;
          return this.read(allRequest(begin, count, filter), patience, each);
        };
        await this.orEarlier(from, read);
        if (!more && got < count && upTo < atLeast) throw cutOff();
      });
      if (more) break;
    } while (got >= count);
    if (upTo > after) {
      this.saw(upTo);
      this.places.add(upTo);
    }
    return { upTo, atHead: !more, taken, full };
  }

  /** Somebody else's events have no business in a log of ours, but cannot be kept out of a server that is shared. */
  private isOurs({ stream, isJson, metadata }: ServerEvent): boolean {
    return stream.startsWith(this.prefix) && !stream.startsWith('$') && isJson && metadata.length > 0;
  }

  private wholeStream(request: ReadReq, count: number, withinMs: number): Promise<readonly ServerEvent[]> {
    return this.persistently(withinMs, async (patience) => {
      const events: ServerEvent[] = [];
      let ended = false;
      await this.readMessages(request, patience, (message) => {
        const event = eventOf(message);
        if (event) events.push(event);
        ended ||= isEndOfStream(message);
        return true;
      });
      if (!ended && events.length < count) throw cutOff();
      return events;
    });
  }

  private async one(request: ReadReq, patience: number): Promise<ServerEvent | undefined> {
    let found: ServerEvent | undefined;
    await this.read(request, patience, (event) => {
      found = event;
      return true;
    });
    return found;
  }

  /** A position that somebody made up lies between two records, where a server reads nothing: then it begins at an earlier one. */
  private async orEarlier(from: bigint, read: (from: bigint) => Promise<void>): Promise<void> {
    try {
      await read(from);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'no-such-place' || from === 0n) throw error;
      await read(this.places.before(from));
    }
  }

  private read(request: ReadReq, patience: number, each: (event: ServerEvent) => boolean): Promise<void> {
    return this.readMessages(request, patience, (message) => {
      const event = eventOf(message);
      return event ? each(event) : true;
    });
  }

  private readMessages(request: ReadReq, patience: number, take: (message: ReadResp) => boolean): Promise<void> {
    return this.inFlight.run(1, () => this.connection.read(request, { silenceMs: patience, take }));
  }

  private async persistently<T>(withinMs: number, read: (silenceMs: number) => Promise<T>): Promise<T> {
    const ends = Date.now() + withinMs;
    for (let tries = 0; ; tries += 1) {
      try {
        return await read(Math.min(silenceMs, Math.max(1, ends - Date.now())));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (error.kind === 'denied' || error.kind === 'closed') throw new EventStoreUnavailable(error.message);
        await backOff(tries, Math.min(longestPauseMs, Math.max(0, ends - Date.now())));
        if (Date.now() >= ends) throw new EventStoreUnavailable(error.message);
      }
    }
  }
}

const cutOff = () => new Failure('passing', 'the server ended a read early');
const typesFilter = (types: readonly string[]): Filter => ({ types: `^(?:${types.join('|')})$` });

/** Some of the positions where events are known to begin. */
class Places {
  private known: bigint[] = [];

  add(place: bigint): void {
    const last = this.known.at(-1) ?? 0n;
    if (place <= last) return;
    this.known.push(place);
    if (this.known.length > mostPlaces) this.known = this.known.filter((_, n) => n % 2 === 0);
  }

  /** The greatest one before the position; 0n where none is known. */
  before(position: bigint): bigint {
    return this.known.findLast((place) => place < position) ?? 0n;
  }
}
