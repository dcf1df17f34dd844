import type { SettingsReader } from '@kith/application';
import { defaultSettings, type Survivorship } from '@kith/domain';
import { ClusterReads, type Reads } from './cluster-rows';
import { EndUserParts } from './end-user-parts';
import { type Cluster, clusterOf, type GoldenProfile, goldenProfile } from './golden-profile';
import { type NamedOrganization, OrganizationNames } from './organization-names';
import type { Prepared } from './read-database';
import type { ShownContactPoint, ShownEndUser } from './shown-end-user';
import { type OwnMemberships, shownMemberships } from './shown-memberships';
import { type Params, query } from './statement';
import type { EndUserTable } from './tables';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}

const profile = query((db, p: Params<OfEndUser>) => db.selectFrom('end_user').selectAll().where('tenant', '=', p.tenant).where('id', '=', p.endUserId));

/** How often a profile is looked for again that was merged, came back or was erased between two reads. */
const mostLooks = 5;

/** Tells the settings of a tenant as they are now. */
export type TenantSettings = Pick<SettingsReader, 'of'>;

/** For who has no tenants with settings of their own. */
export const unchangedSettings: TenantSettings = { of: async () => defaultSettings };

/** Makes what is shown of profiles: quickly of one that is alone, by the tenant's policy of a cluster. */
export class ShownProfiles {
  private readonly profile: Prepared<OfEndUser, EndUserTable>;
  private readonly parts: EndUserParts;
  private readonly clusters: ClusterReads;

  constructor(
    database: Reads,
    private readonly settings: TenantSettings,
    /** What organizations are shown as: today, also with profiles as they were. */
    private readonly organizations: OrganizationNames = new OrganizationNames(database),
  ) {
    this.profile = database.prepare(profile);
    this.parts = new EndUserParts(database);
    this.clusters = new ClusterReads(database);
  }

  /** What an id is shown as; undefined for one that the tenant does not know. */
  find(tenant: string, endUserId: string): Promise<GoldenProfile | undefined> {
    return this.settled(tenant, endUserId, async (row) => {
      if (isAlone(row)) return this.alone(row);
      const cluster = await this.cluster(row);
      return cluster && goldenProfile(cluster, await this.policy(tenant), endUserId);
    });
  }

  /** All profiles that are shown as one with it, as they are by themselves; undefined for an id that the tenant does not know. */
  around(tenant: string, endUserId: string): Promise<Cluster | undefined> {
    return this.settled(tenant, endUserId, (row) => this.cluster(row));
  }

  async policy(tenant: string): Promise<Survivorship> {
    return (await this.settings.of(tenant)).survivorship;
  }

  /** Its rows are read one after the other: when it was merged, came back or was erased in between, all are read again. */
  private async settled<T>(tenant: string, endUserId: string, shown: (row: EndUserTable) => Promise<T | undefined>): Promise<T | undefined> {
    for (let look = 0; look < mostLooks; look++) {
      const [row] = await this.profile({ tenant, endUserId });
      if (!row) return undefined;
      const found = await shown(row);
      if (found) return found;
    }
    throw new Error('the links of an end user changed with each look at them');
  }

  /** Undefined when the profile is not in it any more. */
  private async cluster({ tenant, id, canonical_id }: EndUserTable): Promise<Cluster | undefined> {
    const rows = await this.clusters.of(tenant, canonical_id);
    const named = await this.organizations.of(
      tenant,
      rows.joined.map((one) => one.organization_id),
    );
    const cluster = clusterOf(rows, named);
    const isWhole = cluster.members.some((member) => member.id === canonical_id && member.survivorId === null);
    return isWhole && cluster.members.some((member) => member.id === id) ? cluster : undefined;
  }

  /** Undefined when it was erased while it was read. */
  private async alone(row: EndUserTable): Promise<GoldenProfile | undefined> {
    const { parts } = this;
    const { tenant, id } = row;
    const of = { tenant, endUserId: id };
    const [contactPoints, tags, fields, own] = await Promise.all([parts.contactPoints(of), parts.tags(of), parts.fields(of), parts.memberships(of)]);
    const ids = own.joined.map((one) => one.organization_id);
    const [named, isErased] = await Promise.all([this.organizations.of(tenant, ids), parts.isErased(of)]);
    if (isErased && row.status !== 'erased') return undefined;
    return aloneProfile(row, { contactPoints, tags, fields, memberships: own }, named);
  }
}

/** What belongs to a profile. */
export interface OwnParts {
  readonly contactPoints: readonly ShownContactPoint[];
  readonly tags: readonly string[];
  readonly fields: ShownEndUser['fields'];
  readonly memberships: OwnMemberships;
}

/** What a profile that is alone is shown as. @param named what its organizations are shown as */
export function aloneProfile(
  row: EndUserTable,
  { contactPoints, tags, fields, memberships }: OwnParts,
  named: ReadonlyMap<string, NamedOrganization>,
): GoldenProfile {
  const { id, name, locale, time_zone: timeZone, details, notes } = row;
  const values = { name, locale, timeZone, details, notes };
  const sources: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) if (value !== null) sources[field] = id;
  for (const field of Object.keys(fields)) sources[`fields.${field}`] = id;
  for (const tag of tags) sources[`tags.${tag}`] = id;
  return {
    position: row.position,
    endUser: {
      id,
      canonicalId: id,
      status: row.status,
      ...values,
      origin: row.origin,
      tags,
      fields,
      contactPoints,
      organizations: shownMemberships([memberships], named),
      mergedFrom: [],
      sources,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      lastInteractionAt: row.last_interaction_at || null,
      revision: row.revision,
    },
  };
}

/** Nothing was merged into it, nor it into another. */
export const isAlone = ({ survivor_id, member_count }: EndUserTable): boolean => survivor_id === null && member_count === 1;
