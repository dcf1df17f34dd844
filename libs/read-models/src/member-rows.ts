import { type QueryCreator, type SqlBool, sql } from 'kysely';
import { atMost } from './at-most';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { EndUserTable, Tables } from './tables';

/** What is read of an end user to list it. */
export const foundColumns = ['id', 'number', 'status', 'name', 'created_at', 'last_interaction_at', 'member_count'] as const;

/** Whether others are there for whom a profile stands that is erased by itself. @param alias of the profile */
export const standsForOthers = (alias: string) =>
  sql<SqlBool>`(${sql.ref(`${alias}.status`)} = 'erased' and ${sql.ref(`${alias}.status_before`)} is not null and ${sql.ref(`${alias}.member_count`)} > 1 and exists (
    select 1 from ${sql.table('end_user')} as other where other.tenant = ${sql.ref(`${alias}.tenant`)} and other.canonical_id = ${sql.ref(`${alias}.id`)}
      and other.survivor_id is not null and other.status <> 'erased'))`;
/** To be selected beside {@link foundColumns}. */
export const foundOthers = sql<number>`case when ${standsForOthers('end_user')} then 1 else 0 end`.as('stands_for_others');

/** An end user that was found. */
export type FoundRow = Pick<EndUserTable, (typeof foundColumns)[number]> & { readonly stands_for_others: number };

/** A place in the order of last contact, or of names: the latest, or the first, and the number of the end user. */
export interface ListPlace {
  readonly at: string;
  readonly number: number;
}

type OfMembers = {
  readonly tenant: string;
  readonly organizationId: string;
  readonly from: string;
  readonly at: string;
  readonly number: number;
  readonly limit: number;
};
type MemberRow = FoundRow & { readonly sorted: string };

const members = (db: QueryCreator<Tables>, p: Params<OfMembers>) =>
  db
    .selectFrom('organization_member as member')
    .innerJoin('end_user', 'end_user.number', 'member.number')
    .select(foundColumns.map((column) => `end_user.${column}` as const))
    .select(foundOthers)
    .where('member.tenant', '=', p.tenant)
    .where('member.organization_id', '=', p.organizationId);

const byContact = query((db, p: Params<OfMembers>) =>
  members(db, p)
    .select('member.last_interaction_at as sorted')
    .where('member.last_interaction_at', '>=', p.from)
    .where((eb) => eb(eb.refTuple('member.last_interaction_at', 'member.number'), '<', eb.tuple(p.at, p.number)))
    .orderBy('member.last_interaction_at', 'desc')
    .orderBy('member.number', 'desc')
    .limit(atMost(p.limit)),
);
const byName = query((db, p: Params<OfMembers>) =>
  members(db, p)
    .select('member.name as sorted')
    .where((eb) => eb(eb.refTuple('member.name', 'member.number'), '>', eb.tuple(p.at, p.number)))
    .orderBy('member.name')
    .orderBy('member.number')
    .limit(atMost(p.limit)),
);
const nameOf = query((db, p: Params<{ tenant: string; number: number }>) =>
  db
    .selectFrom('end_user')
    .leftJoin('organization_member as member', 'member.number', 'end_user.number')
    .select((eb) => eb.fn.coalesce('member.name', 'end_user.searched_name', eb.val('')).as('name'))
    .where('end_user.number', '=', p.number)
    .where('end_user.tenant', '=', p.tenant)
    .limit(1),
);

/** Where members are read from, and how: all of these organizations, which each are listed in the order by themselves. */
export interface MemberStretch {
  readonly tenant: string;
  readonly organizationIds: readonly string[];
  /** No earlier than this time, in the order of last contact. */
  readonly from: string;
  readonly limit: number;
}

/** Members of organizations in an order, read by an index: the cost is that of the page. */
export class MemberRows {
  private readonly byContactIn: Prepared<OfMembers, MemberRow>;
  private readonly byNameIn: Prepared<OfMembers, MemberRow>;
  private readonly nameOf: Prepared<{ tenant: string; number: number }, { name: string }>;

  constructor(database: Pick<ReadDatabase, 'prepare'>) {
    this.byContactIn = database.prepare(byContact);
    this.byNameIn = database.prepare(byName);
    this.nameOf = database.prepare(nameOf);
  }

  /** The latest heard of first, behind the place. */
  byContact(stretch: MemberStretch, after: ListPlace): Promise<readonly FoundRow[]> {
    return merged(this.byContactIn, stretch, after, (one, other) =>
      one.sorted === other.sorted ? other.number - one.number : one.sorted < other.sorted ? 1 : -1,
    );
  }

  /** By the name that they are sorted by, behind the place. */
  byName(stretch: MemberStretch, after: ListPlace): Promise<readonly FoundRow[]> {
    return merged(this.byNameIn, stretch, after, (one, other) =>
      one.sorted === other.sorted ? one.number - other.number : one.sorted < other.sorted ? -1 : 1,
    );
  }

  /** By what a person is sorted by name; undefined for nobody of the tenant. */
  async sortedBy(tenant: string, number: number): Promise<string | undefined> {
    return (await this.nameOf({ tenant, number }))[0]?.name;
  }
}

/** Of each organization what may be on the page; who is in two of them comes once. */
async function merged(
  read: Prepared<OfMembers, MemberRow>,
  { tenant, organizationIds, from, limit }: MemberStretch,
  { at, number }: ListPlace,
  compare: (one: MemberRow, other: MemberRow) => number,
): Promise<readonly FoundRow[]> {
  const each = await Promise.all(organizationIds.map(async (organizationId) => read({ tenant, organizationId, from, at, number, limit })));
  if (each.length === 1) return each[0] as readonly MemberRow[];
  const all = each.flat().sort(compare);
  return all.filter((row, i) => all[i - 1]?.number !== row.number).slice(0, limit);
}
