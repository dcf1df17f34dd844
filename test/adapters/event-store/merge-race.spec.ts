import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbEventStore, MemoryKeyVault, SqliteEventStore } from '@kith/adapters';
import { type EventStore, finishLinks, type Reactor, SystemClock, TimeOrderedIds } from '@kith/application';
import { inFlight } from '../../bench/in-flight';
import { everyEvent } from '../../support/at-rest';
import { EventStoreDbFixture } from '../../support/eventstoredb-fixture';
import { namedEventStoreDb, ownPrefix } from '../../support/eventstoredb-proxy';
import { type InMemoryEngine, inMemoryEngine } from '../../support/in-memory-engine';
import { wrongLinks } from '../../support/links-at-rest';
import { Cast, mergeScenarios, type Outcome } from '../../support/merge-scenarios';
import { commandsOf, executeOn } from '../../support/reactions';
import { choicesFrom } from '../../support/seeded-choices';

jest.setTimeout(600_000);

/** Rounds of each scenario where nothing else is asked for: a server is further away than a file. */
const [inFile, onServers] = [12, 3];
const asked = process.env.MERGE_RACE_ROUNDS;
const seed = Number(process.env.KITH_SEED ?? Date.now() % 100_000);
/** Rounds of a scenario that are played at once. */
const atOnce = 6;

/** One log with two clients, as an engine's commands and its reactors are, or two engines. */
interface Log {
  readonly stores: readonly [EventStore, EventStore];
  close(): Promise<void>;
}

const url = namedEventStoreDb;
const logs: readonly { readonly where: string; readonly rounds: number; readonly open: () => Promise<Log> }[] = [
  { where: 'a file of SQLite', rounds: Number(asked ?? inFile), open: inSqlite },
  { where: 'a server that speaks the protocol of EventStoreDB', rounds: Number(asked ?? onServers), open: onFixture },
  ...(url === undefined ? [] : [{ where: 'the server that KITH_TEST_EVENTSTOREDB names', rounds: Number(asked ?? onServers), open: () => onServer(url) }]),
];

async function inSqlite(): Promise<Log> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-merges-'));
  const store = SqliteEventStore.open(folder);
  const other = SqliteEventStore.connect(store.connection());
  const close = async () => {
    await other.close();
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { stores: [store, other], close };
}

async function onFixture(): Promise<Log> {
  const server = await EventStoreDbFixture.start();
  const { stores, close } = await onServer(server.url);
  return { stores, close: () => close().then(() => server.stop()) };
}

async function onServer(url: string): Promise<Log> {
  const where = { url, streamPrefix: ownPrefix() };
  const stores = [EventStoreDbEventStore.open(where), EventStoreDbEventStore.open(where)] as const;
  return { stores, close: async () => void (await Promise.all(stores.map((store) => store.close()))) };
}

describe.each(logs)('merges, unmerges and declarations of two engines at once on $where', ({ rounds, open }) => {
  let log: Log;
  beforeEach(async () => {
    log = await open();
  });
  afterEach(() => log.close());

  it(`leave no circle, nothing half done and nobody together who was declared different (KITH_SEED=${seed})`, async () => {
    const vault = new MemoryKeyVault({ seed: 'test' });
    const parts = { vault, clock: new SystemClock(), newIds: new TimeOrderedIds() };
    const engines = [await inMemoryEngine({ ...parts, store: log.stores[0] }), await inMemoryEngine({ ...parts, store: log.stores[1], ready: true })] as const;
    const choose = choicesFrom(seed);
    const outcomes: Outcome[] = [];
    const race = async () => {
      for (let left = rounds; left > 0; left -= atOnce) {
        for (const { play } of mergeScenarios) {
          const casts = await Promise.all(Array.from({ length: Math.min(left, atOnce) }, () => Cast.of(engines, choose)));
          await Promise.all(casts.map(play));
          outcomes.push(...casts.flatMap((cast) => cast.outcomes));
        }
      }
      return new Set((await everyEvent(log.stores[1])).map(({ type }) => type));
    };
    // Whether one gets in another's way is a matter of moments: raced again, as long as nobody did.
    for (let types = await race(), again = 0; again < 4 && !types.has('MergeRefused'); again++) types = await race();
    const acknowledged = await everyEvent(log.stores[1]);
    const positions = new Set(acknowledged.map(({ position }) => position));
    expect(outcomes.filter(({ position }) => typeof position === 'bigint' && !positions.has(position))).toEqual([]);

    await reactors(engines, log.stores[1]);
    const rest = await everyEvent(log.stores[0]);
    expect(wrongLinks(rest, new Date().toISOString())).toEqual([]);
    // Who is refused is told what is so, and hardly anybody is sent away to try again.
    const refused = outcomes.flatMap(({ refused: code }) => code ?? []);
    expect(refused.filter((code) => !expected.has(code))).toEqual([]);
    expect(refused.filter((code) => code === 'merge-in-progress').length).toBeLessThan(outcomes.length / 20);
    // All of it happened, or nothing was shown.
    const types = new Set(rest.map(({ type }) => type));
    for (const type of needed) expect([type, types.has(type)]).toEqual([type, true]);
    for (const command of ['merge', 'unmerge', 'declare', 'withdraw', 'delete'])
      expect([command, outcomes.some((one) => one.command === command && one.refused === undefined)]).toEqual([command, true]);
  });
});

/** Both engines finish what was begun, in no order; again, until nothing comes of it. */
async function reactors(engines: readonly InMemoryEngine[], store: EventStore): Promise<void> {
  for (let after = -1n, head = 0n; head > after; ) {
    after = head;
    const commands = (await everyEvent(store)).flatMap((event) => commandsOf(finishLinks as Reactor, event));
    await inFlight(0, commands.length, 16, (n) => executeOn(engines[n % engines.length] as InMemoryEngine, commands[n] as object));
    head = await store.head();
  }
}

/** How a command of these scenarios may be refused. */
const expected = new Set(['already-merged', 'declared-different', 'end-user-deleted', 'merge-in-progress']);
/** What a race that tells anything leaves in the log. */
const needed = [
  'MergeReserved',
  'MergeRefused',
  'MergeReservationReleased',
  'EndUserMerged',
  'EndUserAbsorbed',
  'EndUserSeparated',
  'EndUserUnmerged',
  'EndUsersDeclaredDifferent',
  'DifferenceWithdrawn',
];
