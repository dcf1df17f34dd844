import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Tables } from '@kith/read-models';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';

/** Kysely over `node:sqlite`, whose statements do not say whether they return rows, as Kysely's dialect expects them to. */
export function kyselyOn(database: DatabaseSync): Kysely<Tables> {
  const shim: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      const bound = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bound(parameters)),
        run: (parameters) => statement.run(...bound(parameters)),
        iterate: (parameters) => statement.iterate(...bound(parameters)),
      };
    },
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: shim }) });
}
