import { EventStoreUnavailable } from '@kith/application';
import type { Config } from '@kith/config';
import { Client } from 'pg';
import { eventStoreAt, type Places } from '../parts/places';
import { projectionsAtRest } from '../parts/projections-at-rest';
import { type Finding, ok, problem, reasonOf, warning } from './finding';
import { endOf, type LogEnd, lookedBack } from './log-end';
import { vaultAge } from './sqlite-stores';

/** How long a server may take to answer, in milliseconds. */
const answerMs = 5_000;

/** The log in EventStoreDB. */
export async function logServerFindings(places: Places): Promise<{ readonly findings: readonly Finding[]; readonly end: LogEnd | undefined }> {
  const store = eventStoreAt(places, 'doctor');
  try {
    const head = await within(store.head());
    const from = head > BigInt(lookedBack) ? head - BigInt(lookedBack) : 0n;
    // Positions are offsets there, so that many of them hold fewer events; the last ones are what counts.
    const { events } = head === 0n ? { events: [] } : await within(store.readAll({ after: from, limit: lookedBack }));
    return { findings: [ok('log', `EventStoreDB answers; the log ends at position ${head}`)], end: endOf(head, events) };
  } catch (error) {
    const reason = error instanceof EventStoreUnavailable ? error.message : reasonOf(error);
    return {
      findings: [
        problem('log', `EventStoreDB does not answer as it must: ${reason}`, 'is it running, and are address and password in KITH_EVENT_STORE right?'),
      ],
      end: undefined,
    };
  } finally {
    await store.close();
  }
}

/** The vault in PostgreSQL. It is only looked at: one that is missing is not made. */
export async function vaultServerFindings({ keyVault: url }: Config, end: LogEnd | undefined): Promise<readonly Finding[]> {
  return asking('key-vault', 'KITH_KEY_VAULT', url, async (client) => {
    if (!(await hasSchema(client, 'kith_keys'))) {
      if (end === undefined || end.keyIds.length === 0) return [ok('key-vault', 'PostgreSQL answers; there is no vault yet, the first start makes it')];
      return [problem('key-vault', 'PostgreSQL answers, but holds no vault, and the log needs one', 'name the database that holds it in KITH_KEY_VAULT')];
    }
    const { rows } = await client.query<{ found: number }>('SELECT count(*)::int AS found FROM kith_keys.data_key WHERE id = ANY($1::uuid[])', [
      end?.keyIds ?? [],
    ]);
    const wanted = end?.keyIds.length ?? 0;
    return [vaultAge(wanted, wanted - (rows[0]?.found ?? 0))];
  });
}

/** The read models in PostgreSQL, and how far they are. */
export async function readServerFindings({ readDb: url }: Config, places: Places): Promise<readonly Finding[]> {
  return asking('read-models', 'KITH_READ_DB', url, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM information_schema.tables WHERE table_name = 'checkpoint' AND table_schema LIKE 'kith%' LIMIT 1");
    if (rows.length === 0) return [ok('read-models', 'PostgreSQL answers; there are no read models yet, the first start makes them')];
    const { items } = await projectionsAtRest(places);
    const behind = items.filter(({ lagSeconds }) => lagSeconds > 60);
    if (behind.length === 0) return [ok('read-models', `PostgreSQL answers; ${items.length} projections, none more than a minute behind`)];
    return [
      warning(
        'read-models',
        `${behind.map(({ name }) => name).join(', ')} lag by more than a minute`,
        'see that an engine with the part projector runs; kith projections tells more',
      ),
    ];
  });
}

async function asking(check: string, setting: string, url: string, ask: (client: Client) => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const client = new Client({ connectionString: url, application_name: 'kith doctor', connectionTimeoutMillis: answerMs, query_timeout: answerMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } catch (error) {
    return [
      problem(check, `PostgreSQL (${setting}) does not answer as it must: ${reasonOf(error)}`, 'is it running, and are address, user and password right?'),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function hasSchema(client: Client, name: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM information_schema.schemata WHERE schema_name = $1', [name])).rows.length > 0;
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${answerMs / 1000} s`)), answerMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
