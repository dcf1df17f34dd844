import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import { atMost } from './at-most';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { Tables } from './tables';

/** A custom field that somebody has, as what: one that is text here and a number there is named twice. */
export interface FieldColumn {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean';
}

/** Where somebody has a contact point. */
export interface PointColumn {
  readonly channel: string;
  readonly scope: string;
}

/** What differs from person to person, sorted; undefined: more than was asked for. */
export type ColumnsFound = { readonly points: readonly PointColumn[]; readonly fields: readonly FieldColumn[] } | undefined;

/** The channels and custom fields of all who are there; undefined when there are more than `most` together. */
export class FindEndUserColumns extends Query<ColumnsFound> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly most: number,
  ) {
    super();
  }
}

/** The custom fields of organizations. */
export class FindOrganizationColumns extends Query<ColumnsFound> {
  static readonly needs: readonly ProjectionName[] = ['organizations'];
  constructor(
    readonly tenant: string,
    readonly most: number,
  ) {
    super();
  }
}

type Stretch = { readonly tenant: string; readonly from: string; readonly limit: number };
/** `last` is the last of whoever has it, `looked` counts what was looked at. */
type Found = { readonly one: string; readonly other: string; readonly last: string; readonly looked: number };

/** One table of what belongs to somebody, and what of it is told. */
interface Source {
  readonly table: 'end_user_contact_point' | 'end_user_field' | 'organization_field';
  readonly owner: 'end_user_id' | 'organization_id';
  readonly owners: 'end_user' | 'organization';
  readonly one: RawBuilder<string>;
  readonly other: RawBuilder<string>;
}

/** The first letter of JSON tells what it is. */
const kind = sql<string>`substr(value, 1, 1)`;

const sources = {
  points: { table: 'end_user_contact_point', owner: 'end_user_id', owners: 'end_user', one: sql`channel`, other: sql`scope` },
  fields: { table: 'end_user_field', owner: 'end_user_id', owners: 'end_user', one: sql`name`, other: kind },
  organizations: { table: 'organization_field', owner: 'organization_id', owners: 'organization', one: sql`name`, other: kind },
} as const satisfies Record<string, Source>;

/** What the next owners have, each once. Who is gone is looked at, and not told. */
const found =
  ({ table, owner, owners, one, other }: Source) =>
  (db: QueryCreator<Tables>, p: Params<Stretch>) =>
    db
      .selectFrom(
        sql<{ one: string; other: string; last: string; looked: number }>`(
          select case when owned.status = 'deleted' then '' else part.one end as one, case when owned.status = 'deleted' then '' else part.other end as other,
            max(part.owner) as last, count(*) as looked
          from (
            select ${sql.ref(owner)} as owner, ${one} as one, ${other} as other from ${sql.table(table)}
            where tenant = ${p.tenant} and ${sql.ref(owner)} >= ${p.from} order by ${sql.ref(owner)} limit ${atMost(p.limit)}
          ) as part
          left join ${sql.table(owners)} as owned on owned.tenant = ${p.tenant} and owned.id = part.owner
          group by 1, 2
        )`.as('told'),
      )
      .selectAll();

const pointsOf = query<Stretch, Found>(found(sources.points));
const fieldsOf = query<Stretch, Found>(found(sources.fields));
const organizationFieldsOf = query<Stretch, Found>(found(sources.organizations));

/** So many rows are looked at without a pause: some milliseconds. Nobody has as many of one kind. */
const atOnce = 5_000;

/** All that are told of a table, until there are more than `most`. */
async function all(tenant: string, read: Prepared<Stretch, Found>, most: number): Promise<ReadonlyMap<string, Found> | undefined> {
  const told = new Map<string, Found>();
  for (let from = ''; ; ) {
    const rows = await read({ tenant, from, limit: atOnce });
    for (const row of rows) if (row.one !== '') told.set(JSON.stringify([row.one, row.other]), row);
    if (told.size > most) return undefined;
    if (rows.reduce((sum, { looked }) => sum + Number(looked), 0) < atOnce) return told;
    const last = rows.reduce((latest, row) => (row.last > latest ? row.last : latest), '');
    // The last one may have more than was looked at, and is looked at again.
    from = last === from ? `${last} ` : last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const byCodePoint = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const types: Readonly<Record<string, FieldColumn['type']>> = { '"': 'text', t: 'boolean', f: 'boolean' };

/** Each once: true and false begin with different letters. */
function fieldColumns(told: ReadonlyMap<string, Found>): readonly FieldColumn[] {
  const fields = [...told.values()].map(({ one, other }): FieldColumn => ({ name: one, type: types[other] ?? 'number' }));
  const each = new Map(fields.map((field) => [JSON.stringify([field.name, field.type]), field]));
  return [...each.values()].sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.type, b.type));
}

@QueryHandler(FindEndUserColumns)
export class FindEndUserColumnsHandler implements IQueryHandler<FindEndUserColumns> {
  private readonly points: Prepared<Stretch, Found>;
  private readonly fields: Prepared<Stretch, Found>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.points = database.prepare(pointsOf);
    this.fields = database.prepare(fieldsOf);
  }

  async execute({ tenant, most }: FindEndUserColumns): Promise<ColumnsFound> {
    const [points, fields] = [await all(tenant, this.points, most), await all(tenant, this.fields, 4 * most)];
    if (!points || !fields) return undefined;
    const columns = {
      points: [...points.values()]
        .map(({ one, other }): PointColumn => ({ channel: one, scope: other }))
        .sort((a, b) => byCodePoint(a.channel, b.channel) || byCodePoint(a.scope, b.scope)),
      fields: fieldColumns(fields),
    };
    return columns.points.length + columns.fields.length > most ? undefined : columns;
  }
}

@QueryHandler(FindOrganizationColumns)
export class FindOrganizationColumnsHandler implements IQueryHandler<FindOrganizationColumns> {
  private readonly fields: Prepared<Stretch, Found>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.fields = database.prepare(organizationFieldsOf);
  }

  async execute({ tenant, most }: FindOrganizationColumns): Promise<ColumnsFound> {
    const told = await all(tenant, this.fields, 4 * most);
    const fields = told && fieldColumns(told);
    return fields && fields.length <= most ? { points: [], fields } : undefined;
  }
}
