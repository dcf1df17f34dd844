import { randomBytes } from 'node:crypto';
import { createEverything, projectionNames, readModelsVersion } from '@kith/read-models';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { closePool, inTransaction, openPool, type PostgresOptions } from '../postgres';
import { alone, kyselyOn } from './postgres-dialect';

/** Locks of the server (pg_advisory_lock): ASCII of `kith`, and 0 for making the first database or the version for a rebuild. */
const lockClass = 0x6b697468;
const schemaName = /^kith_read_\d+_[0-9a-f]{16}$/;
/** How long a removal waits for readers, in milliseconds, and how often it tries. */
const removal = { waitMs: 2_000, tries: 5 } as const;
/** SQLSTATE lock_not_available. */
const isLocked = (error: unknown) => error instanceof DatabaseError && error.code === '55P03';

/**
 * Where read models lie in a PostgreSQL database: each set of tables in a schema of its own, and in the schema `kith_read` a table of
 * them all. Of each version of the tables one is offered to readers, so that engines of two versions can serve side by side.
 */
export class PostgresPlaces {
  private readonly pool: Pool;

  constructor(options: PostgresOptions) {
    this.pool = openPool({ ...options, connections: 2 });
  }

  /** Name of the database of this version that readers should use; made, empty, when there is none. */
  async current(): Promise<string> {
    return (await this.find()) ?? inTransaction(this.pool, makeFirst);
  }

  /** Undefined before the first, and where it was removed by hand. */
  async find(): Promise<string | undefined> {
    try {
      return await find(this.pool);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** A new schema with empty tables, known as one that is being built. */
  async make(): Promise<string> {
    return inTransaction(this.pool, make);
  }

  /** In one step: readers find the old one or the new one. */
  offer(name: string): Promise<void> {
    return inTransaction(this.pool, (client) => offer(client, name));
  }

  /** Removes all tables of a database that is not offered. Waits for those who still read. @throws Error while it is offered */
  async remove(name: string): Promise<void> {
    if (!schemaName.test(name)) throw new Error(`${name} is no database of read models`);
    for (let tries = 1; ; tries++) {
      try {
        return await inTransaction(this.pool, (client) => drop(client, name));
      } catch (error) {
        if (!isLocked(error) || tries === removal.tries) throw error;
      }
    }
  }

  /** What crashed rebuilds left behind, and nobody removed after a change; to be called by who holds the lock of rebuilds. */
  async removeStrays(): Promise<void> {
    const { rows } = await this.pool.query<{ name: string }>(
      "SELECT name FROM kith_read.database WHERE version = $1 AND (state = 'building' OR (state = 'former' AND since < now() - interval '10 minutes'))",
      [readModelsVersion],
    );
    for (const { name } of rows) await this.remove(name);
  }

  close(): Promise<void> {
    return closePool(this.pool);
  }
}

/** A lock that ends with its connection: true when nobody builds read models of this version. */
export async function lockForRebuild(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [lockClass, readModelsVersion]);
  return rows[0]?.locked === true;
}

/** Before the connection ends: the server notices that a little later, and the next rebuild is not to be refused meanwhile. */
export async function unlockAfterRebuild(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_unlock($1, $2)', [lockClass, readModelsVersion]).catch(() => undefined);
}

/** SQLSTATE undefined_table and invalid_schema_name: what was there is not there any more, or not yet. */
export const isMissing = (error: unknown): boolean => error instanceof DatabaseError && (error.code === '42P01' || error.code === '3F000');

const makeTable = `CREATE SCHEMA IF NOT EXISTS kith_read;
  CREATE TABLE IF NOT EXISTS kith_read.database (
    name text PRIMARY KEY,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('building', 'offered', 'former')),
    since timestamptz NOT NULL DEFAULT now());
  CREATE UNIQUE INDEX IF NOT EXISTS database_offered ON kith_read.database (version) WHERE state = 'offered'`;

async function find(on: Pool | PoolClient): Promise<string | undefined> {
  const { rows } = await on.query<{ name: string }>(
    "SELECT name FROM kith_read.database JOIN pg_namespace ON nspname = name WHERE version = $1 AND state = 'offered'",
    [readModelsVersion],
  );
  return rows[0]?.name;
}

/** Several processes may start at once: the first one makes it. */
async function makeFirst(client: PoolClient): Promise<string> {
  await client.query('SELECT pg_advisory_xact_lock($1, 0)', [lockClass]);
  await client.query(makeTable);
  const made = await find(client);
  if (made !== undefined) return made;
  const name = await make(client);
  await offer(client, name);
  return name;
}

async function make(client: PoolClient): Promise<string> {
  const name = `kith_read_${readModelsVersion}_${randomBytes(8).toString('hex')}`;
  await client.query(`CREATE SCHEMA ${name}`);
  await client.query(`SET LOCAL search_path = ${name}`);
  await createEverything(kyselyOn(alone(client), name) as never);
  await client.query('INSERT INTO checkpoint (name, position) SELECT unnest($1::text[]), 0', [projectionNames]);
  await client.query("INSERT INTO kith_read.database (name, version, state) VALUES ($1, $2, 'building')", [name, readModelsVersion]);
  return name;
}

async function offer(client: PoolClient, name: string): Promise<void> {
  await client.query("UPDATE kith_read.database SET state = 'former', since = now() WHERE version = $1 AND state = 'offered'", [readModelsVersion]);
  const { rowCount } = await client.query("UPDATE kith_read.database SET state = 'offered', since = now() WHERE name = $1", [name]);
  if (rowCount !== 1) throw new Error(`the database ${name} is not there any more`);
}

async function drop(client: PoolClient, name: string): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${removal.waitMs}`);
  const { rows } = await client.query<{ state: string }>('SELECT state FROM kith_read.database WHERE name = $1 FOR UPDATE', [name]);
  if (rows[0]?.state === 'offered') throw new Error(`the database ${name} is offered to readers`);
  await client.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
  await client.query('DELETE FROM kith_read.database WHERE name = $1', [name]);
}
