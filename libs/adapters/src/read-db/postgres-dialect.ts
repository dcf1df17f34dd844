import type { Tables } from '@kith/read-models';
import { type DatabaseIntrospector, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { PoolClient } from 'pg';

/** Kysely over a pool whose connections look into one schema; it knows no tables but those. */
export function kyselyOn(pool: PostgresPool, schema: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SchemaDialect(pool, schema) });
}

class SchemaDialect extends PostgresDialect {
  constructor(
    pool: PostgresPool,
    private readonly schema: string,
  ) {
    super({ pool });
  }

  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    const all = super.createIntrospector(db);
    return {
      getSchemas: () => all.getSchemas(),
      getTables: async (options) => (await all.getTables(options)).filter(({ schema }) => schema === this.schema),
    };
  }
}

/** One connection, in the shape of a pool: for what has to happen on it, in its transaction. Whoever gave it closes it. */
export const alone = (client: PoolClient): PostgresPool => {
  const query = client.query.bind(client) as PostgresPoolClient['query'];
  return { connect: async () => ({ query, release: () => undefined }), end: async () => undefined, options: {} };
};
