import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  AssignInteractionHandler,
  AttachContactPointHandler,
  ChangeSettingsHandler,
  Clock,
  ContactPoints,
  CreateEndUserHandler,
  Creations,
  DetachContactPointHandler,
  type EventStore,
  HeldPoints,
  Identifiers,
  Keys,
  type KeyVault,
  NewIds,
  PersonalData,
  RecordInteractionHandler,
  ResolveEndUserHandler,
  Resolver,
  Runner,
  SettingsReader,
  SettleAttachedHandler,
  type StepContext,
  Tenants,
} from '@kith/application';
import type { CommandContext } from '@kith/domain';

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

/** Counts from the log itself, so that it never lags. */
class HeldInLog extends HeldPoints {
  constructor(private readonly store: EventStore) {
    super();
  }
  async count(tenant: string, endUserId: string, channel: string): Promise<number> {
    const { events } = await this.store.readAll({ after: 0n, limit: 100_000, types: ['ContactPointAttached', 'ContactPointReleased'] });
    const held = new Set<string>();
    for (const { type, stream, data, metadata } of events) {
      if (metadata.tenant !== tenant || data.endUserId !== endUserId) continue;
      if (type === 'ContactPointReleased') held.delete(stream);
      else if (data.channel === channel) held.add(stream);
    }
    return held.size;
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
  const resolver = new Resolver(runner, creations, identifiers, settings, vault, held);
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
    create: new CreateEndUserHandler(creations, identifiers, settings, vault, newIds),
    record: new RecordInteractionHandler(runner, resolver, creations, identifiers, settings, vault),
    resolve: new ResolveEndUserHandler(resolver, creations, store, identifiers, settings, newIds),
    attach: new AttachContactPointHandler(runner, creations, points, identifiers, vault, held, newIds),
    detach: new DetachContactPointHandler(runner, creations, points, identifiers, newIds),
    assign: new AssignInteractionHandler(runner, creations, identifiers, vault, newIds),
    changeSettings: new ChangeSettingsHandler(runner, identifiers, newIds),
    settleAttached: new SettleAttachedHandler(creations, runner),
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
