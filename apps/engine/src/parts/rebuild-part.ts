import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PersonalData, SystemClock } from '@kith/application';
import { RebuildInProgress, type RebuildProgress, type Rebuilt, reasonOf, rebuild } from '@kith/read-models';
import type { Logger } from 'pino';
import type { Opened } from './opened';
import type { Places } from './places';
import { threadLimits } from './thread';

/** What it tells: how far it is, and once how it ended. `elsewhere`: another process is rebuilding the same data. */
export type FromRebuild =
  | { readonly kind: 'progress'; readonly progress: RebuildProgress }
  | { readonly kind: 'offered'; readonly rebuilt: Rebuilt }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Where the last rebuild that this engine was asked for has come. Times are milliseconds since 1970 UTC. */
export interface RebuildStatus extends Partial<RebuildProgress> {
  /** `done`: every reader of this engine uses what was made. */
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
}

/** Rebuilds once. @throws RebuildInProgress, or an error whose message names no person */
export type RunRebuild = (onProgress: (progress: RebuildProgress) => void, signal: AbortSignal) => Promise<Rebuilt>;

/** How long the projector may take to change over to what was made, and how often it is looked at. Milliseconds. */
const changeOver = { within: 60_000, lookEvery: 50 };

/** The part of the engine that builds all read models anew when it is asked to, beside the serving ones. */
export class RebuildPart {
  private latest: RebuildStatus = { state: 'none' };
  private atWork: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  /** @param serving name of the database that this engine reads */
  constructor(
    private readonly run: RunRebuild,
    private readonly serving: () => string,
    private readonly log: Logger,
  ) {}

  status(): RebuildStatus {
    return this.latest;
  }

  /** Resolves when the rebuild is under way. @throws RebuildInProgress while one is, here or in another process */
  async start(): Promise<void> {
    if (this.atWork) throw new RebuildInProgress();
    const [before, startedAt] = [this.latest, Date.now()];
    this.latest = { state: 'running', startedAt };
    let underWay = () => {};
    const begun = new Promise<void>((resolve) => {
      underWay = resolve;
    });
    const made = this.run((progress) => {
      this.latest = { ...this.latest, ...progress };
      underWay();
    }, this.stopping.signal);
    this.atWork = made
      .then((rebuilt) => this.inUse(rebuilt))
      .then(
        () => this.end({ state: 'done' }),
        (error: unknown) => {
          if (error instanceof RebuildInProgress) this.latest = before;
          else this.end({ state: 'failed', reason: error instanceof Error ? error.message : 'unknown reason' });
        },
      )
      .finally(() => {
        this.atWork = undefined;
      });
    await Promise.race([begun, this.atWork]);
    if (this.latest === before) throw new RebuildInProgress();
  }

  /** Ends one that is under way; what serves stays as it is. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error('the engine is stopping'));
    await this.atWork;
  }

  private async inUse({ name }: Rebuilt): Promise<void> {
    for (const until = Date.now() + changeOver.within; this.serving() !== name; ) {
      this.stopping.signal.throwIfAborted();
      if (Date.now() > until) throw new Error('the read models were rebuilt, but the projector has not taken them into use yet');
      await new Promise((resolve) => setTimeout(resolve, changeOver.lookEvery));
    }
  }

  private end(how: Pick<RebuildStatus, 'state' | 'reason'>): void {
    this.latest = { ...this.latest, ...how, endedAt: Date.now() };
    const { state, done, startedAt = 0, endedAt = 0, reason } = this.latest;
    this.log.info({ state, position: done?.toString(), seconds: (endedAt - startedAt) / 1000, reason }, 'the rebuild of the read models has ended');
  }
}

/** Rebuilds in a thread of its own; in this one when the data is in this thread's memory. */
export function rebuildPart({ store, vault, readDatabase, shared }: Opened, log: Logger): RebuildPart {
  const here: RunRebuild = (onProgress, signal) =>
    rebuild({ store, personalData: new PersonalData(vault), database: readDatabase, clock: new SystemClock(), onProgress, signal }).catch(throwReason);
  return new RebuildPart(shared ? inThread(shared.places) : here, () => readDatabase.serving, log);
}

function throwReason(error: unknown): never {
  throw error instanceof RebuildInProgress ? error : new Error(reasonOf(error));
}

const inThread =
  (places: Places): RunRebuild =>
  (onProgress, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(join(__dirname, '..', 'rebuild.worker.js'), { name: 'rebuild', resourceLimits: threadLimits, workerData: places });
      const stop = () => worker.postMessage({ kind: 'stop' });
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: FromRebuild) => {
        if (message.kind === 'progress') onProgress(message.progress);
        else if (message.kind === 'offered') resolve(message.rebuilt);
        else reject(message.kind === 'elsewhere' ? new RebuildInProgress() : new Error(message.reason));
      });
      worker.on('error', (error) => reject(new Error(reasonOf(error))));
      worker.on('exit', () => {
        signal.removeEventListener('abort', stop);
        reject(new Error('the thread of the rebuild ended early'));
      });
    });
