import {
  BeginMembershipSweepHandler,
  ChooseDefaultOrganizationHandler,
  type Clusters,
  type EndUserChanges,
  type EventStore,
  type Identifiers,
  JoinOrganizationHandler,
  LeaveOrganizationHandler,
  type Linking,
  MembershipAnswers,
  type MembershipDirectory,
  Memberships,
  MembershipsByDomain,
  type NewIds,
  type OrganizationClusters,
  type Runner,
  type SettingsReader,
  SettleMembershipsHandler,
  SweepMembershipsHandler,
} from '@kith/application';

/** Pages of so few that there are several. */
class SmallPages extends SweepMembershipsHandler {
  override readonly pageLimit = 2;
}

interface Given {
  readonly store: EventStore;
  readonly runner: Runner;
  readonly identifiers: Identifiers;
  readonly newIds: NewIds;
  readonly settings: SettingsReader;
  readonly clusters: Clusters;
  readonly organizationClusters: OrganizationClusters;
  readonly linking: Linking;
  readonly changes: EndUserChanges;
  readonly directory: MembershipDirectory;
}

/** The handlers of memberships on the parts of an engine. */
export function membershipParts({ store, runner, identifiers, newIds, settings, clusters, organizationClusters, linking, changes, directory }: Given) {
  const memberships = new Memberships(clusters, organizationClusters);
  const answers = new MembershipAnswers(linking, memberships);
  const byDomain = new MembershipsByDomain(runner, directory, settings);
  return {
    memberships,
    byDomain,
    directory,
    join: new JoinOrganizationHandler(changes, memberships, answers),
    leave: new LeaveOrganizationHandler(changes, memberships, answers, runner, newIds),
    chooseDefault: new ChooseDefaultOrganizationHandler(changes, memberships, answers),
    settleMemberships: new SettleMembershipsHandler(directory, byDomain, memberships, runner),
    beginMembershipSweep: new BeginMembershipSweepHandler(runner, store, identifiers, directory, organizationClusters),
    sweepMemberships: new SmallPages(runner, store, directory, byDomain, organizationClusters),
  };
}
