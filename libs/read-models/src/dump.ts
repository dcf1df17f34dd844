import { type Kysely, sql } from 'kysely';
import { isInsideSearch, isSearch } from './search-tables';
import type { Value } from './statement';
import type { Tables } from './tables';

/** The rows of every table but the checkpoints, columns by name and rows in order: equal for the same log, however it was applied. */
export async function dump(db: Kysely<Tables>): Promise<Readonly<Record<string, readonly (readonly Value[])[]>>> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => name !== 'checkpoint' && !isInsideSearch(name));
  const dumped: Record<string, readonly (readonly Value[])[]> = {};
  for (const { name, columns } of tables.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const names = [...new Set([...columns.map((column) => column.name), ...(isSearch(name) ? ['rowid'] : [])])].sort();
    const list = sql.join(names.map((column) => sql.ref(column)));
    const { rows } = await sql<Record<string, Value>>`select ${list} from ${sql.table(name)}`.execute(db);
    // Here, because databases differ in where nothing comes in an order.
    dumped[name] = rows.map((row) => names.map((column) => row[column] ?? null)).sort(byContent);
  }
  return dumped;
}

function byContent(one: readonly Value[], other: readonly Value[]): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
