import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import type { ExportPage, ExportStretch } from './export-page';
import { ListTickets } from './list-tickets';
import { type Prepared, ReadDatabase } from './read-database';
import { namedTickets, type ShownTicket, shownTicket, type TicketRow } from './shown-ticket';
import { type Params, query } from './statement';

/** A ticket as exports have it. */
export interface ExportedTicket extends ShownTicket {
  /** Of its last event; decimal. */
  readonly position: string;
}

/** A stretch of all tickets, in the order of their ids. */
export class ExportTickets extends Query<ExportPage<ExportedTicket>> {
  static readonly needs = ListTickets.needs;
  constructor(
    readonly tenant: string,
    readonly stretch: ExportStretch,
  ) {
    super();
  }
}

type Stretch = { readonly tenant: string; readonly after: string; readonly limit: number };

const rowsOf = query((db, p: Params<Stretch>) =>
  namedTickets(db).where('ticket.tenant', '=', p.tenant).where('ticket.id', '>', p.after).orderBy('ticket.id').limit(atMost(p.limit)),
);

@QueryHandler(ExportTickets)
export class ExportTicketsHandler implements IQueryHandler<ExportTickets> {
  private readonly rows: Prepared<Stretch, TicketRow>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.rows = database.prepare(rowsOf);
  }

  async execute({ tenant, stretch: { after = '', limit } }: ExportTickets): Promise<ExportPage<ExportedTicket>> {
    const rows = await this.rows({ tenant, after, limit });
    const items = rows.map((row) => ({ ...shownTicket(row), position: String(row.position) }));
    return { items, after: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  }
}
