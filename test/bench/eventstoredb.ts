import { randomBytes, randomUUID } from 'node:crypto';
import { EventStoreDbEventStore, PostgresKeyVault } from '@kith/adapters';
import { FixtureProcess } from '../support/eventstoredb-fixture';
import type { Benchmark, RunOptions } from './benchmark';
import { assertKeysAgree, fill } from './fill/fill-log';
import type { OnServer } from './fill/server-log';
import { postgresFor } from './postgres';
import { compare } from './record';
import { ratioOf, summary } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import { SideProcess } from './side-process';

const reach = 0.5;
/** Customers known from the start, unless the whole benchmark is made smaller than that. */
const knownCustomers = 5_000;

/** Interactions of customers whom the log on an EventStoreDB knows. */
export const eventStoreDb: Benchmark = {
  name: 'eventstoredb',
  about: 'interactions of known contacts, recorded in EventStoreDB by the engine and appended by the bare client, 64 at once',
  run: (options) =>
    withScratch(async (scratch) => {
      const { rounds, tell, size: count = 10_000 } = options;
      const customers = Math.min(knownCustomers, Math.max(10, count));
      assertKeysAgree(Math.min(customers, 2_000));
      const { url, server } = await serverFor(scratch);
      tell(`on ${server}`);
      // Streams of an earlier run may still be there.
      const run = randomUUID().replaceAll(/[^a-f]/g, '');
      const engine = await engineOn(scratch, { url, streamPrefix: `engine${run}` }, customers, options);
      const bare = scratch.closing(
        await SideProcess.start('bare-eventstoredb', { url, streamPrefix: `bare${run}`, customers, interactions: count * (rounds + 1) }),
      );
      const laps = await compare({ engine, bare }, count, options);
      const sameWork = isSameWork(await engine.tally(), await bare.tally());
      const { median, range, rounds: ratios } = ratioOf(laps.engine, laps.bare);
      const detail = {
        rounds: ratios,
        range,
        engine: summary(laps.engine),
        bare: summary(laps.bare),
        perRound: count,
        known: customers,
        inFlight: 64,
        server,
        sameWork,
      };
      return [{ name: 'eventstoredb', ratio: median, reach, holds: sameWork === true && median >= reach, detail }];
    }),
};

/** The server or cluster that `KITH_TEST_EVENTSTOREDB` names, or one that speaks the same protocol and keeps everything in memory. */
async function serverFor(scratch: Scratch): Promise<{ readonly url: string; readonly server: string }> {
  const given = process.env['KITH_TEST_EVENTSTOREDB'];
  if (given) return { url: given, server: 'the server that KITH_TEST_EVENTSTOREDB names' };
  const fixture = await FixtureProcess.start();
  scratch.closing({ close: () => fixture.stop() });
  return { url: fixture.url, server: 'the test fixture, which keeps everything in memory' };
}

/** The engine with everything on servers, and customers that it knows. */
async function engineOn(scratch: Scratch, { url, streamPrefix }: OnServer, customers: number, { tell }: RunOptions): Promise<SideProcess> {
  const postgres = await postgresFor(scratch);
  const [readDb, keyVault] = [await postgres.database(), await postgres.database()];
  const masterKey = randomBytes(32);
  tell(`filling in ${customers} customers`);
  const store = EventStoreDbEventStore.open({ url, streamPrefix });
  const vault = await PostgresKeyVault.open({ url: keyVault, masterKey });
  try {
    await fill(store, vault, { customers, interactions: 0, tell }, 64);
  } finally {
    await store.close();
    await vault.close();
  }
  const settings = {
    KITH_EVENT_STORE: url,
    KITH_STREAM_PREFIX: streamPrefix,
    KITH_READ_DB: readDb,
    KITH_KEY_VAULT: keyVault,
    KITH_MASTER_KEY: masterKey.toString('base64'),
  };
  const workload = { outcome: 'matched', customers } as const;
  return scratch.closing(await SideProcess.start('engine-eventstoredb', { folder: scratch.folder(), settings, workload, url, streamPrefix }));
}
