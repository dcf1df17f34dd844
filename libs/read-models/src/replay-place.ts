import type { ReadDatabase } from './read-database';

/** What a replay holds: which log, up to where. */
export interface ReplayOf {
  /** Tells the log from every other one. */
  readonly log: string;
  /** The last position, inclusive. */
  readonly position: bigint;
  /** The moment as it was asked for: a position, or an RFC 3339 time. */
  readonly asked: string;
  /** Of the tables, as `readModelsVersion` counts. */
  readonly version: number;
}

/** A place beside what serves, in which the read models of one past moment lie or are being made. */
export abstract class ReplayPlace {
  /** As an operator named it. */
  abstract readonly name: string;

  /** What was begun here, finished or not; undefined where there is nothing yet. @throws ReplayUnusable where there is anything else */
  abstract begun(): Promise<ReplayOf | undefined>;

  /** Makes it, durably, with empty tables. Only where nothing was begun. */
  abstract begin(of: ReplayOf): Promise<void>;

  /** A handle on its read models, to be closed by who asked. Only where something was begun. */
  abstract open(): Promise<ReadDatabase>;

  /** Keeps every other process from building here until it is let go, or this one ends. @throws RebuildInProgress */
  abstract lock(): Promise<{ close(): Promise<void> }>;

  abstract close(): Promise<void>;
}

/** What lies in the place is not the replay that is wanted, or is no replay. The message says what to do. */
export class ReplayUnusable extends Error {
  override readonly name = 'ReplayUnusable';
}
