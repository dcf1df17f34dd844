import { type EventStore, lifted, type StoredEvent } from '@kith/application';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** What JSON holds and a careless store changes. */
const awkward: Readonly<Record<string, object>> = {
  'integer-like keys': { 10: 'ten', 2: 'two', b: 'b', '01': 'leading zero', '-1': 'minus', a: 'a' },
  numbers: { one: 1.0, large: 1e21, small: 5e-324, safe: Number.MAX_SAFE_INTEGER, unsafe: 2 ** 53 + 2, minusZero: -0, tenth: 0.1 },
  unicode: { text: 'naïve 漢字 عربي 🦔 e\u0301 \u2028\u2029 \u202e \ufeff', 'ключ 🦔': '\u007f' },
  'names that objects have': JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": null, "": "empty"}'),
  nesting: { list: [[], {}, [[[{ deep: [null, true, false, ''] }]]]] },
  'what JSON drops': { gone: undefined, kept: [undefined, Number.NaN], date: new Date(0) },
};

/** Streams and pages of the whole log. */
export function reading(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  it('gives events back as they went in, with stream, revision and position', async () => {
    const events = [newEvent('ThingHappened', { text: 'one' }), newEvent('ThingEnded', { text: 'two' })];
    const { position } = await store.append('thing-acme.1', -1, events);
    const read = await store.readStream('thing-acme.1');
    expect(read).toEqual(events.map((event, revision) => ({ ...event, stream: 'thing-acme.1', revision, position: read[revision]?.position })));
    expect(read[0]?.position).toBeLessThan(position);
    expect(read[1]?.position).toBe(position);
    expect((await store.readAll({ after: 0n, limit: 10 })).events).toEqual(read);
  });

  it('gives the same stretch as texts, which are the JSON of what it gives otherwise', async () => {
    for (const [n, data] of Object.values(awkward).entries())
      await store.append(`thing-acme.${n}`, -1, [newEvent(n % 2 ? 'ThingHappened' : 'ThingEnded', data)]);
    for (const options of [
      { after: 0n, limit: 100 },
      { after: 1n, limit: 2 },
      { after: 0n, limit: 100, types: ['ThingEnded'] },
    ]) {
      const { events, ...page } = await store.readAll(options);
      const texts = events.map((event) => ({ ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) }));
      for (const client of [store, await fixture.connect()]) expect(await client.readTexts(options)).toEqual({ ...page, events: texts });
    }
  });

  it.each(Object.entries(awkward))('keeps %s exactly as JSON has them', async (_, data) => {
    const event = newEvent('ThingHappened', data);
    await store.append('thing-acme.1', -1, [event]);
    for (const client of [store, await fixture.connect()]) {
      const [read] = await client.readStream('thing-acme.1');
      expect(JSON.stringify(read?.data)).toBe(JSON.stringify(data));
      expect(JSON.stringify(read?.metadata)).toBe(JSON.stringify(event.metadata));
    }
  });

  it('keeps events of any schema version and unknown types as they were written', async () => {
    const old = newEvent('ForgottenThing', { shape: { of: 'old' } });
    const event = { ...old, metadata: { ...old.metadata, schema: 7, copied: { position: '7', upTo: '0' }, traceparent: '00-aa-bb-01' } };
    await store.append('thing-acme.1', -1, [event]);
    expect(await store.readStream('thing-acme.1')).toMatchObject([event]);
  });

  it('lets old versions be lifted to the current shape, however they were stored', async () => {
    const versions: [number, object][] = [
      [1, { fullName: 'Léa Martin' }],
      [2, { name: 'Léa Martin' }],
      [3, { name: 'Léa Martin', tags: ['vip'] }],
    ];
    const events = versions.map(([schema, data]) => {
      const event = newEvent('ThingHappened', data);
      return { ...event, metadata: { ...event.metadata, schema } };
    });
    await store.append('thing-acme.1', -1, events);
    const definition = {
      personal: [],
      lifts: [({ fullName, ...rest }: Record<string, unknown>) => ({ ...rest, name: fullName }), (data: Record<string, unknown>) => ({ ...data, tags: [] })],
    };
    const read = await store.readStream('thing-acme.1');
    expect(read.map((event) => lifted(event, { ...event.data }, definition))).toEqual([
      { name: 'Léa Martin', tags: [] },
      { name: 'Léa Martin', tags: [] },
      { name: 'Léa Martin', tags: ['vip'] },
    ]);
    expect(() => lifted({ ...(read[0] as StoredEvent), metadata: { ...(read[0] as StoredEvent).metadata, schema: 4 } }, {}, definition)).toThrow('newer');
  });

  it('reads a stream from a revision on, at most so many events, and none where there are none', async () => {
    await store.append('thing-acme.1', -1, newEvents(10));
    await store.append('thing-acme.2', -1, newEvents(10));
    const revisions = async (options?: { from?: number; limit?: number }) => (await store.readStream('thing-acme.1', options)).map(({ revision }) => revision);
    expect(await revisions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await revisions({ from: 7 })).toEqual([7, 8, 9]);
    expect(await revisions({ from: 3, limit: 2 })).toEqual([3, 4]);
    expect(await revisions({ limit: 1 })).toEqual([0]);
    expect(await revisions({ from: 10 })).toEqual([]);
    expect(await store.readStream('thing-acme.3')).toEqual([]);
  });

  it('answers for an empty log', async () => {
    expect(await store.head()).toBe(0n);
    expect(await store.readAll({ after: 0n, limit: 10 })).toEqual({ events: [], upTo: 0n, atHead: true });
    expect(await store.readAll({ after: 0n, limit: 10, types: ['ThingHappened'] })).toEqual({ events: [], upTo: 0n, atHead: true });
  });

  it.each([1, 3, 100, 5000])('reads the whole log in pages of at most %p, each beginning after the one before', async (limit) => {
    const total = limit === 1 ? 50 : 1200;
    const wanted: unknown[] = [];
    for (let n = 0; n < total; n += 10) {
      const events = newEvents(10);
      await store.append(`thing-acme.${n}`, -1, events);
      wanted.push(...events.map(({ metadata }) => metadata.eventId));
    }
    const read: StoredEvent[] = [];
    for (let after = 0n, atHead = false; !atHead; ) {
      const page = await store.readAll({ after, limit });
      expect(page.events.length).toBeLessThanOrEqual(limit);
      expect(page.upTo).toBe(page.events.at(-1)?.position);
      read.push(...page.events);
      ({ upTo: after, atHead } = page);
    }
    expect(read.map(({ metadata }) => metadata.eventId)).toEqual(wanted);
    expect(await store.readAll({ after: await store.head(), limit })).toEqual({ events: [], upTo: await store.head(), atHead: true });
  });

  it('knows that a page that ends exactly with the log is at its head', async () => {
    await store.append('thing-acme.1', -1, newEvents(4));
    expect(await store.readAll({ after: 0n, limit: 4 })).toMatchObject({ atHead: true });
    expect(await store.readAll({ after: 0n, limit: 3 })).toMatchObject({ atHead: false });
    expect(await store.readAll({ after: 0n, limit: 4, types: ['ThingHappened'] })).toMatchObject({ atHead: true });
  });

  it('stays where it is when asked for what lies beyond the log', async () => {
    await store.append('thing-acme.1', -1, newEvents(2));
    const beyond = (await store.head()) + 500n;
    for (const types of [undefined, ['ThingHappened']])
      expect(await store.readAll({ after: beyond, limit: 5, types })).toEqual({ events: [], upTo: beyond, atHead: true });
  });

  it('reads only the types asked for, in order, and says how far it looked', async () => {
    for (let n = 0; n < 40; n += 1) await store.append(`thing-acme.${n}`, -1, [...newEvents(60), newEvent(n % 2 === 0 ? 'ThingOdd' : 'ThingEven')]);
    const { events: all } = await everything(store, {});
    for (const types of [['ThingOdd'], ['ThingOdd', 'ThingEven'], ['ThingHappened'], ['ThingNever'], ['ThingNever', 'ThingEven'], []])
      for (const limit of [1, 7, 5000]) {
        const { events, upTo } = await everything(store, { types, limit });
        expect(events).toEqual(all.filter(({ type }) => types.includes(type)));
        expect(upTo).toBe(await store.head());
      }
  });

  it('finds what was appended after a filtered read reached the head', async () => {
    await store.append('thing-acme.1', -1, newEvents(2000 / 4));
    const { upTo } = await everything(store, { types: ['ThingRare'] });
    await store.append('thing-acme.2', -1, [newEvent(), newEvent('ThingRare')]);
    expect((await everything(store, { types: ['ThingRare'], after: upTo })).events).toMatchObject([{ stream: 'thing-acme.2', revision: 1 }]);
  });

  it('reads a log of large events to its end, however large the pages asked for', async () => {
    for (let n = 0; n < 24; n += 1) await store.append(`thing-acme.${n}`, -1, [newEvent('ThingHappened', { n, text: 'x'.repeat(500_000) })]);
    const { events } = await everything(store, { limit: 5000 });
    expect(events.map(({ data }) => data.n)).toEqual(Array.from({ length: 24 }, (_, n) => n));
  });

  it('refuses pages of no events, which would never move on', async () => {
    for (const limit of [0, -1, 1.5, Number.NaN]) await expect(store.readAll({ after: 0n, limit })).rejects.toThrow(RangeError);
  });
}

/** Pages until the head, in one. */
async function everything(
  store: EventStore,
  { after = 0n, limit = 500, types }: { after?: bigint; limit?: number; types?: readonly string[] },
): Promise<{ events: StoredEvent[]; upTo: bigint }> {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after, limit, types });
    events.push(...page.events);
    if (page.upTo < after || (page.upTo === after && !page.atHead)) throw new Error('the page did not move on');
    after = page.upTo;
    if (page.atHead) return { events, upTo: after };
  }
}
