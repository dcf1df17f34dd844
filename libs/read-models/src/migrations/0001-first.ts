import { type CreateTableBuilder, type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely';
import { lookupTables } from '../tables';

type Db = Kysely<never>;
type Table<Columns extends string = never> = CreateTableBuilder<string, Columns>;

/** Rows are kept in the order of their key, so a point read is one descent; other databases do without. */
const clustered = (db: Db, table: Table<string>) => (isSqlite(db) ? table.modifyEnd(sql`without rowid`) : table);
/** Ordered by code point in every database. */
const text = (db: Db): RawBuilder<unknown> => (isSqlite(db) ? sql`text` : sql`text collate "C"`);
const isSqlite = (db: Db) => db.getExecutor().adapter instanceof SqliteAdapter;

export async function up(db: Db): Promise<void> {
  for (const name of lookupTables) await createLookup(db, name);
  await table(db, 'shared_point', ['tenant', 'point_id'], {});
  await table(db, 'holder', ['tenant', 'id'], { optional: ['name'], numbers: ['gone'] });
  await table(db, 'end_user', ['tenant', 'id'], {
    required: ['status', 'origin', 'tags', 'fields', 'created_at', 'updated_at'],
    optional: ['name', 'locale', 'time_zone', 'details', 'notes', 'last_interaction_at'],
    numbers: ['revision', 'position'],
  });
  await table(db, 'end_user_contact_point', ['tenant', 'end_user_id', 'point_id'], {
    required: ['channel', 'scope', 'key', 'value', 'since'],
    numbers: ['verified', 'position'],
  });
  await table(db, 'unassigned_interaction', ['tenant', 'id'], { required: ['occurred_at'] });
  // No key of its own: rows are appended as they come, and the unique index of the pages is made last in a rebuild.
  await table(db, 'timeline_entry', [], {
    required: ['tenant', 'end_user_id', 'occurred_at', 'kind'],
    optional: ['interaction_id', 'point_id', 'source', 'channel', 'via', 'direction', 'ticket_id', 'summary', 'outcome', 'cause', 'reason'],
    numbers: ['position'],
  });
  await table(db, 'open_interaction', ['tenant', 'id'], {
    required: ['outcome', 'occurred_at', 'source', 'channel', 'via', 'direction', 'candidates'],
    optional: ['point_id', 'ticket_id', 'summary'],
    numbers: ['position'],
  });
  await table(db, 'holding', ['tenant', 'point_id', 'end_user_id', 'from_position'], {
    required: ['channel', 'scope', 'key', 'held_from', 'recorded_from'],
    optional: ['held_to', 'recorded_to', 'cause', 'verified_from'],
    optionalNumbers: ['to_position'],
  });
  await table(db, 'sharing', ['tenant', 'point_id', 'from_position'], { required: ['shared_from'], optional: ['shared_to'] });
  await table(db, 'checkpoint', ['name'], { numbers: ['position'] });
  await createReadIndexes(db);
}

interface Columns {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly numbers?: readonly string[];
  readonly optionalNumbers?: readonly string[];
}

async function table(
  db: Db,
  name: string,
  key: readonly string[],
  { required = [], optional = [], numbers = [], optionalNumbers = [] }: Columns,
): Promise<void> {
  const isNumber = (column: string) => column.endsWith('position');
  let creation: Table<string> = db.schema.createTable(name);
  for (const column of key) creation = creation.addColumn(column, isNumber(column) ? 'bigint' : (text(db) as RawBuilder<string>), (c) => c.notNull());
  for (const column of required) creation = creation.addColumn(column, text(db) as RawBuilder<string>, (c) => c.notNull());
  for (const column of optional) creation = creation.addColumn(column, text(db) as RawBuilder<string>);
  for (const column of numbers) creation = creation.addColumn(column, 'bigint', (c) => c.notNull());
  for (const column of optionalNumbers) creation = creation.addColumn(column, 'bigint');
  if (key.length === 0) return creation.execute();
  await clustered(db, creation.addPrimaryKeyConstraint(`${name}_key`, [...key])).execute();
}

async function createLookup(db: Db, name: string): Promise<void> {
  const key = [...(name === 'registered_lookup' ? ['tenant', 'channel'] : ['tenant']), 'scope', 'key', 'end_user_id'];
  await table(db, name, key, { required: ['point_id', 'since'], numbers: ['verified', 'shared', 'position'] });
  await db.schema.createIndex(`${name}_point`).on(name).columns(['tenant', 'point_id']).execute();
}

/** Indexes that no projection needs: a rebuild makes them last, when all rows are there to be sorted at once. */
const readIndexes = [
  { name: 'timeline_entry_page', on: 'timeline_entry', columns: ['tenant', 'end_user_id', 'occurred_at', 'position'], unique: true },
  { name: 'open_interaction_page', on: 'open_interaction', columns: ['tenant', 'outcome', 'occurred_at', 'position'], unique: true },
  { name: 'holding_address', on: 'holding', columns: ['tenant', 'channel', 'scope', 'key'], unique: false },
] as const;

export async function createReadIndexes(db: Db): Promise<void> {
  for (const { name, on, columns, unique } of readIndexes) {
    const creation = db.schema
      .createIndex(name)
      .on(on)
      .columns([...columns]);
    await (unique ? creation.unique() : creation).execute();
  }
}

export async function dropReadIndexes(db: Db): Promise<void> {
  for (const { name } of readIndexes) await db.schema.dropIndex(name).execute();
}
