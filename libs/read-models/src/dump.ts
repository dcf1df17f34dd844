import { type Kysely, sql } from 'kysely';
import { isInsideSearch, isSearch } from './search-tables';
import type { Value } from './statement';
import type { Tables } from './tables';

/** The rows of every table but the checkpoints, columns by name and rows in order: equal for the same log, however it was applied. */
export async function dump(db: Kysely<Tables>): Promise<Readonly<Record<string, readonly (readonly Value[])[]>>> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => name !== 'checkpoint' && !isInsideSearch(name));
  const dumped: Record<string, readonly (readonly Value[])[]> = {};
  for (const { name, columns } of tables.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const names = [...columns.map((column) => column.name), ...(isSearch(name) ? ['rowid'] : [])].sort();
    const list = sql.join(names.map((column) => sql.ref(column)));
    const { rows } = await sql<Record<string, Value>>`select ${list} from ${sql.table(name)} order by ${list}`.execute(db);
    dumped[name] = rows.map((row) => names.map((column) => row[column] ?? null));
  }
  return dumped;
}
