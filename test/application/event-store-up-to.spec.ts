import { MemoryEventStore } from '@kith/adapters';
import { AfterTheMoment, type EventStore, EventStoreUpTo, type NewEvent, type Page, PastIsReadOnly, type ReadAll } from '@kith/application';
import fc from 'fast-check';
import { newEvent } from '../support/new-event';

const streams = ['endUser-acme.a', 'endUser-acme.b', 'ticket-acme.c'];
const types = ['ThingHappened', 'OtherHappened', 'ThirdHappened'];

/** Which stream each event goes to, and which type it is of. */
const logs = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 30 });

async function logOf(steps: readonly (readonly [number, number])[], events: readonly NewEvent[]): Promise<MemoryEventStore> {
  const [store, revisions] = [new MemoryEventStore(), [-1, -1, -1]];
  for (const [i, [stream]] of steps.entries()) {
    await store.append(streams[stream] as string, revisions[stream] as number, [events[i] as NewEvent]);
    revisions[stream] = (revisions[stream] as number) + 1;
  }
  return store;
}

/** Every page from a position on. */
async function pages(store: EventStore, options: ReadAll): Promise<readonly Page[]> {
  const found: Page[] = [];
  for (let after = options.after; ; ) {
    const page = await store.readAll({ ...options, after });
    found.push(page);
    if (page.atHead) return found;
    after = page.upTo;
  }
}

/** A log of some events, seen up to one of them, beside the log that it was then. */
async function thenAndNow(steps: readonly (readonly [number, number])[], cut: number): Promise<{ past: EventStoreUpTo; ended: MemoryEventStore }> {
  const events = steps.map(([, type]) => newEvent(types[type]));
  const upTo = 1 + (cut % steps.length);
  return { past: new EventStoreUpTo(await logOf(steps, events), BigInt(upTo)), ended: await logOf(steps.slice(0, upTo), events) };
}

it('a past log reads as the log read when that was its end, stream by stream and page by page', async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.nat(29), fc.nat(35), fc.integer({ min: 1, max: 12 }), fc.subarray(types), async (steps, cut, after, limit, some) => {
      const { past, ended } = await thenAndNow(steps, cut);
      expect(await past.head()).toBe(await ended.head());
      expect(await past.begin()).toBe(await ended.begin());
      for (const stream of streams) {
        for (const options of [undefined, { from: 1, limit }]) expect(await past.readStream(stream, options)).toEqual(await ended.readStream(stream, options));
      }
      const from = BigInt(Math.min(after, Number(await ended.head())));
      for (const wanted of [undefined, some]) {
        const options = { after: from, limit, ...(wanted && wanted.length > 0 && { types: wanted }) };
        const [seen, expected] = [await pages(past, options), await pages(ended, options)];
        expect(seen.flatMap(({ events }) => events)).toEqual(expected.flatMap(({ events }) => events));
        expect(seen.at(-1)?.upTo).toBe(expected.at(-1)?.upTo);
        expect((await past.readTexts(options)).events).toEqual((await ended.readTexts(options)).events);
      }
      expect(await past.countAfter(from, 5)).toBe(Math.min(5, await ended.countAfter(from)));
    }),
    { numRuns: 200 },
  );
});

it('whoever follows a past log hears everything up to the moment, and nothing of what is appended today', async () => {
  const { past } = await thenAndNow(
    Array.from({ length: 9 }, (_, i) => [i % 3, 0] as const),
    5,
  );
  const stopping = new AbortController();
  const heard: bigint[] = [];
  const following = (async () => {
    for await (const { events, atHead } of past.subscribe({ after: 0n, limit: 4, signal: stopping.signal })) {
      heard.push(...events.map(({ position }) => position));
      if (atHead) setTimeout(() => stopping.abort(), 20);
    }
  })();
  await following;
  expect(heard).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
});

it('nothing can be appended to a past log, and what came later is not known there', async () => {
  const { past, ended } = await thenAndNow(
    [
      [0, 0],
      [0, 0],
      [1, 0],
    ],
    1,
  );
  await expect(past.append()).rejects.toThrow(PastIsReadOnly);
  await expect(past.appendInOrder([{ stream: 'endUser-acme.a', expected: 1, events: [newEvent()] }])).rejects.toThrow(PastIsReadOnly);
  await expect(past.assertKnows(3n)).rejects.toThrow(AfterTheMoment);
  await past.assertKnows(2n);
  expect(await past.head()).toBe(await ended.head());
  expect((await past.readAll({ after: 3n, limit: 5 })).events).toEqual([]);
});
