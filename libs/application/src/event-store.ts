import type { EventMetadata } from '@kith/domain';

/** An event on its way into the log; personal fields already sealed inside `data`. */
export interface NewEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** An event as it lies in the log. */
export interface StoredEvent {
  readonly stream: string;
  /** 0 is the first event of the stream. */
  readonly revision: number;
  /** Greater than that of every event committed before it, in any stream. */
  readonly position: bigint;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

/** What one append stores. */
export interface Append {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly NewEvent[];
}

/** Where an append ended: revision and position of its last event. */
export interface Appended {
  readonly revision: number;
  readonly position: bigint;
}

/** A stretch of the log. */
export interface Page {
  readonly events: readonly StoredEvent[];
  /** Everything up to here was looked at, also what a filter left out: resume after it. */
  readonly upTo: bigint;
  /** Nothing was committed after `upTo` when the page was read. */
  readonly atHead: boolean;
}

/** An event as it lies in the log, its `data` and `metadata` as the JSON that was stored. */
export interface StoredText extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

export interface ReadAll {
  /** Exclusive; 0n is the beginning. */
  readonly after: bigint;
  /** At most so many events. */
  readonly limit: number;
  /** Only these types; all when absent. */
  readonly types?: readonly string[];
}

/** The most that one event may take as JSON, data and metadata together, in UTF-8 bytes. */
export const maxEventBytes = 512 * 1024;
/** The most events of one append. */
export const maxAppendEvents = 500;
/** The most that one append may take: EventStoreDB takes 1 MiB, in which each of the 64 letters of a type counts as two bytes. */
export const maxAppendBytes = 1024 * 1024 - maxAppendEvents * 2 * 64;

/**
 * The log: append-only streams, each with its own revisions, and one order over all of them.
 * Positions are in commit order and without gaps for readers: whoever has read up to a position
 * will never find an event before it later.
 */
export abstract class EventStore {
  /** The events of a stream from a revision on (0 by default), at most `limit`; empty when there are none. */
  abstract readStream(stream: string, options?: { from?: number; limit?: number }): Promise<readonly StoredEvent[]>;

  /**
   * Appends all events or none; durable when it resolves. `expected` is the revision of the stream's last event,
   * -1 for a stream that has none. Repeating an append (same stream, expected revision and event ids) succeeds
   * with the original result, whatever was appended since.
   * @throws WrongExpectedRevision when the stream is elsewhere
   * @throws InvalidAppend for what no store could hold
   * @throws AppendOutcomeUnknown when there is no answer within the deadline
   * @throws EventStoreUnavailable when nothing was stored, and a later try may succeed
   */
  abstract append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Appends one after another, at least one: each is stored only when all before it are, so that they lie in the log in this
   * order. When it throws, as `append` does, some of the first may be stored; repeating all of it is then a repetition of those.
   * A store overrides it that need not wait for the answer of each and can still promise the order, whatever fails in between.
   */
  async appendInOrder(appends: readonly Append[]): Promise<Appended> {
    let appended: Appended | undefined;
    for (const { stream, expected, events } of appends) appended = await this.append(stream, expected, events);
    if (!appended) throw new InvalidAppend('there is nothing to append');
    return appended;
  }

  /** The next stretch of all streams, in commit order. @throws PositionUnknown */
  abstract readAll(options: ReadAll): Promise<Page>;

  /** The same stretch, for who hands on most of what is in it: a store that keeps text need not take it apart. */
  async readTexts(options: ReadAll): Promise<Omit<Page, 'events'> & { readonly events: readonly StoredText[] }> {
    const { events, ...page } = await this.readAll(options);
    return { ...page, events: events.map((event) => ({ ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) })) };
  }

  /** Pages from a position on, then live, until aborted. @throws PositionUnknown from the first page. Yields an empty page when it first reaches the head without events. */
  abstract subscribe(options: ReadAll & { signal: AbortSignal }): AsyncIterable<Page>;

  /** Position of the last committed event; 0n for an empty log. */
  abstract head(): Promise<bigint>;

