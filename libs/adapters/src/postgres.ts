import { Pool, type PoolClient, type PoolConfig, types } from 'pg';

/** Where a PostgreSQL database is, and who says so. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database?sslmode=…` (libpq's connection URI). */
  readonly url: string;
  /** Shown by the server as `application_name`. */
  readonly applicationName?: string;
  /** The most connections at once; 4 by default. */
  readonly connections?: number;
}

/** How long to wait for a connection, and for an answer, in milliseconds: a server that is frozen must not freeze its clients. */
const connectMs = 5_000;
const answerMs = 30_000;
/** OID of int8: positions and counts, all below 2^53. */
const int8 = 20;

/** Connections to one database, made when they are needed. Whole numbers of eight bytes are read as numbers. */
export function openPool({ url, applicationName = 'kith', connections = 4 }: PostgresOptions, more: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: connections,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === int8 ? Number : types.getTypeParser(oid, format as 'text')),
    } as PoolConfig['types'],
    ...more,
  });
  // An idle connection that is lost says so here; nobody listening would end the process. The next query takes a new one.
  pool.on('error', () => undefined);
  // So does one that is in use, beside failing its query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** How long a server is given to say goodbye, in milliseconds. */
const goodbyeMs = 2_000;

/** Lets queries under way end, then closes all connections; does not wait for ever for a server that is frozen. */
export async function closePool(pool: Pool): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, goodbyeMs);
  });
  await Promise.race([pool.end(), late]).catch(() => undefined);
  clearTimeout(timer);
}

/** Runs the work in one transaction: durable when it resolves, nothing stored when it throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    // One that cannot even roll back is of no use to the next one.
    client.release(broken);
  }
}

/** SQLSTATE classes and codes that a later try may not meet (postgresql.org/docs/current/errcodes-appendix.html). */
const passing = /^(?:08|53|57P0|58|40001|40P01|55P03|57014|25006)/;
/** Of the operating system, and of the driver's own words, which have no code. */
const passingFailures: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const passingWords = /terminated|timeout|not queryable|Connection ended|connection error/i;

/** Whether the server was away, overloaded, starting, or out of disk, so that a later try may succeed. */
export function isPassing(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return passing.test(code) || passingFailures.has(code);
  if (error instanceof AggregateError) return error.errors.every(isPassing);
  return typeof message === 'string' && passingWords.test(message);
}

/** What went wrong, in the server's fixed words or the code: never a value that was being stored. */
export function postgresReason(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  if (typeof code === 'string') return `PostgreSQL ${code}`;
  return error instanceof Error ? error.name : 'unknown reason';
}
