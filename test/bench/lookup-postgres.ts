import { join } from 'node:path';
import { openMasterKey, PostgresReadDatabase, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { rebuild } from '@kith/read-models';
import type { Benchmark } from './benchmark';
import { assertKeysAgree, fillLog } from './fill/fill-log';
import { startEngine } from './http/engine';
import { Served } from './http/served';
import { figure, underLoad } from './lookup';
import { postgresFor } from './postgres';
import { withScratch } from './scratch';

/** Who is behind an address, over HTTP, where the read models are in PostgreSQL. */
export const lookupPostgres: Benchmark = {
  name: 'lookup-postgres',
  about: 'who is behind an address, over HTTP with one million contact points in PostgreSQL, asked of the engine and of a bare Fastify route',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = 1_000_000, tell } = options;
      const customers = Math.ceil(size / 2);
      const folder = scratch.folder();
      assertKeysAgree(Math.min(customers, 2000));
      await fillLog(folder, { customers, interactions: 0, tell });
      const server = await postgresFor(scratch);
      const database = await server.database();
      tell('building the read models');
      const schema = await rebuiltInto(database, folder);
      const engine = scratch.closing(await startEngine(folder, { KITH_READ_DB: database }));
      const bare = scratch.closing(await Served.start(join(__dirname, 'http', 'bare-fastify-postgres.js'), [database, schema]));
      const { laps, common } = await underLoad(scratch, { engine: engine.url, fastify: bare.url }, ['engine', 'fastify'], customers, options);
      return [figure('lookup-postgres', 0.5, laps.engine, laps.fastify, { ...common, postgres: server.version })];
    }),
};

/** All read models of a data folder that no engine holds, in a PostgreSQL database. @returns the schema they are in */
async function rebuiltInto(url: string, folder: string): Promise<string> {
  const vault = new SqliteKeyVault({ folder, masterKey: openMasterKey(folder).key });
  const store = SqliteEventStore.openReadOnly(folder);
  const database = await PostgresReadDatabase.open({ url });
  try {
    return (await rebuild({ store, personalData: new PersonalData(vault), database, clock: new SystemClock() })).name;
  } finally {
    await database.close();
    await store.close();
    await vault.close();
  }
}
