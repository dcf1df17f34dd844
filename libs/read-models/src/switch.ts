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
  /**
   * A handle of its own on what is offered (`await database.beside(await database.offered())`): closed when
   * {@link SwitchingProjector.run} ends.
   */
  readonly database: ReadDatabase;
  readonly clock: Clock;
  /** Resolves when every reader of this engine has swapped to the named database: then the one before is removed. */
  readonly readersSwap: (name: string) => Promise<void>;
  /** Milliseconds between two looks at what is offered. */
  readonly lookEvery?: number;
  /** How long other processes have to use the new database of a shared one before the one before is removed; 15 s by default. */
  readonly graceMs?: number;
}

/** Readers of other processes look every second. Milliseconds. */
const defaultGraceMs = 15_000;
/** How long the next database may take for what this one has applied in its last moments. */
const handOverMs = 2_000;

/**
 * Keeps the serving database up to date. It runs once: who wants to go on after it ended makes a new one, which costs nothing
 * but the handle. When a rebuild offers another one, that one is brought up to what this one
 * serves, then readers change over: nobody reads anything older than before.
 */
export class SwitchingProjector {
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<(positions: Positions, serving: string) => void>();
  private serving: AtWork | undefined;
  /** Removals of databases that other processes may still read for a while. */
  private readonly removing = new Set<Promise<void>>();

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
      await Promise.all(this.removing);
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

  /** As {@link Projector.onProgress}, of the database that serves, whose name is told too. */
  onProgress(listener: (positions: Positions, serving: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async changeOver(serving: AtWork, name: string): Promise<void> {
    let from = serving;
    const to = this.start(await from.database.beside(name));
    try {
      for (let levelled = false; !levelled; ) {
        if (!(await this.level(from, to))) return await this.end(to);
        // What this one has applied in its last moments, the next one has to have too.
        from.projector.stop();
        await from.ended;
        levelled = await this.level(from, to, handOverMs);
        if (this.stopping.signal.aborted) return await this.end(to);
        // Nobody stands still for long over a database that can be read and not written.
        if (!levelled) from = this.resume(from);
      }
    } catch (error) {
      await this.end(to).catch(() => undefined);
      throw error;
    }
    const before = from.database.serving;
    this.serving = to;
    await from.database.close();
    const swapped = this.parts.readersSwap(name).then(() => true);
    if (!(await Promise.race([swapped, this.stopped()]))) return;
    this.tell(to);
    if (to.database.shared) this.removeLater(before);
    else await to.database.remove(before);
  }

  private stopped(): Promise<false> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      if (signal.aborted) resolve(false);
      else signal.addEventListener('abort', () => resolve(false), { once: true });
    });
  }

  /** Left behind when stopped meanwhile: somebody may still read it, and a next rebuild clears it away. */
  private removeLater(name: string): void {
    const removal = this.wait(this.parts.graceMs ?? defaultGraceMs).then(async () => {
      if (!this.stopping.signal.aborted) await this.serving?.database.remove(name).catch(() => undefined);
    });
    this.removing.add(removal);
    void removal.then(() => this.removing.delete(removal));
  }

  /** False when stopped, or when the time is over, before the second has come as far as the first. */
  private async level(first: AtWork, second: AtWork, withinMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    const ends = performance.now() + withinMs;
    while (!first.projector.knowsPositions || !(await this.isLevel(first.projector.positions(), second.projector.positions()))) {
      if (performance.now() > ends || !(await this.undisturbed(second, 20))) return false;
    }
    return true;
  }

  /** Serves again with a database that was to be left. */
  private resume({ database }: AtWork): AtWork {
    this.serving = this.start(database);
    // Where it is was told before it was stopped; what it says before it has looked is nothing to go by.
    this.tellOn(this.serving);
    return this.serving;
  }

  /** What the first has of another log, or of a longer one that was lost, the second cannot come to and need not. */
  private async isLevel(first: Positions, second: Positions): Promise<boolean> {
    const missing = projectionNames.filter((name) => (second[name] ?? 0n) < (first[name] ?? 0n));
    if (missing.length === 0) return true;
    const { store } = this.parts;
    const log = await Promise.all([store.begin(), store.head()]).catch(() => undefined);
    if (!log) return false;
    const [begin, head] = log;
    return missing.every((name) => (first[name] ?? 0n) <= begin || (second[name] ?? 0n) >= head);
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

  private tell(serving: AtWork): void {
    this.tellOn(serving);
    for (const listener of this.listeners) listener(serving.projector.positions(), serving.database.serving);
  }

  private tellOn({ projector, database }: AtWork): void {
    projector.onProgress((positions) => {
      if (this.serving?.projector === projector) for (const listener of this.listeners) listener(positions, database.serving);
    });
  }

  /** Waits a while; false when stopped meanwhile. @throws what ended the projector */
  private async undisturbed({ ended }: AtWork, milliseconds = this.parts.lookEvery ?? 1000): Promise<boolean> {
    await this.wait(milliseconds, ended);
    return !this.stopping.signal.aborted;
  }

  /** Waits a while, or until stopped, or for the other promise. */
  private async wait(milliseconds: number, other?: Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    let wake = () => {};
    const slept = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', wake, { once: true });
    try {
      await Promise.race(other ? [slept, other] : [slept]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
    }
  }
}
