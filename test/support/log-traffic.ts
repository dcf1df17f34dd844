import { randomUUID } from 'node:crypto';
import { type EventStore, type NewEvent, type Page, type StoredEvent, WrongExpectedRevision } from '@kith/application';

/** How a log is written to by many at once. */
export interface Writing {
  readonly writers: number;
  /** Of all writers together. */
  readonly events: number;
  /** Between reading a stream and appending to it, by chance, in milliseconds. */
  readonly delayUpToMs: number;
}

/**
 * Writers that share their streams: each reads where one is, takes its time, and appends; beaten by another one, it begins again.
 * @returns how often one was beaten
 */
export async function write(store: EventStore, { writers, events, delayUpToMs }: Writing): Promise<number> {
  const revisions = Array.from({ length: writers * 2 }, () => -1);
  let [left, beaten] = [events, 0];
  const writer = async () => {
    while (left > 0) {
      const batch = Math.min(left, 1 + Math.floor(Math.random() * 16));
      left -= batch;
      for (;;) {
        const at = Math.floor(Math.random() * revisions.length);
        const known = revisions[at] ?? -1;
        const stream = `interaction-acme.s${at}`;
        const since = await store.readStream(stream, { from: known + 1 });
        const expected = known + since.length;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * delayUpToMs));
        try {
          const { revision } = await store.append(stream, expected, interactions(batch));
          revisions[at] = Math.max(revisions[at] ?? -1, revision);
          break;
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error;
          beaten++;
        }
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return beaten;
}

/** What a reader saw of a log, in its order: position and event id of each event. */
export type Seen = string[];

export const seen = ({ position, metadata: { eventId } }: StoredEvent): string => `${position} ${eventId}`;

/** Reads whatever there is, again and again. @param until resolves with the position to come to */
export async function poll(store: EventStore, until: Promise<bigint>): Promise<Seen> {
  const all: Seen = [];
  const end = endOf(until);
  for (let after = 0n; ; ) {
    const page = await store.readAll({ after, limit: 200 });
    all.push(...page.events.map(seen));
    after = page.upTo;
    if (end.reached(after)) return all;
    if (page.atHead) await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
  }
}

/** Follows the log. @param until resolves with the position to come to */
export async function follow(store: EventStore, until: Promise<bigint>): Promise<Seen> {
  const all: Seen = [];
  const stopping = new AbortController();
  const end = endOf(until);
  let at = 0n;
  const look = () => {
    if (end.reached(at)) stopping.abort();
  };
  void until.then(look);
  for await (const page of store.subscribe({ after: 0n, limit: 500, signal: stopping.signal })) {
    all.push(...page.events.map(seen));
    at = page.upTo;
    look();
  }
  return all;
}

/** The same store, whose subscriptions tell what they hand over. */
export function watched(store: EventStore, onPage: (page: Page) => void): EventStore {
  async function* subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page> {
    for await (const page of store.subscribe(options)) {
      onPage(page);
      yield page;
    }
  }
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'subscribe') return subscribe;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function endOf(until: Promise<bigint>) {
  let end: bigint | undefined;
  void until.then((position) => {
    end = position;
  });
  return { reached: (position: bigint) => end !== undefined && position >= end };
}

/** Interactions without personal data: a projection makes one row of each. */
function interactions(count: number): readonly NewEvent[] {
  return Array.from({ length: count }, () => {
    const [eventId, now] = [randomUUID(), new Date().toISOString()];
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates: [] };
    return {
      type: 'InteractionRecorded',
      data: {
        source: 'desk',
        channel: 'email',
        contactPointId: null,
        endUserId: 'somebody',
        via: 'email',
        direction: 'inbound',
        outcome: 'matched',
        resolution,
      },
      metadata: {
        eventId,
        tenant: 'acme',
        actor: { kind: 'service', id: 'desk' },
        occurredAt: now,
        recordedAt: now,
        commandId: eventId,
        correlationId: eventId,
        causationId: eventId,
        schema: 1,
      },
    };
  });
}
