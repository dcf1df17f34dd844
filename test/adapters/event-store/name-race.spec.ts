import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbEventStore, MemoryKeyVault, SqliteEventStore } from '@kith/adapters';
import { completeOrganization, type EventStore, type Reactor, SystemClock, TimeOrderedIds } from '@kith/application';
import { ChangeOrganization, CreateOrganization, DeleteOrganization, Refusal } from '@kith/domain';
import { everyEvent } from '../../support/at-rest';
import { EventStoreDbFixture } from '../../support/eventstoredb-fixture';
import { ownPrefix } from '../../support/eventstoredb-proxy';
import { asking, type InMemoryEngine, inMemoryEngine } from '../../support/in-memory-engine';
import { sharedName, wrongNames } from '../../support/names-at-rest';
import { commandsOf, executeOn } from '../../support/reactions';

jest.setTimeout(120_000);

/** One log with two clients, as two engines are. */
interface Log {
  readonly stores: readonly [EventStore, EventStore];
  close(): Promise<void>;
}

async function inSqlite(): Promise<Log> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-names-'));
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
  const where = { url: server.url, streamPrefix: ownPrefix() };
  const stores = [EventStoreDbEventStore.open(where), EventStoreDbEventStore.open(where)] as const;
  return { stores, close: () => Promise.all(stores.map((store) => store.close())).then(() => server.stop()) };
}

describe.each([
  ['a file of SQLite', 8, inSqlite],
  ['a server that speaks the protocol of EventStoreDB', 2, onFixture],
] as const)('two engines that want one name at once on %s', (_, rounds, open) => {
  let log: Log;
  beforeEach(async () => {
    log = await open();
  });
  afterEach(() => log.close());

  it('give it to one organization, whoever creates, renames and deletes', async () => {
    const parts = { vault: new MemoryKeyVault({ seed: 'test' }), clock: new SystemClock(), newIds: new TimeOrderedIds() };
    const engines = [await inMemoryEngine({ ...parts, store: log.stores[0] }), await inMemoryEngine({ ...parts, store: log.stores[1], ready: true })] as const;
    const answers: string[] = [];
    const asked = (answer: Promise<unknown>) =>
      answer.then(
        () => void answers.push('done'),
        (error: unknown) => void answers.push(error instanceof Refusal ? error.code : String(error)),
      );
    for (let round = 0; round < rounds; round++) {
      const [one, other] = await Promise.all(engines.map((engine, i) => create(engine, `Name ${i} of round ${round}`)));
      const wanted = `Wanted in round ${round}`;
      await Promise.all([
        asked(create(engines[0], wanted)),
        asked(create(engines[1], wanted.toUpperCase())),
        asked(engines[0].changeOrganization.execute(new ChangeOrganization(asking(), one ?? '', { name: wanted }))),
        asked(engines[1].changeOrganization.execute(new ChangeOrganization(asking(), other ?? '', { name: `Name 0 of round ${round}` }))),
        asked(engines[1].deleteOrganization.execute(new DeleteOrganization(asking(), one ?? ''))),
      ]);
    }
    const all = await everyEvent(log.stores[1]);
    for (const event of all) for (const command of commandsOf(completeOrganization as Reactor, event)) await executeOn(engines[0], command);
    const rest = await everyEvent(log.stores[1]);
    expect([sharedName(rest), wrongNames(rest)]).toEqual([undefined, undefined]);
    expect(answers.filter((answer) => !['done', 'organization-name-taken', 'organization-deleted'].includes(answer))).toEqual([]);
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThanOrEqual(2 * rounds);
  });
});

async function create(engine: InMemoryEngine, name: string): Promise<string> {
  return (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId;
}
