import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore, type StoreOutcome } from '@kith/adapters';
import type { EventStore, StoredEvent } from '@kith/application';
import { EventStoreDbFixture, type Fault, FixtureCluster } from '../../support/eventstoredb-fixture';
import { EventStoreDbProxy, namedEventStoreDb, ownPrefix } from '../../support/eventstoredb-proxy';
import { expectWeathered, Storm } from './eventstoredb-storm';

/** How long each fault lasts; a longer storm meets more of what happens rarely. */
const faultMs = Number(process.env.KITH_STORM_MS ?? 300);
/** After a fault is lifted, every writer gets on within this time. */
const recoveryMs = 10_000;

jest.setTimeout(60_000 + 10 * faultMs);

const faults: Readonly<Record<string, Fault | readonly Fault[]>> = {
  'connections that break before an append is stored, after it, and while it still will be': [
    { kind: 'drop', on: ['appends'], stored: 'before', share: 0.02 },
    { kind: 'drop', on: ['appends'], stored: 'never', share: 0.02 },
    { kind: 'drop', on: ['appends'], stored: 'after', lateMs: 200, share: 0.02, all: true },
    { kind: 'drop', on: ['reads', 'subscriptions'], share: 0.05 },
  ],
  'calls that end as if all had been said': [
    { kind: 'silent-end', on: ['appends'], stored: 'before', share: 0.02 },
    { kind: 'silent-end', on: ['appends'], stored: 'never', share: 0.02 },
    { kind: 'silent-end', on: ['subscriptions'] },
    { kind: 'silent-end', on: ['reads'], afterEvents: 1, share: 0.3 },
    { kind: 'silent-end', on: ['reads'], share: 0.2 },
  ],
  'a server that is frozen': { kind: 'freeze' },
  'appends that are frozen, and stored before or after the thaw': [
    { kind: 'freeze', on: ['appends'], stored: 'before', share: 0.3 },
    { kind: 'freeze', on: ['appends'], stored: 'after', share: 0.3 },
  ],
  'late second replies': { kind: 'late-reply', afterMs: 100, share: 0.5 },
  'a server that is not the leader and knows none': { kind: 'not-leader', share: 0.3 },
  'revisions refused though they are right': { kind: 'wrong-revision', share: 0.3 },
  'reads of a server that is behind': { kind: 'stale', on: ['reads'], lagMs: 150, share: 0.5 },
  'a slow server': { kind: 'slow', fromMs: 0, toMs: 300, share: 0.5 },
  'a server that is not ready': { kind: 'not-ready', share: 0.5 },
  'a server that says it is unavailable, having stored or not': [
    { kind: 'unavailable', on: ['appends'], stored: 'before', share: 0.1 },
    { kind: 'unavailable', on: ['appends'], stored: 'after', lateMs: 150, share: 0.1 },
    { kind: 'unavailable', share: 0.1 },
  ],
  'a leader that finds no quorum in time, having stored or not': [
    { kind: 'timeout', afterMs: 100, stored: 'before', share: 0.2 },
    { kind: 'timeout', afterMs: 100, stored: 'after', lateMs: 150, share: 0.2 },
    { kind: 'timeout', afterMs: 100, share: 0.2 },
  ],
};

describe('the event store on EventStoreDB, through whatever happens to the server', () => {
  const stores: EventStoreDbEventStore[] = [];
  const servers: { stop(): Promise<void> }[] = [];
  const outcomes = new Map<StoreOutcome, number>();
  const open = (url: string, streamPrefix: string) => {
    const onOutcome = (what: StoreOutcome) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
    const store = EventStoreDbEventStore.open({ url, streamPrefix, appendDeadlineMs: 1000, onOutcome });
    stores.push(store);
    return store;
  };
  const serve = async <Server extends { stop(): Promise<void> }>(starting: Promise<Server>): Promise<Server> => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    outcomes.clear();
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  /** Writers before, through and after what happens; then everything must be as it should. */
  const weather = async (url: string, happens: () => Promise<void>, prefix = '') => {
    const storm = new Storm([open(url, prefix), open(url, prefix)]);
    await storm.progress(3, recoveryMs);
    await happens();
    await storm.progress(3, recoveryMs);
    await storm.end();
    expectWeathered(storm, await wholeLog(open(url, prefix)));
  };

  it.each(Object.entries(faults))('loses, doubles and misplaces nothing, and gets on afterwards: %s', async (_, strikes) => {
    const server = await serve(EventStoreDbFixture.start());
    await weather(server.url, async () => {
      for (const fault of [strikes].flat() as Fault[]) server.faults.begin(fault);
      await pause(faultMs);
      server.faults.lift();
    });
  });

  it('loses, doubles and misplaces nothing, and gets on afterwards: a server that is killed and comes back', async () => {
    const server = await serve(EventStoreDbFixture.start());
    await weather(server.url, async () => {
      await server.restart({ downMs: faultMs });
      await pause(100);
      await server.restart();
    });
    expect(outcomes.get('reconnected')).toBeGreaterThan(0);
    expect(outcomes.get('retry')).toBeGreaterThan(0);
  });

  it('loses, doubles and misplaces nothing, and gets on afterwards: a cluster whose leader steps down, dies and comes back', async () => {
    const cluster = await serve<FixtureCluster>(EventStoreDbFixture.cluster(3));
    await weather(cluster.url, async () => {
      await cluster.moveLeader();
      await pause(faultMs);
      const killed = cluster.leader;
      await cluster.killNode(killed);
      await pause(faultMs);
      await cluster.reviveNode(killed);
    });
  });

  it('loses, doubles and misplaces nothing, and gets on while it lasts: a cluster whose leader freezes, so that the others elect another', async () => {
    const cluster = await serve<FixtureCluster>(EventStoreDbFixture.cluster(3));
    const frozen = cluster.nodes[cluster.leader];
    await weather(cluster.url, async () => {
      frozen?.faults.begin({ kind: 'freeze' });
      await cluster.moveLeader();
    });
    frozen?.faults.lift();
  });

  if (namedEventStoreDb) {
    const url = namedEventStoreDb;
    it('loses, doubles and misplaces nothing on the server that KITH_TEST_EVENTSTOREDB names, when connections break and appends freeze', async () => {
      const proxy = await serve(EventStoreDbProxy.start(url));
      const breaking = async () => {
        for (let round = 0; round < 5; round += 1) {
          proxy.drop();
          await pause(faultMs / 5);
          const { thaw } = proxy.freeze();
          await pause(faultMs / 5);
          if (round % 2 === 0) proxy.drop();
          thaw();
          await pause(faultMs / 5);
        }
      };
      await weather(proxy.url, breaking, ownPrefix());
    });
  }
});

async function wholeLog(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = 0n, atHead = false; !atHead; ) {
    const page = await store.readAll({ after, limit: 1000 });
    events.push(...page.events);
    ({ upTo: after, atHead } = page);
  }
  return events;
}
