import { createParser } from 'eventsource-parser';
import { type Caller, fetched, signalOf } from './caller';
import { linesOf, textsOf } from './lines';
import { KithProblem, KithUnreachable } from './problem';
import { pause, pauseAfter } from './retrying';
import type { KithEvent, ReadOptions } from './types';

/** Which events are wanted, from where on. */
export interface EventFilter extends ReadOptions {
  /** Position after which to begin. */
  readonly after?: string | null;
  /** One stream by its name, or all of a kind, such as `endUser`. */
  readonly stream?: string;
  readonly types?: readonly string[];
  /** Only what the actor with this id did. */
  readonly actor?: string;
  /** Only events about this end user. */
  readonly subject?: string;
  /** Personal fields, for keys that may see them. */
  readonly personal?: boolean;
}

/** A connection on which nothing arrives for so long is taken for dead, in milliseconds; the engine says something every 15 s. */
const silenceMs = 45_000;

/** The log of all facts, in the order in which they were committed. */
export class Events {
  constructor(private readonly caller: Caller) {}

  /**
   * Reads the events up to the end of the log as it is now. A connection that breaks is taken up again after the last event.
   * @example for await (const { type, subject } of kith.events.read({ types: ['EndUserCreated'] })) console.log(type, subject);
   */
  async *read({ limit, ...filter }: EventFilter & { readonly limit?: number } = {}): AsyncGenerator<KithEvent, void, undefined> {
    const { attempts, pauseMs } = this.caller.options;
    let { after } = filter;
    let left = limit;
    for (let failures = 0; left === undefined || left > 0; ) {
      const query = { ...queryOf(filter, after), ...(left !== undefined && { limit: left }) };
      const init = { params: { query }, headers: this.caller.reading, parseAs: 'stream' as const, ...signalOf(filter) };
      const { data } = await fetched(this.caller.streams.GET('/v1/events', init));
      const events = linesOf<KithEvent>(data as unknown as ReadableStream<Uint8Array>, filter.signal);
      try {
        for (;;) {
          const next = await events.next().catch((cut: unknown) => ({ cut }));
          if ('cut' in next) {
            filter.signal?.throwIfAborted();
            if (++failures >= attempts) throw new KithUnreachable('the events break off again and again', { cause: next.cut });
            break;
          }
          if (next.done) return;
          failures = 0;
          after = next.value.position;
          if (left !== undefined) left--;
          yield next.value;
        }
      } finally {
        await events.return();
      }
      await pause(pauseAfter(failures, pauseMs), filter.signal);
    }
  }

  /**
   * Follows the events as they are committed, from `after` or from now on, and connects again whenever the connection ends.
   * Keep the `position` of the last event that was dealt with, and begin there the next time. It ends when `signal` does, or the loop is left.
   * @example for await (const event of kith.events.live({ after: lastPosition, signal })) await handle(event);
   * @throws KithProblem when the key may not read, or not any more
   */
  async *live(filter: EventFilter = {}): AsyncGenerator<KithEvent, void, undefined> {
    const { pauseMs } = this.caller.options;
    let last = filter.after ?? undefined;
    for (let failures = 1; ; failures++) {
      for await (const { id, event } of this.connected(filter, last)) {
        last = id;
        failures = 0;
        if (event) yield event;
      }
      if (filter.signal?.aborted) return;
      await pause(pauseAfter(failures + 1, pauseMs), filter.signal).catch(() => undefined);
      if (filter.signal?.aborted) return;
    }
  }

  /** The events of one connection; it just ends when the connection does. */
  private async *connected(filter: EventFilter, last: string | undefined): AsyncGenerator<{ id: string; event: KithEvent | undefined }, void, undefined> {
    const silent = new AbortController();
    const signal = filter.signal ? AbortSignal.any([filter.signal, silent.signal]) : silent.signal;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silenceMs);
    };
    const arrived: { id: string; event: KithEvent | undefined }[] = [];
    const parser = createParser({ onEvent: ({ id, data }) => id !== undefined && arrived.push({ id, event: JSON.parse(data) as KithEvent }) });
    try {
      heard();
      const headers = { ...this.caller.reading, ...(last !== undefined && { 'last-event-id': last }) };
      const init = { params: { query: queryOf(filter, undefined) }, headers, parseAs: 'stream' as const, signal };
      const { data } = await fetched(this.caller.streams.GET('/v1/events/live', init));
      for await (const text of textsOf(data as unknown as ReadableStream<Uint8Array>, signal)) {
        heard();
        parser.feed(text);
        yield* arrived.splice(0);
      }
    } catch (error) {
      if (!isCut(error)) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Whether the connection was at fault: not when the engine refused, nor when what arrived is no event. Errors of `fetch` may come from another realm. */
const isCut = (error: unknown): boolean => !(error instanceof KithProblem) && !(error instanceof Error && error.name === 'SyntaxError');

function queryOf({ stream, types, actor, subject, personal }: EventFilter, after: string | null | undefined) {
  return {
    ...(after != null && { after }),
    ...(stream !== undefined && { stream }),
    ...(types !== undefined && { type: [...types] }),
    ...(actor !== undefined && { actor }),
    ...(subject !== undefined && { subject }),
    ...(personal !== undefined && { personal: personal ? ('true' as const) : ('false' as const) }),
  };
}
