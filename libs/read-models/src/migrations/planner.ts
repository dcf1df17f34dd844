import { type Kysely, sql } from 'kysely';

type Db = Kysely<never>;

interface IndexRow {
  readonly table: string;
  readonly index: string;
  readonly origin: 'pk' | 'u' | 'c';
  readonly isUnique: number;
  readonly isPartial: number;
  readonly columns: number;
}

/** Rows in a table, in an index of few of them, of one tenant, and of one thing in a tenant. */
const [all, few, ofTenant, ofThing] = [1_000_000, 10_000, 5, 10] as const;

/**
 * Tells SQLite that a tenant has many rows. Of what it was told nothing, it takes ten for the rows of any equal value, and so it would
 * go through all of a tenant by its key rather than use an index. These are what `ANALYZE` would write, had it been run on large tables;
 * they do not change with the rows, so that plans do not either (https://sqlite.org/fileformat2.html#the_sqlite_stat1_table).
 */
export async function tellPlanner(db: Db): Promise<void> {
  await sql`analyze sqlite_schema`.execute(db);
  const { rows } = await sql<IndexRow>`
    select made.name as "table", own.name as "index", own.origin as "origin", own."unique" as "isUnique", own.partial as "isPartial",
      (select count(*) from pragma_index_info(own.name)) as "columns"
    from sqlite_schema as made join pragma_index_list(made.name) as own
    where made.type = 'table' and (select name from pragma_index_info(own.name) where seqno = 0) = 'tenant'`.execute(db);
  for (const { table, index, origin, isUnique, isPartial, columns } of rows) {
    // The key of a table that is kept in its order goes by the table's name.
    const name = origin === 'pk' ? table : index;
    const total = index.endsWith('_heard') ? 1 : isPartial ? few : all;
    const of = [total, ...Array.from({ length: columns }, (_, i) => rowsOf(i, columns, total, isUnique === 1))];
    await sql`delete from sqlite_stat1 where tbl = ${table} and idx = ${name}`.execute(db);
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${name}, ${of.join(' ')})`.execute(db);
  }
  await sql`analyze sqlite_schema`.execute(db);
}

/** How many rows are alike in the columns up to this one. */
function rowsOf(column: number, columns: number, total: number, isUnique: boolean): number {
  if (isUnique && column === columns - 1) return 1;
  return column === 0 ? Math.ceil(total / ofTenant) : Math.min(total, ofThing);
}
