import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type QueryCreator, type RawBuilder, type SqlBool, sql } from 'kysely';
import { atMost } from './at-most';
import { filterName } from './filter-name';
import { OrganizationReads } from './organization-reads';
import { BadCursor, KeysetList, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { searchedOrganization } from './search-text';
import type { ListedOrganization } from './shown-organization';
import { type Params, query } from './statement';
import type { OrganizationTable, Tables } from './tables';

/** Which organizations a list is of: all conditions that are given. */
export interface OrganizationFilter {
  /** A part of the name, also of one that was merged into it; case and accents do not count. */
  readonly query?: string | undefined;
  /** Also of one that was merged into it. */
  readonly tag?: string | undefined;
  /** Likewise, exactly. */
  readonly externalId?: string | undefined;
  /** It, or one that was merged into it, claims exactly this domain. */
  readonly domain?: string | undefined;
  /** Absent: active. */
  readonly status?: 'active' | 'deleted' | undefined;
}

/**
 * Organizations that meet a filter, by name; those that are one, once. A page may hold fewer than asked for, even none, and still have a
 * next one: then it was cut short because what it looks for is rare among what it has to look at.
 * @throws BadCursor, also for the cursor of another filter
 */
export class ListOrganizations extends Query<ListPage<ListedOrganization>> {
  static readonly needs: readonly ProjectionName[] = ['organizations', 'end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly filter: OrganizationFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

type Place = readonly [id: string];
type Condition = Exclude<keyof OrganizationFilter, 'status'>;
type Read = { readonly [K in keyof OrganizationFilter]-?: string } & {
  readonly tenant: string;
  readonly name: string;
  readonly id: string;
  readonly limit: number;
};
type Found = Pick<OrganizationTable, 'id' | 'searched_name'>;

/** In this order in the names of lists. */
const conditions = ['query', 'tag', 'externalId', 'domain'] as const satisfies readonly Condition[];
/** So many organizations are looked at for a page: some 5 ms. */
const mostLookedAt = 5_000;

const table = sql.table('organization');
/** It itself, or one that it stands for, is so. */
const anyOf = (is: RawBuilder<SqlBool>) => sql<SqlBool>`(exists (
    select 1 from ${table} as one where one.tenant = seen.tenant and one.id = seen.id and ${is}
  ) or exists (
    select 1 from ${table} as one where one.tenant = seen.tenant and one.canonical_id = seen.id and one.survivor_id is not null and ${is}
  ))`;
const has = (part: 'organization_tag' | 'organization_domain', is: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select 1 from ${sql.table(part)} as part where part.tenant = one.tenant and part.organization_id = one.id and ${is})`;

const is = (condition: Condition, p: Params<Read>): RawBuilder<SqlBool> =>
  anyOf(
    {
      query: sql<SqlBool>`one.searched_name like ${p.query} escape '!'`,
      externalId: sql<SqlBool>`one.external_id = ${p.externalId}`,
      tag: has('organization_tag', sql`part.tag = ${p.tag}`),
      domain: has('organization_domain', sql`part.domain = ${p.domain}`),
    }[condition],
  );

/** Those behind the place, in order: the part of an index that is looked at. */
const behind = (db: QueryCreator<Tables>, p: Params<Read>) =>
  db
    .selectFrom('organization')
    .where('tenant', '=', p.tenant)
    .where('status', '=', p.status as never)
    .where((eb) => eb(eb.refTuple('searched_name', 'id'), '>', eb.tuple(p.name, p.id)))
    .orderBy('searched_name')
    .orderBy('id');

/** Those that have a value that few have, by an index of these: not in the order of the list. */
const led = (db: QueryCreator<Tables>, given: readonly Condition[], p: Params<Read>) => {
  const leading = given.includes('externalId')
    ? sql`select one.canonical_id from ${table} as one where one.tenant = ${p.tenant} and one.external_id = ${p.externalId}`
    : sql`select one.canonical_id from ${sql.table('organization_domain')} as part join ${table} as one on one.tenant = part.tenant and one.id = part.organization_id
        where part.tenant = ${p.tenant} and part.domain = ${p.domain}`;
  return db
    .selectFrom('organization')
    .where('tenant', '=', p.tenant)
    .where('id', 'in', sql<string>`(${leading})`)
    .where('status', '=', p.status as never)
    .where((eb) => eb(eb.refTuple('searched_name', 'id'), '>', eb.tuple(p.name, p.id)));
};

const isLed = (given: readonly Condition[]): boolean => given.includes('externalId') || given.includes('domain');

const found = (given: readonly Condition[]) =>
  query((db, p: Params<Read>) => {
    const some = isLed(given) ? led(db, given, p).selectAll() : behind(db, p).selectAll().limit(sql.lit(mostLookedAt));
    let organizations = db.selectFrom(some.as('seen')).select(['seen.id', 'seen.searched_name']);
    for (const condition of given) organizations = organizations.where(is(condition, p));
    return organizations.orderBy('seen.searched_name').orderBy('seen.id').limit(atMost(p.limit));
  });

/** Where looking ends; nothing when there are no more. */
const edge = query((db, p: Params<Read>) =>
  behind(db, p)
    .select(['id', 'searched_name'])
    .limit(sql.lit(1))
    .offset(sql.lit(mostLookedAt - 1)),
);

const start = query((db, p: Params<{ tenant: string; id: string }>) =>
  db.selectFrom('organization').select('searched_name').where('tenant', '=', p.tenant).where('id', '=', p.id),
);

@QueryHandler(ListOrganizations)
export class ListOrganizationsHandler implements IQueryHandler<ListOrganizations> {
  private readonly organizations: OrganizationReads;
  private readonly readings = new Map<string, Prepared<Read, Found>>();
  private readonly edge: Prepared<Read, Found>;
  private readonly start: Prepared<{ tenant: string; id: string }, Pick<Found, 'searched_name'>>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    this.organizations = new OrganizationReads(database);
    this.edge = database.prepare(edge);
    this.start = database.prepare(start);
  }

  async execute({ tenant, filter, page: { cursor, limit } }: ListOrganizations): Promise<ListPage<ListedOrganization>> {
    const given = conditions.filter((name) => filter[name] !== undefined);
    const { status = 'active', query: text = '', tag = '', externalId = '', domain = '' } = filter;
    const list = new KeysetList<Place>(filterName('organizations', { ...filter, status }), ['']);
    const [id] = list.placeOf(cursor);
    // A cursor holds no name.
    const [start] = id === '' ? [{ searched_name: '' }] : await this.start({ tenant, id });
    if (!start) throw new BadCursor();
    const name = start.searched_name;
    const read = { tenant, status, query: containing(text), tag: tag.normalize('NFC'), externalId, domain, name, id, limit: limit + 1 };
    const rows = await this.reading(given)(read);
    const page = list.pageOf(
      rows,
      limit,
      (row): Place => [row.id],
      (row) => row.id,
    );
    const [end] = given.length > 0 && !isLed(given) && page.nextCursor === null ? await this.edge(read) : [];
    const items = (await Promise.all(page.items.map((one) => this.listed(tenant, one)))).flat();
    // One that was merged into it may have had the tag before it was taken off.
    return {
      items: given.includes('tag') ? items.filter(({ tags }) => tags.includes(read.tag)) : items,
      nextCursor: end ? list.cursorAt([end.id]) : page.nextCursor,
    };
  }

  /** Each combination is compiled once. */
  private reading(given: readonly Condition[]): Prepared<Read, Found> {
    const known = this.readings.get(given.join()) ?? this.database.prepare(found(given));
    this.readings.set(given.join(), known);
    return known;
  }

  private async listed(tenant: string, id: string): Promise<readonly ListedOrganization[]> {
    const shown = (await this.organizations.find(tenant, id))?.organization;
    if (!shown) return [];
    const { canonicalId, status, name, externalId, tags, memberCount, createdAt, updatedAt, domains } = shown;
    const claimed = [...new Set(domains.map(({ domain }) => domain))];
    return [{ id, canonicalId, status, name, externalId, tags, domains: claimed, memberCount, createdAt, updatedAt }];
  }
}

/** The pattern of what has this in it, wherever. */
const containing = (text: string): string => `%${searchedOrganization(text).replace(/[!%_]/g, '!$&')}%`;
