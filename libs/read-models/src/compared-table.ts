import { TextDigest } from '@kith/application';
import type { ProjectionName } from './projection';
import type { Value } from './statement';
import type { KeyedRow, TableRows } from './table-rows';
import type { TableName } from './tables';

/** A row that is not as a rebuild makes it. Keys and names of columns only, and of keys only what names no person. */
export interface RowDifference {
  /** `missing`: a rebuild has it, what serves has not; `extra`: the other way round; `differs`: in `columns`. */
  readonly what: 'missing' | 'extra' | 'differs';
  readonly key: Readonly<Record<string, Value>>;
  readonly columns: readonly string[];
}

/** How a table that serves compares with the same one of a rebuild. */
export interface TableCompared {
  readonly table: TableName;
  readonly projection: ProjectionName;
  /** Rows, and SHA-256 over them in the order of their keys, columns by name. */
  readonly serving: { readonly rows: number; readonly digest: string };
  readonly rebuilt: { readonly rows: number; readonly digest: string };
  readonly missing: number;
  readonly extra: number;
  readonly differing: number;
  /** The first of these rows, in the order of their keys. */
  readonly first: readonly RowDifference[];
  /** What the database itself finds wrong with the serving table and its indexes; nothing where it cannot say. */
  readonly damage: readonly string[];
}

/** Rows of each table that are named. */
const mostNamed = 10;

/**
 * What a key may be told by: ids, digests, positions, and words of which there are a few. Everything else may be an address, a name or a tag,
 * and is left out; a column is told only when it is listed here.
 */
const tellable: ReadonlySet<string> = new Set(
  (
    'tenant id end_user_id organization_id point_id other_id declaration_id merge_id merged_id survivor_id ticket_id key_id lower_id higher_id from_id ' +
    'to_id position from_position number rowid channel sibling rule kind subject part grain at measure unit gap slot month occurred_at'
  ).split(' '),
);
/** Columns that name a row whose key does not say enough. */
const beside = ['point_id', 'position'];

/** Walks both tables in the order of their keys, side by side: two pages of rows are in memory. */
export async function compareTable(serving: TableRows, rebuilt: TableRows): Promise<Omit<TableCompared, 'table' | 'projection' | 'damage'>> {
  const digests = { serving: new TextDigest(), rebuilt: new TextDigest() };
  const rows = { serving: 0, rebuilt: 0 };
  const counts = { missing: 0, extra: 0, differs: 0 };
  const first: RowDifference[] = [];
  const tell = (what: RowDifference['what'], row: KeyedRow, columns: readonly string[] = []) => {
    counts[what] += 1;
    if (first.length < mostNamed) first.push({ what, key: keyOf(serving, row), columns });
  };
  const take = async (side: 'serving' | 'rebuilt') => {
    const row = await { serving, rebuilt }[side].next();
    if (row) {
      rows[side] += 1;
      digests[side].add(row.text);
    }
    return row;
  };
  let [own, made] = [await take('serving'), await take('rebuilt')];
  while (own || made) {
    const order = !own ? 1 : !made ? -1 : compareKeys(own.key, made.key);
    if (order === 0 && own && made && own.text !== made.text) tell('differs', own, columnsThatDiffer(serving.columns, own, made));
    if (order < 0 && own) tell('extra', own);
    if (order > 0 && made) tell('missing', made);
    if (order <= 0) own = await take('serving');
    if (order >= 0) made = await take('rebuilt');
  }
  return {
    serving: { rows: rows.serving, digest: digests.serving.end() },
    rebuilt: { rows: rows.rebuilt, digest: digests.rebuilt.end() },
    missing: counts.missing,
    extra: counts.extra,
    differing: counts.differs,
    first,
  };
}

function keyOf({ table, keys, columns }: TableRows, { key, values }: KeyedRow): Readonly<Record<string, Value>> {
  const isTold = (column: string) => tellable.has(column) || (table === 'tenant' && column === 'name');
  const told = keys.flatMap((column, i) => (isTold(column) ? [[column, key[i] ?? null] as const] : []));
  const more = told.length === keys.length ? [] : columns.flatMap((column, i) => (beside.includes(column) ? [[column, values[i] ?? null] as const] : []));
  return Object.fromEntries([...told, ...more]);
}

const columnsThatDiffer = (columns: readonly string[], own: KeyedRow, made: KeyedRow): readonly string[] =>
  columns.filter((_, i) => own.values[i] !== made.values[i]);

/** As both databases order keys: numbers by size, text by its UTF-8 bytes. */
function compareKeys(one: readonly Value[], other: readonly Value[]): number {
  for (const [i, a] of one.entries()) {
    const b = other[i] ?? null;
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
  }
  return 0;
}
