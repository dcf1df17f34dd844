import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import {
  AssignInteractionHandler,
  AttachContactPointHandler,
  ChangeEndUserProfileHandler,
  ChangeOrganizationHandler,
  ChangeSettingsHandler,
  ChangeTicketStatusHandler,
  ChoosePrimaryContactPointHandler,
  Clock,
  Clusters,
  ContactPoints,
  CorrectTicketRequesterHandler,
  CreateEndUserHandler,
  CreateOrganizationHandler,
  Creations,
  DeclareDifferentHandler,
  DeleteEndUserHandler,
  DeleteOrganizationHandler,
  DetachContactPointHandler,
  EarlierMerges,
  EarlierOrganizationMerges,
  EndUserChanges,
  type EventStore,
  FindRouteHandler,
  FinishDifferenceHandler,
  FinishMergeHandler,
  FinishOrganizationMergeHandler,
  FinishOrganizationUnmergeHandler,
  FinishUnmergeHandler,
  HeldPoints,
  Identifiers,
  Keys,
  type KeyVault,
  type KnownDifference,
  type KnownMerge,
  KnownOrganizations,
  LikelyDuplicates,
  type Likeness,
  Linking,
  type MembershipDirectory,
  MergeLedger,
  MergeOrganizationsHandler,
  MergeUsersHandler,
  Merging,
  MoveTicketHandler,
  NameClaims,
  NewIds,
  NoteEndUserHandler,
  OpenTicketHandler,
  OrganizationChanges,
  OrganizationClusters,
  OrganizationLinking,
  OrganizationMerging,
  OrganizationUnmerging,
  PersonalData,
  Quarantine,
  RecordInteractionHandler,
  ReinstateEndUserHandler,
  ReleaseDeletedHandler,
  type ReleasedPoint,
  Requesters,
  ResolveEndUserHandler,
  Resolver,
  Restorations,
  RestoreEndUserHandler,
  RestorePointHandler,
  RestorePointsHandler,
  RoutedOrganizations,
  Runner,
  SetOrganizationDomainsHandler,
  SetOrganizationRoutingHandler,
  SettingsReader,
  SettleAttachedHandler,
  SettleNameOfOrganizationHandler,
  SettleOrganizationNameHandler,
  ShareContactPointHandler,
  type StepContext,
  type StoredEvent,
  Suggestions,
  SuspendEndUserHandler,
  TagEndUserHandler,
  TagOrganizationHandler,
  Tenants,
  TicketChanges,
  TicketRouting,
  TransferContactPointHandler,
  UnmergeOrganizationsHandler,
  UnmergeUsersHandler,
  Unmerging,
  UnshareContactPointHandler,
  UntagEndUserHandler,
  UntagOrganizationHandler,
  VerifyContactPointHandler,
  WithdrawDifferenceHandler,
} from '@kith/application';
import { type CommandContext, idInStream, streamOf } from '@kith/domain';
import { type ErasingPorts, erasingParts } from './erasing-parts';
import { MembershipDirectoryInLog } from './membership-directory-in-log';
import { membershipParts } from './membership-parts';

