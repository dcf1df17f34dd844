import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import type { Reads } from './cluster-rows';
import { primaryOf } from './end-user-parts';
import type { Prepared } from './read-database';
import type { ShownContactPoint, ShownEndUser } from './shown-end-user';
import type { JoinedRow, OwnMemberships } from './shown-memberships';
import { type Params, query } from './statement';
import type { EndUserContactPointTable, EndUserFieldTable, EndUserTable, EndUserTagTable, Tables } from './tables';

/** JSON array of ids. */
type OfMany = { readonly tenant: string; readonly ids: string };
type PointRow = Omit<EndUserContactPointTable, 'tenant' | 'searched' | 'position'> & { readonly chosen_id: string | null };
type TagRow = Pick<EndUserTagTable, 'end_user_id' | 'tag'>;
type FieldRow = Pick<EndUserFieldTable, 'end_user_id' | 'name' | 'value'>;
type SharedRow = Pick<EndUserContactPointTable, 'channel' | 'scope' | 'key'>;
type MembershipRow = JoinedRow & { readonly chooser_id: string | null; readonly chosen_id: string | null };

type Db = QueryCreator<Tables>;
type Part = 'end_user_contact_point' | 'end_user_organization' | 'end_user_tag' | 'end_user_field';
type OwnRows = <T extends Part>(table: T, p: Params<OfMany>) => RawBuilder<Tables[T]>;

/** Each profile's own in one index, in the order of what is asked. */
const inSqlite: OwnRows = (table, { tenant, ids }) => sql`(
  select own.* from json_each(${ids}) as asked cross join ${sql.table(table)} as own where own.tenant = ${tenant} and own.end_user_id = asked.value
)`;
/** The same one by one: of a table that it knows too little of, PostgreSQL would go through all of a tenant. */
const inPostgres: OwnRows = (table, { tenant, ids }) => sql`(
  select own.* from json_array_elements_text(${ids}::json) as asked(value) cross join lateral (
    select * from ${sql.table(table)} where tenant = ${tenant} and end_user_id = asked.value offset 0
  ) as own
)`;

const points = (rows: OwnRows) => (db: Db, p: Params<OfMany>) =>
  db
    .selectFrom(rows('end_user_contact_point', p).as('own'))
    .leftJoin('end_user_primary as chosen', (join) =>
      join.onRef('chosen.tenant', '=', 'own.tenant').onRef('chosen.end_user_id', '=', 'own.end_user_id').onRef('chosen.channel', '=', 'own.channel'),
    )
    .select([
      'own.end_user_id',
      'own.channel',
      'own.scope',
      'own.key',
      'own.value',
      'own.verified',
      'own.since',
      'own.point_id',
      'chosen.point_id as chosen_id',
    ])
    .orderBy('own.position');
const memberships = (rows: OwnRows) => (db: Db, p: Params<OfMany>) =>
  db
    .selectFrom(rows('end_user_organization', p).as('own'))
    .leftJoin('end_user_default as chosen', (join) => join.onRef('chosen.tenant', '=', 'own.tenant').onRef('chosen.end_user_id', '=', 'own.end_user_id'))
    .select(['own.end_user_id', 'own.organization_id', 'own.cause', 'own.since', 'own.position'])
    .select(['chosen.end_user_id as chooser_id', 'chosen.organization_id as chosen_id'])
    .orderBy('own.position');

const tags = (rows: OwnRows) => (db: Db, p: Params<OfMany>) =>
  db.selectFrom(rows('end_user_tag', p).as('own')).select(['own.end_user_id', 'own.tag']).orderBy('own.position').orderBy('own.tag');
const fields = (rows: OwnRows) => (db: Db, p: Params<OfMany>) =>
  db.selectFrom(rows('end_user_field', p).as('own')).select(['own.end_user_id', 'own.name', 'own.value']).orderBy('own.name');
const sharedPoints = (rows: OwnRows) => (db: Db, p: Params<OfMany>) =>
  db
    .selectFrom(rows('end_user_contact_point', p).as('own'))
    .innerJoin('shared_point as shared', (join) => join.onRef('shared.tenant', '=', 'own.tenant').onRef('shared.point_id', '=', 'own.point_id'))
    .select(['own.channel', 'own.scope', 'own.key']);
const erased = (rows: (p: Params<OfMany>) => RawBuilder<EndUserTable>) => (db: Db, p: Params<OfMany>) =>
  db
    .selectFrom(rows(p).as('own'))
    .select('own.id')
    .where('own.status', '=', sql.lit('erased' as const));
