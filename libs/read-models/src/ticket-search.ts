import { isDone, type TicketStatus, ticketStatuses } from '@kith/domain';
import { type AliasableExpression, type QueryCreator, type RawBuilder, type SqlBool, sql } from 'kysely';
import { atMost } from './at-most';
import { members, type OfCluster } from './cluster-members';
import { type AtPlace, inOneOrder, inOneOrderInPostgres, latestFirst } from './in-one-order';
import { type OfOrganization, oneOrganization, organizationIds } from './one-organization';
import type { Prepared, ReadDatabase } from './read-database';
import { namedTickets, type TicketRow } from './shown-ticket';
import { type Params, query } from './statement';
import type { Tables, TicketTable } from './tables';

/** Which tickets a list is of: all conditions that are given. */
export interface TicketFilter {
  /** Of this organization and all that are one with it. */
  readonly organizationId?: string | undefined;
  /** Of any of these organizations and all that are one with them; with `organizationId`, of what is in both. */
  readonly organizationIds?: readonly string[] | undefined;
  /** Asked by this end user or any that is one with it. */
  readonly requesterId?: string | undefined;
  /** Any of these; `unsolved` is all of them but solved and closed. */
  readonly status?: readonly TicketStatus[] | 'unsolved' | undefined;
  readonly queue?: string | undefined;
  readonly priority?: string | undefined;
  readonly assignee?: string | undefined;
  /** Routed by it. */
  readonly rule?: string | undefined;
}

/** Where a page begins, and how many tickets it may have. */
export interface TicketStretch extends AtPlace {
  readonly tenant: string;
  readonly limit: number;
}

/** What was found of a stretch. */
export interface FoundTickets {
  readonly rows: readonly TicketRow[];
  /** Where looking ended before so many were found; undefined when there are no more. */
  readonly edge?: AtPlace;
}

/** So many tickets are looked at for a page: some 20 ms. */
const mostLookedAt = 2_000;

/** The columns that an index leads by, the best first; what else is asked is looked at in each ticket. */
const leads = { requesterId: 'requester_id', organizationId: 'organization_id', assignee: 'assignee', queue: 'queue', rule: 'rule' } as const;
type Lead = keyof typeof leads;
type Condition = Lead | 'status' | 'priority';
const conditions: readonly Condition[] = ['organizationId', 'assignee', 'queue', 'rule', 'status', 'priority'];

/** How lists of one kind are read. */
interface Shape {
  readonly lead: Lead | undefined;
  /** Led by how many values: those that are one with what is asked for. */
  readonly places: number;
  /** Whether nothing is asked for that is solved or closed: indexes have the others. */
  readonly unsolved: boolean;
  readonly others: readonly Condition[];
}

type Status = `status${0 | 1 | 2 | 3 | 4 | 5}`;
type Read = TicketStretch & { readonly [K in `lead${number}` | Status]: string } & { readonly [K in Exclude<Condition, 'status'>]: string };
type Places = Params<Read>;

const is = (db: QueryCreator<Tables>, condition: Condition, p: Places): RawBuilder<SqlBool> => {
  if (condition === 'organizationId') return sql<SqlBool>`organization_id in ${organizationIds(db, p)}`;
  if (condition === 'status') return sql<SqlBool>`status in (${sql.join([p.status0, p.status1, p.status2, p.status3, p.status4, p.status5])})`;
  return sql<SqlBool>`${sql.ref(condition === 'priority' ? condition : leads[condition])} = ${p[condition]}`;
};

/** What an index leads to behind the place, for each value that leads. */
const arms = (db: QueryCreator<Tables>, { lead, places, unsolved }: Shape, p: Places) =>
  Array.from({ length: places }, (_, i) => {
    let tickets = db
      .selectFrom('ticket')
      .select(['id', 'opened_at as at', 'opened_position as position', 'status', 'queue', 'priority', 'assignee', 'rule', 'organization_id'])
      .where('tenant', '=', p.tenant)
      .where((eb) => eb(eb.refTuple('opened_at', 'opened_position'), '<', eb.tuple(p.at, p.position)));
    if (lead !== undefined) tickets = tickets.where(leads[lead], '=', p[`lead${i}`] as AliasableExpression<string>);
    return unsolved ? tickets.where('done', '=', sql.lit(0)) : tickets;
  });

