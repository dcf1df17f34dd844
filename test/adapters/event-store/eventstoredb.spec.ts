import { EventStoreDbEventStore, type EventStoreDbOptions } from '@kith/adapters';
import { eventStoreContract } from '../../contracts/event-store.contract';
import { EventStoreDbFixture } from '../../support/eventstoredb-fixture';
import { EventStoreDbProxy, namedEventStoreDb, ownPrefix } from '../../support/eventstoredb-proxy';

jest.setTimeout(90_000);

/** What a test gets of a log on a server, with all that is opened on it. */
function log(options: EventStoreDbOptions, freeze: () => { thaw(): void }, release: () => Promise<void>) {
  const opened: EventStoreDbEventStore[] = [];
  const open = () => {
    const store = EventStoreDbEventStore.open(options);
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    connect: async () => open(),
    reopen: async () => open(),
    freeze: async () => {
      const { thaw } = freeze();
      return { thaw: async () => thaw() };
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await release();
    },
  };
}

eventStoreContract('on a server that speaks the protocol of EventStoreDB', async (options) => {
  const server = await EventStoreDbFixture.start();
  const freeze = () => ({ thaw: server.faults.begin({ kind: 'freeze', on: ['appends'] }) });
  return log({ url: server.url, ...options }, freeze, async () => {
    server.faults.lift();
    await server.stop();
  });
});

// One that is shared and not empty: each test has streams of its own, and a proxy where appends must freeze.
if (namedEventStoreDb) {
  const url = namedEventStoreDb;
  eventStoreContract('on the server that KITH_TEST_EVENTSTOREDB names', async (options) => {
    const proxy = options?.appendDeadlineMs === undefined ? undefined : await EventStoreDbProxy.start(url);
    const freeze = () => {
      if (!proxy) throw new Error('a test that freezes says how long an append may take');
      return proxy.freeze();
    };
    return log({ url: proxy?.url ?? url, streamPrefix: ownPrefix(), ...options }, freeze, async () => proxy?.stop());
  });
}
