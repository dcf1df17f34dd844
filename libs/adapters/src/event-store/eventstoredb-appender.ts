import { type Appended, AppendOutcomeUnknown, EventStoreUnavailable, InvalidAppend, WrongExpectedRevision } from '@kith/application';
import type { BatchAppend, Batches, BatchReply } from './eventstoredb-batches';
import { Failure } from './eventstoredb-failure';
import { InFlight } from './eventstoredb-in-flight';
import type { ServerReader } from './eventstoredb-reader';
import { backOff } from './eventstoredb-retrying';

/** What happened on the way, for counting. */
export type StoreOutcome = 'retry' | 'resolved-by-reading' | 'unknown' | 'reconnected' | 'resubscribed';

export interface AppenderOptions {
  /** Milliseconds until an append without an answer is looked up, and then unknown. */
  readonly deadlineMs: number;
  readonly onOutcome: (what: StoreOutcome) => void;
}

/** After the deadline, what became of the append is read within so many milliseconds. */
const resolveMs = 1000;
const longestPauseMs = 500;
/** A try that is given up sooner tells nothing but that it may have been stored, even where no server is. */
const leastTryMs = 50;
/** Appends under way at once, and how many bytes count as one more. */
const mostInFlight = 256;
const bytesPerPlace = 64 * 1024;
/** More than this waiting, and the next is refused at once. */
const mostWaiting = 50_000;

/** Appends until the server says what became of it: the same ids at the same revision each time, so that it is stored once. */
export class Appender {
  private readonly inFlight = new InFlight(mostInFlight);
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly batches: Batches,
    private readonly reader: ServerReader,
    private readonly options: AppenderOptions,
  ) {}

  /** `stream` without its prefix. @throws what EventStore.append does */
  append(stream: string, prefixed: BatchAppend): Promise<Appended> {
    if (this.inFlight.waiting >= mostWaiting) throw new EventStoreUnavailable('too many appends wait for the server');
    const ends = Date.now() + this.options.deadlineMs;
    const bytes = prefixed.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    const running = this.inFlight.run(1 + Math.floor(bytes / bytesPerPlace), () => this.settle(stream, prefixed, ends));
    this.running.add(running);
    const done = () => this.running.delete(running);
    running.then(done, done);
    return running;
  }

  /** Resolves when none is under way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private async settle(stream: string, append: BatchAppend, ends: number): Promise<Appended> {
    let mayBeStored = false;
    let reason = 'too many appends wait for the server';
    for (let tries = 0; Date.now() < ends; tries += 1) {
      if (tries > 0) {
        this.options.onOutcome('retry');
        await backOff(tries - 1, Math.min(longestPauseMs, Math.max(0, ends - Date.now())));
        if (ends - Date.now() < leastTryMs) break;
      }
      const newest = this.reader.newest;
      try {
        const reply = await this.batches.send(append, Math.max(0, ends - Date.now()));
        const repeated = mayBeStored;
        mayBeStored ||= reply.kind === 'stored';
        const settled = await this.settledBy(reply, stream, append, repeated, newest);
        if (settled) return settled;
        reason = 'the server refused the right revision';
      } catch (error) {
        if (error instanceof EventStoreUnavailable) reason = error.message;
        else if (!(error instanceof Failure)) throw error;
        else if (error.kind === 'denied' && !mayBeStored) throw new EventStoreUnavailable(error.message);
        else {
          mayBeStored ||= error.kind === 'passing';
          reason = error.message;
          if (error.kind === 'closed') break;
        }
      }
    }
    if (!mayBeStored) throw new EventStoreUnavailable(reason);
    return this.resolved(stream, append, reason);
  }

  /** The end of it, or nothing when the answer makes no sense and the append is to be made again. */
  private async settledBy(reply: BatchReply, stream: string, append: BatchAppend, repeated: boolean, newest: bigint): Promise<Appended | undefined> {
    const { expected, events } = append;
    if (reply.kind === 'too-large') throw new InvalidAppend('the append is larger than the server allows');
    if (reply.kind === 'stored') {
      // A repeat must be told where it was stored first. The server answers so; what might be a repeat is looked up all the same.
      const position = repeated || reply.position === undefined || reply.position <= newest ? await this.positionOf(stream, append) : reply.position;
      this.reader.saw(position);
      return { revision: expected + events.length, position };
    }
    const { actual } = reply;
    // Nobody else's event is in its place: it may yet be stored, or the answer is wrong.
    if (actual === expected || (actual < expected && repeated)) return undefined;
    // An exact repeat that overtakes its first try is refused like a lost race: only the ids tell.
    if (repeated || actual >= expected + events.length) {
      const stored = await this.stored(stream, append);
      // Less than the server has just said to be there: it was not read from the leader.
      if (stored === 'nothing') return undefined;
      if (typeof stored === 'object') {
        this.options.onOutcome('resolved-by-reading');
        return stored;
      }
    }
    throw new WrongExpectedRevision(stream, expected, actual);
  }

  /** After the deadline: what the log says. */
  private async resolved(stream: string, append: BatchAppend, reason: string): Promise<Appended> {
    const unknown = () => {
      this.options.onOutcome('unknown');
      return new AppendOutcomeUnknown(`no answer about the append to ${stream}: ${reason}`);
    };
    let stored: Awaited<ReturnType<Appender['stored']>>;
    let actual: number;
    try {
      stored = await this.stored(stream, append, resolveMs);
      actual = stored === 'another' ? await this.reader.tail(stream, resolveMs) : -1;
    } catch {
      throw unknown();
    }
    if (stored === 'nothing') throw unknown();
    this.options.onOutcome('resolved-by-reading');
    if (stored === 'another') throw new WrongExpectedRevision(stream, append.expected, actual);
    return stored;
  }

  /** What lies where the append would: itself, another's event, or nothing. */
  private async stored(stream: string, { expected, events }: BatchAppend, withinMs?: number): Promise<Appended | 'another' | 'nothing'> {
    const found = await this.reader.stream(stream, expected + 1, events.length, withinMs);
    if (found.some(({ id }, n) => id !== events[n]?.eventId)) return 'another';
    const last = found.at(-1);
    if (!last || found.length < events.length) return 'nothing';
    this.reader.saw(last.position);
    return { revision: last.revision, position: last.position };
  }

  private async positionOf(stream: string, append: BatchAppend): Promise<bigint> {
    const stored = await this.stored(stream, append);
    if (typeof stored === 'object') return stored.position;
    throw new Failure('passing', 'the server said that it was stored, and does not show it');
  }
}
