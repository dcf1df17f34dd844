import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresReadDatabase, PostgresReplayPlace, SqliteReadDatabase, SqliteReplayPlace } from '@kith/adapters';
import { projectionNames, type ReadDatabase, type ReplayPlace } from '@kith/read-models';
import { sql } from 'kysely';
import { PostgresServer } from '../support/postgres-server';

/** One kind of database, on which the read models are tried. */
export interface Kind {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** How many random cases to try: fewer where each takes longer. */
  readonly cases: number;
  /** A new, empty database; its handle is to be closed. */
  make(): Promise<ReadDatabase>;
  /** Another handle, on what is offered where the first one came from. */
  again(first: ReadDatabase): Promise<ReadDatabase>;
  /** Of all databases beside each other there, in no order. */
  names(first: ReadDatabase): Promise<readonly string[]>;
  /** A place for a replay beside the first one; its handle is to be closed, and everything in it goes with the first one, or with the tests. */
  replayPlace(first: ReadDatabase, name: string): ReplayPlace;
  /** What an operator is told of a row that is there already. */
  readonly reasonOfTwice: string;
}

const sqlite: Kind = {
  name: 'SQLite',
  cases: Number(process.env.READ_MODEL_CASES ?? 10),
  make: () => SqliteReadDatabase.temporary(),
  again: (first) => SqliteReadDatabase.open((first as SqliteReadDatabase).dataFolder),
  names: async (first) => readdirSync(join((first as SqliteReadDatabase).dataFolder, 'read-models')).filter((name) => name.endsWith('.sqlite')),
  replayPlace: (first, name) => new SqliteReplayPlace(join((first as SqliteReadDatabase).dataFolder, 'replays', name)),
  reasonOfTwice: 'Error ERR_SQLITE_ERROR 1555',
};

// A busy machine takes its time to start a server and to answer from it.
jest.setTimeout(30_000);

let server: PostgresServer | undefined;
const urls = new WeakMap<ReadDatabase, string>();
/** Emptied, and taken again: that is much quicker than to make all tables for each test. */
const idle: PostgresReadDatabase[] = [];
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(async () => {
  await Promise.all(idle.splice(0).map((database) => PostgresReadDatabase.prototype.close.call(database)));
  await server?.stop();
  server = undefined;
}, 60_000);

const postgres: Kind = {
  name: 'PostgreSQL',
  cases: Math.ceil(Number(process.env.READ_MODEL_CASES ?? 10) / 5),
  make: async () => {
    const known = idle.pop();
    if (known) return known;
    const url = await (server as PostgresServer).database();
    const database = await PostgresReadDatabase.open({ url });
    urls.set(database, url);
    const { serving } = database;
    database.close = async () => {
      if ((await namesIn(database)).join() !== serving) return PostgresReadDatabase.prototype.close.call(database);
      await empty(database);
      idle.push(database);
    };
    return database;
  },
  again: (first) => PostgresReadDatabase.open({ url: urls.get(first) as string }),
  names: namesIn,
  replayPlace: (first, name) => new PostgresReplayPlace({ url: urls.get(first) as string }, name),
  reasonOfTwice: 'error 23505',
};

async function namesIn({ kysely }: ReadDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kith_read.database`.execute(kysely);
  return rows.map(({ name }) => name);
}

async function empty({ kysely }: ReadDatabase): Promise<void> {
  for (const { name } of await kysely.introspection.getTables()) if (name !== 'checkpoint') await sql`delete from ${sql.table(name)}`.execute(kysely);
  await kysely.deleteFrom('checkpoint').execute();
  await kysely
    .insertInto('checkpoint')
    .values(projectionNames.map((name) => ({ name, position: 0 })))
    .execute();
}

/** Every kind of database that read models are kept in: what is tried on one of them is tried on all. */
export const kinds: readonly Kind[] = [sqlite, postgres];
