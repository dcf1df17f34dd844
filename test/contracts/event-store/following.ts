import type { EventStore, Page, ReadAll } from '@kith/application';
import { newEvent, newEvents } from '../../support/new-event';
import type { EventStoreFixture, MakeEventStoreFixture } from './fixture';

/** Subscriptions: catching up, then live. */
export function following(makeFixture: MakeEventStoreFixture): void {
  let fixture: EventStoreFixture;
  let store: EventStore;
  beforeEach(async () => {
    fixture = await makeFixture();
    store = fixture.store;
  });
  afterEach(() => fixture.dispose());

  it('begins after the position and goes on live', async () => {
    const { position } = await store.append('thing-acme.1', -1, newEvents(5));
    await store.append('thing-acme.1', 4, newEvents(3));
    const following = open(store, { after: position, limit: 2 });
    expect(await following.events(3)).toMatchObject([{ revision: 5 }, { revision: 6 }, { revision: 7 }]);
    await store.append('thing-acme.1', 7, newEvents(1));
    await store.append('thing-acme.2', -1, newEvents(2));
    expect(await following.events(3)).toMatchObject([{ revision: 8 }, { stream: 'thing-acme.2' }, { stream: 'thing-acme.2' }]);
    await following.end();
  });

  it('yields an empty page when it first reaches the head without events, and says so', async () => {
    const empty = open(store, { after: 0n, limit: 10 });
    expect(await empty.page()).toEqual({ events: [], upTo: 0n, atHead: true });
    await empty.end();
    await store.append('thing-acme.1', -1, newEvents(3));
    const atHead = open(store, { after: await store.head(), limit: 10 });
    expect(await atHead.page()).toEqual({ events: [], upTo: await store.head(), atHead: true });
    await atHead.end();
  });

  it('marks the page with which it has caught up', async () => {
    await store.append('thing-acme.1', -1, newEvents(7));
    const following = open(store, { after: 0n, limit: 3 });
    const pages = [await following.page(), await following.page(), await following.page()];
    expect(pages.map(({ events, atHead }) => [events.length, atHead])).toEqual([
      [3, false],
      [3, false],
      [1, true],
    ]);
    await following.end();
  });

  it('moves on past what a filter leaves out, in the past and live', async () => {
    await store.append('thing-acme.1', -1, [...newEvents(400), newEvent('ThingRare'), ...newEvents(50)]);
    const following = open(store, { after: 0n, limit: 10, types: ['ThingRare'] });
    expect(await following.until(await store.head())).toMatchObject([{ type: 'ThingRare', revision: 400 }]);
    for (let n = 0; n < 5; n += 1) {
      const { position } = await store.append(`thing-acme.other${n}`, -1, newEvents(3));
      expect(await following.until(position)).toEqual([]);
    }
    const { position } = await store.append('thing-acme.1', 450, [newEvent('ThingRare')]);
    expect(await following.until(position)).toMatchObject([{ type: 'ThingRare', revision: 451 }]);
    await following.end();
  });

  it('hears of a commit by another client at once, not at the next look', async () => {
    const writer = await fixture.connect();
    const followers = [open(store, { after: 0n, limit: 10 }), open(await fixture.connect(), { after: 0n, limit: 10 })];
    const began = performance.now();
    for (let n = 0; n < 25; n += 1) {
      await writer.append('thing-acme.1', n - 1, newEvents(1));
      for (const following of followers) expect(await following.events(1)).toMatchObject([{ revision: n }]);
    }
    expect(performance.now() - began).toBeLessThan(8_000);
    for (const following of followers) await following.end();
  });

  it('ends when it is aborted: before it began, while it waits, and between pages', async () => {
    const aborted = AbortSignal.abort();
    for await (const _ of store.subscribe({ after: 0n, limit: 1, signal: aborted })) throw new Error('yielded after the abort');

    const waiting = open(store, { after: 0n, limit: 1 });
    await waiting.page();
    const next = waiting.next();
    waiting.abort();
    expect(await next).toMatchObject({ done: true });

    await store.append('thing-acme.1', -1, newEvents(5));
    const between = open(store, { after: 0n, limit: 1 });
    await between.page();
    between.abort();
    expect(await between.next()).toMatchObject({ done: true });
  });

  it('lets many follow at their own pace', async () => {
    const followers = Array.from({ length: 20 }, (_, n) => open(store, { after: 0n, limit: 1 + n }));
    for (let n = 0; n < 30; n += 1) await store.append(`thing-acme.${n}`, -1, newEvents(1 + (n % 4)));
    const all = (await store.readAll({ after: 0n, limit: 1000 })).events;
    for (const following of followers) {
      expect(await following.events(all.length)).toEqual(all);
      await following.end();
    }
  });

  it('refuses pages of no events', () => {
    expect(() => store.subscribe({ after: 0n, limit: 0, signal: AbortSignal.abort() })).toThrow(RangeError);
  });
}

/** A subscription, to be pulled page by page. */
function open(store: EventStore, options: ReadAll) {
  const stop = new AbortController();
  const pages = store.subscribe({ ...options, signal: stop.signal })[Symbol.asyncIterator]();
  const page = async (): Promise<Page> => {
    const { value, done } = await pages.next();
    if (done) throw new Error('the subscription ended by itself');
    return value;
  };
  /** Reads pages while they are wanted, and returns their events. */
  const collect = async (wanted: (count: number, upTo: bigint) => boolean) => {
    const events: Page['events'][number][] = [];
    for (let upTo = -1n; wanted(events.length, upTo); ) {
      const read = await page();
      events.push(...read.events);
      upTo = read.upTo;
    }
    return events;
  };
  return {
    page,
    next: () => pages.next(),
    events: (count: number) => collect((read) => read < count),
    until: (position: bigint) => collect((_, upTo) => upTo < position),
    abort: () => stop.abort(),
    end: async () => {
      stop.abort();
      await pages.return?.();
    },
  };
}
