import { type AliasableExpression, type Compilable, type Kysely, type QueryCreator, sql } from 'kysely';
import type { Tables } from './tables';

/** What both databases store alike: flags are 0 or 1, times and JSON are text. */
export type Value = string | number | null;
/** An object with nothing but such values. */
export type Values<P> = { readonly [K in keyof P]: Value };

/** The places in a statement where values go, by name. */
export type Params<P> = { readonly [K in keyof P]: AliasableExpression<P[K]> };

/** A statement that is written with Kysely and compiled once for each database; only its values change. */
export interface Template<P, Row> {
  build(db: QueryCreator<Tables>, p: Params<P>): Compilable<Row>;
}

/** A statement with its values, ready to run. */
export interface Statement {
  readonly template: Template<never, unknown>;
  readonly values: Readonly<Record<string, Value>>;
}

/** Writes rows: `statement((db, p: Params<{ id: string }>) => db.deleteFrom(…).where('id', '=', p.id))` makes `(values) => Statement`. */
export function statement<P extends Values<P>>(build: (db: QueryCreator<Tables>, p: Params<P>) => Compilable<unknown>): (values: P) => Statement {
  const template = { build } as unknown as Template<never, unknown>;
  return (values) => ({ template, values: values as Readonly<Record<string, Value>> });
}

/** Reads rows; `ReadDatabase.prepare` makes it callable. */
export const query = <P extends Values<P>, Row>(build: (db: QueryCreator<Tables>, p: Params<P>) => Compilable<Row>): Template<P, Row> => ({ build });

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

/** The template in the dialect of this database. */
export function compiled(db: Kysely<Tables>, template: Template<never, unknown>): Compiled {
  const { sql: text, parameters } = template.build(db, slots as Params<never>).compile();
  return { sql: text, parameters: parameters as readonly (Slot | Value)[] };
}
