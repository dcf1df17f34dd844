import { SettingsReader } from '@kith/application';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EndUserParts } from './end-user-parts';
import { EndUserSearch, type Order } from './end-user-search';
import type { EndUserFilter } from './end-user-sets';
import type { FoundRow } from './member-rows';
import type { ListPage, PageRequest } from './page';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import type { ShownContactPoint, ShownEndUser } from './shown-end-user';
import { ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';

/** An end user as lists show it: once, by the id of the profile that stands for its cluster. Times are RFC 3339 UTC. */
export interface ListedEndUser {
  readonly id: string;
  readonly canonicalId: string;
  readonly status: FoundRow['status'];
  readonly name: string | null;
  readonly tags: readonly string[];
  readonly contactPoints: readonly Omit<ShownContactPoint, 'endUserId' | 'since'>[];
  readonly createdAt: string;
  readonly lastInteractionAt: string | null;
}

/**
 * End users that meet a filter, the latest created or heard of first. A page may hold fewer than asked for, even none, and still
 * have a next one: then it was cut short because what it looks for is rare among what it has to look at.
 * @throws BadCursor, also for the cursor of another filter or order
 */
export class ListEndUsers extends Query<ListPage<ListedEndUser>> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly filter: EndUserFilter,
    readonly order: Order,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListEndUsers)
export class ListEndUsersHandler implements IQueryHandler<ListEndUsers> {
  private readonly search: EndUserSearch;
  private readonly parts: EndUserParts;
  private readonly profiles: ShownProfiles;

  constructor(@Inject(ReadDatabase) database: ReadDatabase, @Inject(SettingsReader) settings: TenantSettings = unchangedSettings) {
    this.search = new EndUserSearch(database);
    this.parts = new EndUserParts(database);
    this.profiles = new ShownProfiles(database, settings);
  }

  async execute({ tenant, filter, order, page }: ListEndUsers): Promise<ListPage<ListedEndUser>> {
    const { rows, nextCursor } = await this.search.page(tenant, filter, order, page);
    const items = await Promise.all(rows.map((row) => (row.member_count === 1 ? this.alone(tenant, row) : this.cluster(tenant, row))));
    return { items: items.flat(), nextCursor };
  }

  /** Nobody, when it was erased while it was read. */
  private async alone(tenant: string, row: FoundRow): Promise<readonly ListedEndUser[]> {
    const of = { tenant, endUserId: row.id };
    const [contactPoints, tags] = await Promise.all([this.parts.contactPoints(of), this.parts.tags(of)]);
    if (await this.parts.isErased(of)) return [];
    return listed({ ...row, tags, contactPoints, createdAt: row.created_at, lastInteractionAt: row.last_interaction_at || null });
  }

  private async cluster(tenant: string, row: FoundRow): Promise<readonly ListedEndUser[]> {
    const found = await this.profiles.find(tenant, row.id);
    return found ? listed(found.endUser) : this.alone(tenant, row);
  }
}

type Listed = Pick<ShownEndUser, 'id' | 'status' | 'name' | 'tags' | 'contactPoints' | 'createdAt' | 'lastInteractionAt'>;

const listed = ({ id, status, name, tags, contactPoints, createdAt, lastInteractionAt }: Listed): readonly ListedEndUser[] => [
  {
    id,
    canonicalId: id,
    status,
    name,
    tags,
    contactPoints: contactPoints.map(({ channel, scope, key, value, verified, primary }) => ({ channel, scope, key, value, verified, primary })),
    createdAt,
    lastInteractionAt,
  },
];
