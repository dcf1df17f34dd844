import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { inTime, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { OpenInteractionTable } from './tables';

/** An interaction that waits for somebody to say whose it is. */
export interface OpenInteraction {
  /** Digest of source and id: what it is assigned by. */
  readonly id: string;
  readonly outcome: OpenOutcome;
  /** RFC 3339 UTC, business time. */
  readonly occurredAt: string;
  readonly source: string;
  readonly channel: string;
  /** The address it came by; null when it left none, or when no holder of it is known any more. */
  readonly key: string | null;
  readonly via: string;
  readonly direction: string;
  readonly ticketId: string | null;
  readonly summary: string | null;
  /** Ids of the end users it could be. */
  readonly candidates: readonly string[];
}

export type OpenOutcome = 'ambiguous' | 'unidentified';

/** Interactions nobody has yet, the latest first. @throws BadCursor */
export class ListOpenInteractions extends Query<ListPage<OpenInteraction>> {
  static readonly needs: readonly ProjectionName[] = ['timeline', 'holding'];
  constructor(
    readonly tenant: string,
    readonly outcome: OpenOutcome,
    readonly page: PageRequest,
  ) {
    super();
  }
}

type Row = Omit<OpenInteractionTable, 'tenant' | 'point_id' | 'actor' | 'on_behalf_of'> & { readonly key: string | null };
type Read = { readonly tenant: string; readonly outcome: string; readonly at: string; readonly position: number; readonly limit: number };

const open = query((db, p: Params<Read>) =>
  db
    .selectFrom('open_interaction as open')
    .select(['id', 'outcome', 'occurred_at', 'open.position', 'source', 'open.channel', 'via', 'direction', 'ticket_id', 'summary', 'candidates'])
    .select((eb) =>
      eb
        .selectFrom('holding')
        .select('holding.key')
        .whereRef('holding.tenant', '=', 'open.tenant')
        .whereRef('holding.point_id', '=', 'open.point_id')
        .where('holding.key', 'is not', null)
        .limit(1)
        .as('key'),
    )
    .where('open.tenant', '=', p.tenant)
    .where('open.outcome', '=', p.outcome)
    .where((eb) => eb(eb.refTuple('open.occurred_at', 'open.position'), '<', eb.tuple(p.at, p.position)))
    .orderBy('open.occurred_at', 'desc')
    .orderBy('open.position', 'desc')
    .limit(atMost(p.limit)),
);

@QueryHandler(ListOpenInteractions)
export class ListOpenInteractionsHandler implements IQueryHandler<ListOpenInteractions> {
  private readonly open: Prepared<Read, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.open = database.prepare(open);
  }

  async execute({ tenant, outcome, page: { cursor, limit } }: ListOpenInteractions): Promise<ListPage<OpenInteraction>> {
    const list = inTime(`open ${outcome}`);
    const [at, position] = list.placeOf(cursor);
    const rows = await this.open({ tenant, outcome, at, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.occurred_at, row.position], shown);
  }
}

const shown = (row: Row): OpenInteraction => ({
  id: row.id,
  outcome: row.outcome as OpenOutcome,
  occurredAt: row.occurred_at,
  source: row.source,
  channel: row.channel,
  key: row.key,
  via: row.via,
  direction: row.direction,
  ticketId: row.ticket_id,
  summary: row.summary,
  candidates: JSON.parse(row.candidates) as string[],
});
