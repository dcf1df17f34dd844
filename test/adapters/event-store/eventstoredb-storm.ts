import { setTimeout as pause } from 'node:timers/promises';
import { AppendOutcomeUnknown, type EventStore, EventStoreUnavailable, type StoredEvent, WrongExpectedRevision } from '@kith/application';
import { newEvent } from '../../support/new-event';

/** Where an event was said to lie. */
interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

const ownWriters = 8;
const contestingWriters = 6;

/**
 * Writers on streams of their own and on contested ones, and one who follows, through whatever happens to the server.
 * A writer makes the same append again until it knows what became of it.
 */
export class Storm {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Ids of appends that were refused because another came first. */
  readonly refused = new Set<string>();
  readonly followed: StoredEvent[] = [];
  /** What should never have happened. */
  readonly surprises: string[] = [];
  readonly unknown = { outcome: 0, unavailable: 0 };
  /** How many of its appends each writer knows the outcome of. */
  readonly done: number[] = [];
  private running = true;
  private readonly stop = new AbortController();
  private readonly writers: Promise<void>[];
  private readonly follower: Promise<void>;

  constructor(private readonly stores: readonly EventStore[]) {
    const writer = (n: number, name: string, own: boolean) => this.write(this.stores[n % this.stores.length] as EventStore, n, name, own);
    this.writers = [
      ...Array.from({ length: ownWriters }, (_, n) => writer(n, `storm-own.${n}`, true)),
      ...Array.from({ length: contestingWriters }, (_, n) => writer(ownWriters + n, `storm-contested.${n % 2}`, false)),
    ];
    this.follower = this.follow(this.stores[0] as EventStore);
  }

  /** Resolves when every writer has come to an end so many times more. @throws Error when one does not within so many milliseconds */
  async progress(times: number, withinMs: number): Promise<void> {
    const from = [...this.done];
    const ends = Date.now() + withinMs;
    while (!this.done.every((count, n) => count - (from[n] ?? 0) >= times)) {
      if (Date.now() > ends) throw new Error(`some writers got no further: ${this.done.map((count, n) => count - (from[n] ?? 0))}`);
      await pause(10);
    }
  }

  /** Lets everybody come to an end. */
  async end(): Promise<void> {
    this.running = false;
    await Promise.all(this.writers);
    const head = await (this.stores[0] as EventStore).head();
    for (const ends = Date.now() + 10_000; (this.followed.at(-1)?.position ?? 0n) < head && Date.now() < ends; ) await pause(10);
    this.stop.abort();
    await this.follower;
  }

  private async write(store: EventStore, n: number, stream: string, own: boolean): Promise<void> {
    this.done[n] = 0;
    let expected = -1;
    while (this.running) {
      const events = Array.from({ length: 1 + (n % 3) }, () => newEvent('ThingStormed', { n }));
      const revision = await this.untilKnown(store, stream, expected, events, own);
      if (revision === undefined) return;
      expected = revision;
      this.done[n] = (this.done[n] ?? 0) + 1;
      await pause(Math.random() * 5);
    }
  }

  /** The revision that the stream is at afterwards, as far as the writer can tell. */
  private async untilKnown(
    store: EventStore,
    stream: string,
    expected: number,
    events: ReturnType<typeof newEvent>[],
    own: boolean,
  ): Promise<number | undefined> {
    for (;;) {
      try {
        const { revision, position } = await store.append(stream, expected, events);
        if (revision !== expected + events.length) this.surprises.push(`${stream}: appended at ${revision} after ${expected}`);
        events.forEach(({ metadata }, i) => {
          // Of all but the last only the revision is told.
          this.acknowledged.set(metadata.eventId, { stream, revision: expected + 1 + i, position: i === events.length - 1 ? position : -1n });
        });
        return revision;
      } catch (error) {
        if (error instanceof AppendOutcomeUnknown) this.unknown.outcome += 1;
        else if (error instanceof EventStoreUnavailable) this.unknown.unavailable += 1;
        else if (error instanceof WrongExpectedRevision) {
          if (own) this.surprises.push(`${stream}: refused, though nobody else writes to it (${error.message})`);
          for (const { metadata } of events) this.refused.add(metadata.eventId);
          return error.actual;
        } else {
          this.surprises.push(String(error));
          return undefined;
        }
        await pause(5);
      }
    }
  }

  private async follow(store: EventStore): Promise<void> {
    for await (const { events } of store.subscribe({ after: 0n, limit: 100, signal: this.stop.signal })) this.followed.push(...events);
  }
}

/** What a log must be like after a storm; `log` is all of it, in commit order. */
export function expectWeathered(storm: Storm, log: readonly StoredEvent[]): void {
  expect(storm.surprises).toEqual([]);
  const places = new Map(log.map((event) => [event.metadata.eventId, event]));
  expect(places.size).toBe(log.length);
  const wrong = [...storm.acknowledged].filter(([id, { stream, revision, position }]) => {
    const stored = places.get(id);
    return !stored || stored.stream !== stream || stored.revision !== revision || (position >= 0n && stored.position !== position);
  });
  expect(wrong).toEqual([]);
  expect([...storm.refused].filter((id) => places.has(id))).toEqual([]);
  expect(storm.followed.map(({ metadata }) => metadata.eventId)).toEqual(log.map(({ metadata }) => metadata.eventId));
}
