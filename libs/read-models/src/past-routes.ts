import type { Route, RoutingFacts } from '@kith/domain';
import type { AliasableExpression, QueryCreator } from 'kysely';
import { atMost } from './at-most';
import { type AtPlace, inOneOrder, inOneOrderInPostgres, latestFirst } from './in-one-order';
import { type OfOrganization, oneOrganization } from './one-organization';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { Tables, TicketTable } from './tables';

/** A ticket as it was routed when it was opened. */
export interface PastRoute extends AtPlace {
  readonly ticketId: string;
  /** As it was named, now. */
  readonly organizationId: string | null;
  readonly settingsVersion: number;
  readonly decided: Route;
  /** What it was routed by; undefined once that is erased. */
  readonly facts: RoutingFacts | undefined;
}

/** Which of them, from where on, and how many. */
export interface RoutesOf extends AtPlace {
  readonly tenant: string;
  /** RFC 3339 UTC; empty for all there are. */
  readonly from: string;
  readonly limit: number;
}

type Lead = `organization${number}`;
type Read = RoutesOf & { readonly [L in Lead]: string };
type Row = Pick<
  TicketTable,
  | 'id'
  | 'organization_id'
  | 'channel'
  | 'via'
  | 'language'
  | 'tags'
  | 'erased'
  | 'first_contact'
  | 'queue'
  | 'priority'
  | 'assignee'
  | 'rule'
  | 'settings_version'
  | 'route_tags'
  | 'opened_at'
  | 'opened_position'
> & { readonly organization_tags: string | null };

/** @param places how many organizations lead; 0 for all tickets of the tenant */
const arms = (db: QueryCreator<Tables>, p: Params<Read>, places: number) =>
  Array.from({ length: Math.max(places, 1) }, (_, i) => {
    const tickets = db
      .selectFrom('ticket')
      .select(['id', 'opened_at as at', 'opened_position as position'])
      .where('tenant', '=', p.tenant)
      .where('opened_at', '>=', p.from)
      .where((eb) => eb(eb.refTuple('opened_at', 'opened_position'), '<', eb.tuple(p.at, p.position)));
    return places === 0 ? tickets : tickets.where('organization_id', '=', p[`organization${i}`] as AliasableExpression<string>);
  });
type Arms = ReturnType<typeof arms>;

const routes = (merge: (db: QueryCreator<Tables>, all: Arms) => Arms[number], places: number) => (db: QueryCreator<Tables>, p: Params<Read>) =>
  db
    .selectFrom('ticket')
    .innerJoin(
      merge(db, arms(db, p, places))
        .limit(atMost(p.limit))
        .as('latest'),
      (join) => join.onRef('latest.id', '=', 'ticket.id'),
    )
    .leftJoin('ticket_route', (join) => join.onRef('ticket_route.tenant', '=', 'ticket.tenant').onRef('ticket_route.ticket_id', '=', 'ticket.id'))
    .select(['ticket.id', 'organization_id', 'channel', 'via', 'language', 'tags', 'erased', 'first_contact', 'organization_tags'])
    .select(['queue', 'priority', 'assignee', 'rule', 'settings_version', 'route_tags', 'opened_at', 'opened_position'])
    .where('ticket.tenant', '=', p.tenant)
    .orderBy('opened_at', 'desc')
    .orderBy('opened_position', 'desc');

/** Of organizations that are one the next larger number is read, so that there are few different statements. */
const counts = [0, 1, 2, 4, 8, 16, 32, 64] as const;
const mostAtOnce = 64;

/** Reads how tickets were routed. */
export class PastRoutes {
  private readonly organizations: Prepared<OfOrganization, { id: string }>;
  private readonly reads = new Map<number, Prepared<Read, Row>>();

  constructor(private readonly database: ReadDatabase) {
    this.organizations = database.prepare(oneOrganization);
  }

  /** All organizations that are one with this one; none for all tickets. */
  async leading(tenant: string, organizationId: string | undefined): Promise<readonly string[]> {
    return organizationId === undefined ? [] : (await this.organizations({ tenant, organizationId })).map(({ id }) => id);
  }

  /** The latest opened before a place. @param organizations as {@link leading} gave them */
  async latest(organizations: readonly string[], of: RoutesOf): Promise<readonly PastRoute[]> {
    if (organizations.length <= mostAtOnce) return (await this.read(organizations, of)).map(pastRoute);
    const parts = Array.from({ length: Math.ceil(organizations.length / mostAtOnce) }, (_, i) => organizations.slice(i * mostAtOnce, (i + 1) * mostAtOnce));
    const rows = (await Promise.all(parts.map(async (part) => this.read(part, of)))).flat().map(pastRoute);
    return rows.sort(latestFirst).slice(0, of.limit);
  }

  private read(organizations: readonly string[], of: RoutesOf): readonly Row[] | Promise<readonly Row[]> {
    const count = counts.find((one) => one >= organizations.length) ?? mostAtOnce;
    const read = this.reads.get(count) ?? this.database.prepare(template(count));
    this.reads.set(count, read);
    // No organization has an empty id.
    const named = Object.fromEntries(Array.from({ length: count }, (_, i) => [`organization${i}`, organizations[i] ?? ''])) as Pick<Read, Lead>;
    return read({ ...of, ...named });
  }
}

const template = (places: number) =>
  query<Read, Row>(
    routes((_, all) => inOneOrder(all), places),
    { build: routes(inOneOrderInPostgres, places) },
  );

function pastRoute(row: Row): PastRoute {
  const { channel, via, language, opened_at: at, opened_position: position, organization_tags: organizationTags } = row;
  return {
    ticketId: row.id,
    organizationId: row.organization_id,
    at,
    position,
    settingsVersion: row.settings_version ?? 0,
    decided: {
      queue: row.queue ?? '',
      priority: row.priority as Route['priority'],
      assignee: row.assignee,
      tags: JSON.parse(row.route_tags) as string[],
      rule: row.rule ?? '',
      reasons: [],
    },
    facts:
      row.erased === 1 || organizationTags === null
        ? undefined
        : {
            channel,
            via,
            language,
            tags: JSON.parse(row.tags) as string[],
            organizationTags: JSON.parse(organizationTags) as string[],
            firstContact: row.first_contact === 1,
            at,
          },
  };
}
