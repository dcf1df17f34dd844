import { type EventStore, maxEventBytes, type NewEvent, PositionUnknown, type StoredEvent, WrongExpectedRevision } from '@kith/application';
import type { CopiedFrom } from '@kith/domain';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

const upTo = 4096n;

/** Events as a copy of another log holds them: they stood at 5, 10 and so on there. */
const copiedEvents = (count: number, from = 1): readonly NewEvent[] => Array.from({ length: count }, (_, n) => copied(newEvent(), 5 * (from + n)));

function copied(event: NewEvent, position: number): NewEvent {
  const from: CopiedFrom = { position: String(position), upTo: String(upTo) };
  return { ...event, metadata: { ...event.metadata, copied: from } };
}

/** A log that was copied from another one: nobody takes a position of that one for one of this one. */
export function copiedLogs(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  /** All of them, in pages of two. */
  const everything = async (client: EventStore, types?: readonly string[]) => {
    const events: StoredEvent[] = [];
    for (let after = 0n, atHead = false; !atHead; ) {
      const page = await client.readAll({ after, limit: 2, ...(types && { types }) });
      events.push(...page.events);
      ({ upTo: after, atHead } = page);
    }
    return events;
  };

  it('begins behind all positions of the log that it was copied from', async () => {
    const first = await store.append('thing-acme.1', -1, copiedEvents(3));
    expect(first.position).toBeGreaterThan(upTo);
    const second = await store.append('thing-acme.2', -1, copiedEvents(1, 4));
    const third = await store.append('thing-acme.1', 2, newEvents(2));
    for (const client of [store, await fixture.connect()]) {
      expect(await client.begin()).toBe(upTo);
      expect(await client.head()).toBe(third.position);
      const events = await everything(client);
      expect(events.map(({ stream, revision }) => [stream.at(-1), revision])).toEqual([
        ['1', 0],
        ['1', 1],
        ['1', 2],
        ['2', 0],
        ['1', 3],
        ['1', 4],
      ]);
      expect(events.every(({ position }, n) => position > (events[n - 1]?.position ?? upTo))).toBe(true);
      expect([events[2]?.position, events[3]?.position, events[5]?.position]).toEqual([first.position, second.position, third.position]);
      expect(await client.readStream('thing-acme.1')).toEqual(events.filter(({ stream }) => stream === 'thing-acme.1'));
      expect(await everything(client, ['ThingHappened'])).toEqual(events);
    }
    await store.close();
    const again = await fixture.reopen();
    expect([await again.begin(), await again.head()]).toEqual([upTo, third.position]);
    expect((await again.append('thing-acme.1', 4, newEvents(1))).position).toBeGreaterThan(third.position);
  });

  it('knows none of the positions of that log, and all of its own', async () => {
    await store.append('thing-acme.1', -1, copiedEvents(4));
    const own = (await store.readAll({ after: 0n, limit: 10 })).events;
    for (const client of [store, await fixture.connect()]) {
      for (const position of [1n, 5n, upTo - 1n, upTo]) {
        for (const types of [undefined, ['ThingHappened']])
          await expect(client.readAll({ after: position, limit: 5, ...(types && { types }) })).rejects.toMatchObject({
            name: PositionUnknown.name,
            position,
            begin: upTo,
          });
        await expect(client.readTexts({ after: position, limit: 5 })).rejects.toThrow(PositionUnknown);
        const pages = client.subscribe({ after: position, limit: 5, signal: new AbortController().signal })[Symbol.asyncIterator]();
        await expect(pages.next()).rejects.toThrow(PositionUnknown);
      }
      for (const [n, { position }] of own.entries()) expect((await client.readAll({ after: position, limit: 10 })).events).toEqual(own.slice(n + 1));
      const pages = client.subscribe({ after: 0n, limit: 10, signal: new AbortController().signal })[Symbol.asyncIterator]();
      expect((await pages.next()).value).toMatchObject({ events: own, atHead: true });
      await pages.return?.(undefined);
    }
  });

  it('counts its own events, from its beginning and from any of its positions', async () => {
    await store.append('thing-acme.1', -1, copiedEvents(4));
    const own = (await store.readAll({ after: 0n, limit: 10 })).events;
    expect(await store.countAfter(0n, 100)).toBe(4);
    for (const [n, { position }] of own.entries()) expect(await store.countAfter(position, 100)).toBe(3 - n);
  });

  it('answers a repeated append of its first events with the same positions', async () => {
    const events = copiedEvents(2);
    const first = await store.append('thing-acme.1', -1, events);
    for (const client of [store, await fixture.connect()]) expect(await client.append('thing-acme.1', -1, events)).toEqual(first);
  });

  it('begins at nothing when its events were never copied, also while it is empty', async () => {
    expect(await store.begin()).toBe(0n);
    await store.append('thing-acme.1', -1, newEvents(2));
    await store.append('thing-acme.2', -1, copiedEvents(1));
    for (const client of [store, await fixture.connect()]) expect(await client.begin()).toBe(0n);
    const [first] = await everything(store);
    expect((await store.readAll({ after: first?.position ?? 0n, limit: 10 })).events).toHaveLength(2);
  });

  it('takes an event of the greatest size with what the copy adds to it', async () => {
    const empty = newEvent('ThingHappened', { text: '' });
    const rest = maxEventBytes - Buffer.byteLength(JSON.stringify(empty.data)) - Buffer.byteLength(JSON.stringify(empty.metadata));
    const largest = { ...empty, data: { text: 'x'.repeat(rest) } };
    expect(await store.append('thing-acme.1', -1, [copied(largest, 5)])).toMatchObject({ revision: 0 });
    await expect(store.append('thing-acme.1', 0, [copied({ ...largest, data: { text: 'x'.repeat(rest + 1) } }, 10)])).rejects.toMatchObject({
      name: 'InvalidAppend',
    });
  });

  it('appends one after another in the order given, each only after all before it', async () => {
    const appends = Array.from({ length: 300 }, (_, n) => ({ stream: `thing-acme.${n % 7}`, expected: Math.floor(n / 7) - 1, events: newEvents(1) }));
    const ids = (events: readonly { readonly metadata: { readonly eventId: string } }[]) => events.map(({ metadata }) => metadata.eventId);
    const given = ids(appends.flatMap(({ events }) => events));
    expect(await store.appendInOrder(appends.slice(0, 200))).toMatchObject({ revision: 28, position: await store.head() });
    expect(await store.appendInOrder(appends)).toMatchObject({ revision: 42, position: await store.head() });
    expect(ids(await everything(store))).toEqual(given);
    const [before, missed, after] = ['before', 'missed', 'after'].map((name) => ({ stream: `thing-acme.${name}`, expected: -1, events: newEvents(1) }));
    if (!before || !missed || !after) throw new Error('unreachable');
    await expect(store.appendInOrder([before, { ...missed, expected: 4 }, after])).rejects.toMatchObject({
      name: WrongExpectedRevision.name,
      stream: missed.stream,
      expected: 4,
      actual: -1,
    });
    expect(ids(await everything(store)).slice(300)).toEqual(ids(before.events));
    expect(await store.readStream(after.stream)).toEqual([]);
  });
}
