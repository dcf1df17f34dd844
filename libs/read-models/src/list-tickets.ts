import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { filterName } from './filter-name';
import { inTime, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import { type ShownTicket, shownTicket } from './shown-ticket';
import { type TicketFilter, TicketSearch } from './ticket-search';

/**
 * Tickets that meet a filter, the latest opened first. A page may hold fewer than asked for, even none, and still have a next one:
 * then it was cut short because what it looks for is rare among what it has to look at.
 * @throws BadCursor, also for the cursor of another filter
 */
export class ListTickets extends Query<ListPage<ShownTicket>> {
  static readonly needs: readonly ProjectionName[] = ['tickets', 'contact-lookup', 'end-user-profile', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly filter: TicketFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListTickets)
export class ListTicketsHandler implements IQueryHandler<ListTickets> {
  private readonly search: TicketSearch;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.search = new TicketSearch(database);
  }

  async execute({ tenant, filter, page: { cursor, limit } }: ListTickets): Promise<ListPage<ShownTicket>> {
    const list = inTime(filterName('tickets', filter));
    const [at, position] = list.placeOf(cursor);
    const { rows, edge } = await this.search.find(filter, { tenant, at, position, limit: limit + 1 });
    const page = list.pageOf(rows, limit, (row) => [row.opened_at, row.opened_position], shownTicket);
    return edge ? { ...page, nextCursor: list.cursorAt([edge.at, edge.position]) } : page;
  }
}
