import { type CheckpointMove, CheckpointMoved, type Prepared, type ProjectionName, type Statement, type Tables, type Template } from '@kith/read-models';
import type { Kysely } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { closePool, isPassing, openPool, type PostgresOptions } from '../postgres';
import { kyselyOn } from './postgres-dialect';
import { PostgresReader } from './postgres-reader';
import { PostgresWriter, pipelined, type QueryOf } from './postgres-writer';

/** Milliseconds. A reader gives up on a frozen server while its caller still waits; a projector has more to wait for. */
const readMs = 5_000;
const applyMs = 30_000;
/** How long a projector may keep others from its checkpoints without saying anything. */
const silentMs = 5_000;
/** How long the server is asked whether it has stored what it did not answer any more. */
const askMs = 5_000;
/** Connections that read. */
const readers = 8;

/**
 * Every statement of the engine goes by an index; tables that were empty when a plan was made, and ones that nobody has counted yet, must
 * not make it look cheaper to read all of a table. Costs that say so would have such plans compiled.
 */
export const byIndex =
  'SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off; SET max_parallel_workers_per_gather = 0';
/** A read is planned once for each connection. */
const plannedOnce = 'SET plan_cache_mode = force_generic_plan';
/** A write is planned each time: which way to join is a question of how many rows are written and how many are there by now. */
export const plannedAnew = 'SET plan_cache_mode = force_custom_plan';

const moveAll = `UPDATE checkpoint SET position = move.target
  FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS move (name, start, target)
  WHERE checkpoint.name = move.name AND checkpoint.position = move.start RETURNING checkpoint.name`;

/** Connections to the tables in one schema. */
export class PostgresSchema {
  readonly kysely: Kysely<Tables>;
  private readonly reading: Pool;
  private readonly writing: Pool;
  private readonly reader: PostgresReader;
  private readonly writer: PostgresWriter;

  constructor(
    readonly name: string,
    options: PostgresOptions,
  ) {
    const search = `SET search_path = ${name}`;
    const settled = (settings: string) => ({ onConnect: async (client: { query(sql: string): Promise<unknown> }) => void (await client.query(settings)) });
    this.reading = openPool(
      { ...options, connections: options.connections ?? readers },
      { query_timeout: readMs, ...settled(`${search}; ${byIndex}; ${plannedOnce}`) },
    );
    this.writing = openPool(
      { ...options, connections: 1 },
      {
        pipeline: true,
        query_timeout: applyMs,
        idle_in_transaction_session_timeout: silentMs,
        lock_timeout: applyMs,
        ...settled(`${search}; ${byIndex}; ${plannedAnew}`),
      },
    );
    this.kysely = kyselyOn(this.reading, name);
    this.reader = new PostgresReader(this.reading, this.kysely);
    this.writer = new PostgresWriter(this.kysely);
  }

  read<P, Row>(template: Template<P, Row>): Prepared<P, Row> {
    return this.reader.prepared(template);
  }

  /** All or nothing. Two ways there and back: for the checkpoints, and for everything else. @throws CheckpointMoved */
  async apply(statements: readonly Statement[], moves: readonly CheckpointMove[]): Promise<void> {
    const client = await this.writing.connect();
    let broken: Error | undefined;
    try {
      const queries = await this.writer.queriesFor(statements, client);
      await begin(client, moves);
      await this.committed(client, queries, moves);
      // What is committed stays so, whatever becomes of the vacuum.
      await this.writer.wrote(statements.length, client).catch((error: Error) => {
        broken = error;
      });
    } catch (error) {
      // The server rolls back what it refuses; after anything else nobody knows in which state the connection is.
      if (!(error instanceof CheckpointMoved) && !isRefusal(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** When the connection is lost before the answer came, the checkpoints tell whether it was stored. */
  private async committed(client: PoolClient, queries: readonly QueryOf[], moves: readonly CheckpointMove[]): Promise<void> {
    try {
      await pipelined(client, [...queries, 'COMMIT']);
    } catch (error) {
      if (isRefusal(error) || moves.length === 0 || !(await this.areMoved(moves))) throw error;
    }
  }

  /** Whether the checkpoints are where they were to be; false as long as nobody can say. */
  private async areMoved(moves: readonly CheckpointMove[]): Promise<boolean> {
    const end = performance.now() + askMs;
    for (;;) {
      try {
        const positions = new Map((await this.kysely.selectFrom('checkpoint').selectAll().execute()).map(({ name, position }) => [name, BigInt(position)]));
        return moves.every(({ name, to }) => positions.get(name) === to);
      } catch (error) {
        if (!isPassing(error) || performance.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async close(): Promise<void> {
    // A pool that is closed would leave those alone who wait for a connection.
    const isBusy = () => this.reader.underWay + this.reading.waitingCount + this.writing.waitingCount > 0;
    for (const end = performance.now() + readMs; isBusy() && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([closePool(this.reading), closePool(this.writing)]);
  }
}

async function begin(client: PoolClient, moves: readonly CheckpointMove[]): Promise<void> {
  const values = [moves.map(({ name }) => name), moves.map(({ from }) => String(from)), moves.map(({ to }) => String(to))];
  try {
    const [, moved] = await pipelined(client, ['BEGIN', { name: 'move', text: moveAll, values: values as never }]);
    const names = new Set(((moved?.rows ?? []) as { name: ProjectionName }[]).map(({ name }) => name));
    const missing = moves.find(({ name }) => !names.has(name));
    if (missing) throw new CheckpointMoved(missing.name);
  } catch (error) {
    if (error instanceof CheckpointMoved || isRefusal(error)) await client.query('ROLLBACK');
    throw error;
  }
}

/** The server has looked at a statement and said no, or it never came there. */
const isRefusal = (error: unknown): boolean => error instanceof TypeError || (error instanceof DatabaseError && !isPassing(error));
