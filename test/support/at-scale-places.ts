import { randomBytes } from 'node:crypto';
import { FixtureProcess } from './eventstoredb-fixture/fixture-process';
import { PostgresServer } from './postgres-server';

/** Where engines keep their data when no part of it is in a folder, as settings. */
export type Places = Readonly<Record<'KITH_EVENT_STORE' | 'KITH_STREAM_PREFIX' | 'KITH_READ_DB' | 'KITH_KEY_VAULT' | 'KITH_MASTER_KEY', string>>;

/** The servers that engines at scale stand on: PostgreSQL, and the event store that `KITH_TEST_EVENTSTOREDB` names or else the fixture. */
export class ScaleServers {
  private constructor(
    /** Undefined when the event store is a real one. */
    private readonly fixture: FixtureProcess | undefined,
    readonly eventStoreUrl: string,
    readonly postgres: PostgresServer,
    /** Keys lie on a server of their own where one of the two is to fail alone. */
    readonly vault: PostgresServer,
  ) {}

  /** @param apart whether the key vault has a PostgreSQL of its own */
  static async start(apart = false): Promise<ScaleServers> {
    const named = process.env['KITH_TEST_EVENTSTOREDB'];
    const postgres = await PostgresServer.start();
    const vault = apart ? await PostgresServer.start() : postgres;
    if (named) return new ScaleServers(undefined, named, postgres, vault);
    const fixture = await FixtureProcess.start();
    return new ScaleServers(fixture, fixture.url, postgres, vault);
  }

  /** The event store that fails on demand. @throws Error where it is a real one: its faults are made from outside */
  get eventStore(): FixtureProcess {
    if (!this.fixture) throw new Error('the faults of a real event store are not this test’s to make');
    return this.fixture;
  }

  /** Places without any data. */
  async places(): Promise<Places> {
    return {
      KITH_EVENT_STORE: this.eventStoreUrl,
      KITH_STREAM_PREFIX: newPrefix(),
      KITH_READ_DB: await this.postgres.database(),
      KITH_KEY_VAULT: await this.vault.database(),
      KITH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
  }

  async stop(): Promise<void> {
    await Promise.all([this.fixture?.stop(), this.postgres.stop(), this.vault.stop()]);
  }
}

/** Letters, so that nothing in it means anything to the server. */
const newPrefix = (): string => `kithtest${Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;

/** Whether the end-to-end tests run on servers instead of a data folder: `KITH_E2E=eventstoredb`. */
export const scaled = process.env['KITH_E2E'] === 'eventstoredb';

/** A test of what only an engine with a data folder has. */
export const embeddedOnly = (title: string, test: () => Promise<void>): void => {
  if (!scaled) it(title, test);
};

let servers: Promise<ScaleServers> | undefined;
const placesOf = new Map<string, Promise<Places>>();

/** Where the engine of this folder keeps its data when {@link scaled}: the same whenever it starts again. */
export function placesFor(folder: string): Promise<Places> {
  servers ??= ScaleServers.start();
  const places = placesOf.get(folder) ?? servers.then((started) => started.places());
  placesOf.set(folder, places);
  return places;
}

// One fixture and one PostgreSQL for a spec file, whichever of its engines comes first.
if (scaled && typeof afterAll === 'function')
  afterAll(async () => {
    await (await servers)?.stop();
  });
