import { defaultOrganizationOf, type EndUser, isMemberOf, type Memberships as Known, membershipsOf, membersOf, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Named } from '../contact-point/point-answer';
import { Clusters, OrganizationClusters } from '../merging/clusters';

/** An organization that a command names, with all that are one with it. */
export interface NamedOrganization {
  readonly canonicalId: string;
  /** Ids of the cluster, the canonical one first. */
  readonly members: readonly string[];
  readonly isDeleted: boolean;
}

/** What persons have to do with organizations, by the log. Reads only. */
@Injectable()
export class Memberships {
  constructor(
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(OrganizationClusters) private readonly organizations: OrganizationClusters,
  ) {}

  /**
   * The organization that a person's tickets and interactions go to unless they name another, by its id as it was joined; null for none.
   * @param root the canonical profile as it was read just now: then nothing is read for who is in no cluster
   */
  async defaultOrganizationOf(tenant: string, { canonicalId, members }: Pick<Named, 'canonicalId' | 'members'>, root?: EndUser): Promise<string | null> {
    const own = membershipsOf(root ?? (await this.clusters.load(tenant, canonicalId)).state);
    if (own.default && isMemberOf(own, own.default)) return own.default;
    return defaultOrganizationOf([own, ...(await this.ofOthers(tenant, canonicalId, members))]);
  }

  /** What the other profiles of a person are members of. */
  ofOthers(tenant: string, canonicalId: string, members: readonly string[]): Promise<readonly Known[]> {
    const others = members.filter((id) => id !== canonicalId);
    return Promise.all(others.map(async (id) => membershipsOf((await this.clusters.load(tenant, id)).state)));
  }

  /** Id of the organization that stands for this one. */
  async canonicalId(tenant: string, organizationId: string): Promise<string> {
    return (await this.organizations.canonicalOrganization(tenant, organizationId)).id;
  }

  /** Whether an organization, or the one that stands for it, was deleted. */
  isDeleted(tenant: string, organizationId: string): Promise<boolean> {
    return this.organizations.isDeleted(tenant, organizationId);
  }

  /** The organization as the log knows it. @throws Refusal `organization-not-found` */
  async organization(tenant: string, organizationId: string): Promise<NamedOrganization> {
    const { id, loaded } = await this.organizations.canonicalOrganization(tenant, organizationId);
    const { status } = loaded.state;
    if (status === 'unknown') refuse('organization-not-found');
    return { canonicalId: id, members: membersOf(id, loaded.state), isDeleted: status === 'deleted' };
  }
}