type Arms = ReturnType<typeof arms>;
type Merge = (db: QueryCreator<Tables>, arms: Arms) => Arms[number];
const inSqlite: Merge = (_, all) => inOneOrder(all);
const inPostgres: Merge = (db, all) => inOneOrderInPostgres(db, all);

/** Only the index is read to find the tickets, unless more is asked of each than it has. */
const found = (shape: Shape, merge: Merge) => (db: QueryCreator<Tables>, p: Places) => {
  const ordered = merge(db, arms(db, shape, p));
  if (shape.others.length === 0) return shown(db, p, ordered.limit(atMost(p.limit)));
  const looked = ordered.limit(sql.lit(mostLookedAt)).as('seen');
  let seen = db.selectFrom(looked).selectAll();
  for (const condition of shape.others) seen = seen.where(is(db, condition, p));
  return shown(db, p, seen.orderBy('at', 'desc').orderBy('position', 'desc').limit(atMost(p.limit)) as unknown as Arms[number]);
};

const edge = (shape: Shape, merge: Merge) => (db: QueryCreator<Tables>, p: Places) => {
  const ordered = merge(db, arms(db, shape, p))
    .limit(sql.lit(1))
    .offset(sql.lit(mostLookedAt - 1));
  return db.selectFrom(ordered.as('seen')).select(['at', 'position']);
};

const shown = (db: QueryCreator<Tables>, p: Params<{ tenant: string }>, latest: Arms[number]) =>
  namedTickets(db)
    .innerJoin(latest.as('latest'), (join) => join.onRef('latest.id', '=', 'ticket.id'))
    .where('ticket.tenant', '=', p.tenant)
    .orderBy('ticket.opened_at', 'desc')
    .orderBy('ticket.opened_position', 'desc');

interface Reading {
  readonly tickets: Prepared<Read, TicketRow>;
  /** When not everything that the index leads to is meant. */
  readonly edge: Prepared<Read, AtPlace> | undefined;
}

/** Of the values that lead the next larger number is read, so that there are few different statements. */
const counts = [1, 2, 4, 8, 16, 32, 64] as const;
const mostAtOnce = 64;
const unsolvedStatuses = ticketStatuses.filter((status) => !isDone(status));

/** Finds tickets by what is asked of them. */
export class TicketSearch {
  private readonly readings = new Map<string, Reading>();
  private readonly people: Prepared<OfCluster, { id: string }>;
  private readonly organizations: Prepared<OfOrganization, { id: string }>;

  constructor(private readonly database: ReadDatabase) {
    this.people = database.prepare(members);
    this.organizations = database.prepare(oneOrganization);
  }

  /** The latest opened before a place; one more than asked for tells that there are more. */
  async find(filter: TicketFilter, stretch: TicketStretch): Promise<FoundTickets> {
    const { tenant } = stretch;
    const theirs = filter.organizationIds && new Set((await Promise.all(filter.organizationIds.map((id) => this.oneWith(tenant, id)))).flat());
    const lead = (Object.keys(leads) as Lead[]).find((one) => filter[one] !== undefined || (one === 'organizationId' && theirs !== undefined));
    const statuses = filter.status === 'unsolved' ? unsolvedStatuses : filter.status;
    const unsolved = statuses?.every((status) => !isDone(status)) ?? false;
    const all = unsolved ? unsolvedStatuses : ticketStatuses;
    const isAny = statuses === undefined || all.every((status) => statuses.includes(status));
    const others = conditions.filter((one) => one !== lead && filter[one] !== undefined && !(one === 'status' && isAny));
    const values = await this.leading(lead, filter, tenant, theirs);
    const read = { ...stretch, ...asked(filter), ...statusPlaces(statuses ?? []) };
    const parts = await Promise.all(chunks(values).map((part) => this.part({ lead, unsolved, others, places: placesFor(part.length) }, part, read)));
    const found = parts.length === 1 ? (parts[0] as FoundTickets) : together(parts, stretch.limit);
    return theirs && lead === 'requesterId' ? only(theirs, found, stretch.limit) : found;
  }

