import { rmSync } from 'node:fs';
import type { StoredEvent } from '@kith/application';
import { everyEvent, logIn } from './at-rest';
import { Load } from './at-scale-load';
import { type Places, ScaleServers } from './at-scale-places';
import type { PostgresServer } from './postgres-server';
import { presetKey, RunningEngine, scratchFolder } from './running-engine';

export type PartNames = 'api' | 'projector' | 'reactor';

/** Several engine processes on the same data: an event store, and PostgreSQL. */
export class AtScale {
  private readonly engines: RunningEngine[] = [];
  private readonly loads: Load[] = [];
  private readonly folder = scratchFolder();

  private constructor(
    readonly servers: ScaleServers,
    readonly places: Places,
  ) {}

  /** @param options `apart` gives the key vault a PostgreSQL of its own, `readDb` makes the database of the read models */
  static async start({ apart = false, readDb }: { apart?: boolean; readDb?: (server: PostgresServer) => Promise<string> } = {}): Promise<AtScale> {
    const servers = await ScaleServers.start(apart);
    return new AtScale(servers, { ...(await servers.places()), ...(readDb && { KITH_READ_DB: await readDb(servers.postgres) }) });
  }

  /** Starts one more engine process that runs these parts; all of them when none is named. */
  async engine(parts: readonly PartNames[] = ['api', 'projector', 'reactor'], settings: Readonly<Record<string, string>> = {}): Promise<RunningEngine> {
    const engine = await RunningEngine.start({
      folder: this.folder,
      settings: { ...presetKey, KITH_LOG_LEVEL: 'warn', ...this.places, KITH_PARTS: parts.join(','), ...settings },
    });
    this.engines.push(engine);
    return engine;
  }

  /** Begins to write without a pause, as {@link Load} does. */
  load(name: string, engines: () => readonly RunningEngine[], clients?: number): Load {
    const load = new Load(name, engines, clients);
    this.loads.push(load);
    return load;
  }

  /** The whole log as it is now. */
  async log(): Promise<readonly StoredEvent[]> {
    const store = logIn(this.places);
    try {
      return await everyEvent(store);
    } finally {
      await store.close();
    }
  }

  /** Ends all engines outright, then the servers. @throws Error with the answers that were not as described */
  async stop(): Promise<void> {
    for (const load of this.loads) load.cancel();
    const ended = await Promise.allSettled(this.engines.map((engine) => engine.discard()));
    await this.servers.stop();
    rmSync(this.folder, { recursive: true, force: true });
    for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
  }
}
