import type { Client, Pool, PoolClient, PoolConfig } from 'pg';
import { inTransaction, openPool, type PostgresOptions } from './postgres';

/** A schema that adapters make for themselves. The n-th step takes it from format n - 1 to format n; steps are never edited. */
export interface PostgresSchema {
  readonly name: string;
  readonly steps: readonly ((client: PoolClient) => Promise<unknown>)[];
}

/** The schema was made by a later version of Kith. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  constructor(schema: string, found: number, known: number) {
    super(`the schema ${schema} was written by a later version (format ${found}; this one knows up to ${known})`);
  }
}

/** Key of the advisory lock under which one process at a time makes schemas. */
const makingLock = 7_283_114_502_996;
/** How long closing waits for a server that does not answer, in milliseconds. */
const closeMs = 1_000;

/**
 * What is acknowledged is on the server's disk, whatever the server does by default; and a process that is frozen in the middle of a
 * transaction does not keep the others from theirs for longer than 10 s.
 */
const session = `
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
  SET idle_in_transaction_session_timeout = 10000;
`;

/** The pool waits for the promise, though its types do not say so. */
const prepared = ((client) => client.query(session)) as PoolConfig['onConnect'];

/** Connections to a schema that is there, in the format this version knows. */
export class PostgresPlace {
  private readonly clients = new Set<Client>();
  private closing: Promise<void> | undefined;

  private constructor(readonly pool: Pool) {
    pool.on('connect', (client) => {
      this.clients.add(client as unknown as Client);
      client.once('end', () => this.clients.delete(client as unknown as Client));
    });
  }

  /**
   * Makes the schema, or brings it to this version's format; of several processes that start at once, one does.
   * @param answerMs how long to wait for any answer
   * @throws NewerSchema and whatever the driver throws
   */
  static async open(options: PostgresOptions, schema: PostgresSchema, answerMs: number): Promise<PostgresPlace> {
    const place = new PostgresPlace(openPool(options, { query_timeout: answerMs, onConnect: prepared }));
    try {
      await made(place.pool, schema);
      return place;
    } catch (error) {
      await place.close();
      throw error;
    }
  }

  /**
   * Runs what may be run twice: a connection that a restart of the server has closed is noticed when it is used, and the next one may
   * be sound.
   */
  async twice<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
    try {
      return await work(this.pool);
    } catch (error) {
      if (this.closing || !isLost(error)) throw error;
      return work(this.pool);
    }
  }

  get closed(): boolean {
    return this.closing !== undefined;
  }

  /** Fine when repeated. Connections to a server that does not answer are cut. */
  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    const cut = setTimeout(() => {
      for (const client of this.clients) client.connection.stream.destroy();
    }, closeMs);
    try {
      await this.pool.end();
      await Promise.all([...this.clients].map((client) => new Promise((resolve) => client.once('end', resolve))));
    } finally {
      clearTimeout(cut);
    }
  }
}

async function made(pool: Pool, { name, steps }: PostgresSchema): Promise<void> {
  const found = await formatOf(pool, name);
  if (found === steps.length) return; // the usual start needs no right to make anything
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [makingLock]);
    const before = await formatOf(client, name);
    if (before > steps.length) throw new NewerSchema(name, before, steps.length);
    if (before === 0) await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}; CREATE TABLE ${name}.format AS SELECT 0 AS format`);
    for (const step of steps.slice(before)) await step(client);
    await client.query(`UPDATE ${name}.format SET format = $1`, [steps.length]);
  });
}

/** 0 when there is no such schema. It is looked up in the catalogue, since a connection remembers names that it did not find before. */
async function formatOf(client: Pool | PoolClient, schema: string): Promise<number> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = $1 AND tablename = 'format'", [schema]);
  if (rowCount === 0) return 0;
  const { rows } = await client.query<{ format: number }>(`SELECT format FROM ${schema}.format`);
  return rows[0]?.format ?? 0;
}

/** The server ended the connection (57P01, 57P02, 57P03), or it broke; unlike a server that does not answer, which would not answer again. */
function isLost(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return /^(?:57P0[123]|08|ECONNRESET|EPIPE)/.test(code);
  return typeof message === 'string' && /Connection (?:terminated|ended)|not queryable|connection error/i.test(message) && !/timeout/i.test(message);
}
