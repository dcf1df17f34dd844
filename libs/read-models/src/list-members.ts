import { SettingsReader } from '@kith/application';
import { defaultOrganizationOf, type MembershipCause } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EndUserSearch, type FoundPage } from './end-user-search';
import type { FoundRow } from './member-rows';
import { MembersByName } from './members-by-name';
import { OrganizationReads } from './organization-reads';
import type { ListPage, PageRequest } from './page';
import { PartsOfMany } from './parts-of-many';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import type { ShownContactPoint } from './shown-end-user';
import type { OwnMemberships } from './shown-memberships';
import { ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';

/** Which members a list is of: all conditions that are given. */
export interface MemberFilter {
  /** Beginnings of words of the name, or a part of a contact point. */
  readonly query?: string | undefined;
  /** They have a contact point on it. */
  readonly channel?: string | undefined;
  readonly tag?: string | undefined;
  readonly withoutEmail?: boolean | undefined;
}

/** The latest heard of first, or by name: that of the profile that stands for the person. */
export type MemberOrder = 'last-contact' | 'name';

/** A member of an organization, by the profile that stands for the person. Times are RFC 3339 UTC. */
export interface ListedMember {
  readonly id: string;
  readonly name: string | null;
  readonly status: FoundRow['status'];
  /** Each once, with the contact point to use there. */
  readonly channels: readonly { readonly channel: string; readonly value: string }[];
  readonly lastInteractionAt: string | null;
  /** Whether tickets and interactions of the person are this organization's unless they name another. */
  readonly default: boolean;
  readonly cause: MembershipCause;
  /** Business time. */
  readonly joinedAt: string;
}

/**
 * Members of an organization and of those that are one with it, each person once; undefined for an organization that the tenant does not
 * know. A page may hold fewer than asked for, even none, and still have a next one: then it was cut short because what it looks for is rare.
 * @throws BadCursor, also for the cursor of another filter or order
 */
export class ListMembers extends Query<ListPage<ListedMember> | undefined> {
  static readonly needs: readonly ProjectionName[] = ['organizations', 'end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
    readonly filter: MemberFilter,
    readonly order: MemberOrder,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** Persons in an organization and in those that are one with it; undefined for an organization that the tenant does not know. */
export class CountMembers extends Query<number | undefined> {
  static readonly needs = ListMembers.needs;
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
  ) {
    super();
  }
}

@QueryHandler(ListMembers)
export class ListMembersHandler implements IQueryHandler<ListMembers> {
  private readonly organizations: OrganizationReads;
  private readonly search: EndUserSearch;
  private readonly byName: MembersByName;
  private readonly parts: PartsOfMany;
  private readonly profiles: ShownProfiles;

  constructor(@Inject(ReadDatabase) database: ReadDatabase, @Inject(SettingsReader) settings: TenantSettings = unchangedSettings) {
    this.organizations = new OrganizationReads(database);
    this.search = new EndUserSearch(database);
    this.byName = new MembersByName(database);
    this.parts = new PartsOfMany(database);
    this.profiles = new ShownProfiles(database, settings);
  }

  async execute({ tenant, organizationId, filter, order, page }: ListMembers): Promise<ListPage<ListedMember> | undefined> {
    const ids = await this.organizations.idsOf(tenant, organizationId);
    if (ids.length === 0) return undefined;
    const { query: text, ...others } = filter;
    const found: FoundPage =
      order === 'name'
        ? await this.byName.page(tenant, ids, { text, ...others }, page)
        : await this.search.page(tenant, { text, ...others, organizationIds: ids.slice(0, 1) }, 'last-contact', page);
    const alone = found.rows.filter((row) => row.member_count === 1).map(({ id }) => id);
    const [pointsOf, membershipsOf] = await Promise.all([this.parts.contactPoints(tenant, alone), this.parts.memberships(tenant, alone)]);
    const items = await Promise.all(
      found.rows.map(async (row) => (row.member_count === 1 ? listed(row, ids, pointsOf(row.id), membershipsOf(row.id)) : this.cluster(tenant, row, ids))),
    );
    return { items: items.flat(), nextCursor: found.nextCursor };
  }

  private async cluster(tenant: string, row: FoundRow, ids: readonly string[]): Promise<readonly ListedMember[]> {
    const shown = (await this.profiles.find(tenant, row.id))?.endUser;
    const membership = shown?.organizations.find(({ id }) => ids.includes(id));
    if (!shown || !membership) return [];
    const { name, status, lastInteractionAt } = shown;
    const { default: isDefault, reason: cause, since: joinedAt } = membership;
    return [{ id: row.id, name, status, channels: channelsOf(shown.contactPoints), lastInteractionAt, default: isDefault, cause, joinedAt }];
  }
}

/** Nobody, when it left between two reads. */
function listed(row: FoundRow, ids: readonly string[], points: readonly ShownContactPoint[], own: OwnMemberships): readonly ListedMember[] {
  const membership = own.joined.find((one) => ids.includes(one.organization_id));
  if (!membership) return [];
  const chosen = defaultOrganizationOf([{ default: own.default, joined: own.joined.map((one) => ({ ...one, organizationId: one.organization_id })) }]);
  return [
    {
      id: row.id,
      name: row.name,
      status: row.status,
      channels: channelsOf(points),
      lastInteractionAt: row.last_interaction_at || null,
      default: chosen !== null && ids.includes(chosen),
      cause: membership.cause,
      joinedAt: membership.since,
    },
  ];
}

@QueryHandler(CountMembers)
export class CountMembersHandler implements IQueryHandler<CountMembers> {
  private readonly organizations: OrganizationReads;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.organizations = new OrganizationReads(database);
  }

  async execute({ tenant, organizationId }: CountMembers): Promise<number | undefined> {
    const ids = await this.organizations.idsOf(tenant, organizationId);
    return ids.length === 0 ? undefined : this.organizations.countMembers(tenant, ids);
  }
}

const channelsOf = (points: readonly ShownContactPoint[]): ListedMember['channels'] =>
  points.flatMap(({ channel, value, primary }) => (primary ? [{ channel, value }] : []));
