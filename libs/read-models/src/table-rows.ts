import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isSearch } from './search-tables';
import { isPostgres, type Value } from './statement';
import type { TableName, Tables } from './tables';

/** A row with what it is found by. */
export interface KeyedRow {
  readonly key: readonly Value[];
  /** In the order of {@link TableRows.columns}. */
  readonly values: readonly Value[];
  /** The values as JSON. */
  readonly text: string;
}

/** Rows read at once. */
const pageLimit = 1000;
/** A table whose rows are appended as they come has no key of its own, but no two rows alike in these. */
const keysOfKeyless: { readonly [T in TableName]?: readonly (string & keyof Tables[T])[] } = {
  timeline_entry: ['tenant', 'end_user_id', 'occurred_at', 'position'],
};

/** The rows of a table in the order of its key, a page of them in memory. */
export class TableRows {
  private page: readonly KeyedRow[] = [];
  private at = 0;
  private isLast = false;
  private last: KeyedRow | undefined;

  private constructor(
    private readonly db: Kysely<Tables>,
    readonly table: TableName,
    /** By name. */
    readonly columns: readonly string[],
    /** What the rows are ordered by; every column, of a table that has no key: it is empty but for a moment. */
    readonly keys: readonly string[],
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** @param db within one transaction, or the pages are of different moments */
  static async of(db: Kysely<Tables>, table: TableName, signal?: AbortSignal): Promise<TableRows> {
    const found = (await columnsOf(db, table)).sort();
    const columns = isSearch(table) ? [...new Set(['rowid', ...found])] : found;
    const keys = isSearch(table) ? ['rowid'] : (keysOfKeyless[table] ?? (await primaryKeyOf(db, table)));
    return new TableRows(db, table, columns, keys.length > 0 ? keys : columns, signal);
  }

  /** The next row; undefined after the last. @throws the signal's reason */
  async next(): Promise<KeyedRow | undefined> {
    if (this.at === this.page.length) {
      if (this.isLast) return undefined;
      await this.turnPage();
    }
    return this.page[this.at++];
  }

  private async turnPage(): Promise<void> {
    // Reading may be synchronous: without a turn of the event loop no signal would ever be heard.
    await new Promise((resolve) => setImmediate(resolve));
    this.signal?.throwIfAborted();
    const [columns, keys] = [this.columns, this.keys].map((names) => sql.join(names.map((name) => sql.ref(name))));
    const after = this.last === undefined ? sql`` : sql` where (${keys}) > (${sql.join(this.last.key)})`;
    const { rows } = await sql<
      Record<string, Value>
    >`select ${columns} from ${sql.table(this.table)}${after} order by ${keys} limit ${sql.lit(pageLimit)}`.execute(this.db);
    this.page = rows.map((row) => this.keyed(row));
    this.at = 0;
    this.isLast = rows.length < pageLimit;
    this.last = this.page.at(-1);
  }

  private keyed(row: Readonly<Record<string, Value>>): KeyedRow {
    const values = this.columns.map((column) => row[column] ?? null);
    return { key: this.keys.map((column) => row[column] ?? null), values, text: JSON.stringify(values) };
  }
}

async function columnsOf(db: Kysely<Tables>, table: TableName): Promise<string[]> {
  const described = isPostgres(db)
    ? sql<{ name: string }>`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
    : sql<{ name: string }>`select name from pragma_table_info(${table})`;
  return (await described.execute(db)).rows.map(({ name }) => name);
}

async function primaryKeyOf(db: Kysely<Tables>, table: TableName): Promise<readonly string[]> {
  const described: RawBuilder<{ name: string }> = isPostgres(db)
    ? sql`select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
        where indrelid = ${table}::regclass and indisprimary order by array_position(indkey::int2[], attnum)`
    : sql`select name from pragma_table_info(${table}) where pk > 0 order by pk`;
  return (await described.execute(db)).rows.map(({ name }) => name);
}

/** What SQLite finds wrong with a table, its indexes and full text; nothing in PostgreSQL, which checks its pages by itself where that is on. */
export async function damageOf(db: Kysely<Tables>, table: TableName): Promise<readonly string[]> {
  if (isPostgres(db)) return [];
  const { rows } = await sql<Record<string, Value>>`pragma integrity_check(${sql.lit(table)})`.execute(db);
  return rows.map((row) => String(Object.values(row)[0])).filter((said) => said !== 'ok');
}
