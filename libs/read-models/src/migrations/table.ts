import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from '../statement';

export type Db = Kysely<never>;
type Table<Columns extends string = never> = CreateTableBuilder<string, Columns>;

/** Rows are kept in the order of their key, so a point read is one descent; other databases do without. */
const clustered = (db: Db, table: Table<string>) => (isPostgres(db) ? table : table.modifyEnd(sql`without rowid`));
/** Ordered by code point in every database. */
const text = (db: Db): RawBuilder<unknown> => (isPostgres(db) ? sql`text collate "C"` : sql`text`);

/** The columns of a table beside those of its key: text, and numbers. */
export interface Columns {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly numbers?: readonly string[];
  readonly optionalNumbers?: readonly string[];
}

/** Makes a table. @param key none for one whose rows are appended as they come */
export async function table(
  db: Db,
  name: string,
  key: readonly string[],
  { required = [], optional = [], numbers = [], optionalNumbers = [] }: Columns,
): Promise<void> {
  const isNumber = (column: string) => column === 'number' || column.endsWith('position');
  let creation: Table<string> = db.schema.createTable(name);
  for (const column of key) creation = creation.addColumn(column, isNumber(column) ? 'bigint' : (text(db) as RawBuilder<string>), (c) => c.notNull());
  for (const column of required) creation = creation.addColumn(column, text(db) as RawBuilder<string>, (c) => c.notNull());
  for (const column of optional) creation = creation.addColumn(column, text(db) as RawBuilder<string>);
  for (const column of numbers) creation = creation.addColumn(column, 'bigint', (c) => c.notNull());
  for (const column of optionalNumbers) creation = creation.addColumn(column, 'bigint');
  if (key.length === 0) return creation.execute();
  await clustered(db, creation.addPrimaryKeyConstraint(`${name}_key`, [...key])).execute();
}

/** An index that no projection needs: a rebuild makes it last. `where`: of these rows only. */
export interface ReadIndex {
  readonly name: string;
  readonly on: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly where?: string;
}

/** Makes an index. */
export async function createIndex(db: Db, { name, on, columns, unique, where }: ReadIndex): Promise<void> {
  const kind = sql.raw(unique ? 'unique index' : 'index');
  const rows = where === undefined ? sql`` : sql` where ${sql.raw(where)}`;
  await sql`create ${kind} ${sql.ref(name)} on ${sql.table(on)} (${sql.join(columns.map((column) => sql.ref(column)))})${rows}`.execute(db);
}
