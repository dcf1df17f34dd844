import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ListPage, type PageRequest, type Place, pageOf, placeOf } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { TimelineEntryTable } from './tables';

/** One thing that happened with an end user. What an entry of its kind does not have is null. */
export interface TimelineItem {
  readonly kind: TimelineEntryTable['kind'];
  /** RFC 3339 UTC, business time. */
  readonly occurredAt: string;
  /** Id of the interaction: digest of its source and id there. */
  readonly interactionId: string | null;
  readonly source: string | null;
  readonly channel: string | null;
  /** The address it came by or is about; null once its holder is erased. */
  readonly key: string | null;
  readonly via: string | null;
  readonly direction: string | null;
  readonly ticketId: string | null;
  readonly summary: string | null;
  readonly outcome: string | null;
  /** Why a contact point was released. */
  readonly cause: string | null;
  readonly reason: string | null;
}

/** What happened with an end user, the latest first. @throws BadCursor */
export class ListTimeline extends Query<ListPage<TimelineItem>> {
  static readonly needs: readonly ProjectionName[] = ['timeline', 'holding'];
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

type Row = Omit<TimelineEntryTable, 'tenant' | 'end_user_id' | 'point_id'> & { readonly key: string | null };
type Read = Place & { readonly tenant: string; readonly endUserId: string; readonly limit: number };

/** `holding` knows a point's channel and key, which only the first of its events tells. */
const entries = query((db, p: Params<Read>) =>
  db
    .selectFrom('timeline_entry as entry')
    .select(['kind', 'occurred_at', 'entry.position', 'interaction_id', 'source', 'via', 'direction', 'ticket_id', 'summary', 'outcome', 'cause', 'reason'])
    .select((eb) => {
      const held = eb.selectFrom('holding').whereRef('holding.tenant', '=', 'entry.tenant').whereRef('holding.point_id', '=', 'entry.point_id').limit(1);
      return [held.select('holding.key').as('key'), eb.fn.coalesce('entry.channel', held.select('holding.channel')).as('channel')];
    })
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.endUserId)
    .where((eb) => eb(eb.refTuple('entry.occurred_at', 'entry.position'), '<', eb.tuple(p.occurred_at, p.position)))
    .orderBy('entry.occurred_at', 'desc')
    .orderBy('entry.position', 'desc')
    .limit(p.limit),
);

@QueryHandler(ListTimeline)
export class ListTimelineHandler implements IQueryHandler<ListTimeline> {
  private readonly entries: Prepared<Read, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.entries = database.prepare(entries);
  }

  async execute({ tenant, endUserId, page: { cursor, limit } }: ListTimeline): Promise<ListPage<TimelineItem>> {
    const list = `timeline ${endUserId}`;
    const rows = await this.entries({ tenant, endUserId, ...placeOf(list, cursor), limit: limit + 1 });
    return pageOf(list, rows, limit, shown);
  }
}

const shown = (row: Row): TimelineItem => ({
  kind: row.kind,
  occurredAt: row.occurred_at,
  interactionId: row.interaction_id,
  source: row.source,
  channel: row.channel,
  key: row.key,
  via: row.via,
  direction: row.direction,
  ticketId: row.ticket_id,
  summary: row.summary,
  outcome: row.outcome,
  cause: row.cause,
  reason: row.reason,
});
