import {
  AdvanceSweep,
  changedDomains,
  type DomainClaim,
  idInStream,
  type MembershipSweepAdvanced,
  type MembershipSweepStarted,
  membershipSweep,
  membersOf,
  type OrganizationDeleted,
  type OrganizationDomainsChanged,
  type OrganizationMerged,
  type OrganizationUnmerged,
  type SettingsChanged,
  StartSweep,
  type SweepOccasion,
  streamOf,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reactingTo } from '../end-user/reacting-to';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { OrganizationClusters } from '../merging/clusters';
import type { Reactor, Seen } from '../react';
import { Runner, type StepContext } from '../run';
import { type Concerned, MembershipDirectory } from './membership-directory';
import { MembershipsByDomain } from './memberships-by-domain';

/** Begin to bring existing end users in line with what an event has changed. */
export class BeginMembershipSweep {
  constructor(
    readonly step: StepContext,
    /** Id of the event. */
    readonly eventId: string,
    readonly position: bigint,
    readonly changed: { readonly organizationId: string; readonly what: 'domains' | 'deleted' | 'merged' | 'unmerged' } | { readonly settingsVersion: number },
  ) {}
}

/** Do the page of a sweep that begins behind this end user. */
export class SweepMemberships {
  constructor(
    readonly step: StepContext,
    readonly sweepId: string,
    /** Empty: the first page. */
    readonly after: string,
  ) {}
}

type Sweeping =
  | OrganizationDomainsChanged
  | OrganizationDeleted
  | OrganizationMerged
  | OrganizationUnmerged
  | SettingsChanged
  | MembershipSweepStarted
  | MembershipSweepAdvanced;

/**
 * The reactor behind changes that concern the memberships of many: it does them page by page, and each page is told by an event, from which
 * it goes on after a crash. What an organization claimed that comes out of a deleted one counts again; and one that comes to know only after
 * the end of the other that it was merged into it is at its end, too.
 */
export const sweepMemberships: Reactor<Sweeping> = {
  name: 'sweep-memberships',
  graceMs: 0,
  on: {
    OrganizationDomainsChanged: (event) => [begin(event, { organizationId: idInStream(event.stream), what: 'domains' })],
    OrganizationDeleted: (event) => [begin(event, { organizationId: idInStream(event.stream), what: 'deleted' })],
    OrganizationMerged: (event) => [begin(event, { organizationId: idInStream(event.stream), what: 'merged' })],
    OrganizationUnmerged: (event) => [begin(event, { organizationId: idInStream(event.stream), what: 'unmerged' })],
    SettingsChanged: (event) => (event.data.changes.membership ? [begin(event, { settingsVersion: event.data.version })] : []),
    MembershipSweepStarted: (event) => [page(event, '')],
    MembershipSweepAdvanced: (event) => [page(event, event.data.after)],
  },
};

const begin = ({ metadata, position }: Seen<Sweeping>, changed: BeginMembershipSweep['changed']): BeginMembershipSweep =>
  new BeginMembershipSweep(reactingTo(metadata, sweepMemberships.name), metadata.eventId, position, changed);

const page = ({ metadata, stream }: Seen<Sweeping>, after: string): SweepMemberships =>
  new SweepMemberships(reactingTo(metadata, sweepMemberships.name), idInStream(stream), after);

