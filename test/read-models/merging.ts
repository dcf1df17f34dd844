import { MemoryEventStore, SqlitePassingDatabases, SqliteReadDatabase } from '@kith/adapters';
import type { MergedAnswer, UnmergedAnswer } from '@kith/application';
import {
  AssignInteraction,
  AttachContactPoint,
  ChangeEndUserProfile,
  ChangeOrganization,
  ChangeSettings,
  ChooseDefaultOrganization,
  ChoosePrimaryContactPoint,
  CreateEndUser,
  CreateOrganization,
  DeclareDifferent,
  DeleteEndUser,
  DetachContactPoint,
  type EndUserProfile,
  endUser,
  type GivenPoint,
  JoinOrganization,
  LeaveOrganization,
  MergeOrganizations,
  MergeUsers,
  NoteEndUser,
  OpenTicket,
  type ProfileChanges,
  RecordInteraction,
  type Survivorship,
  SuspendEndUser,
  TagEndUser,
  TakeIn,
  TransferContactPoint,
  UnmergeOrganizations,
  UnmergeUsers,
  UntagEndUser,
  VerifyContactPoint,
} from '@kith/domain';
import {
  FindEndUser,
  FindEndUserHandler,
  type FoundEndUser,
  MergePreviews,
  type ReadDatabase,
  ReplayedProfiles,
  Restorals,
  type ShownEndUser,
} from '@kith/read-models';
import { asking, type InMemoryEngine, inMemoryEngine, step, TestClock } from '../support/in-memory-engine';
import { project } from './projected';

/** An address as tests write it: the channel, a colon, the value; with a `!` at the end it is verified. */
export type Address = `${string}:${string}`;

const pointOf = (address: Address): GivenPoint => {
  const [, channel = '', value = '', verified] = /^(\w+):(.*?)(!?)$/.exec(address) ?? [];
  return { channel, value, ...(verified !== '' && { verified: true }) };
};

/** The real commands on a log in memory, and read models of it that are brought up to date before each question. */
export class MergedPeople {
  private heard = 0;
  private readonly passing = new SqlitePassingDatabases();

  private constructor(
    readonly engine: InMemoryEngine,
    private readonly clock: TestClock,
    readonly database: ReadDatabase,
  ) {}

  static async of(database?: ReadDatabase): Promise<MergedPeople> {
    const clock = new TestClock();
    const people = new MergedPeople(await inMemoryEngine({ store: new MemoryEventStore(), clock }), clock, database ?? (await SqliteReadDatabase.temporary()));
    await people.engine.changeSettings.execute(new ChangeSettings(asking(), { defaultRegion: 'FR' }));
    return people;
  }

  async create(profile: EndUserProfile, ...addresses: readonly Address[]): Promise<string> {
    return (await this.engine.create.execute(new CreateEndUser(asking(), 'api', profile, addresses.map(pointOf)))).endUserId;
  }
  change = (id: string, changes: ProfileChanges) => this.engine.change.execute(new ChangeEndUserProfile(asking(), id, changes));
  tag = (id: string, ...tags: readonly string[]) => this.engine.tag.execute(new TagEndUser(asking(), id, tags));
  untag = (id: string, ...tags: readonly string[]) => this.engine.untag.execute(new UntagEndUser(asking(), id, tags));
  note = (id: string, note: string) => this.engine.note.execute(new NoteEndUser(asking(), id, note));
  suspend = (id: string) => this.engine.suspend.execute(new SuspendEndUser(asking(), id));
  remove = (id: string) => this.engine.remove.execute(new DeleteEndUser(asking(), id));
  attach = (id: string, address: Address) => this.engine.attach.execute(new AttachContactPoint(asking(), id, pointOf(address)));
  detach = (id: string, address: Address) => this.engine.detach.execute(new DetachContactPoint(asking(), id, pointOf(address)));
  verify = (id: string, address: Address) => this.engine.verify.execute(new VerifyContactPoint(asking(), id, pointOf(address)));
  choose = (id: string, address: Address) => this.engine.choosePrimary.execute(new ChoosePrimaryContactPoint(asking(), id, pointOf(address)));
  correct = (from: string, to: string, address: Address) =>
    this.engine.transfer.execute(new TransferContactPoint(asking(), from, pointOf(address), to, 'corrected'));
  declare = (one: string, other: string) => this.engine.declare.execute(new DeclareDifferent(asking(), one, other));
  policy = (survivorship: Partial<Survivorship>) => this.engine.changeSettings.execute(new ChangeSettings(asking(), { survivorship }));

