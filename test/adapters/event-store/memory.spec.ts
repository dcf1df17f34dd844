import { MemoryEventStore } from '@kith/adapters';
import { AppendOutcomeUnknown } from '@kith/application';
import { eventStoreContract } from '../../contracts/event-store.contract';
import { newEvent, newEvents } from '../../support/new-event';

eventStoreContract('in memory', async () => {
  let frozen = false;
  const store = new MemoryEventStore({ intercept: () => (frozen ? 'store-but-unknown' : 'store') });
  return {
    store,
    connect: async () => store,
    freeze: async () => {
      frozen = true;
      return {
        thaw: async () => {
          frozen = false;
        },
      };
    },
    reopen: async () => MemoryEventStore.from(store.snapshot()),
    dispose: () => store.close(),
  };
});

describe('the event store in memory', () => {
  it('goes on from a snapshot in as many directions as wanted, none of which shows in another', async () => {
    const trunk = new MemoryEventStore();
    await trunk.append('thing-acme.1', -1, newEvents(2));
    const snapshot = trunk.snapshot();
    const branches = [MemoryEventStore.from(snapshot), MemoryEventStore.from(snapshot), trunk];
    for (const [n, branch] of branches.entries()) await branch.append('thing-acme.1', 1, newEvents(n + 1));
    for (const [n, branch] of branches.entries()) {
      expect(await branch.readStream('thing-acme.1')).toHaveLength(3 + n);
      expect((await branch.readAll({ after: 0n, limit: 100 })).events).toHaveLength(3 + n);
    }
    expect(snapshot.events).toHaveLength(2);
    expect(await MemoryEventStore.from(snapshot).readStream('thing-acme.1')).toHaveLength(2);
  });

  it('takes a snapshot of a snapshot that was never written to', async () => {
    const first = new MemoryEventStore();
    await first.append('thing-acme.1', -1, newEvents(1));
    const second = MemoryEventStore.from(first.snapshot());
    const third = MemoryEventStore.from(second.snapshot());
    await second.append('thing-acme.1', 0, newEvents(1));
    expect(await third.head()).toBe(1n);
    expect(await first.head()).toBe(1n);
  });

  it('loses an answer with or without the events, as it is told', async () => {
    const outcomes = ['store-but-unknown', 'lose-unknown', 'store'] as const;
    const asked: string[] = [];
    const store = new MemoryEventStore({
      intercept: ({ stream, expected, events }) => {
        asked.push(`${stream} ${expected} ${events.length}`);
        return outcomes[asked.length - 1] ?? 'store';
      },
    });
    const events = newEvents(2);
    await expect(store.append('thing-acme.1', -1, events)).rejects.toThrow(AppendOutcomeUnknown);
    expect(await store.readStream('thing-acme.1')).toHaveLength(2);
    await expect(store.append('thing-acme.2', -1, events)).rejects.toThrow(AppendOutcomeUnknown);
    expect(await store.readStream('thing-acme.2')).toHaveLength(0);
    expect(await store.append('thing-acme.1', -1, events)).toMatchObject({ revision: 1 });
    expect(asked).toEqual(['thing-acme.1 -1 2', 'thing-acme.2 -1 2', 'thing-acme.1 -1 2']);
  });

  it('loses a refusal too when the answer is lost', async () => {
    const store = new MemoryEventStore({ intercept: () => 'store-but-unknown' });
    await expect(store.append('thing-acme.1', 5, newEvents(1))).rejects.toThrow(AppendOutcomeUnknown);
    expect(await store.head()).toBe(0n);
  });

  it('lets nobody change history through what was read or written', async () => {
    const data = { list: [{ n: 1 }] };
    const store = new MemoryEventStore();
    await store.append('thing-acme.1', -1, [newEvent('ThingHappened', data)]);
    data.list[0] = { n: 2 };
    const [read] = await store.readStream('thing-acme.1');
    expect(() => {
      (read?.data.list as { n: number }[])[0] = { n: 3 };
    }).toThrow(TypeError);
    expect((await store.readStream('thing-acme.1'))[0]?.data).toEqual({ list: [{ n: 1 }] });
  });
});
