import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore, type EventStoreDbOptions, type StoreOutcome } from '@kith/adapters';
import { AppendOutcomeUnknown, EventStoreUnavailable, InvalidAppend, WrongExpectedRevision } from '@kith/application';
import { EventStoreDbFixture, type FixtureCluster, type FixtureOptions } from '../../support/eventstoredb-fixture';
import { newEvent, newEvents } from '../../support/new-event';

jest.setTimeout(40_000);

/** A port where nobody listens: it is reserved, and never given out. */
const nowhere = '127.0.0.1:1';

describe('the event store on EventStoreDB', () => {
  const stores: EventStoreDbEventStore[] = [];
  const servers: { stop(): Promise<void> }[] = [];
  const outcomes: StoreOutcome[] = [];
  const serve = async (options?: FixtureOptions) => {
    const server = await EventStoreDbFixture.start(options);
    servers.push(server);
    return server;
  };
  const serveCluster = async (): Promise<FixtureCluster> => {
    const cluster = await EventStoreDbFixture.cluster(3);
    servers.push(cluster);
    return cluster;
  };
  const open = (url: string, options: Partial<EventStoreDbOptions> = {}) => {
    const store = EventStoreDbEventStore.open({ url, onOutcome: (what) => outcomes.push(what), ...options });
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    outcomes.length = 0;
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  const within = async (ms: number, outcome: Promise<unknown>, expected: new (...args: never[]) => Error) => {
    const began = performance.now();
    await expect(outcome).rejects.toThrow(expected);
    expect(performance.now() - began).toBeLessThan(ms);
  };

  describe('an append that gets no answer', () => {
    it('is answered as the first try when reading shows that it is stored', async () => {
      const server = await serve();
      const store = open(server.url, { appendDeadlineMs: 300 });
      await store.append('thing-acme.1', -1, newEvents(2));
      server.faults.begin({ kind: 'freeze', on: ['appends'], stored: 'before' });
      const events = newEvents(3);
      const { revision, position } = await store.append('thing-acme.1', 1, events);
      expect(revision).toBe(4);
      expect((await store.readStream('thing-acme.1')).at(-1)).toMatchObject({ position, metadata: events[2]?.metadata });
      expect(outcomes).toEqual(['resolved-by-reading']);
    });

    it('is a lost race when reading shows another event in its place', async () => {
      const server = await serve();
      const store = open(server.url, { appendDeadlineMs: 500 });
      await store.append('thing-acme.1', -1, newEvents(2));
      const thaw = server.faults.begin({ kind: 'freeze', on: ['appends'], times: 1 });
      const append = store.append('thing-acme.1', 1, newEvents(1));
      await pause(100);
      await open(server.url).append('thing-acme.1', 1, newEvents(3));
      await expect(append).rejects.toEqual(new WrongExpectedRevision('thing-acme.1', 1, 4));
      thaw();
    });

    it('is unknown when reading shows nothing, or gets no answer either; its repeat is answered as the first try', async () => {
      const server = await serve();
      const store = open(server.url, { appendDeadlineMs: 300 });
      const [first, second] = [newEvents(1), newEvents(2)];
      const thaw = server.faults.begin({ kind: 'freeze', on: ['appends'], stored: 'after' });
      await within(2000, store.append('thing-acme.1', -1, first), AppendOutcomeUnknown);
      server.faults.begin({ kind: 'freeze' });
      await within(2500, store.append('thing-acme.2', -1, second), AppendOutcomeUnknown);
      expect(outcomes.filter((what) => what === 'unknown')).toHaveLength(2);
      thaw();
      server.faults.lift();
      expect(await store.append('thing-acme.1', -1, first)).toMatchObject({ revision: 0 });
      expect(await store.append('thing-acme.2', -1, second)).toMatchObject({ revision: 1 });
      expect((await store.readAll({ after: 0n, limit: 100 })).events).toHaveLength(3);
    });

    it('is known not to be stored when no server could be reached', async () => {
      const store = open(`esdb://${nowhere}?tls=false`, { appendDeadlineMs: 400 });
      await within(3000, store.append('thing-acme.1', -1, newEvents(1)), EventStoreUnavailable);
      const seeds = open(`esdb://${nowhere},127.0.0.1:2?tls=false`, { appendDeadlineMs: 400 });
      await within(3000, seeds.append('thing-acme.1', -1, newEvents(1)), EventStoreUnavailable);
    });
  });

  it('believes no refusal of an append that is stored', async () => {
    const server = await serve();
    const store = open(server.url);
    const events = newEvents(2);
    const first = await store.append('thing-acme.1', -1, events);
    await store.append('thing-acme.1', 1, newEvents(1));
    server.faults.begin({ kind: 'wrong-revision', times: 1 });
    expect(await store.append('thing-acme.1', -1, events)).toEqual(first);
    expect(outcomes).toEqual(['resolved-by-reading']);
  });

  it('answers a repeat as the first time after the server was restarted and has forgotten recent ids', async () => {
    const server = await serve();
    const store = open(server.url);
    const events = newEvents(3);
    const first = await store.append('thing-acme.1', -1, events);
    await store.append('thing-acme.1', 2, newEvents(1));
    await server.restart({ downMs: 200 });
    expect(await store.append('thing-acme.1', -1, events)).toEqual(first);
    expect(await store.readStream('thing-acme.1')).toHaveLength(4);
    expect(server.appends.unary).toBe(0);
  });

  it('takes a read that a stopping server cuts off for what it is', async () => {
    const server = await serve();
    const store = open(server.url);
    const { position } = await store.append('thing-acme.1', -1, [...newEvents(20), newEvent('ThingRare'), ...newEvents(20)]);
    for (const afterEvents of [0, 1, 7]) {
      const cutting = () => server.faults.begin({ kind: 'silent-end', on: ['reads'], afterEvents, times: 1 });
      cutting();
      expect(await store.readStream('thing-acme.1')).toHaveLength(41);
      cutting();
      expect(await store.head()).toBe(position);
      cutting();
      expect(await store.readAll({ after: 0n, limit: 100 })).toMatchObject({ upTo: position, atHead: true });
      cutting();
      const page = await store.readAll({ after: 0n, limit: 100, types: ['ThingRare'] });
      expect(page.events.length === 1 || page.upTo < position).toBe(true);
      server.faults.lift();
    }
  });

  it('lets the failing connection of one store harm no append of another one in the process', async () => {
    const server = await serve();
    const [one, other] = [open(server.url), open(server.url)];
    await Promise.all([one.append('thing-acme.1', -1, newEvents(1)), other.append('thing-acme.2', -1, newEvents(1))]);
    const thaw = server.faults.begin({ kind: 'freeze', on: ['appends'], times: 1 });
    const frozen = one.append('thing-acme.1', 0, newEvents(1));
    await pause(100);
    server.faults.begin({ kind: 'drop', on: ['appends'], times: 1 });
    expect(await other.append('thing-acme.2', 0, newEvents(1))).toMatchObject({ revision: 1 });
    expect(outcomes).toEqual(['retry', 'reconnected']);
    thaw();
    expect(await frozen).toMatchObject({ revision: 1 });
    expect(outcomes).toEqual(['retry', 'reconnected']);
  });

  // The client asks for its channel when a call fails, and hears of nobody who would wait for that question: its discovery may fail meanwhile.
  it('leaves no rejection to nobody when a call fails while no node is found', async () => {
    const cluster = await serveCluster();
    const leader = cluster.nodes[cluster.leader];
    const store = open(cluster.url);
    const { position } = await store.append('thing-acme.1', -1, newEvents(3));
    const stop = new AbortController();
    const following = (async () => {
      for await (const _ of store.subscribe({ after: position, limit: 10, signal: stop.signal }));
    })();
    await pause(200);
    for (const { faults } of cluster.nodes) faults.begin({ kind: 'unavailable', on: ['gossip'] });
    leader?.faults.begin({ kind: 'unavailable', on: ['reads'], times: 1 });
    const read = store.readAll({ after: 0n, limit: 10 });
    await pause(150);
    leader?.faults.begin({ kind: 'unavailable', on: ['subscriptions'], times: 1 });
    await pause(500);
    for (const { faults } of cluster.nodes) faults.lift();
    expect((await read).events).toHaveLength(3);
    stop.abort();
    await following;
  });

  it('hears a second reply to an append without harm', async () => {
    const server = await serve();
    const store = open(server.url);
    server.faults.begin({ kind: 'late-reply', afterMs: 30 });
    for (let n = 0; n < 20; n += 1) expect(await store.append('thing-acme.1', n - 1, newEvents(1))).toMatchObject({ revision: n });
    await pause(60);
  });

  it('passes on that the server takes no append so large, and harms none beside it', async () => {
    const server = await serve({ maxAppendBytes: 10_000 });
    const store = open(server.url);
    const beside = Array.from({ length: 20 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(2)));
    await expect(store.append('thing-acme.large', -1, [newEvent('ThingHappened', { text: 'x'.repeat(10_000) })])).rejects.toThrow(InvalidAppend);
    for (const appended of await Promise.all(beside)) expect(appended).toMatchObject({ revision: 1 });
  });

  it('answers at once when the server refuses the credentials', async () => {
    const server = await serve();
    const store = open(server.url);
    server.faults.begin({ kind: 'access-denied' });
    await within(1500, store.append('thing-acme.1', -1, newEvents(1)), EventStoreUnavailable);
    await within(1500, store.readStream('thing-acme.1'), EventStoreUnavailable);
  });

  it('reads on from a position between two events, as a client may make one up', async () => {
    const server = await serve();
    const store = open(server.url);
    for (let n = 0; n < 3; n += 1) await store.append(`thing-acme.${n}`, -1, newEvents(2));
    const { events } = await store.readAll({ after: 0n, limit: 100 });
    const fresh = open(server.url);
    for (const [n, { position }] of events.entries())
      for (const client of [store, fresh]) {
        expect((await client.readAll({ after: position + 1n, limit: 100 })).events).toEqual(events.slice(n + 1));
        expect((await client.readAll({ after: position - 1n, limit: 2, types: ['ThingHappened'] })).events).toEqual(events.slice(n, n + 2));
      }
    expect((await fresh.readAll({ after: 1n, limit: 100 })).events).toEqual(events);
  });

  it('keeps the logs of several prefixes on one server apart, and passes by what others have there', async () => {
    const server = await serve();
    const [mine, yours] = [open(server.url, { streamPrefix: 'mine' }), open(server.url, { streamPrefix: 'yours' })];
    server.log.append('binary', -1, [{ id: newEvent().metadata.eventId, type: 'Blob', isJson: false, data: Buffer.from('blob'), metadata: new Uint8Array() }]);
    expect(await mine.head()).toBe(0n);
    await yours.append('thing-acme.1', -1, newEvents(4));
    const { position } = await mine.append('thing-acme.1', -1, [newEvent(), newEvent('ThingRare')]);
    await yours.append('thing-acme.1', 3, [newEvent('ThingRare')]);
    expect(await mine.head()).toBe(position);
    expect((await mine.readAll({ after: 0n, limit: 10 })).events).toMatchObject([
      { stream: 'thing-acme.1', revision: 0 },
      { revision: 1, position },
    ]);
    expect((await mine.readAll({ after: 0n, limit: 10, types: ['ThingRare'] })).events).toMatchObject([{ revision: 1 }]);
    expect(await mine.readStream('thing-acme.1')).toHaveLength(2);
    // Without a prefix all streams are ours, but not what is no event of ours.
    expect((await open(server.url).readAll({ after: 0n, limit: 100 })).events).toHaveLength(7);
  });

  it('gives the events that come while an empty log is read the positions of the copy that they begin', async () => {
    const server = await serve();
    const store = open(server.url);
    await store.head();
    // Every read takes its time: the log is found empty, and by the time it is read there is an event.
    server.faults.begin({ kind: 'slow', on: ['reads'], fromMs: 250, toMs: 250 });
    const reading = store.readAll({ after: 0n, limit: 10 });
    await pause(625);
    const { type, metadata } = newEvent();
    const copied = Buffer.from(JSON.stringify({ ...metadata, copied: { position: '7', upTo: '1000000' } }));
    server.log.append('thing-acme.1', -1, [{ id: metadata.eventId, type, isJson: true, data: Buffer.from('{}'), metadata: copied }]);
    const page = await reading;
    const { events } = await store.readAll({ after: 0n, limit: 10 });
    expect(events[0]?.position).toBeGreaterThan(1_000_000n);
    expect(page).toEqual({ events, upTo: events[0]?.position, atHead: true });
  });

  it('follows on after its subscription ended, whether with an error or without a word', async () => {
    const server = await serve();
    const store = open(server.url);
    const seen: number[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const { events } of store.subscribe({ after: 0n, limit: 10, signal: stop.signal })) seen.push(...events.map(({ revision }) => revision));
    })();
    for (const fault of [{ kind: 'silent-end' }, { kind: 'drop' }, { kind: 'unavailable' }, { kind: 'not-ready' }] as const) {
      server.faults.begin({ ...fault, on: ['subscriptions'], times: 1 });
      await pause(60);
      await store.append('thing-acme.1', seen.length - 1, newEvents(1));
      await until(() => seen.length === server.log.revision('thing-acme.1') + 1);
    }
    stop.abort();
    await following;
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(outcomes).toContain('resubscribed');
  });

  describe('a cluster', () => {
    it('is found by any of its nodes, and appended to and read at its leader', async () => {
      const cluster = await serveCluster();
      await cluster.moveLeader({ to: 2, electionMs: 0 });
      for (const { address } of cluster.nodes) {
        const store = open(`esdb://${address}?tls=false`);
        const { position } = await store.append(`thing-acme.${address}`, -1, newEvents(1));
        expect(await store.head()).toBe(position);
      }
      const discovering = open(`esdb+discover://${cluster.nodes[0]?.address}?tls=false`);
      expect(await discovering.append('thing-acme.discovered', -1, newEvents(1))).toMatchObject({ revision: 0 });
    });

    it('is written to on while its leader moves and dies', async () => {
      const cluster = await serveCluster();
      const store = open(cluster.url);
      await store.append('thing-acme.1', -1, newEvents(1));
      const moving = cluster.moveLeader({ electionMs: 400 });
      expect(await store.append('thing-acme.1', 0, newEvents(1))).toMatchObject({ revision: 1 });
      await moving;
      const dying = cluster.killNode(cluster.leader, { electionMs: 600 });
      expect(await store.append('thing-acme.1', 1, newEvents(1))).toMatchObject({ revision: 2 });
      await dying;
      expect(await store.readStream('thing-acme.1')).toHaveLength(3);
    });
  });

  describe('its connection string', () => {
    it('may be one of Kurrent, and write its options in any case', async () => {
      const server = await serve();
      const address = server.url.slice('esdb://'.length, server.url.indexOf('?'));
      for (const url of [
        `kurrentdb://${address}?tls=False`,
        `esdb://${address}/?TLS=FALSE&node_preference=Leader`,
        `kurrentdb+discover://${address}?tls=false`,
      ])
        expect(await open(url).append(`thing-acme.${url.length}`, -1, newEvents(1))).toMatchObject({ revision: 0 });
    });

    it('names the connection, which otherwise has the name of the process', async () => {
      const server = await serve();
      await open(server.url).head();
      await open(server.url, { connectionName: 'desk 1' }).head();
      await open(`${server.url}&connectionName=other`).head();
      expect([...server.connectionNames]).toEqual([`kith-${process.pid}`, 'desk 1', 'other']);
    });

    it('is refused when it cannot be read, in words that do not repeat it', () => {
      const printed = jest.spyOn(console, 'warn');
      const wrong = {
        'http://admin:hush@host:2113': 'begins with esdb',
        'esdb://admin:hush@host:2113?tsl=false': '"tsl" is no option',
        'esdb://admin:hush@host:2113?tlsVerifyCert=false': 'tlsCAFile',
        'esdb://admin:hush@host:port': '',
        'esdb://admin:hush@host:2113?nodePreference=nobody': '',
      };
      for (const [url, words] of Object.entries(wrong)) {
        const opening = () => EventStoreDbEventStore.open({ url });
        expect(opening).toThrow(words);
        expect(opening).not.toThrow('hush');
      }
      expect(printed).not.toHaveBeenCalled();
    });
  });

  it('takes thousands of appends at once, and lets go of the server when it is closed', async () => {
    const server = await serve();
    const store = open(server.url, { appendDeadlineMs: 30_000 });
    const appended = await Promise.all(Array.from({ length: 2000 }, (_, n) => store.append(`thing-acme.${n}`, -1, newEvents(1))));
    expect(new Set(appended.map(({ position }) => position)).size).toBe(2000);
    expect(server.connections).toBeGreaterThan(0);
    await store.close();
    await until(() => server.connections === 0);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (const ends = Date.now() + 10_000; !holds(); await pause(5)) if (Date.now() > ends) throw new Error('what was waited for did not happen within 10 s');
}
