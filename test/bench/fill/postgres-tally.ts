import type { Client } from 'pg';
import type { Tally } from '../side';
import { isCompared, isMadeUp } from './tally';

/** Rows of every read model's table in a schema, and how long their texts are together, as `rowTally` counts them in SQLite. */
export async function postgresTally(client: Client, schema: string): Promise<Tally> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name) AS columns FROM information_schema.columns
     WHERE table_schema = $1 GROUP BY table_name ORDER BY table_name`,
    [schema],
  );
  const tally: Record<string, string> = {};
  for (const { name, columns } of rows.filter((one) => isCompared(one.name))) {
    const lengths = columns.filter((column) => !isMadeUp(column)).map((column) => `coalesce(sum(length("${column}"::text)), 0)`);
    const counted = await client.query<{ n: string; characters: string }>(
      `SELECT count(*) AS n, ${lengths.join(' + ')} AS characters FROM "${schema}"."${name}"`,
    );
    tally[name] = `${counted.rows[0]?.n} rows, ${counted.rows[0]?.characters} characters`;
  }
  return tally;
}
