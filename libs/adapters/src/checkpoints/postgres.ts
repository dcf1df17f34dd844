import { Checkpoints } from '@kith/application';
import type { PostgresOptions } from '../postgres';
import { openEngineSchema } from '../postgres-engine';
import type { PostgresPlace } from '../postgres-schema';

/**
 * Checkpoints that several processes share. A move whose answer is lost may have happened: it rejects, and reading says where the
 * checkpoint is.
 */
export class PostgresCheckpoints extends Checkpoints {
  private constructor(private readonly place: PostgresPlace) {
    super();
  }

  /** @throws Error when the schema was made by a later version, or the server cannot be reached */
  static async open(options: PostgresOptions): Promise<PostgresCheckpoints> {
    return new PostgresCheckpoints(await openEngineSchema(options));
  }

  override async read(name: string): Promise<bigint> {
    const text = 'SELECT position::text FROM kith_engine.reactor_checkpoint WHERE name = $1';
    const { rows } = await this.place.twice((pool) => pool.query<{ position: string }>(text, [name]));
    return BigInt(rows[0]?.position ?? 0);
  }

  override async move(name: string, from: bigint, to: bigint): Promise<boolean> {
    const text =
      from === 0n
        ? `INSERT INTO kith_engine.reactor_checkpoint AS kept (name, position) VALUES ($1, $3)
           ON CONFLICT (name) DO UPDATE SET position = excluded.position WHERE kept.position = $2`
        : 'UPDATE kith_engine.reactor_checkpoint SET position = $3 WHERE name = $1 AND position = $2';
    const { rowCount } = await this.place.pool.query(text, [name, from, to]);
    return rowCount === 1;
  }

  override close(): Promise<void> {
    return this.place.close();
  }
}