/** A clock that moves one millisecond at each look, so that what comes later is later. */
export class TestClock extends Clock {
  constructor(private time = Date.parse('2026-03-03T10:00:00.000Z')) {
    super();
  }
  now(): number {
    return this.time++;
  }
  /** It is so late at least, in milliseconds since 1970 UTC. */
  reach(time: number): void {
    this.time = Math.max(this.time, time);
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

/** The ledger, read from the log itself. */
export class LedgerInLog extends MergeLedger {
  constructor(private readonly store: EventStore) {
    super();
  }
  async merge(_: string, mergeId: string): Promise<KnownMerge | undefined> {
    const about = (await this.events()).filter(({ data }) => data.mergeId === mergeId);
    const sealed = about.find(({ type }) => type === 'EndUserMerged');
    const isUndone = about.some(({ type }) => type === 'EndUserUnmerged');
    return sealed && { mergeId, survivorId: sealed.data.survivorId as string, mergedId: idInStream(sealed.stream), isUndone };
  }
  async organizationMerge(_: string, mergeId: string): Promise<KnownMerge | undefined> {
    const about = (await this.events()).filter(({ data }) => data.mergeId === mergeId);
    const sealed = about.find(({ type }) => type === 'OrganizationMerged');
    const isUndone = about.some(({ type }) => type === 'OrganizationUnmerged');
    return sealed && { mergeId, survivorId: sealed.data.survivorId as string, mergedId: idInStream(sealed.stream), isUndone };
  }
  async declaration(_: string, declarationId: string): Promise<KnownDifference | undefined> {
    const declared = (await this.events()).find(({ type, data }) => type === 'EndUsersDeclaredDifferent' && data.declarationId === declarationId);
    if (!declared) return undefined;
    const [endUserId, otherId] = [declared.data.endUserId as string, declared.data.otherId as string].sort() as [string, string];
    return { declarationId, endUserId, otherId };
  }
  private async events(): Promise<readonly StoredEvent[]> {
    return (await this.store.readAll({ after: 0n, limit: 1_000_000 })).events;
  }
}

/** No read models, so no suggestions. */
class NobodyAlike extends LikelyDuplicates {
  async of(): Promise<readonly Likeness[]> {
    return [];
  }
}

export interface InMemoryParts {
  readonly store?: EventStore;
  readonly vault?: KeyVault;
  readonly clock?: Clock;
  readonly newIds?: NewIds;
  /** Where limits count from; the log itself when absent. */
  readonly held?: HeldPoints;
  /** Where merges are found by their ids; the log itself when absent. */
  readonly ledger?: MergeLedger;
  /** Who is suggested as a duplicate; nobody when absent. */
  readonly likely?: LikelyDuplicates;
  /** Where addresses and claims are looked up by domain; the log itself when absent. */
  readonly directory?: MembershipDirectory;
  /** What erasing looks up, and what overwrites for it; the log itself and nothing when absent. */
  readonly erasing?: Pick<ErasingPorts, 'directory' | 'assigned' | 'deletedBytes'>;
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
  ledger = new LedgerInLog(store),
  likely = new NobodyAlike(),
  directory,
  erasing,
  ready = false,
}: InMemoryParts = {}) {
  if (!ready) await vault.createTenantSecret('acme');
  const runner = new Runner(store, clock);
  const identifiers = new Identifiers(vault);
  const personal = new PersonalData(vault);
  const settings = new SettingsReader(runner);
  const clusters = new Clusters(runner);
  const linking = new Linking(runner, clusters, store, vault, personal, clock);
  const unmerging = new Unmerging(linking, clusters, store);
  const organizationClusters = new OrganizationClusters(runner);
  const organizationLinking = new OrganizationLinking(runner, organizationClusters, store, vault, personal, clock);
  const organizationUnmerging = new OrganizationUnmerging(organizationLinking, organizationClusters, store);
  const organizationMerges = new EarlierOrganizationMerges(organizationClusters, store, ledger, organizationLinking);
  const organizationMerging = new OrganizationMerging(organizationLinking, newIds, organizationMerges);
  const knownOrganizations = new KnownOrganizations(runner, store, vault, personal);
  const nameClaims = new NameClaims(runner, store, vault, personal, knownOrganizations);
  const organizationChanges = new OrganizationChanges(runner, organizationLinking, knownOrganizations, identifiers, newIds);
  const merging = new Merging(linking, newIds, new EarlierMerges(clusters, store, ledger, linking));
  const creations = new Creations(runner, store, vault, personal, clusters);
  const points = new ContactPoints(identifiers, settings);
  const quarantine = new Quarantine(clock, creations);
  const suggestions = new Suggestions(likely, clock);
  const changes = new EndUserChanges(runner, linking, store, identifiers, vault, personal, held, newIds);
  const restorations = new Restorations(runner, creations, clusters, store, vault, personal);
  const inLog = directory ?? new MembershipDirectoryInLog(store, personal);
  const ofMemberships = { store, runner, identifiers, newIds, settings, clusters, organizationClusters, linking, changes, directory: inLog };
  const membership = membershipParts(ofMemberships);
  const { memberships, byDomain } = membership;
  const resolver = new Resolver(runner, creations, identifiers, settings, vault, held, quarantine, byDomain, clock);
  const routedOrganizations = new RoutedOrganizations(organizationClusters, store, personal);
  const requesters = new Requesters(resolver, linking, clusters, vault);
  const ticketRouting = new TicketRouting(settings, routedOrganizations, memberships);
  const ticketChanges = new TicketChanges(runner, identifiers, vault, clock, newIds);
  return {
    ...membership,
    ...erasingParts({ store, vault, runner, linking, clusters, held, identifiers, newIds, ...erasing }),
    store,
    vault,
    clock,
    newIds,
    held,
    runner,
    identifiers,
    personal,
    settings,
    clusters,
    linking,
    merging,
    creations,
    points,
    resolver,
    keys: new Keys(runner, store, identifiers, clock, newIds),
    tenants: new Tenants(runner, vault, identifiers, newIds),
    create: new CreateEndUserHandler(creations, identifiers, settings, vault, newIds, quarantine, suggestions, clusters),
    change: new ChangeEndUserProfileHandler(changes),
    tag: new TagEndUserHandler(changes),
    untag: new UntagEndUserHandler(changes),
    note: new NoteEndUserHandler(changes),
    suspend: new SuspendEndUserHandler(changes),
    reinstate: new ReinstateEndUserHandler(changes),
    remove: new DeleteEndUserHandler(changes),
    restore: new RestoreEndUserHandler(changes, store, held, restorations),
    choosePrimary: new ChoosePrimaryContactPointHandler(changes, creations, points),
    record: new RecordInteractionHandler(runner, resolver, clusters, identifiers, settings, vault, suggestions, memberships, clock),
    resolve: new ResolveEndUserHandler(resolver, creations, clusters, store, identifiers, settings, newIds, suggestions, memberships),
    attach: new AttachContactPointHandler(runner, creations, linking, points, identifiers, vault, held, newIds),
    detach: new DetachContactPointHandler(runner, creations, linking, points, identifiers, newIds),
    verify: new VerifyContactPointHandler(runner, creations, linking, points, identifiers, newIds),
    transfer: new TransferContactPointHandler(runner, creations, linking, points, identifiers, vault, held, newIds),
    share: new ShareContactPointHandler(runner, creations, points, identifiers, vault, newIds),
    unshare: new UnshareContactPointHandler(runner, creations, points, identifiers, vault, newIds),
    assign: new AssignInteractionHandler(runner, linking, identifiers, vault, newIds, memberships),
    routedOrganizations,
    openTicket: new OpenTicketHandler(runner, store, identifiers, settings, requesters, ticketRouting, clusters, suggestions, clock),
    changeTicketStatus: new ChangeTicketStatusHandler(ticketChanges),
    moveTicket: new MoveTicketHandler(ticketChanges, routedOrganizations),
    correctTicketRequester: new CorrectTicketRequesterHandler(ticketChanges, requesters, clusters, store),
    findRoute: new FindRouteHandler(ticketRouting, requesters, byDomain, clock),
    changeSettings: new ChangeSettingsHandler(runner, identifiers, newIds),
    settleAttached: new SettleAttachedHandler(creations, clusters, runner, store),
    releaseDeleted: new ReleaseDeletedHandler(creations, held, runner),
    restorePoints: new RestorePointsHandler(held, restorations, creations),
    restorePoint: new RestorePointHandler(restorations),
    restorations,
    merge: new MergeUsersHandler(merging, identifiers, newIds),
    unmerge: new UnmergeUsersHandler(unmerging, store, ledger, identifiers, newIds),
    declare: new DeclareDifferentHandler(linking, identifiers, newIds),
    withdraw: new WithdrawDifferenceHandler(linking, store, ledger, identifiers, newIds),
    finishMerge: new FinishMergeHandler(linking),
    finishUnmerge: new FinishUnmergeHandler(unmerging),
    finishDifference: new FinishDifferenceHandler(linking),
    organizationClusters,
    organizationLinking,
    knownOrganizations,
    nameClaims,
    createOrganization: new CreateOrganizationHandler(knownOrganizations, nameClaims, identifiers, settings, vault, newIds),
    changeOrganization: new ChangeOrganizationHandler(organizationChanges, nameClaims, identifiers),
    deleteOrganization: new DeleteOrganizationHandler(organizationChanges, nameClaims),
    setOrganizationDomains: new SetOrganizationDomainsHandler(organizationChanges, settings),
    setOrganizationRouting: new SetOrganizationRoutingHandler(organizationChanges),
    tagOrganization: new TagOrganizationHandler(organizationChanges),
    untagOrganization: new UntagOrganizationHandler(organizationChanges),
    settleOrganizationName: new SettleOrganizationNameHandler(nameClaims),
    settleNameOfOrganization: new SettleNameOfOrganizationHandler(nameClaims, knownOrganizations),
    mergeOrganizations: new MergeOrganizationsHandler(organizationMerging, identifiers, newIds),
    unmergeOrganizations: new UnmergeOrganizationsHandler(organizationUnmerging, store, ledger, identifiers, newIds),
    finishOrganizationMerge: new FinishOrganizationMergeHandler(organizationLinking),
    finishOrganizationUnmerge: new FinishOrganizationUnmergeHandler(organizationUnmerging),
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
