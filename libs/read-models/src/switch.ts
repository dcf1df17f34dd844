import type { Clock, EventStore, PersonalData } from '@kith/application';
import type { ProjectionStatus } from './lane';
import { Projector } from './project';
import { type ProjectionName, projectionNames } from './projection';
import type { ReadDatabase } from './read-database';
import type { Positions } from './read-models';

/** A projector at work on one database. */
interface AtWork {
  readonly database: ReadDatabase;
  readonly projector: Projector;
  readonly ended: Promise<void>;
}

export interface SwitchingParts {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  /** Closed when {@link SwitchingProjector.run} ends. */
  readonly database: ReadDatabase;
  readonly clock: Clock;
  /** Resolves when every reader of this engine has swapped to the named database: then the one before is removed. */
  readonly readersSwap: (name: string) => Promise<void>;
  /** Milliseconds between two looks at what is offered. */
  readonly lookEvery?: number;
}

/**
 * Keeps the serving database up to date. When a rebuild offers another one, that one is brought up to what this one
 * serves, then readers change over: nobody reads anything older than before.
 */
export class SwitchingProjector {
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<(positions: Positions) => void>();
  private serving: AtWork | undefined;

  constructor(private readonly parts: SwitchingParts) {}

  /** Works until the signal aborts. @throws CheckpointMoved as {@link Projector.run} does */
  async run(signal: AbortSignal): Promise<void> {
    const stop = () => this.stopping.abort();
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
      this.serving = this.start(this.parts.database);
      this.tell(this.serving);
      while (await this.undisturbed(this.serving)) {
        const name = await this.serving.database.offered();
        if (name !== this.serving.database.serving) await this.changeOver(this.serving, name);
      }
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
      if (this.serving) await this.end(this.serving);
    }
  }

  /** As {@link Projector.retry}. */
  async retry(name: ProjectionName): Promise<void> {
    await this.serving?.projector.retry(name);
  }

  /** As {@link Projector.status}, of the database that serves. */
  async status(): Promise<readonly ProjectionStatus[]> {
    return (await this.serving?.projector.status()) ?? [];
  }

  /** As {@link Projector.onProgress}, of the database that serves. */
  onProgress(listener: (positions: Positions) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async changeOver(from: AtWork, name: string): Promise<void> {
    const to = this.start(await from.database.beside(name));
    try {
      if (!(await this.level(from, to))) return await this.end(to);
      // What this one has applied in its last moments, the next one has to have too.
      from.projector.stop();
      await from.ended;
      if (!(await this.level(from, to))) return await this.end(to);
    } catch (error) {
      await this.end(to).catch(() => undefined);
      throw error;
    }
    const before = from.database.serving;
    this.serving = to;
    this.tell(to);
    await from.database.close();
    await this.parts.readersSwap(name);
    await to.database.remove(before);
  }

  /** False when stopped before the second has come as far as the first. */
  private async level(first: AtWork, second: AtWork): Promise<boolean> {
    while (!isLevel(first.projector.positions(), second.projector.positions())) {
      if (!(await this.undisturbed(second, 20))) return false;
    }
    return true;
  }

  private start(database: ReadDatabase): AtWork {
    const { store, personalData, clock } = this.parts;
    const projector = new Projector(store, personalData, database, clock);
    const ended = projector.run(this.stopping.signal);
    // Whoever waits next is told; until then the process is not to end over it.
    ended.catch(() => undefined);
    return { database, projector, ended };
  }

  private async end({ database, projector, ended }: AtWork): Promise<void> {
    projector.stop();
    try {
      await ended;
    } finally {
      await database.close();
    }
  }

  private tell({ projector }: AtWork): void {
    projector.onProgress((positions) => {
      if (this.serving?.projector === projector) for (const listener of this.listeners) listener(positions);
    });
    for (const listener of this.listeners) listener(projector.positions());
  }

  /** Waits a while; false when stopped meanwhile. @throws what ended the projector */
  private async undisturbed({ ended }: AtWork, milliseconds = this.parts.lookEvery ?? 1000): Promise<boolean> {
    const { signal } = this.stopping;
    let wake = () => {};
    const slept = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', wake, { once: true });
    try {
      if (!signal.aborted) await Promise.race([slept, ended]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
    }
    return !signal.aborted;
  }
}

const isLevel = (first: Positions, second: Positions): boolean => projectionNames.every((name) => (second[name] ?? 0n) >= (first[name] ?? 0n));
