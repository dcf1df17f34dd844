import { fastify } from 'fastify';
import { Pool } from 'pg';
import { tenant } from '../fill/fill-log';
import { keyOf } from '../inputs';
import { announced } from './announced';
import { answerOf, type LookedUp, lookupSql } from './bare-lookup';

/** As many as the engine reads with. */
const connections = 8;

/** Fastify with one route on PostgreSQL: the engine's read as a prepared statement, no key check. Arguments: URL of the database, schema. */
async function main(): Promise<void> {
  const [connectionString = '', schema = ''] = process.argv.slice(2);
  const pool = new Pool({ connectionString, max: connections, options: `-c search_path=${schema}` });
  const app = fastify();
  app.get<{ Params: { channel: string; value: string } }>('/v1/contact-points/:channel/:value', async (request, reply) => {
    const { channel, value } = request.params;
    const key = keyOf({ channel, value });
    const query = { name: channel, text: lookupSql(channel, ['$1', '$2', '$3']), values: [tenant, '', key] };
    const found = answerOf(channel, key, (await pool.query<LookedUp>(query)).rows);
    if (!found) return reply.code(404).send();
    return found;
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  announced(app.server);
}

void main();