  /**
   * Positions above 0n and up to here belong to the log that this one was copied from: reading after one of them is refused.
   * 0n for a log that was never copied.
   */
  async begin(): Promise<bigint> {
    const [first] = (await this.readAll({ after: 0n, limit: 1 })).events;
    return BigInt(first?.metadata.copied?.upTo ?? 0);
  }

  /** @throws PositionUnknown for a position of the log that this one was copied from */
  async assertKnows(position: bigint): Promise<void> {
    if (position === 0n) return;
    const begin = await this.begin();
    if (position <= begin) throw new PositionUnknown(position, begin);
  }

  /** How many events come after the position: exact up to `most`, and `most` when there are more. A store may count further where that costs nothing. */
  async countAfter(after: bigint, most: number): Promise<number> {
    return (await this.readAll({ after, limit: most })).events.length;
  }

  /** Lets appends in flight end, then lets go of everything. */
  abstract close(): Promise<void>;
}

/** Somebody else appended first, or the stream is not what the caller thought. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}`);
  }
}

/** No answer in time: it may have been stored or not. Read, or append the same again, to find out. */
export class AppendOutcomeUnknown extends Error {
  override readonly name = 'AppendOutcomeUnknown';
}

/** Nothing was stored; the store cannot write (or read) at the moment. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** The position is one of the log that this one was copied from: what came after it there lies elsewhere here. */
export class PositionUnknown extends Error {
  override readonly name = 'PositionUnknown';
  constructor(
    readonly position: bigint,
    readonly begin: bigint,
  ) {
    super(`position ${position} is of another log; those of this one are greater than ${begin}`);
  }
}

/** The append breaks a limit of size or content; nothing was stored. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const streamName = /^[A-Za-z]{1,40}-[\x21-\x7e]{1,200}$/;
/** An escape that JSON writes for NUL or a lone surrogate, and is not itself an escaped backslash. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

/** What an adapter stores: the JSON of each event, checked against the limits that every store shares. */
export function serialised(
  stream: string,
  expected: number,
  events: readonly NewEvent[],
): readonly { type: string; eventId: string; data: string; metadata: string }[] {
  if (!streamName.test(stream)) throw new InvalidAppend('a stream name is a category, a dash and up to 200 visible ASCII characters');
  if (!Number.isSafeInteger(expected) || expected < -1) throw new InvalidAppend('the expected revision must be -1 or more');
  if (events.length === 0 || events.length > maxAppendEvents) throw new InvalidAppend(`an append holds 1 to ${maxAppendEvents} events`);
  let bytes = 0;
  const written = events.map(({ type, data, metadata }) => {
    if (!/^[A-Z][A-Za-z]{0,63}$/.test(type)) throw new InvalidAppend('an event type is 1 to 64 letters and begins with a capital');
    if (!uuid.test(metadata.eventId)) throw new InvalidAppend(`${type}: the event id is no lower-case UUID`);
    const event = { type, eventId: metadata.eventId, data: json(type, data), metadata: json(type, metadata) };
    const size = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
    if (size - copiedBytes(metadata) > maxEventBytes) throw new InvalidAppend(`${type} takes ${size} bytes; an event has at most ${maxEventBytes}`);
    bytes += size;
    return event;
  });
  if (bytes > maxAppendBytes) throw new InvalidAppend(`an append has at most ${maxAppendBytes} bytes`);
  return written;
}

/** What a copy adds to an event does not count: one of the greatest size is to be copied, too. */
function copiedBytes({ copied }: EventMetadata): number {
  return copied === undefined ? 0 : Buffer.byteLength(`,"copied":${JSON.stringify(copied)}`);
}

function json(type: string, value: object): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    throw new InvalidAppend(`${type} cannot be written as JSON: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
  if (text?.[0] !== '{') throw new InvalidAppend(`${type} is no JSON object`);
  if (text.includes('\\u') && unstorable.test(text)) throw new InvalidAppend(`${type} holds NUL or a lone surrogate`);
  return text;
}
