import { type EndUser, type Linkable, linksOf, membersOf, type Organization, type Separation } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Loaded, Runner } from '../run';
import { type LinkedNoun, linkedEndUsers, linkedOrganizations } from './linked-noun';

/** A profile, or an organization, as it was read. */
export interface Profile<State extends Linkable = EndUser> {
  readonly id: string;
  readonly loaded: Loaded<State>;
}

/** Where a profile stands: the way from itself to the profile that stands for its cluster, both included. */
export interface Place<State extends Linkable = EndUser> {
  readonly path: readonly Profile<State>[];
  /** The end of the links. */
  readonly root: Profile<State>;
  /**
   * The canonical profile: the root; or, when the root has let go of a part of the cluster and not all of it knows yet, the profile
   * that stands for this part.
   */
  readonly canonical: Profile<State>;
  /** The root counts the profile as its own: nothing that would change where it stands is under way. */
  readonly isSettled: boolean;
}

/** A chain of links that is longer is no chain but a cycle. */
const longestPath = 10_000;

/** Where profiles stand by the log, as their streams tell it. Reads only. */
export class ClustersOf<State extends Linkable> {
  constructor(
    private readonly runner: Runner,
    readonly noun: LinkedNoun<State>,
  ) {}

  load(tenant: string, id: string): Promise<Loaded<State>> {
    return this.runner.load(this.noun.decider, this.noun.stream(tenant, id));
  }

  /** @param known the profile as it was read just now */
  async placeOf(tenant: string, id: string, known?: Loaded<State>): Promise<Place<State>> {
    let root: Profile<State> = { id, loaded: known ?? (await this.load(tenant, id)) };
    const path = [root];
    for (let next = linksOf(root.loaded.state).survivor; next; next = linksOf(root.loaded.state).survivor) {
      if (path.length > longestPath) throw new Error(`the links of ${this.noun.stream(tenant, id)} run in a circle`);
      root = { id: next.id, loaded: await this.load(tenant, next.id) };
      path.push(root);
    }
    const isSettled = membersOf(root.id, root.loaded.state).includes(id);
    return { path, root, canonical: (isSettled ? undefined : separatedOn(path)) ?? root, isSettled };
  }
}

/** The clusters of end users. */
@Injectable()
export class Clusters extends ClustersOf<EndUser> {
  constructor(@Inject(Runner) runner: Runner) {
    super(runner, linkedEndUsers);
  }
}

/** The clusters of organizations. */
@Injectable()
export class OrganizationClusters extends ClustersOf<Organization> {
  constructor(@Inject(Runner) runner: Runner) {
    super(runner, linkedOrganizations);
  }

  /** The organization that stands for this one; of one that there is not, itself, `unknown`. */
  async canonicalOrganization(tenant: string, organizationId: string): Promise<Profile<Organization>> {
    return (await this.placeOf(tenant, organizationId)).canonical;
  }

  /** Whether an organization, or the one that stands for it, was deleted. */
  async isDeleted(tenant: string, organizationId: string): Promise<boolean> {
    return (await this.canonicalOrganization(tenant, organizationId)).loaded.state.status === 'deleted';
  }
}

/** The nearest profile on the way whose part has left, although its own stream does not say so yet. */
const separatedOn = <State extends Linkable>(path: readonly Profile<State>[]): Profile<State> | undefined =>
  path.find((one) => pendingSeparation(one, path) !== undefined);

/** The separation of this profile that some profile above it has decided, and that it has not come to know of. */
export function pendingSeparation<State extends Linkable>(
  { id, loaded }: Profile<State>,
  above: readonly Profile<State>[],
): { readonly at: Profile<State>; readonly separation: Separation } | undefined {
  const mergeId = linksOf(loaded.state).survivor?.mergeId;
  if (mergeId === undefined) return undefined;
  for (const at of above.toReversed()) {
    const separation = linksOf(at.loaded.state).separations.find((s) => s.mergeId === mergeId && s.mergedId === id);
    if (separation) return { at, separation };
  }
  return undefined;
}
