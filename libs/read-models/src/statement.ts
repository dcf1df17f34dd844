import {
  type AliasableExpression,
  type Compilable,
  type Kysely,
  type OperationNodeSource,
  PostgresAdapter,
  type QueryCreator,
  type RawBuilder,
  sql,
} from 'kysely';
import type { TableName, Tables } from './tables';

/** What both databases store alike: flags are 0 or 1, times and JSON are text. */
export type Value = string | number | null;
/** An object with nothing but such values. */
export type Values<P> = { readonly [K in keyof P]: Value };

/** The places in a statement where values go, by name. */
export type Params<P> = { readonly [K in keyof P]: AliasableExpression<P[K]> };

type Build<P, Row> = (db: QueryCreator<Tables>, p: Params<P>) => Compilable<Row>;

/** How PostgreSQL is told, where it has to be told in another way. */
export interface InPostgres<P, Row> {
  /** The same in its words. */
  readonly build?: Build<P, Row>;
  /** For many runs at once, whose values `given` gives in order (its column `turn`); without it that is derived from `build`. */
  readonly many?: (given: RawBuilder<unknown>, p: Params<P>) => RawBuilder<unknown>;
  /** Tables that `many` writes beside the one that `build` does; nothing else writes them. */
  readonly also?: readonly TableName[];
  /** Another statement does it along. */
  readonly nothing?: true;
}

/** A statement that is written with Kysely and compiled once for each database; only its values change. */
export interface Template<P, Row> {
  build(db: QueryCreator<Tables>, p: Params<P>): Compilable<Row>;
  readonly postgres?: InPostgres<P, Row> | undefined;
}

/** A statement with its values, ready to run. */
export interface Statement {
  readonly template: Template<never, unknown>;
  readonly values: Readonly<Record<string, Value>>;
  /** Of a statement that settles: needed only where one of these was run. @see onlyAfter */
  readonly after?: readonly Template<never, unknown>[];
}

/** Makes statements that differ in their values. */
export type Statements<P> = ((values: P) => Statement) & { readonly template: Template<never, unknown> };

/** Writes rows: `statement((db, p: Params<{ id: string }>) => db.deleteFrom(…).where('id', '=', p.id))` makes `(values) => Statement`. */
export function statement<P extends Values<P>>(build: Build<P, unknown>, postgres?: InPostgres<P, unknown>): Statements<P> {
  const template = { build, postgres } as unknown as Template<never, unknown>;
  return Object.assign((values: P): Statement => ({ template, values: values as Readonly<Record<string, Value>> }), { template });
}

/** These statements settle what those that were made so have left open, and nothing else. */
export const onlyAfter = (made: readonly Pick<Statements<never>, 'template'>[], settle: readonly Statement[]): readonly Statement[] =>
  settle.map((one) => ({ ...one, after: made.map(({ template }) => template) }));

/** Reads rows; `ReadDatabase.prepare` makes it callable. */
export const query = <P extends Values<P>, Row>(build: Build<P, Row>, postgres?: Pick<InPostgres<P, Row>, 'build'>): Template<P, Row> => ({ build, postgres });

/** A named place among a compiled statement's parameters. */
export class Slot {
  constructor(readonly name: string) {}
}

/** SQL of one dialect, and what goes where: a {@link Slot} stands for a value given at each run, all else is constant. */
export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly (Slot | Value)[];
}

const slots = new Proxy({}, { get: (_, name) => sql.val(new Slot(String(name))) });

/** The template as it is written for this database. @param p what stands in the places of values */
export function written(
  db: Kysely<Tables>,
  { build, postgres }: Template<never, unknown>,
  p: Params<never> = slots as Params<never>,
): Compilable<unknown> & OperationNodeSource {
  // Every builder of Kysely is both.
  return (isPostgres(db) ? (postgres?.build ?? build) : build)(db, p) as Compilable<unknown> & OperationNodeSource;
}

/** The template in the dialect of this database. */
export function compiled(db: Kysely<Tables>, template: Template<never, unknown>): Compiled {
  const { sql: text, parameters } = written(db, template).compile();
  return { sql: text, parameters: parameters as readonly (Slot | Value)[] };
}

/** Whether this is PostgreSQL; SQLite otherwise. */
export const isPostgres = (db: Pick<Kysely<never>, 'getExecutor'>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
