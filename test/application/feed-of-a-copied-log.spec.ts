import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { copyLog, EventFeed, type FeedFilter, PersonalData, PositionUnknown, SystemClock } from '@kith/application';
import { newEvent } from '../support/new-event';

const stream = (n: number) => `interaction-acme.${n}`;

/** So many events in three streams, known to the feed and without personal fields. */
async function logOf(count: number): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (let n = 0; n < count; n++) await store.append(stream(n % 3), Math.floor(n / 3) - 1, [newEvent('InteractionAssigned', { endUserId: `u${n}` })]);
  return store;
}

const copyOf = async (source: MemoryEventStore): Promise<MemoryEventStore> => {
  const target = new MemoryEventStore();
  await copyLog({ source, target, clock: new SystemClock() });
  return target;
};

const feedOf = (store: MemoryEventStore) => new EventFeed(store, new PersonalData(new MemoryKeyVault()));
const asked = (after: bigint, filter: FeedFilter = {}, live = false) => ({
  tenant: 'acme',
  after,
  filter,
  personal: false,
  live,
  signal: new AbortController().signal,
});

const filters: readonly FeedFilter[] = [{}, { types: ['InteractionAssigned'] }, { streams: ['interaction'] }, { streams: [stream(1)] }];

it('the feed of a copied log knows no position from before, whatever is asked for, live or not', async () => {
  const store = await copyOf(await logOf(30));
  for (const filter of filters)
    for (const after of [1n, 17n, await store.begin()]) {
      for (const live of [false, true]) {
        await expect(
          feedOf(store)
            .pages(asked(after, filter, live))
            .next(),
        ).rejects.toThrow(PositionUnknown);
        await expect(
          feedOf(store)
            .texts(asked(after, filter, live))
            .next(),
        ).rejects.toThrow(PositionUnknown);
      }
    }
});

it('the feed of a copied log gives exactly the rest from any position of its own, from each stream too', async () => {
  const copied = await copyOf(await logOf(30));
  await copied.append(stream(0), 9, [newEvent('InteractionAssigned', { endUserId: 'new' })]);
  const { events } = await copied.readAll({ after: 0n, limit: 100 });
  for (const filter of filters)
    for (const after of [0n, (events[0]?.position ?? 0n) - 1n, ...events.map(({ position }) => position)]) {
      const read: string[] = [];
      for await (const page of feedOf(copied).pages(asked(after, filter))) read.push(...page.events.map(({ id }) => id));
      const wanted = events.filter((event) => event.position > after && (filter.streams?.[0] !== stream(1) || event.stream === stream(1)));
      expect(read).toEqual(wanted.map(({ metadata }) => metadata.eventId));
    }
});
