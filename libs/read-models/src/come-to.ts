import type { ProjectionName } from './projection';

/** How long read models are waited for, and how often it is looked whether they are there. Milliseconds. */
export const patience = { waitMs: 5_000, everyMs: 25 };

/** Whether all of these have come to a position of the log. */
export const standsAt = (reached: ReadonlyMap<ProjectionName, bigint>, needed: readonly ProjectionName[], position: bigint): boolean =>
  needed.every((name) => (reached.get(name) ?? 0n) >= position);
