import type { EventStoreConnection } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { type Positions, type ProjectionName, type ProjectionStatus, type ReadDatabase, type ReadModels, SwitchingProjector } from '@kith/read-models';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import { whereabouts } from '../http/problem.filter';
import type { Opened, Shared } from './opened';
import { Thread } from './thread';

/** What the thread of the projector is started with. */
export interface ProjectorData {
  readonly connection: EventStoreConnection;
  readonly folder: string;
  readonly masterKey: Uint8Array;
}

/** What it tells: how far it is, after every step, how it is, now and then, and that readers are to use another database. */
export type FromProjector =
  | { readonly kind: 'progress'; readonly positions: Positions }
  | { readonly kind: 'status'; readonly statuses: readonly ProjectionStatus[] }
  | { readonly kind: 'swap'; readonly name: string };

/** What it is told. `swapped`: no reader of this engine uses the database before any more. */
export type ToProjector =
  | { readonly kind: 'retry'; readonly name: ProjectionName }
  | { readonly kind: 'swapped'; readonly name: string }
  | { readonly kind: 'stop' };

/** The part of the engine that keeps the read models, wherever it runs. */
export abstract class ProjectorPart {
  /** Undefined while it is not known: the part has not begun, or was lost and is being started again. */
  abstract statuses(): readonly ProjectionStatus[] | undefined;
  abstract retry(name: ProjectionName): void;
  abstract stop(): Promise<void>;
}

/** How often a running projector tells how it is, in milliseconds. */
export const statusEveryMs = 500;

/**
 * Runs it in a thread of its own; in this one when the data is in this thread's memory.
 * `readersSwap` makes every reader of the engine use the named database.
 */
export async function startProjector(
  opened: Opened,
  readModels: ReadModels,
  readersSwap: (name: string) => Promise<void>,
  log: Logger,
  metrics: Metrics,
): Promise<ProjectorPart> {
  readModels.progressed(Object.fromEntries(await opened.readDatabase.checkpoints()));
  if (opened.shared) return new ProjectorThread(opened.shared, readModels, readersSwap, log, metrics);
  const { readDatabase } = opened;
  return new ProjectorHere(opened, await readDatabase.beside(readDatabase.serving), readModels, readersSwap, log);
}

class ProjectorThread extends ProjectorPart {
  private latest: readonly ProjectionStatus[] | undefined;
  private readonly thread: Thread<FromProjector>;

  constructor({ store, folder, masterKey }: Shared, readModels: ReadModels, readersSwap: (name: string) => Promise<void>, log: Logger, metrics: Metrics) {
    super();
    const swap = async (name: string) => {
      await readersSwap(name);
      this.thread.send({ kind: 'swapped', name } satisfies ToProjector);
      log.info({ database: name }, 'rebuilt read models are in use');
    };
    this.thread = new Thread<FromProjector>({
      name: 'projector',
      file: 'projector.worker',
      start: () => {
        const connection = store.connection();
        return { data: { connection, folder, masterKey } satisfies ProjectorData, transfer: [connection.port] };
      },
      onMessage: (message) => {
        if (message.kind === 'progress') readModels.progressed(message.positions);
        else if (message.kind === 'status') this.latest = message.statuses;
        else
          void swap(message.name).catch((error: unknown) =>
            log.error({ error: whereabouts(error).name, at: whereabouts(error).at }, 'rebuilt read models could not be taken into use'),
          );
      },
      log,
      metrics,
    });
  }

  override statuses(): readonly ProjectionStatus[] | undefined {
    return this.thread.alive ? this.latest : undefined;
  }

  override retry(name: ProjectionName): void {
    this.thread.send({ kind: 'retry', name } satisfies ToProjector);
  }

  override stop(): Promise<void> {
    return this.thread.stop();
  }
}

class ProjectorHere extends ProjectorPart {
  private latest: readonly ProjectionStatus[] | undefined;
  private readonly projector: SwitchingProjector;
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private readonly asking: NodeJS.Timeout;

  /** @param database a handle that is the projector's own: it is closed when another database takes its place */
  constructor({ store, vault }: Opened, database: ReadDatabase, readModels: ReadModels, readersSwap: (name: string) => Promise<void>, log: Logger) {
    super();
    this.projector = new SwitchingProjector({ store, personalData: new PersonalData(vault), database, clock: new SystemClock(), readersSwap });
    this.projector.onProgress((positions) => readModels.progressed(positions));
    this.running = this.projector.run(this.stopping.signal).catch(() => log.error('the projector stood back'));
    this.asking = setInterval(() => void this.look(), statusEveryMs);
    void this.look();
  }

  override statuses(): readonly ProjectionStatus[] | undefined {
    return this.latest;
  }

  override retry(name: ProjectionName): void {
    void this.projector.retry(name);
  }

  override async stop(): Promise<void> {
    clearInterval(this.asking);
    this.stopping.abort();
    await this.running;
  }

  private async look(): Promise<void> {
    this.latest = await this.projector.status();
  }
}