@CommandHandler(BeginMembershipSweep)
export class BeginMembershipSweepHandler implements ICommandHandler<BeginMembershipSweep, void> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(MembershipDirectory) private readonly directory: MembershipDirectory,
    @Inject(OrganizationClusters) private readonly organizations: OrganizationClusters,
  ) {}

  async execute(command: BeginMembershipSweep): Promise<void> {
    const { step, eventId } = command;
    const occasion = await this.occasionOf(command);
    if (!occasion) return;
    const sweepId = (await this.identifiers.of(step.tenant)).membershipSweep(eventId);
    await this.runner.run(membershipSweep, new StartSweep(step.tenant, sweepId, occasion), step);
  }

  /** Undefined when nobody can be concerned. */
  private async occasionOf({ step: { tenant }, eventId, position, changed }: BeginMembershipSweep): Promise<SweepOccasion | undefined> {
    if ('settingsVersion' in changed)
      return (await this.directory.hasClaims(tenant, position)) ? { because: 'settings-changed', settingsVersion: changed.settingsVersion } : undefined;
    const { organizationId, what } = changed;
    if (what === 'merged' && !(await this.organizations.isDeleted(tenant, organizationId))) return undefined;
    if (what === 'deleted' || what === 'merged') return { because: 'organization-deleted', organizationId };
    const domains = what === 'domains' ? await this.changedBy(tenant, organizationId, eventId) : await claimedBy(this.organizations, tenant, organizationId);
    return domains.length > 0 ? { because: 'domains-changed', organizationId, domains } : undefined;
  }

  private async changedBy(tenant: string, organizationId: string, eventId: string): Promise<readonly string[]> {
    const events = (await this.store.readStream(streamOf.organization(tenant, organizationId))).filter(({ type }) => type === 'OrganizationDomainsChanged');
    const at = events.findIndex(({ metadata }) => metadata.eventId === eventId);
    const [before = [], after = []] = [events[at - 1], events[at]].map((event) => event?.data.domains as readonly DomainClaim[] | undefined);
    return changedDomains(before, after);
  }
}

@CommandHandler(SweepMemberships)
export class SweepMembershipsHandler implements ICommandHandler<SweepMemberships, void> {
  /** So many profiles are looked at before it is told how far the work has come. */
  readonly pageLimit: number = 1_000;

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MembershipDirectory) private readonly directory: MembershipDirectory,
    @Inject(MembershipsByDomain) private readonly byDomain: MembershipsByDomain,
    @Inject(OrganizationClusters) private readonly organizations: OrganizationClusters,
  ) {}

  /** @throws HeldPointsBehind while the directory does not know yet what the sweep is about */
  async execute({ step, sweepId, after }: SweepMemberships): Promise<void> {
    const { tenant } = step;
    const stream = streamOf.membershipSweep(tenant, sweepId);
    const { state } = await this.runner.load(membershipSweep, stream);
    if (state.status !== 'running' || state.after !== after || !state.occasion) return;
    // What is known since the sweep began is enough: of what happens meanwhile each has its own reactor.
    const [started] = await this.store.readStream(stream, { limit: 1 });
    const upTo = started?.position ?? 0n;
    const { concerned, deleted } = await this.lookedFor(tenant, state.occasion);
    const ids = await this.directory.concerned(tenant, concerned, after, this.pageLimit, upTo);
    const settled = await this.byDomain.settle(step, ids, upTo, deleted);
    const to = ids.length < this.pageLimit ? null : (ids.at(-1) ?? null);
    await this.runner.run(membershipSweep, new AdvanceSweep(tenant, sweepId, after, to, { scanned: ids.length, ...settled }), step);
  }

  private async lookedFor(tenant: string, occasion: SweepOccasion): Promise<{ readonly concerned: Concerned; readonly deleted?: readonly string[] }> {
    if (occasion.because === 'settings-changed') return { concerned: { all: true } };
    const { organizationId } = occasion;
    if (occasion.because === 'domains-changed') return { concerned: { domains: occasion.domains } };
    const { state } = await this.organizations.load(tenant, organizationId);
    const deleted = membersOf(organizationId, state);
    return { concerned: { memberOf: deleted, domains: await claimedBy(this.organizations, tenant, organizationId) }, deleted };
  }
}

/** The domains that an organization claims, and those that are one with it. */
async function claimedBy(organizations: OrganizationClusters, tenant: string, organizationId: string): Promise<readonly string[]> {
  const { state } = await organizations.load(tenant, organizationId);
  const members = await Promise.all(membersOf(organizationId, state).map((id) => organizations.load(tenant, id)));
  return [...new Set(members.flatMap((one) => one.state.domains.map(({ domain }) => domain)))].sort();
}
