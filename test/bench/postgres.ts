import { PostgresServer } from '../support/postgres-server';
import type { Scratch } from './scratch';

/** A real PostgreSQL that flushes what it commits, with memory for all that is measured. It goes with the scratch. */
export async function postgresFor(scratch: Scratch): Promise<PostgresServer> {
  const settings = { shared_buffers: '512MB', max_wal_size: '4GB', checkpoint_timeout: '30min' };
  const server = await PostgresServer.start({ durable: true, settings });
  scratch.closing({ close: () => server.stop() });
  return server;
}
