import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inTime, type ListPage, type PageRequest } from './page';
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
  /** Of the interaction, or the text of a note. */
  readonly summary: string | null;
  /** The tags, or the names of what changed, such as `name` or `fields.plan`. */
  readonly what: readonly string[] | null;
  readonly outcome: string | null;
  /** Why a contact point was released. */
  readonly cause: string | null;
  readonly reason: string | null;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly onBehalfOf: string | null;
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

type Row = Omit<TimelineEntryTable, 'tenant' | 'end_user_id' | 'point_id' | 'assigned_position'> & { readonly key: string | null };
type Read = { readonly tenant: string; readonly endUserId: string; readonly at: string; readonly position: number; readonly limit: number };

/** `holding` knows a point's channel and key, which only the first of its events tells. */
const entries = query((db, p: Params<Read>) =>
  db
    .selectFrom('timeline_entry as entry')
    .select(['kind', 'occurred_at', 'entry.position', 'interaction_id', 'source', 'via', 'direction', 'ticket_id', 'summary', 'what'])
    .select(['outcome', 'cause', 'reason', 'actor', 'on_behalf_of'])
    .select((eb) => {
      const held = eb.selectFrom('holding').whereRef('holding.tenant', '=', 'entry.tenant').whereRef('holding.point_id', '=', 'entry.point_id').limit(1);
      return [held.select('holding.key').as('key'), eb.fn.coalesce('entry.channel', held.select('holding.channel')).as('channel')];
    })
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.endUserId)
    .where((eb) => eb(eb.refTuple('entry.occurred_at', 'entry.position'), '<', eb.tuple(p.at, p.position)))
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
    const list = inTime(`timeline ${endUserId}`);
    const [at, position] = list.placeOf(cursor);
    const rows = await this.entries({ tenant, endUserId, at, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.occurred_at, row.position], shown);
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
  what: row.what === null ? null : (JSON.parse(row.what) as string[]),
  outcome: row.outcome,
  cause: row.cause,
  reason: row.reason,
  actor: { kind: row.actor.slice(0, row.actor.indexOf(':')), id: row.actor.slice(row.actor.indexOf(':') + 1) },
  onBehalfOf: row.on_behalf_of,
});
