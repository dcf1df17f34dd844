import { type ImportEvent, type ImportJob, importJob, type Recorded } from '@kith/domain';
import type { StoredEvent } from '../event-store';
import { withoutPersonal } from '../personal-data';

/** How far an import has come, and when. Times are RFC 3339 UTC, of when it was recorded. */
export interface TimedImport extends ImportJob {
  readonly startedAt: string;
  readonly advancedAt: string | null;
  readonly endedAt: string | null;
  readonly revertedAt: string | null;
  readonly position: bigint;
}

/** What makes an import go no further by itself. */
export const isOver = (status: ImportJob['status']): boolean => !['running', 'reverting'].includes(status);

/** An import as its events tell it, one after the other. */
export class ImportProgress {
  private state: ImportJob = importJob.initial;
  private startedAt = '';
  private advancedAt: string | null = null;
  private endedAt: string | null = null;
  private revertedAt: string | null = null;
  private position = 0n;

  /** Takes the next event of its stream. */
  take(stored: StoredEvent): void {
    const event = withoutPersonal(stored) as Recorded<ImportEvent>;
    this.state = importJob.evolve(this.state, event);
    this.position = stored.position;
    const { recordedAt } = stored.metadata;
    if (event.type === 'ImportStarted') this.startedAt = recordedAt;
    else if (event.type === 'ImportAdvanced') this.advancedAt = recordedAt;
    else if (event.type === 'ImportReverted') this.revertedAt = recordedAt;
    else if (isOver(this.state.status)) this.endedAt = recordedAt;
  }

  get now(): TimedImport {
    const { startedAt, advancedAt, endedAt, revertedAt, position } = this;
    return { ...this.state, startedAt, advancedAt, endedAt, revertedAt, position };
  }
}
