import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  AssignInteractionHandler,
  AttachContactPointHandler,
  ChangeEndUserProfileHandler,
  ChangeSettingsHandler,
  ChoosePrimaryContactPointHandler,
  Clock,
  ContactPoints,
  CreateEndUserHandler,
  Creations,
  DeleteEndUserHandler,
  DetachContactPointHandler,
  EndUserChanges,
  type EventStore,
  HeldPoints,
  Identifiers,
  Keys,
  type KeyVault,
  NewIds,
  NoteEndUserHandler,
  PersonalData,
  Quarantine,
  RecordInteractionHandler,
  ReinstateEndUserHandler,
  ReleaseDeletedHandler,
  type ReleasedPoint,
  ResolveEndUserHandler,
  Resolver,
  Restorations,
  RestoreEndUserHandler,
  RestorePointHandler,
  RestorePointsHandler,
  Runner,
  SettingsReader,
  SettleAttachedHandler,
  ShareContactPointHandler,
  type StepContext,
  type StoredEvent,
  SuspendEndUserHandler,
  TagEndUserHandler,
  Tenants,
  TransferContactPointHandler,
  UnshareContactPointHandler,
  UntagEndUserHandler,
  VerifyContactPointHandler,
} from '@kith/application';
import { type CommandContext, idInStream, streamOf } from '@kith/domain';

/** A clock that moves one millisecond at each look, so that what comes later is later. */
export class TestClock extends Clock {
  constructor(private time = Date.parse('2026-03-03T10:00:00.000Z')) {
    super();
  }
  now(): number {
    return this.time++;
  }
}

/** Ids that count. */
export class CountedIds extends NewIds {
  private count = 0;
  next(): string {
    this.count += 1;
    return `00000000-0000-7000-8000-${this.count.toString().padStart(12, '0')}`;
  }
}

/** Reads the log itself, so that it never lags. */
class HeldInLog extends HeldPoints {
  constructor(private readonly store: EventStore) {
    super();
  }
  async count(tenant: string, endUserId: string, channel: string): Promise<number> {
    return this.held(await this.about(tenant, endUserId), channel).length;
  }
  async heldBy(tenant: string, endUserId: string): Promise<readonly string[]> {
    return this.held(await this.about(tenant, endUserId)).map(idInStream);
  }
  async releasedFrom(tenant: string, endUserId: string): Promise<readonly ReleasedPoint[]> {
    const released = (await this.about(tenant, endUserId)).filter(({ type, data }) => type === 'ContactPointReleased' && data.cause === 'deleted');
    return [...new Map(released.map(({ stream, position }) => [idInStream(stream), position]))].map(([digest, position]) => ({ digest, position }));
  }
  async editedAt(tenant: string, endUserId: string): Promise<bigint | undefined> {
    return (await this.about(tenant, endUserId)).findLast(({ type }) => !type.startsWith('Interaction'))?.position;
  }
  private async about(tenant: string, endUserId: string): Promise<readonly StoredEvent[]> {
    const { events } = await this.store.readAll({ after: 0n, limit: 100_000 });
    return events.filter((e) => e.metadata.tenant === tenant && (e.data.endUserId === endUserId || e.stream === streamOf.endUser(tenant, endUserId)));
  }
  private held(events: readonly StoredEvent[], channel?: string): string[] {
    const held = new Set<string>();
    for (const { type, stream, data } of events) {
      if (type === 'ContactPointReleased') held.delete(stream);
      else if (type === 'ContactPointAttached' && (channel === undefined || data.channel === channel)) held.add(stream);
    }
    return [...held];
  }
}

export interface InMemoryParts {
  readonly store?: EventStore;
  readonly vault?: KeyVault;
  readonly clock?: Clock;
  readonly newIds?: NewIds;
  /** Where limits count from; the log itself when absent. */
  readonly held?: HeldPoints;
  /** The secret of the tenant is in the vault already. */
  readonly ready?: boolean;
}

