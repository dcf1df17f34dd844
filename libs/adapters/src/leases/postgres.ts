import { type LeaseHolder, Leases } from '@kith/application';
import type { PostgresOptions } from '../postgres';
import { openEngineSchema } from '../postgres-engine';
import type { PostgresPlace } from '../postgres-schema';

/**
 * One statement, so that no process can be frozen halfway. It is the server's clock alone that decides, read after whatever had to
 * be waited for: `clock_timestamp()`, where `now()` is the time at which the statement began.
 */
const hold = `
  WITH taken AS (
    INSERT INTO kith_engine.lease AS held (name, holder, held_until, status, said_at)
    VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond', $4, clock_timestamp())
    ON CONFLICT (name) DO UPDATE
      SET holder = excluded.holder, held_until = clock_timestamp() + $3 * interval '1 millisecond', status = excluded.status, said_at = clock_timestamp()
      WHERE held.holder = excluded.holder OR held.held_until <= clock_timestamp()
    RETURNING name
  ), told AS (
    DELETE FROM kith_engine.lease_request USING taken WHERE lease_request.name = taken.name RETURNING lease_request.no, lease_request.request
  )
  SELECT coalesce((SELECT json_agg(request ORDER BY no) FROM told), '[]') AS requests FROM taken
`;

/** Leases among processes that share a database; the server's clock decides when one ends. */
export class PostgresLeases extends Leases {
  private constructor(private readonly place: PostgresPlace) {
    super();
  }

  /** @throws Error when the schema was made by a later version, or the server cannot be reached */
  static async open(options: PostgresOptions): Promise<PostgresLeases> {
    return new PostgresLeases(await openEngineSchema(options));
  }

  override async hold(name: string, holder: string, forMs: number, status: object | null): Promise<readonly string[] | undefined> {
    const values = [name, holder, forMs, status === null ? null : JSON.stringify(status)];
    const { rows } = await this.place.twice((pool) => pool.query<{ requests: string[] }>(hold, values));
    return rows[0]?.requests;
  }

  override async release(name: string, holder: string): Promise<void> {
    await this.place.twice((pool) => pool.query('DELETE FROM kith_engine.lease WHERE name = $1 AND holder = $2', [name, holder]));
  }

  override async find(name: string): Promise<LeaseHolder | undefined> {
    const text = `
      SELECT holder, status, greatest(0, extract(epoch FROM clock_timestamp() - said_at)::float8 * 1000) AS "ageMs"
      FROM kith_engine.lease WHERE name = $1 AND held_until > clock_timestamp()`;
    const { rows } = await this.place.twice((pool) => pool.query<LeaseHolder>(text, [name]));
    return rows[0];
  }

  override async ask(name: string, request: string): Promise<boolean> {
    const text = `
      INSERT INTO kith_engine.lease_request (name, request)
      SELECT name, $2 FROM kith_engine.lease WHERE name = $1 AND held_until > clock_timestamp()`;
    const { rowCount } = await this.place.pool.query(text, [name, request]);
    return rowCount === 1;
  }

  override close(): Promise<void> {
    return this.place.close();
  }
}
