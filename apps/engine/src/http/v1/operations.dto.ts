import { ProjectionHealth } from '../health.dto';

/** Where the last rebuild that this engine was asked for has come. */
export class RebuildAnswer {
  /** `done`: reads are answered from what was made. `none`: this engine was not asked for one since it started. */
  state: 'none' | 'running' | 'done' | 'failed';
  /**
   * Position of the log that it has come to.
   * @example '250000'
   */
  done: string | null;
  /**
   * Position of the log that it goes to.
   * @example '1000000'
   */
  total: string | null;
  /**
   * Events that it has read.
   * @example 250000
   */
  events: number | null;
  /**
   * How much of the log that is, from 0 to 1.
   * @example 0.25
   */
  share: number | null;
  /**
   * Events a second.
   * @example 31000
   */
  perSecond: number | null;
  /** @example 24.2 */
  secondsLeft: number | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  startedAt: string | null;
  /** @example null */
  endedAt: string | null;
  /**
   * Why it failed; names no person.
   * @example null
   */
  reason: string | null;
}

/** How the projections are. */
export class ProjectionsAnswer {
  /** Empty while the projector is being started. */
  items: ProjectionHealth[];
  rebuild: RebuildAnswer;
}
