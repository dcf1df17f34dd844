import { createEverything, projectionNames, RebuildInProgress, type ReplayOf, ReplayPlace, ReplayUnusable } from '@kith/read-models';
import type { Pool, PoolClient } from 'pg';
import { closePool, inTransaction, openPool, type PostgresOptions } from '../postgres';
import { PostgresReadDatabase } from './postgres';
import { alone, kyselyOn } from './postgres-dialect';
import { readLabel, written } from './replay-label';

/** What a replay in PostgreSQL may be called. */
const names = /^[a-z0-9_]{1,32}$/;
/** ASCII of `kthr`: the class of the locks of those who build replays (pg_advisory_lock); the other half is a hash of the schema's name. */
const lockClass = 0x6b746872;

/** A replay in a schema `kith_replay_<name>` of its own, which says in its comment what it holds. Nothing else knows of it; it goes with `DROP SCHEMA`. */
export class PostgresReplayPlace extends ReplayPlace {
  private readonly pool: Pool;
  private readonly schema: string;

  /** @throws ReplayUnusable for a name that none can have */
  constructor(
    private readonly options: PostgresOptions,
    readonly name: string,
  ) {
    super();
    if (!names.test(name)) throw new ReplayUnusable('a replay in PostgreSQL is named by 1 to 32 lower-case letters, digits and _');
    this.schema = `kith_replay_${name}`;
    this.pool = openPool({ ...options, connections: 2 });
  }

  override async begun(): Promise<ReplayOf | undefined> {
    const { rows } = await this.pool.query<{ label: string | null }>(
      "SELECT obj_description(oid, 'pg_namespace') AS label FROM pg_namespace WHERE nspname = $1",
      [this.schema],
    );
    return rows[0] && readLabel(rows[0].label, `the comment of the schema ${this.schema}`);
  }

  override begin(of: ReplayOf): Promise<void> {
    return inTransaction(this.pool, (client) => make(client, this.schema, of));
  }

  override open(): Promise<PostgresReadDatabase> {
    return Promise.resolve(PostgresReadDatabase.apart(this.options, this.schema));
  }

  /** A lock that ends with its connection. @throws RebuildInProgress */
  override async lock(): Promise<{ close(): Promise<void> }> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked', [lockClass, this.schema]);
      if (rows[0]?.locked !== true) throw new RebuildInProgress();
    } catch (error) {
      client.release(true);
      throw error;
    }
    return {
      close: async () => {
        // The server sees the end of a connection a little later than who ends it: the next one is not to find it locked still.
        await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockClass, this.schema]).catch(() => undefined);
        client.release(true);
      },
    };
  }

  override close(): Promise<void> {
    return closePool(this.pool);
  }
}

async function make(client: PoolClient, schema: string, of: ReplayOf): Promise<void> {
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`SET LOCAL search_path = ${schema}`);
  await createEverything(kyselyOn(alone(client), schema) as never);
  await client.query('INSERT INTO checkpoint (name, position) SELECT unnest($1::text[]), 0', [projectionNames]);
  await client.query(`COMMENT ON SCHEMA ${schema} IS ${client.escapeLiteral(written(of))}`);
}
