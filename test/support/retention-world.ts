import { MemoryEventStore, MemoryKeyVault, SqliteReadDatabase } from '@kith/adapters';
import {
  CancelRetentionRunHandler,
  type EraseWithoutContact,
  EraseWithoutContactHandler,
  type EventStore,
  eraseWithoutContact,
  type KeyVault,
  type Reactor,
  StartRetentionRunHandler,
  type StoredEvent,
} from '@kith/application';
import {
  CancelRetentionRun,
  ChangeTicketStatus,
  type CommandContext,
  CreateEndUser,
  MergeUsers,
  OpenTicket,
  RecordInteraction,
  retentionRun,
  StartRetentionRun,
  streamOf,
} from '@kith/domain';
import { FindRetentionRun, FindRetentionRunHandler, ProjectedWithoutContact, projections } from '@kith/read-models';
import { project } from '../read-models/projected';
import { asking, CountedIds, type InMemoryEngine, inMemoryEngine, TestClock } from './in-memory-engine';
import { commandsOf } from './reactions';

/** Everybody is created before it, and it is long past when runs begin. */
export const since = '2023-01-01T00:00:00.000Z';
const [before, now] = ['2020-01-01T00:00:00.000Z', '2026-03-03T10:00:00.000Z'];
const concerned = projections.filter(({ name }) => ['end-user-profile', 'tickets', 'retention'].includes(name));

/** Pages, and what is done at once of them, of so few that there are several. */
class SmallPages extends EraseWithoutContactHandler {
  override readonly pageLimit = 3;
  override readonly atOnce = 2;
}

export interface RetentionParts {
  readonly store?: EventStore;
  readonly vault?: KeyVault;
}

/** Persons and retention runs: the real handlers on a log in memory, and read models that are brought up to date before each question. */
export class RetentionWorld {
  private count = 0;

  private constructor(
    readonly engine: InMemoryEngine,
    readonly database: SqliteReadDatabase,
    private readonly clock: TestClock,
    private readonly starting: StartRetentionRunHandler,
    private readonly cancelling: CancelRetentionRunHandler,
    private readonly erasing: EraseWithoutContactHandler,
  ) {}

  static async begin({ store = new MemoryEventStore(), vault = new MemoryKeyVault({ seed: 'retention' }) }: RetentionParts = {}): Promise<RetentionWorld> {
    const [clock, newIds] = [new TestClock(Date.parse(before)), new CountedIds()];
    const engine = await inMemoryEngine({ store, vault, clock, newIds });
    const { runner, identifiers, personal } = engine;
    const database = await SqliteReadDatabase.temporary();
    keepUpToDate(database, () => project({ store, personalData: personal }, database, concerned));
    const withoutContact = new ProjectedWithoutContact(database);
    return new RetentionWorld(
      engine,
      database,
      clock,
      new StartRetentionRunHandler(runner, identifiers, newIds, withoutContact),
      new CancelRetentionRunHandler(runner, identifiers, newIds),
      new SmallPages(runner, store, withoutContact, engine.erase),
    );
  }

  /** Somebody, created long ago, with an address. */
  async person(name: string): Promise<string> {
    return (await this.engine.create.execute(new CreateEndUser(asking(), 'api', { name }, [addressOf(name)]))).endUserId;
  }

  /** A contact of who has the address, today unless another time is given. */
  async hear(name: string, at = now): Promise<void> {
    this.clock.reach(Date.parse(now));
    const given = { source: 'desk', id: `i${this.count++}`, channel: 'email', via: 'email', direction: 'inbound', points: [addressOf(name)] } as const;
    await this.engine.record.execute(new RecordInteraction(asking(), { ...given, occurredAt: at }));
  }

  async merge(survivorId: string, mergedId: string): Promise<void> {
    await this.engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId));
  }

  async ticket(requesterId: string): Promise<string> {
    return (await this.engine.openTicket.execute(new OpenTicket(asking(), { source: 'desk', id: `t${this.count++}`, channel: 'email', requesterId }))).ticketId;
  }

  solve(ticketId: string): Promise<unknown> {
    return this.engine.changeTicketStatus.execute(new ChangeTicketStatus(asking(), ticketId, 'solved'));
  }

  async start(expected: number, more: Partial<CommandContext> = {}): Promise<string> {
    this.clock.reach(Date.parse(now));
    return (await this.starting.execute(new StartRetentionRun(asking(more), since, expected))).runId;
  }

  cancel(runId: string): Promise<unknown> {
    return this.cancelling.execute(new CancelRetentionRun(asking(), runId));
  }

  /** What the reactor wants done about what happened after a position. */
  async wanted(after = 0n): Promise<readonly EraseWithoutContact[]> {
    const { events } = await this.engine.store.readAll({ after, limit: 10_000 });
    return events.flatMap((event) => commandsOf(eraseWithoutContact as Reactor, event)) as EraseWithoutContact[];
  }

  doPage(command: EraseWithoutContact): Promise<void> {
    return this.erasing.execute(command);
  }

  /** Lets the reactor react to everything from the beginning, and to what comes of it. */
  async settle(): Promise<void> {
    for (let done = 0; ; done++) {
      const command = (await this.wanted())[done];
      if (!command) return;
      await this.doPage(command);
    }
  }

  async status(endUserId: string): Promise<string> {
    return (await this.engine.linking.load('acme', endUserId)).state.status;
  }

  /** Those of them who are erased. */
  async erased(...endUserIds: readonly string[]): Promise<readonly string[]> {
    const statuses = await Promise.all(endUserIds.map((id) => this.status(id)));
    return endUserIds.filter((_, i) => statuses[i] === 'erased');
  }

  /** How far the run is, by its stream. */
  async run(runId: string) {
    const { status, scanned, erased, kept } = (await this.engine.runner.load(retentionRun, streamOf.retentionRun('acme', runId))).state;
    return { status, scanned, erased, kept };
  }

  /** The same, as it is shown. */
  async shown(runId: string) {
    await this.database.checkpoints();
    return new FindRetentionRunHandler(this.database).execute(new FindRetentionRun('acme', runId));
  }

  events(runId: string): Promise<readonly StoredEvent[]> {
    return this.engine.store.readStream(streamOf.retentionRun('acme', runId));
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

const addressOf = (name: string) => ({ channel: 'email', value: `${name}@example.org` });

/** Whoever waits for the read models asks how far they are: then they are brought up to date. */
function keepUpToDate(database: SqliteReadDatabase, bringUp: () => Promise<unknown>): void {
  const checkpoints = database.checkpoints.bind(database);
  let isUnderWay = false;
  database.checkpoints = async () => {
    if (isUnderWay) return checkpoints();
    isUnderWay = true;
    try {
      await bringUp();
    } finally {
      isUnderWay = false;
    }
    return checkpoints();
  };
}
