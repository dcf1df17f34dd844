import { Inject, Injectable } from '@nestjs/common';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';

/** How far each projection has come. */
export type Positions = Readonly<Partial<Record<ProjectionName, bigint>>>;

/** The read models did not get there in time; a later try may find them there. */
export class ReadModelsBehind extends Error {
  override readonly name = 'ReadModelsBehind';
  constructor(readonly projections: readonly ProjectionName[]) {
    super(`behind: ${projections.join(', ')}`);
  }
}

/** The database of the read models cannot be reached or used at the moment; a later try may succeed. */
export class ReadModelsUnavailable extends Error {
  override readonly name = 'ReadModelsUnavailable';
}

interface Waiting {
  readonly position: bigint;
  readonly projections: readonly ProjectionName[];
  readonly arrive: () => void;
}

/** How often the database is looked at while somebody waits for what other processes apply, and at least while it is away. Milliseconds. */
const lookEvery = { first: 20, most: 1_000 };
/** How long the first look may take for somebody who would not wait at all. Milliseconds. */
const firstLookMs = 1_000;

/** How far the read models are, for those who want to read what was just written. */
@Injectable()
export class ReadModels {
  private positions: Positions = {};
  private readonly waiting = new Set<Waiting>();
  /** One look for all who ask at the same time. */
  private looking: Promise<void> | undefined;
  private following = false;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {}

  /**
   * To be called with every progress of the projector, and with what was there at the start.
   * @param of name of the database that has come so far: what readers here do not read (yet) tells them nothing
   */
  progressed(positions: Positions, of?: string): void {
    if (of !== undefined && of !== this.database.serving) return;
    this.positions = { ...this.positions, ...positions };
    for (const one of this.waiting) if (this.missing(one.position, one.projections).length === 0) one.arrive();
  }

  /**
   * Resolves when all these projections have applied the log up to the position.
   * @throws ReadModelsBehind after `timeoutMs`, also for a position that is not in the log yet
   */
  async waitFor(position: bigint, projections: readonly ProjectionName[], timeoutMs: number): Promise<void> {
    if (this.missing(position, projections).length === 0) return;
    const began = performance.now();
    // What was applied before this process listened, or by another one, is only in the database.
    if (this.database.shared) await within(Math.max(timeoutMs, firstLookMs), this.look()).catch(() => undefined);
    else await this.look();
    if (this.missing(position, projections).length === 0) return;
    const arrived = this.arrival(position, projections, Math.max(0, timeoutMs - (performance.now() - began)));
    if (this.database.shared) void this.follow();
    await arrived;
  }

  private arrival(position: bigint, projections: readonly ProjectionName[], timeoutMs: number): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.waiting.delete(one);
      };
      const timer = setTimeout(() => {
        leave();
        reject(new ReadModelsBehind(this.missing(position, projections)));
      }, timeoutMs);
      const one: Waiting = {
        position,
        projections,
        arrive: () => {
          leave();
          resolve();
        },
      };
      this.waiting.add(one);
    });
  }

  /** Looks again and again for as long as somebody waits. */
  private async follow(): Promise<void> {
    if (this.following) return;
    this.following = true;
    let pause = lookEvery.first;
    while (this.waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.waiting.size === 0) break;
      pause = await this.look().then(
        () => lookEvery.first,
        () => Math.min(pause * 2, lookEvery.most),
      );
    }
    this.following = false;
  }

  private look(): Promise<void> {
    this.looking ??= this.read().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async read(): Promise<void> {
    const { serving } = this.database;
    this.progressed(Object.fromEntries(await this.database.checkpoints()), serving);
  }

  private missing(position: bigint, projections: readonly ProjectionName[]): readonly ProjectionName[] {
    return projections.filter((name) => (this.positions[name] ?? 0n) < position);
  }
}

/** Resolves with the work, or when the time is over. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
