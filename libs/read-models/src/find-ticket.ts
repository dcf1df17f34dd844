import type { RoutingReason, TicketStatus } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { namedTickets, type ShownTicket, shownTicket, type TicketRow } from './shown-ticket';
import { type Params, query } from './statement';
import type { TicketStatusTable } from './tables';

/** A ticket by itself. */
export interface FoundTicket {
  readonly ticket: ShownTicket & {
    /** Every status that was told of, by the time from which on it was in force; of equal times the one that was told last comes last. */
    readonly statuses: readonly { readonly status: TicketStatus; readonly at: string }[];
    /** Why it was routed as it was: the last few rules that were looked at, the one that was taken last. */
    readonly reasons: readonly RoutingReason[];
  };
  /** Of the last event on the ticket's stream. */
  readonly revision: number;
  readonly position: number;
}

/** A ticket by the digest of its source and its id there; undefined for one that the tenant does not know. */
export class FindTicket extends Query<FoundTicket | undefined> {
  static readonly needs: readonly ProjectionName[] = ['tickets', 'contact-lookup', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly ticketId: string,
  ) {
    super();
  }
}

interface OfTicket {
  readonly tenant: string;
  readonly ticketId: string;
}
type Row = TicketRow & { readonly reasons: string | null };
type StatusRow = Pick<TicketStatusTable, 'status' | 'at'>;

const ticket = query((db, p: Params<OfTicket>) =>
  namedTickets(db)
    .leftJoin('ticket_route', (join) => join.onRef('ticket_route.tenant', '=', 'ticket.tenant').onRef('ticket_route.ticket_id', '=', 'ticket.id'))
    .select('ticket_route.reasons')
    .where('ticket.tenant', '=', p.tenant)
    .where('ticket.id', '=', p.ticketId),
);
const statuses = query((db, p: Params<OfTicket>) =>
  db.selectFrom('ticket_status').select(['status', 'at']).where('tenant', '=', p.tenant).where('ticket_id', '=', p.ticketId).orderBy('at').orderBy('position'),
);

@QueryHandler(FindTicket)
export class FindTicketHandler implements IQueryHandler<FindTicket> {
  private readonly ticket: Prepared<OfTicket, Row>;
  private readonly statuses: Prepared<OfTicket, StatusRow>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.ticket = database.prepare(ticket);
    this.statuses = database.prepare(statuses);
  }

  async execute({ tenant, ticketId }: FindTicket): Promise<FoundTicket | undefined> {
    const of = { tenant, ticketId };
    const [[row], all] = await Promise.all([this.ticket(of), this.statuses(of)]);
    if (!row) return undefined;
    return {
      ticket: {
        ...shownTicket(row),
        statuses: all.map(({ status, at }) => ({ status: status as TicketStatus, at })),
        reasons: JSON.parse(row.reasons ?? '[]') as RoutingReason[],
      },
      revision: row.revision,
      position: row.position,
    };
  }
}
