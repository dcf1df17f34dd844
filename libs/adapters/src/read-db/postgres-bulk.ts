import { compiled, Slot, type Statement, type Tables, type Template, type Value, written } from '@kith/read-models';
import {
  createQueryId,
  DeleteQueryNode,
  ExpressionWrapper,
  InsertQueryNode,
  type Kysely,
  type OperationNode,
  type RawBuilder,
  type RawNode,
  SelectQueryNode,
  sql,
  UpdateQueryNode,
  type ValueListNode,
  ValuesNode,
} from 'kysely';
import type { PoolClient } from 'pg';
import { arrayOf, type ColumnType } from './postgres-arrays';

type AnyTemplate = Template<never, unknown>;

/** One statement that does what many runs of a template would: its parameters are constants and, for each place, an array of values. */
export interface BulkStatement {
  readonly text: string;
  parameters(runs: readonly Pick<Statement, 'values'>[]): readonly (Value | Buffer)[];
}

/** The column that tells which of many reads a row answers, from 1 on. */
export const turnOfRun = 'turn_of_run';

/** Where a value of the runs is found, in the statement that does them all. */
const given = (place: string): RawBuilder<never> => sql.ref(`run.v_${place}`) as RawBuilder<never>;
const columns = new Proxy({}, { get: (_, place) => given(String(place)) }) as never;

/**
 * Makes an insert, update or delete of single rows into one of many, and a read into one of many. The runs of a write may not meet in a
 * row, but for inserts, which are in order.
 * @param types of the places; none for a statement that has none
 */
export function bulk(db: Kysely<Tables>, template: AnyTemplate, types: ReadonlyMap<string, ColumnType>): BulkStatement {
  const places = [...types].map(([place, type]) => ({ place, type }));
  const { sql: text, parameters } = places.length === 0 ? written(db, template).compile() : compiledFor(db, template, places.map(sourceOf), places.map(nameOf));
  return {
    text,
    parameters: (runs) => {
      const rows = runs.map(({ values }) => values);
      return parameters.map((one) => (one instanceof Slot ? arrayOf(types.get(one.name) ?? 'text', one.name, rows) : (one as Value)));
    },
  };
}

type Place = { readonly place: string; readonly type: ColumnType };
const sourceOf = ({ place, type }: Place) => sql`${sql.val(new Slot(place))}::${sql.raw(type)}[]`;
const nameOf = ({ place }: Place) => sql.ref(`v_${place}`);

function compiledFor(db: Kysely<Tables>, template: AnyTemplate, sources: readonly RawBuilder<unknown>[], names: readonly RawBuilder<unknown>[]) {
  const rows = sql`unnest(${sql.join(sources)}) with ordinality as run(${sql.join(names)}, turn)`;
  const many = template.postgres?.many;
  if (many) return many(rows, columns).compile(db);
  const node = forEach(written(db, template, columns).toOperationNode(), rows);
  return db.getExecutor().compileQuery(node, createQueryId());
}

function forEach(node: OperationNode, rows: RawBuilder<unknown>) {
  // Joined by nothing but the turn, runs and what each finds come in order.
  if (SelectQueryNode.is(node))
    return sql`select run.turn as ${sql.ref(turnOfRun)}, each.* from ${rows} cross join lateral ${wrapped(node)} as each`.toOperationNode() as RawNode;
  if (UpdateQueryNode.is(node)) return UpdateQueryNode.cloneWithFromItems(node, [rows.toOperationNode()]);
  if (DeleteQueryNode.is(node)) return DeleteQueryNode.cloneWithUsing(node, [rows.toOperationNode()]);
  if (InsertQueryNode.is(node) && node.values) return InsertQueryNode.cloneWith(node, { values: selected(node.values, rows).toOperationNode() });
  throw new Error(`there is no way to do a ${node.kind} for many`);
}

/** In the order of the runs: of rows that meet, the first one stays. */
function selected(values: OperationNode, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  if (SelectQueryNode.is(values)) return sql`select each.* from ${rows} cross join lateral ${wrapped(values)} as each order by run.turn`;
  if (!ValuesNode.is(values)) throw new Error(`there is no way to insert a ${values.kind} for many`);
  const [list] = values.values as readonly ValueListNode[];
  return sql`select ${sql.join((list?.values ?? []).map(wrapped))} from ${rows} order by run.turn`;
}

const wrapped = (node: OperationNode) => new ExpressionWrapper<never, never, unknown>(node);

/** Which types the places have, as PostgreSQL infers them from where they are. */
export async function typesOfPlaces(db: Kysely<Tables>, template: AnyTemplate, client: PoolClient): Promise<ReadonlyMap<string, ColumnType>> {
  const { sql: text, parameters } = compiled(db, template);
  const types = new Map<string, ColumnType>();
  if (!parameters.some((one) => one instanceof Slot)) return types;
  await client.query(`PREPARE asked_for_types AS ${text}`);
  const { rows } = await client.query<{ types: string[] }>(
    "SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'asked_for_types'",
  );
  await client.query('DEALLOCATE asked_for_types');
  parameters.forEach((one, i) => {
    if (one instanceof Slot && types.get(one.name) !== 'bigint') types.set(one.name, /int/.test(rows[0]?.types[i] ?? '') ? 'bigint' : 'text');
  });
  return types;
}
