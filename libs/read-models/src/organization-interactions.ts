import type { AliasableExpression, QueryCreator } from 'kysely';
import { atMost } from './at-most';
import { shownOf } from './erased-end-users';
import { type AtPlace, inOneOrder, inOneOrderInPostgres, latestFirst } from './in-one-order';
import type { TimelineItem } from './list-timeline';
import { type OfOrganization, oneOrganization } from './one-organization';
import type { Prepared, ReadDatabase } from './read-database';
import type { ShownRequester } from './shown-ticket';
import { type Params, query } from './statement';
import type { Tables } from './tables';

/** An interaction with an organization, through one of its people. Times are RFC 3339 UTC, business time. */
export type OrganizationInteraction = Pick<
  TimelineItem,
  'interactionId' | 'occurredAt' | 'source' | 'channel' | 'key' | 'via' | 'direction' | 'ticketId' | 'summary' | 'outcome'
> & {
  /** Whose it is. */
  readonly endUser: ShownRequester;
};

/** An interaction, and where it stands in the list. */
export interface FoundInteraction {
  readonly place: AtPlace;
  /** Undefined while the timeline does not know of it. */
  readonly interaction: OrganizationInteraction | undefined;
}

/** Where a page begins, and how many it may have. */
export interface Stretch extends AtPlace {
  readonly tenant: string;
  readonly limit: number;
}

interface Row {
  readonly end_user_id: string;
  readonly occurred_at: string;
  readonly position: number;
  readonly interaction_id: string | null;
  readonly source: string | null;
  readonly channel: string | null;
  readonly via: string | null;
  readonly direction: string | null;
  readonly ticket_id: string | null;
  readonly summary: string | null;
  readonly outcome: string | null;
  readonly key: string | null;
  readonly canonical_id: string | null;
  readonly name: string | null;
  readonly shown_name: string | null;
}
type Lead = `organization${number}`;
type Read = Stretch & { readonly [L in Lead]: string };
type Entry = { readonly tenant: string; readonly endUserId: string; readonly at: string; readonly position: number };
type Place = { readonly end_user_id: string; readonly at: string; readonly position: number };

/** Of each organization what is before the place, in the order of the table. */
const arms = (db: QueryCreator<Tables>, p: Params<Read>, places: number) =>
  Array.from({ length: places }, (_, i) =>
    db
      .selectFrom('organization_interaction')
      .select(['occurred_at as at', 'position', 'end_user_id'])
      .where('tenant', '=', p.tenant)
      .where('organization_id', '=', p[`organization${i}`] as AliasableExpression<string>)
      .where((eb) => eb(eb.refTuple('occurred_at', 'position'), '<', eb.tuple(p.at, p.position))),
  );
const latest = (places: number) =>
  query<Read, Place>((db, p) => inOneOrder(arms(db, p, places)).limit(atMost(p.limit)), {
    build: (db, p) => inOneOrderInPostgres(db, arms(db, p, places)).limit(atMost(p.limit)),
  });

/** What the timeline of an end user says at a place; `holding` knows the key of the point. */
const entry = query<Entry, Row>((db, p) =>
  db
    .selectFrom('timeline_entry as entry')
    .leftJoin('holder', (join) => join.onRef('holder.tenant', '=', 'entry.tenant').onRef('holder.id', '=', 'entry.end_user_id'))
    .select(['entry.end_user_id', 'entry.occurred_at', 'entry.position', 'interaction_id', 'source', 'channel', 'via', 'direction'])
    .select(({ ref }) => (['ticket_id', 'summary'] as const).map((column) => shownOf('entry', ref(`entry.${column}`)).as(column)))
    .select(['outcome', 'holder.canonical_id', 'holder.name', 'holder.shown_name'])
    .select((eb) => {
      const key = eb
        .selectFrom('holding')
        .select('holding.key')
        .whereRef('holding.tenant', '=', 'entry.tenant')
        .whereRef('holding.point_id', '=', 'entry.point_id')
        .where('holding.key', 'is not', null)
        .limit(1);
      return shownOf('entry', key).as('key');
    })
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.endUserId)
    .where('entry.occurred_at', '=', p.at)
    .where('entry.position', '=', p.position),
);
const movedTo = query<Omit<Entry, 'at'>, { id: string }>((db, p) =>
  db
    .selectFrom('interaction_move')
    .select('to_id as id')
    .distinct()
    .where('tenant', '=', p.tenant)
    .where('from_id', '=', p.endUserId)
    .where('position', '>', p.position),
);

/** Of organizations that are one the next larger number is read, so that there are few different statements. */
const counts = [1, 2, 4, 8, 16, 32, 64] as const;
const mostAtOnce = 64;

/** Reads what the people of an organization said, and were told. */
export class OrganizationInteractions {
  private readonly organizations: Prepared<OfOrganization, { id: string }>;
  private readonly reads = new Map<number, Prepared<Read, Place>>();
  private readonly entry: Prepared<Entry, Row>;
  private readonly movedTo: Prepared<Omit<Entry, 'at'>, { id: string }>;

  constructor(private readonly database: ReadDatabase) {
    this.organizations = database.prepare(oneOrganization);
    this.entry = database.prepare(entry);
    this.movedTo = database.prepare(movedTo);
  }

  /** The latest before a place, of all organizations that are one with this one. */
  async latest(organizationId: string, stretch: Stretch): Promise<readonly FoundInteraction[]> {
    const { tenant, limit } = stretch;
    const ids = (await this.organizations({ tenant, organizationId })).map(({ id }) => id);
    const parts = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, i) => ids.slice(i * mostAtOnce, (i + 1) * mostAtOnce));
    const places = (await Promise.all(parts.map(async (part) => this.places(part, stretch)))).flat();
    if (parts.length > 1) places.sort(latestFirst);
    return Promise.all(places.slice(0, limit).map(async (place) => ({ place, interaction: await this.shown(tenant, place) })));
  }

  private places(ids: readonly string[], stretch: Stretch): readonly Place[] | Promise<readonly Place[]> {
    const count = counts.find((one) => one >= ids.length) ?? mostAtOnce;
    const read = this.reads.get(count) ?? this.database.prepare(latest(count));
    this.reads.set(count, read);
    // No organization has an empty id.
    const named = Object.fromEntries(Array.from({ length: count }, (_, i) => [`organization${i}`, ids[i] ?? ''])) as Pick<Read, Lead>;
    return read({ ...stretch, ...named });
  }

  /** With who had it first or, when the point that it came by was corrected, with who has it now. */
  private async shown(tenant: string, { end_user_id, at, position }: Place): Promise<OrganizationInteraction | undefined> {
    const asked = new Set([end_user_id]);
    for (const endUserId of asked) {
      const [row] = await this.entry({ tenant, endUserId, at, position });
      if (row) return interactionOf(row);
      for (const { id } of await this.movedTo({ tenant, endUserId, position })) asked.add(id);
    }
    return undefined;
  }
}

const interactionOf = (row: Row): OrganizationInteraction => ({
  interactionId: row.interaction_id,
  endUser: { id: row.end_user_id, canonicalId: row.canonical_id ?? row.end_user_id, name: row.shown_name ?? row.name },
  occurredAt: row.occurred_at,
  source: row.source,
  channel: row.channel,
  key: row.key,
  via: row.via,
  direction: row.direction,
  ticketId: row.ticket_id,
  summary: row.summary,
  outcome: row.outcome,
});
