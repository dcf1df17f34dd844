import type { EventStore } from '../event-store';
import { patiently } from '../patience';

/** A moment of a log's past: everything up to a position, inclusive, or what was recorded until a time (milliseconds since 1970 UTC). */
export type Moment = { readonly position: bigint } | { readonly time: number };

/** The log has no such moment. The message says why, and names no person. */
export class NoSuchMoment extends Error {
  override readonly name = 'NoSuchMoment';
}

/** RFC 3339: a date, a time and where on earth. */
const timestamp = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const wholeNumber = /^[1-9]\d{0,18}$/;

/** What a text says; undefined for what is neither a position nor an RFC 3339 time. */
export function momentOf(text: string): Moment | undefined {
  if (wholeNumber.test(text)) return { position: BigInt(text) };
  const time = timestamp.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(time) ? undefined : { time };
}

/** Events read at once while a time is looked for. */
const pageLimit = 1000;

/** Who wants to know how far the search is, and may end it. */
export interface WatchedSearch {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (searched: { readonly upTo: bigint; readonly events: number }) => void;
}

/**
 * The last position of a moment. Of a time: the longest beginning of the log in which every event was recorded at or before it. Times rise
 * within a stream only, so an event that another stream recorded a moment too early may come after; only a beginning can be replayed exactly.
 * @throws NoSuchMoment for one before the first event, one of the log that this one was copied from, or one that is not over yet
 */
export async function lastPositionOf(store: EventStore, moment: Moment, { now, signal, onProgress }: WatchedSearch): Promise<bigint> {
  const [begin, head] = await patiently(() => Promise.all([store.begin(), store.head()]), signal);
  if ('position' in moment) {
    if (moment.position > head) throw new NoSuchMoment(`the log ends at position ${head}`);
    if (moment.position <= begin) throw new NoSuchMoment(`positions up to ${begin} are of the log that this one was copied from`);
    return moment.position;
  }
  if (moment.time > now) throw new NoSuchMoment('that time is not over yet: more may be recorded until then');
  let found = 0n;
  let events = 0;
  for (let after = 0n; ; ) {
    const from = after;
    signal?.throwIfAborted();
    const page = await patiently(() => store.readTexts({ after: from, limit: pageLimit }), signal);
    for (const { position, metadata } of page.events) {
      if (recordedAt(metadata) > moment.time) return foundOr(found, moment.time);
      found = position;
    }
    events += page.events.length;
    after = page.upTo;
    onProgress?.({ upTo: after, events });
    if (page.atHead) return foundOr(found, moment.time);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function foundOr(found: bigint, time: number): bigint {
  if (found === 0n) throw new NoSuchMoment(`the log has no event that was recorded at or before ${new Date(time).toISOString()}`);
  return found;
}

const recordedAt = (metadata: string): number => Date.parse((JSON.parse(metadata) as { readonly recordedAt: string }).recordedAt);
