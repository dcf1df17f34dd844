import { setTimeout as pause } from 'node:timers/promises';
import { type Appended, type EventStore, type NewEvent, type StoredEvent, WrongExpectedRevision } from '@kith/application';
import { newEvent } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** What one reader saw, in the order it saw it. */
interface Seen {
  readonly reader: string;
  readonly types?: readonly string[];
  readonly events: StoredEvent[];
}

/** Every event that was acknowledged, and where each append was told that its last one lies. */
interface Written {
  readonly ids: Set<string>;
  readonly ends: Map<string, bigint>;
}

/** The promise that projections stand on: nothing ever appears before what was already read. */
export function ordering(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  beforeEach(async () => {
    fixture = await makeFixture();
  });
  afterEach(() => fixture.dispose());

  it('shows every reader the same events in the order they were committed, without gaps, while slow and fast writers append', async () => {
    const clients = [fixture.store, await fixture.connect(), await fixture.connect()];
    const client = (n: number) => clients[n % clients.length] as EventStore;
    const written: Written = { ids: new Set(), ends: new Map() };

    const readers = [
      ...[1, 7, 64, 1000].map((limit, n) => poll(client(n), limit)),
      ...[3, 50, 500].map((limit, n) => follow(client(n), limit)),
      follow(client(1), 20, ['ThingOdd', 'ThingEnded']),
    ];
    await Promise.all(Array.from({ length: 12 }, (_, n) => write(client(n), n, written)));
    await fixture.store.append('thing-acme.last', -1, [newEvent('ThingEnded')]);
    const [first, ...others] = (await Promise.all(readers)) as [Seen, ...Seen[]];

    expect(written.ids.size).toBeGreaterThan(3000);
    expect(new Set(idsOf(first.events.slice(0, -1)))).toEqual(written.ids);
    expect(first.events).toHaveLength(written.ids.size + 1);
    assertOrdered(first.events);
    const positions = new Map(first.events.map(({ metadata, position }) => [metadata.eventId, position]));
    for (const [eventId, position] of written.ends) expect(positions.get(eventId)).toBe(position);
    for (const { reader, types, events } of others) {
      const wanted = types ? first.events.filter(({ type }) => types.includes(type)) : first.events;
      expect({ reader, ids: idsOf(events) }).toEqual({ reader, ids: idsOf(wanted) });
    }
  });

  it('lets a client read what another has just had acknowledged', async () => {
    const other = await fixture.connect();
    for (let n = 0; n < 200; n += 1) {
      const { position } = await fixture.store.append('thing-acme.1', n - 1, [newEvent()]);
      expect(await other.head()).toBe(position);
      expect(await other.readStream('thing-acme.1', { from: n })).toHaveLength(1);
    }
  });
}

/** Own streams and one contested by all; every third writer is slow; batches of one to forty. */
async function write(store: EventStore, n: number, written: Written): Promise<void> {
  let contested = -1;
  for (let round = 0; round < 60; round += 1) {
    const batch = Array.from({ length: 1 + ((round * 7 + n) % (n === 0 ? 40 : 6)) }, () => newEvent(round % 2 === 0 ? 'ThingEven' : 'ThingOdd'));
    note(await store.append(`thing-acme.${n}.${round}`, -1, batch), batch);
    const one = [newEvent('ThingOdd')];
    try {
      const appended = await store.append('thing-acme.contested', contested, one);
      note(appended, one);
      contested = appended.revision;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      contested = error.actual;
    }
    if (n % 3 === 0) await pause(round % 4);
  }
  function note({ position }: Appended, events: readonly NewEvent[]): void {
    for (const { metadata } of events) written.ids.add(metadata.eventId);
    written.ends.set(events.at(-1)?.metadata.eventId ?? '', position);
  }
}

async function poll(store: EventStore, limit: number): Promise<Seen> {
  const events: StoredEvent[] = [];
  for (let after = 0n; events.at(-1)?.type !== 'ThingEnded'; ) {
    const page = await store.readAll({ after, limit });
    events.push(...page.events);
    after = page.upTo;
    if (page.atHead) await pause(limit % 5);
  }
  return { reader: `polls ${limit}`, events };
}

async function follow(store: EventStore, limit: number, types?: readonly string[]): Promise<Seen> {
  const events: StoredEvent[] = [];
  for await (const page of store.subscribe({ after: 0n, limit, types, signal: new AbortController().signal })) {
    events.push(...page.events);
    if (events.at(-1)?.type === 'ThingEnded') break;
  }
  return { reader: `follows ${limit}`, types, events };
}

const idsOf = (events: readonly StoredEvent[]): readonly string[] => events.map(({ metadata }) => metadata.eventId);

function assertOrdered(events: readonly StoredEvent[]): void {
  const revisions = new Map<string, number>();
  let last = 0n;
  for (const { stream, revision, position } of events) {
    expect(position).toBeGreaterThan(last);
    last = position;
    expect(revision).toBe((revisions.get(stream) ?? -1) + 1);
    revisions.set(stream, revision);
  }
}
