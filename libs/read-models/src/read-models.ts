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

interface Waiting {
  readonly position: bigint;
  readonly projections: readonly ProjectionName[];
  readonly arrive: () => void;
}

/** How far the read models are, for those who want to read what was just written. */
@Injectable()
export class ReadModels {
  private positions: Positions = {};
  private readonly waiting = new Set<Waiting>();

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {}

  /** To be called with every progress of the projector, and with what was there at the start. */
  progressed(positions: Positions): void {
    this.positions = { ...this.positions, ...positions };
    for (const one of this.waiting) if (this.missing(one.position, one.projections).length === 0) one.arrive();
  }

  /**
   * Resolves when all these projections have applied the log up to the position.
   * @throws ReadModelsBehind after `timeoutMs`, also for a position that is not in the log yet
   */
  async waitFor(position: bigint, projections: readonly ProjectionName[], timeoutMs: number): Promise<void> {
    if (this.missing(position, projections).length === 0) return;
    // What was applied before this process listened is only in the database.
    this.progressed(Object.fromEntries(await this.database.checkpoints()));
    if (this.missing(position, projections).length === 0) return;
    await new Promise<void>((resolve, reject) => {
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

  private missing(position: bigint, projections: readonly ProjectionName[]): readonly ProjectionName[] {
    return projections.filter((name) => (this.positions[name] ?? 0n) < position);
  }
}