const profilesInSqlite = ({ tenant, ids }: Params<OfMany>): RawBuilder<EndUserTable> => sql`(
  select own.* from json_each(${ids}) as asked cross join end_user as own where own.tenant = ${tenant} and own.id = asked.value
)`;
const profilesInPostgres = ({ tenant, ids }: Params<OfMany>): RawBuilder<EndUserTable> => sql`(
  select own.* from json_array_elements_text(${ids}::json) as asked(value) cross join lateral (
    select * from end_user where tenant = ${tenant} and id = asked.value offset 0
  ) as own
)`;

const pointsOf = query<OfMany, PointRow>(points(inSqlite), { build: points(inPostgres) });
const membershipsOf = query<OfMany, MembershipRow>(memberships(inSqlite), { build: memberships(inPostgres) });
const tagsOf = query<OfMany, TagRow>(tags(inSqlite), { build: tags(inPostgres) });
const fieldsOf = query<OfMany, FieldRow>(fields(inSqlite), { build: fields(inPostgres) });
const sharedPointsOf = query<OfMany, SharedRow>(sharedPoints(inSqlite), { build: sharedPoints(inPostgres) });
const erasedOf = query<OfMany, { readonly id: string }>(erased(profilesInSqlite), { build: erased(profilesInPostgres) });

/** What belongs to profiles that are alone, of all on a page at once. */
export class PartsOfMany {
  private readonly points: Prepared<OfMany, PointRow>;
  private readonly joined: Prepared<OfMany, MembershipRow>;
  private readonly ownTags: Prepared<OfMany, TagRow>;
  private readonly ownFields: Prepared<OfMany, FieldRow>;
  private readonly shared: Prepared<OfMany, SharedRow>;
  private readonly erasedOnes: Prepared<OfMany, { readonly id: string }>;

  constructor(database: Reads) {
    this.points = database.prepare(pointsOf);
    this.joined = database.prepare(membershipsOf);
    this.ownTags = database.prepare(tagsOf);
    this.ownFields = database.prepare(fieldsOf);
    this.shared = database.prepare(sharedPointsOf);
    this.erasedOnes = database.prepare(erasedOf);
  }

  /** By id, in the order they were attached. */
  async contactPoints(tenant: string, ids: readonly string[]): Promise<(id: string) => readonly ShownContactPoint[]> {
    const rows = byProfile(ids.length === 0 ? [] : await this.points({ tenant, ids: JSON.stringify(ids) }));
    return (id) => {
      const own = rows.get(id) ?? [];
      const primary = primaryOf(own);
      return own.map((point) => {
        const { channel, scope, value, key, verified, since } = point;
        return { channel, scope, value, key, verified: verified === 1, primary: primary.has(point), endUserId: id, since };
      });
    };
  }

  /** By id. */
  async memberships(tenant: string, ids: readonly string[]): Promise<(id: string) => OwnMemberships> {
    const rows = byProfile(ids.length === 0 ? [] : await this.joined({ tenant, ids: JSON.stringify(ids) }));
    return (id) => {
      const own = rows.get(id) ?? [];
      const [first] = own;
      return { joined: own, default: !first || first.chooser_id === null ? undefined : first.chosen_id };
    };
  }

  /** By id, in the order they were put on. */
  async tags(tenant: string, ids: readonly string[]): Promise<(id: string) => readonly string[]> {
    const rows = byProfile(ids.length === 0 ? [] : await this.ownTags({ tenant, ids: JSON.stringify(ids) }));
    return (id) => (rows.get(id) ?? []).map(({ tag }) => tag);
  }

  /** By id. */
  async fields(tenant: string, ids: readonly string[]): Promise<(id: string) => ShownEndUser['fields']> {
    const rows = byProfile(ids.length === 0 ? [] : await this.ownFields({ tenant, ids: JSON.stringify(ids) }));
    return (id) => Object.fromEntries((rows.get(id) ?? []).map(({ name, value }) => [name, JSON.parse(value) as string | number | boolean]));
  }

  /** Those of their contact points that several may hold. */
  async sharedPoints(tenant: string, ids: readonly string[]): Promise<(point: Pick<ShownContactPoint, 'channel' | 'scope' | 'key'>) => boolean> {
    const rows = ids.length === 0 ? [] : await this.shared({ tenant, ids: JSON.stringify(ids) });
    const shared = new Set(rows.map(({ channel, scope, key }) => JSON.stringify([channel, scope, key])));
    return ({ channel, scope, key }) => shared.size > 0 && shared.has(JSON.stringify([channel, scope, key]));
  }

  /** Who of them is erased by now: to be asked last, because parts are read one after the other, and of some of them nothing may be left. */
  async erased(tenant: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.length === 0 ? [] : (await this.erasedOnes({ tenant, ids: JSON.stringify(ids) })).map(({ id }) => id));
  }
}

function byProfile<Row extends { readonly end_user_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.end_user_id);
    if (known) known.push(row);
    else grouped.set(row.end_user_id, [row]);
  }
  return grouped;
}