  async createOrganization(name: string): Promise<string> {
    return (await this.engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId;
  }
  async createOrganizations(...names: readonly string[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const name of names) ids.push(await this.createOrganization(name));
    return ids;
  }
  join = (id: string, organizationId: string, asDefault = false) => this.engine.join.execute(new JoinOrganization(asking(), id, organizationId, asDefault));
  leave = (id: string, organizationId: string) => this.engine.leave.execute(new LeaveOrganization(asking(), id, organizationId));
  chooseDefault = (id: string, organizationId: string | null) => this.engine.chooseDefault.execute(new ChooseDefaultOrganization(asking(), id, organizationId));
  mergeOrganizations = (survivorId: string, mergedId: string) => this.engine.mergeOrganizations.execute(new MergeOrganizations(asking(), survivorId, mergedId));
  renameOrganization = (organizationId: string, name: string) =>
    this.engine.changeOrganization.execute(new ChangeOrganization(asking(), organizationId, { name }));
  unmergeOrganizations = (mergeId: string) => this.engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), mergeId));
  /** By an address of this very profile, whoever stands for it. */
  joinByDomain = (id: string, organizationId: string) => this.engine.runner.run(endUser, new TakeIn('acme', id, organizationId, 'domain'), step());
  openTicket = (id: string, requesterId: string) =>
    this.engine.openTicket.execute(new OpenTicket(asking(), { source: 'desk', id, requesterId, channel: 'email' }));

  async merge(survivorId: string, mergedId: string): Promise<MergedAnswer> {
    return this.engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId));
  }
  async unmerge(mergeId: string, alone = false): Promise<UnmergedAnswer> {
    return this.engine.unmerge.execute(new UnmergeUsers(asking(), mergeId, alone));
  }

  /** An interaction that came by these addresses, on a day of May 2026; its source id. */
  async hear(day: number, ...addresses: readonly Address[]): Promise<string> {
    this.heard += 1;
    const id = `call-${this.heard}`;
    const occurredAt = `2026-05-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    // Nothing is told before it has happened.
    this.clock.reach(Date.parse(occurredAt));
    const channel = pointOf(addresses[0] ?? 'phone:').channel;
    const given = {
      source: 'desk',
      id,
      channel,
      via: channel,
      direction: 'inbound',
      points: addresses.map(pointOf),
      occurredAt,
      summary: `Call ${this.heard}`,
    } as const;
    await this.engine.record.execute(new RecordInteraction(asking(), given));
    return id;
  }
  async assign(sourceId: string, id: string) {
    const ids = await this.engine.identifiers.of('acme');
    return this.engine.assign.execute(new AssignInteraction(asking(), ids.interaction('desk', sourceId), id));
  }

  async found(id: string): Promise<FoundEndUser | undefined> {
    await this.project();
    return new FindEndUserHandler(this.database, this.engine.settings).execute(new FindEndUser('acme', id));
  }
  async shown(id: string): Promise<ShownEndUser> {
    const found = await this.found(id);
    if (!found) throw new Error(`${id} is not known`);
    return found.endUser;
  }
  async previews(): Promise<MergePreviews> {
    await this.project();
    const { settings, clusters, merging, clock } = this.engine;
    return new MergePreviews(this.database, settings, clusters, merging, clock);
  }
  async replayed(): Promise<ReplayedProfiles> {
    await this.project();
    const { store, personal, settings } = this.engine;
    return new ReplayedProfiles(store, personal, this.database, this.passing, settings);
  }
  async restorals(): Promise<Restorals> {
    return new Restorals(this.database, this.engine.settings, this.engine.identifiers, await this.replayed());
  }

  private async project(): Promise<void> {
    const { store, personal: personalData } = this.engine;
    await project({ store, personalData }, this.database);
  }
}
