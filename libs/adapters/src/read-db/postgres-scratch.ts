import {
  createReadIndexes,
  dropReadIndexes,
  projectionNames,
  projections,
  RebuildInProgress,
  ScratchDatabase,
  type Statement,
  type Tables,
} from '@kith/read-models';
import type { Kysely } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { closePool, openPool, type PostgresOptions } from '../postgres';
import { alone, kyselyOn } from './postgres-dialect';
import { lockForRebuild, type PostgresPlaces, unlockAfterRebuild } from './postgres-places';
import { byIndex, plannedAnew } from './postgres-schema';
import { PostgresWriter, pipelined } from './postgres-writer';

/** Statements that are gathered before they are written, in one transaction. */
const statementsAtOnce = 20_000;
/** How long the making of an index may take, in milliseconds. */
const patienceMs = 3_600_000;

/** Those over whole tables, which cost least when PostgreSQL chooses how to do them and knows how large the tables are. */
const overAll = new Set(projections.flatMap(({ settle }) => settle ?? []).map(({ template }) => template));
const asItLikes = 'RESET enable_seqscan; RESET enable_hashjoin; RESET enable_mergejoin';

/** Tables in a new schema, filled in large transactions that no commit waits for. */
export class PostgresScratchDatabase extends ScratchDatabase {
  readonly kysely: Kysely<Tables>;
  private readonly writer: PostgresWriter;
  private gathered: Statement[] = [];
  private offered = false;

  private constructor(
    private readonly places: PostgresPlaces,
    readonly name: string,
    private readonly pool: Pool,
    /** Holds the lock, so the lock is held as long as anything can be written. */
    private readonly client: PoolClient,
  ) {
    super();
    this.kysely = kyselyOn(alone(client), name);
    this.writer = new PostgresWriter(this.kysely);
  }

  /** @throws RebuildInProgress */
  static async create(places: PostgresPlaces, options: PostgresOptions): Promise<PostgresScratchDatabase> {
    const pool = openPool({ ...options, connections: 1 }, { pipeline: true, query_timeout: patienceMs });
    try {
      const client = await pool.connect();
      try {
        if (!(await lockForRebuild(client))) throw new RebuildInProgress();
        await places.removeStrays();
        const name = await places.make();
        await client.query(`SET search_path = ${name}; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'; ${byIndex}; ${plannedAnew}`);
        const scratch = new PostgresScratchDatabase(places, name, pool, client);
        await scratch.kysely.deleteFrom('checkpoint').execute();
        await dropReadIndexes(scratch.kysely as never);
        return scratch;
      } catch (error) {
        client.release(true);
        throw error;
      }
    } catch (error) {
      await closePool(pool);
      throw error;
    }
  }

  override async write(statements: readonly Statement[]): Promise<void> {
    if (statements.some(({ template }) => overAll.has(template))) return this.writeOverAll(statements);
    this.gathered.push(...statements);
    if (this.gathered.length >= statementsAtOnce) await this.flush();
  }

  override async finish(position: bigint): Promise<void> {
    await this.flush();
    await createReadIndexes(this.kysely as never);
    await this.client.query('ANALYZE');
    // What is written ahead goes to the disk in order: with this commit, all before it is durable.
    await this.client.query('SET synchronous_commit = on');
    const checkpoints = projectionNames.map((name) => ({ name, position: Number(position) }));
    await this.kysely.insertInto('checkpoint').values(checkpoints).execute();
  }

  override async offer(): Promise<void> {
    await this.places.offer(this.name);
    this.offered = true;
  }

  override async close(): Promise<void> {
    try {
      if (!this.offered) await this.places.remove(this.name);
    } finally {
      await unlockAfterRebuild(this.client);
      this.client.release(true);
      await closePool(this.pool);
    }
  }

  private async writeOverAll(statements: readonly Statement[]): Promise<void> {
    await this.flush();
    await this.client.query(`ANALYZE`);
    await this.client.query(asItLikes);
    this.gathered.push(...statements);
    await this.flush();
    await this.client.query(byIndex);
  }

  private async flush(): Promise<void> {
    const { gathered } = this;
    if (gathered.length === 0) return;
    this.gathered = [];
    const queries = await this.writer.queriesFor(gathered, this.client);
    await pipelined(this.client, ['BEGIN', ...queries, 'COMMIT']);
    await this.writer.wrote(gathered.length, this.client);
  }
}