  private async oneWith(tenant: string, organizationId: string): Promise<readonly string[]> {
    return (await this.organizations({ tenant, organizationId })).map(({ id }) => id);
  }

  /** Everything that is one with what the index leads by. */
  private async leading(lead: Lead | undefined, filter: TicketFilter, tenant: string, theirs: ReadonlySet<string> | undefined): Promise<readonly string[]> {
    const value = (lead === undefined ? '' : filter[lead]) ?? '';
    if (lead === 'requesterId') return (await this.people({ tenant, endUserId: value })).map(({ id }) => id);
    if (lead !== 'organizationId') return [value];
    if (filter.organizationId === undefined) return [...(theirs ?? [])];
    return (await this.oneWith(tenant, value)).filter((id) => theirs?.has(id) ?? true);
  }

  private async part(shape: Shape, values: readonly string[], read: Omit<Read, `lead${number}`>): Promise<FoundTickets> {
    // Nothing has an empty id.
    const named = Object.fromEntries(Array.from({ length: shape.places }, (_, i) => [`lead${i}`, values[i] ?? ''])) as Pick<Read, `lead${number}`>;
    const given = { ...read, ...named };
    const { tickets, edge } = this.reading(shape);
    const rows = await tickets(given);
    const [end] = edge && rows.length < read.limit ? await edge(given) : [];
    return { rows, ...(end && { edge: end }) };
  }

  /** Each kind of list is compiled once, for the index that fits it. */
  private reading(shape: Shape): Reading {
    const name = JSON.stringify(shape);
    const known = this.readings.get(name) ?? this.prepared(shape);
    this.readings.set(name, known);
    return known;
  }

  private prepared(shape: Shape): Reading {
    const tickets = query<Read, TicketRow>(found(shape, inSqlite), { build: found(shape, inPostgres) });
    const ends = query<Read, AtPlace>(edge(shape, inSqlite), { build: edge(shape, inPostgres) });
    return { tickets: this.database.prepare(tickets), edge: shape.others.length === 0 ? undefined : this.database.prepare(ends) };
  }
}

const asked = ({ organizationId = '', requesterId = '', queue = '', priority = '', assignee = '', rule = '' }: TicketFilter) => ({
  organizationId,
  requesterId,
  queue,
  priority,
  assignee,
  rule,
});

/** Each place has one of them, some more than once. */
const statusPlaces = (statuses: readonly TicketStatus[]) =>
  Object.fromEntries(ticketStatuses.map((_, i) => [`status${i}`, statuses[i % Math.max(statuses.length, 1)] ?? ''])) as Pick<Read, Status>;

const placesFor = (length: number): number => counts.find((one) => one >= length) ?? mostAtOnce;

const chunks = (values: readonly string[]): readonly (readonly string[])[] =>
  values.length <= mostAtOnce
    ? [values]
    : Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, i) => values.slice(i * mostAtOnce, (i + 1) * mostAtOnce));

/** Behind the latest of the edges something of another part may be missing. */
function together(parts: readonly FoundTickets[], limit: number): FoundTickets {
  const [edge] = parts.flatMap((part) => part.edge ?? []).sort(latestFirst);
  const rows = parts
    .flatMap((part) => part.rows)
    .sort((one, other) => latestFirst(placeOf(one), placeOf(other)))
    .filter((row) => edge === undefined || latestFirst(placeOf(row), edge) <= 0)
    .slice(0, limit);
  return { rows, ...(edge && rows.length < limit && { edge }) };
}

/** Of one person there are few tickets: those of other organizations are left out, and looking went as far as the last one. */
function only(organizations: ReadonlySet<string>, found: FoundTickets, limit: number): FoundTickets {
  const rows = found.rows.filter(({ organization_id: id }) => id !== null && organizations.has(id));
  const last = found.rows.at(-1);
  const edge = found.edge ?? (last && found.rows.length === limit && rows.length < limit ? placeOf(last) : undefined);
  return { rows, ...(edge && { edge }) };
}

const placeOf = ({ opened_at: at, opened_position: position }: Pick<TicketTable, 'opened_at' | 'opened_position'>): AtPlace => ({ at, position });
