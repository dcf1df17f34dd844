import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore, type EventStoreDbOptions, type StoreOutcome } from '@kith/adapters';
import { AppendOutcomeUnknown, EventStoreUnavailable, type Page } from '@kith/application';
import { EventStoreDbFixture, FixtureProcess } from '../../support/eventstoredb-fixture';
import { newEvents } from '../../support/new-event';

/** A port where nobody listens: it is reserved, and never given out. */
const nowhere = '127.0.0.1:1';

jest.setTimeout(40_000);

describe('the patience of the event store on EventStoreDB', () => {
  const stores: EventStoreDbEventStore[] = [];
  const servers: { stop(): Promise<void> }[] = [];
  const serve = async () => {
    const server = await EventStoreDbFixture.start();
    servers.push(server);
    return server;
  };
  const open = (url: string, options: Partial<EventStoreDbOptions> = {}) => {
    const store = EventStoreDbEventStore.open({ url, ...options });
    stores.push(store);
    return store;
  };
  const within = async (ms: number, outcome: Promise<unknown>, expected: new (...args: never[]) => Error) => {
    const began = performance.now();
    await expect(outcome).rejects.toThrow(expected);
    expect(performance.now() - began).toBeLessThan(ms);
  };

  const scenarios = {
    'tells the truth about a server that is frozen or away, soon, and about one that is back': async () => {
      const server = await serve();
      const store = open(server.url);
      const { position } = await store.append('thing-acme.1', -1, newEvents(1));
      server.faults.begin({ kind: 'freeze' });
      await within(3500, store.head(), EventStoreUnavailable);
      server.faults.lift();
      expect(await store.head()).toBe(position);
      await within(3500, open(`esdb://${nowhere}?tls=false`).head(), EventStoreUnavailable);
    },
    'gives up a read of a frozen server, and reads on after a connection broke': async () => {
      const server = await serve();
      const store = open(server.url);
      await store.append('thing-acme.1', -1, newEvents(5));
      server.faults.begin({ kind: 'drop', on: ['reads'], times: 2 });
      expect(await store.readStream('thing-acme.1')).toHaveLength(5);
      server.faults.begin({ kind: 'freeze', on: ['reads'] });
      const reads = [store.readStream('thing-acme.1'), store.readAll({ after: 0n, limit: 10 })];
      await Promise.all(reads.map((read) => within(6500, read, EventStoreUnavailable)));
    },
    'waits for a server that is away when it is asked to follow, however long': async () => {
      const server = await serve();
      const store = open(server.url);
      const { position } = await store.append('thing-acme.1', -1, newEvents(1));
      const restarted = server.restart({ downMs: 5500 });
      await pause(100);
      const pages: Page[] = [];
      for await (const page of store.subscribe({ after: 0n, limit: 10, signal: AbortSignal.timeout(20_000) })) {
        pages.push(page);
        break;
      }
      await restarted;
      expect(pages).toMatchObject([{ upTo: position, atHead: true }]);
    },
    'comes back to a process that was stopped where it was, and counts that once': async () => {
      const server = await FixtureProcess.start();
      servers.push(server);
      const heard: StoreOutcome[] = [];
      const store = open(server.url, { onOutcome: (what) => heard.push(what), appendDeadlineMs: 2500 });
      const { position } = await store.append('thing-acme.1', -1, newEvents(1));
      const events = newEvents(1);
      server.freeze();
      await Promise.all([within(3500, store.head(), EventStoreUnavailable), within(4500, store.append('thing-acme.1', 0, events), AppendOutcomeUnknown)]);
      server.thaw();
      const again = await store.append('thing-acme.1', 0, events);
      expect(again.position).toBeGreaterThan(position);
      expect(await server.count()).toBe(2);
      expect(heard.filter((what) => what === 'reconnected')).toHaveLength(1);
    },
  };
  /** These take their time, and so they take it together. */
  const begun: Promise<void>[] = [];
  beforeAll(() => {
    for (const scenario of Object.values(scenarios)) {
      const running = scenario();
      running.catch(() => undefined);
      begun.push(running);
    }
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all(servers.map((server) => server.stop()));
  });

  it.each(Object.keys(scenarios).map((title, n) => [title, n] as const))('%s', (_, n) => begun[n]);
});
