import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type OrganizationInteraction, OrganizationInteractions } from './organization-interactions';
import { inTime, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';

/**
 * Interactions of people whose default organization was this one, or one that is one with it, when they took place; the latest first.
 * @throws BadCursor
 */
export class ListOrganizationInteractions extends Query<ListPage<OrganizationInteraction>> {
  static readonly needs: readonly ProjectionName[] = ['tickets', 'timeline', 'holding', 'contact-lookup', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListOrganizationInteractions)
export class ListOrganizationInteractionsHandler implements IQueryHandler<ListOrganizationInteractions> {
  private readonly interactions: OrganizationInteractions;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.interactions = new OrganizationInteractions(database);
  }

  async execute({ tenant, organizationId, page: { cursor, limit } }: ListOrganizationInteractions): Promise<ListPage<OrganizationInteraction>> {
    const list = inTime(`interactions ${organizationId}`);
    const [at, position] = list.placeOf(cursor);
    const found = await this.interactions.latest(organizationId, { tenant, at, position, limit: limit + 1 });
    const { items, nextCursor } = list.pageOf(
      found,
      limit,
      ({ place }) => [place.at, place.position],
      ({ interaction }) => interaction,
    );
    return { items: items.filter((one) => one !== undefined), nextCursor };
  }
}