/** The real handlers on memory adapters, without Nest. Tenant `acme` exists. */
export async function inMemoryEngine({
  store = new MemoryEventStore(),
  vault = new MemoryKeyVault({ seed: 'test' }),
  clock = new TestClock(),
  newIds = new CountedIds(),
  held = new HeldInLog(store),
  ready = false,
}: InMemoryParts = {}) {
  if (!ready) await vault.createTenantSecret('acme');
  const runner = new Runner(store, clock);
  const identifiers = new Identifiers(vault);
  const personal = new PersonalData(vault);
  const settings = new SettingsReader(runner);
  const creations = new Creations(runner, store, vault, personal);
  const points = new ContactPoints(identifiers, settings);
  const quarantine = new Quarantine(clock, creations);
  const resolver = new Resolver(runner, creations, identifiers, settings, vault, held, quarantine);
  const changes = new EndUserChanges(runner, creations, store, identifiers, vault, personal, held, newIds);
  const restorations = new Restorations(runner, creations, store, vault, personal);
  return {
    store,
    vault,
    clock,
    runner,
    identifiers,
    personal,
    settings,
    creations,
    points,
    resolver,
    keys: new Keys(runner, store, identifiers, clock, newIds),
    tenants: new Tenants(runner, vault, identifiers, newIds),
    create: new CreateEndUserHandler(creations, identifiers, settings, vault, newIds, quarantine),
    change: new ChangeEndUserProfileHandler(changes),
    tag: new TagEndUserHandler(changes),
    untag: new UntagEndUserHandler(changes),
    note: new NoteEndUserHandler(changes),
    suspend: new SuspendEndUserHandler(changes),
    reinstate: new ReinstateEndUserHandler(changes),
    remove: new DeleteEndUserHandler(changes),
    restore: new RestoreEndUserHandler(changes, store, held, restorations),
    choosePrimary: new ChoosePrimaryContactPointHandler(changes, creations, points),
    record: new RecordInteractionHandler(runner, resolver, creations, identifiers, settings, vault),
    resolve: new ResolveEndUserHandler(resolver, creations, store, identifiers, settings, newIds),
    attach: new AttachContactPointHandler(runner, creations, points, identifiers, vault, held, newIds),
    detach: new DetachContactPointHandler(runner, creations, points, identifiers, newIds),
    verify: new VerifyContactPointHandler(runner, creations, points, identifiers, newIds),
    transfer: new TransferContactPointHandler(runner, creations, points, identifiers, vault, held, newIds),
    share: new ShareContactPointHandler(runner, creations, points, identifiers, vault, newIds),
    unshare: new UnshareContactPointHandler(runner, creations, points, identifiers, vault, newIds),
    assign: new AssignInteractionHandler(runner, creations, identifiers, vault, newIds),
    changeSettings: new ChangeSettingsHandler(runner, identifiers, newIds),
    settleAttached: new SettleAttachedHandler(creations, runner, store),
    releaseDeleted: new ReleaseDeletedHandler(creations, held, runner),
    restorePoints: new RestorePointsHandler(held, restorations),
    restorePoint: new RestorePointHandler(restorations),
    restorations,
  };
}

export type InMemoryEngine = Awaited<ReturnType<typeof inMemoryEngine>>;

/** Who asks in tests. */
export const asking = (more: Partial<CommandContext> = {}): CommandContext => ({
  tenant: 'acme',
  actor: { kind: 'service', id: 'test' },
  client: 'test',
  correlationId: '00000000-0000-4000-8000-000000000000',
  ...more,
});

/** The word on which steps are taken directly on a stream. */
export const step = (commandId = '00000000-0000-4000-8000-00000000000a'): StepContext => ({
  tenant: 'acme',
  actor: { kind: 'service', id: 'test' },
  commandId,
  correlationId: '00000000-0000-4000-8000-000000000000',
  causationId: commandId,
});

/** The types of all events of a log, in order. */
export const typesIn = async (store: EventStore): Promise<string[]> => (await store.readAll({ after: 0n, limit: 100_000 })).events.map((e) => e.type);
