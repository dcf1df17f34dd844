import { type AccessEntry, type AccessFilter, AccessLog, AccessLogUnavailable, idBounds } from '@kith/application';
import type { Pool } from 'pg';
import { isPassing, type PostgresOptions, postgresReason } from '../postgres';
import { openEngineSchema } from '../postgres-engine';
import type { PostgresPlace } from '../postgres-schema';

/** All of a batch or nothing, in one statement; what an answer that was lost has stored already stays as it is. */
const noteStatement = `
  WITH given AS (SELECT one->>'tenant' AS tenant, one->>'id' AS id, one FROM json_array_elements($1::json) AS given (one)),
    subjects AS (
      INSERT INTO kith_engine.access_subject (tenant, end_user_id, id)
      SELECT tenant, end_user_id, id FROM given, json_array_elements_text(one->'endUserIds') AS of (end_user_id)
      ON CONFLICT DO NOTHING
    )
  INSERT INTO kith_engine.access_entry (tenant, id, key_id, kind, entry)
  SELECT tenant, id, one->>'keyId', one->>'kind', one FROM given
  ON CONFLICT DO NOTHING
`;

const forgetStatement = `
  WITH gone AS (
    DELETE FROM kith_engine.access_entry
    WHERE tenant = $1 AND id IN (SELECT id FROM kith_engine.access_entry WHERE tenant = $1 AND id < $2 ORDER BY id LIMIT $3)
    RETURNING id, entry
  ), subjects AS (
    DELETE FROM kith_engine.access_subject AS subject
    USING gone, json_array_elements_text(gone.entry->'endUserIds') AS of (end_user_id)
    WHERE subject.tenant = $1 AND subject.end_user_id = of.end_user_id AND subject.id = gone.id
  )
  SELECT count(*) AS gone FROM gone
`;

/** Notes that several processes share. */
export class PostgresAccessLog extends AccessLog {
  private constructor(private readonly place: PostgresPlace) {
    super();
  }

  /** @throws Error when the schema was made by a later version, or the server cannot be reached */
  static async open(options: PostgresOptions): Promise<PostgresAccessLog> {
    return new PostgresAccessLog(await openEngineSchema(options));
  }

  override async note(entries: readonly AccessEntry[]): Promise<void> {
    await this.rows(noteStatement, JSON.stringify(entries));
  }

  override async list(
    tenant: string,
    { endUserId, keyId, kind, ...span }: AccessFilter,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<readonly AccessEntry[]> {
    const { low, high } = idBounds(span, before);
    const values: unknown[] = [tenant, low, high, limit];
    const equal = (column: string, value: string | undefined): string => (value === undefined ? '' : `AND ${column} = $${values.push(value)}`);
    const more = `${equal('e.key_id', keyId)} ${equal('e.kind', kind)}`;
    const text =
      endUserId === undefined
        ? `SELECT e.entry FROM kith_engine.access_entry e WHERE e.tenant = $1 AND e.id >= $2 AND e.id < $3 ${more} ORDER BY e.id DESC LIMIT $4`
        : `SELECT e.entry FROM kith_engine.access_subject s JOIN kith_engine.access_entry e ON e.tenant = s.tenant AND e.id = s.id
           WHERE s.tenant = $1 AND s.id >= $2 AND s.id < $3 ${equal('s.end_user_id', endUserId)} ${more} ORDER BY s.id DESC LIMIT $4`;
    return (await this.rows<{ entry: AccessEntry }>(text, ...values)).map(({ entry }) => entry);
  }

  override async tenants(): Promise<readonly string[]> {
    const text = `
      WITH RECURSIVE known (tenant) AS (
        SELECT min(tenant) FROM kith_engine.access_entry
        UNION ALL
        SELECT (SELECT min(tenant) FROM kith_engine.access_entry e WHERE e.tenant > known.tenant) FROM known WHERE tenant IS NOT NULL
      ) SELECT tenant FROM known WHERE tenant IS NOT NULL ORDER BY tenant`;
    return (await this.rows<{ tenant: string }>(text)).map(({ tenant }) => tenant);
  }

  override async forget(tenant: string, before: number, limit: number): Promise<number> {
    const [row] = await this.rows<{ gone: number }>(forgetStatement, tenant, idBounds({ to: before }).high, limit);
    return row?.gone ?? 0;
  }

  override close(): Promise<void> {
    return this.place.close();
  }

  /** Everything here may be done twice. */
  private async rows<Row extends object>(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.place.twice((pool: Pool) => pool.query<Row>(text, [...values]))).rows;
    } catch (error) {
      if (isPassing(error)) throw new AccessLogUnavailable(`the log of accesses cannot be used at the moment: ${postgresReason(error)}`, { cause: error });
      throw error;
    }
  }
}
