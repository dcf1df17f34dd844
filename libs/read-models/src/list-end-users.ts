import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { canonicalOf } from './canonical';
import { EndUserParts, type ShownContactPoint } from './end-user-parts';
import { EndUserSearch, type FoundRow, type Order } from './end-user-search';
import type { EndUserFilter } from './end-user-sets';
import type { ListPage, PageRequest } from './page';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';

/** An end user as lists show it. Times are RFC 3339 UTC. */
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
  static readonly needs: readonly ProjectionName[] = ['end-user-profile'];
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

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.search = new EndUserSearch(database);
    this.parts = new EndUserParts(database);
  }

  async execute({ tenant, filter, order, page }: ListEndUsers): Promise<ListPage<ListedEndUser>> {
    const { rows, nextCursor } = await this.search.page(tenant, filter, order, page);
    return { items: await Promise.all(rows.map((row) => this.shown(tenant, row))), nextCursor };
  }

  private async shown(tenant: string, row: FoundRow): Promise<ListedEndUser> {
    const of = { tenant, endUserId: row.id };
    const [points, tags] = await Promise.all([this.parts.contactPoints(of), this.parts.tags(of)]);
    return {
      id: row.id,
      canonicalId: canonicalOf(row.id),
      status: row.status,
      name: row.name,
      tags,
      contactPoints: points.map(({ channel, scope, key, value, verified, primary }) => ({ channel, scope, key, value, verified, primary })),
      createdAt: row.created_at,
      lastInteractionAt: row.last_interaction_at || null,
    };
  }
}
