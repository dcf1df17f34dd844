import { PersonalData, SystemClock } from '@kith/application';
import { type Positions, type ProjectionName, type ProjectionStatus, type ReadDatabase, type ReadModels, SwitchingProjector } from '@kith/read-models';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import { whereabouts } from '../http/problem.filter';
import type { Elsewhere } from './elsewhere';
import type { Opened } from './opened';
import type { SharedPlaces } from './places';
import { ProjectorPart, type WorkStatus } from './running-parts';
import { type FromWork, WorkInThread } from './work-in-thread';

/** What the thread of the projector tells: how far it is, after every step, how it is, now and then, and that readers are to use another database. */
export type FromProjector =
  | FromWork<readonly ProjectionStatus[]>
  | { readonly kind: 'progress'; readonly positions: Positions; readonly serving: string }
  | { readonly kind: 'swap'; readonly name: string };

/** What it is told. `swapped`: no reader of this process uses the database before any more. */
export type ToProjector =
  | { readonly kind: 'retry'; readonly name: ProjectionName }
  | { readonly kind: 'swapped'; readonly name: string }
  | { readonly kind: 'stop' };

/** How often a running projector tells how it is, in milliseconds. */
export const statusEveryMs = 500;

/** What a projector that runs here is connected with. */
export interface ProjectorSurroundings {
  readonly readModels: ReadModels;
  /** Makes every reader of this process use the named database. */
  readonly readersSwap: (name: string) => Promise<void>;
  readonly elsewhere: Elsewhere;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Runs it in a thread of its own; in this one when the data is in this thread's memory. */
export async function startProjector(opened: Opened, around: ProjectorSurroundings): Promise<ProjectorPart> {
  if (opened.shared) return new ProjectorThread(opened.shared, around);
  const { readDatabase } = opened;
  return new ProjectorHere(opened, await readDatabase.beside(readDatabase.serving), around);
}

class ProjectorThread extends ProjectorPart {
  private readonly thread: WorkInThread<readonly ProjectionStatus[], Exclude<FromProjector, FromWork<readonly ProjectionStatus[]>>>;

  constructor(shared: SharedPlaces, { readModels, readersSwap, elsewhere, log, metrics }: ProjectorSurroundings) {
    super();
    const swap = async (name: string) => {
      await readersSwap(name);
      this.thread.send({ kind: 'swapped', name } satisfies ToProjector);
    };
    this.thread = new WorkInThread({
      name: 'projector',
      file: 'projector.worker',
      shared,
      elsewhere,
      onMessage: (message) => {
        if (message.kind === 'progress') return readModels.progressed(message.positions, message.serving);
        void swap(message.name).catch((error: unknown) =>
          log.error({ error: whereabouts(error).name, at: whereabouts(error).at }, 'rebuilt read models could not be taken into use'),
        );
      },
      log,
      metrics,
    });
  }

  override work(): WorkStatus<readonly ProjectionStatus[]> {
    return this.thread.work();
  }

  override retry(name: ProjectionName): void {
    this.thread.ask({ kind: 'retry', name } satisfies ToProjector, name);
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
  constructor({ store, vault }: Opened, database: ReadDatabase, { readModels, readersSwap, log }: ProjectorSurroundings) {
    super();
    this.projector = new SwitchingProjector({ store, personalData: new PersonalData(vault), database, clock: new SystemClock(), readersSwap });
    this.projector.onProgress((positions, serving) => readModels.progressed(positions, serving));
    this.running = this.projector.run(this.stopping.signal).catch(() => log.error('the projector stood back'));
    this.asking = setInterval(() => void this.look(), statusEveryMs);
    void this.look();
  }

  override work(): WorkStatus<readonly ProjectionStatus[]> {
    return { standing: 'working', status: this.latest, ageMs: 0 };
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
