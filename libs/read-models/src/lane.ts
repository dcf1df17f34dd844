import type { StoredEvent } from '@kith/application';
import type { Recorded } from '@kith/domain';
import type { Lag } from './lag';
import { type Opened, UnknownEventType } from './open-events';
import type { Handler, Projection, ProjectionName } from './projection';
import type { CheckpointMove } from './read-database';
import type { Statement } from './statement';

/** Why and since when a projection stands still. Holds no personal data. */
export interface Stop {
  /** Of the event that it could not apply. */
  readonly position: bigint;
  /** Type and stream of the event; both empty where no event is at fault, and the position is then where it stands. */
  readonly type: string;
  readonly stream: string;
  readonly reason: string;
  /** Milliseconds since 1970 UTC. */
  readonly since: number;
  readonly attempts: number;
  /** Milliseconds since 1970 UTC. */
  readonly retryAt: number;
}

/** One projection on its way through the log. */
export interface Lane {
  readonly projection: Projection;
  /** All before and at it is applied, durably. */
  position: bigint;
  /** `in-step` lanes share one reading of the log; the others come after on their own. */
  state: 'in-step' | 'catching-up' | 'stopped';
  stop: Stop | undefined;
}

/** What a projection is doing, for readiness and metrics. */
export interface ProjectionStatus {
  readonly name: ProjectionName;
  readonly state: Lane['state'];
  readonly position: bigint;
  readonly stopped: Stop | undefined;
  readonly lag: Lag;
}

/** What a projection makes of a stretch of the log. */
export interface Plan {
  readonly lane: Lane;
  readonly statements: readonly Statement[];
  readonly move: CheckpointMove;
  /** The event that ends the stretch early. */
  readonly failure?: { readonly stored: StoredEvent; readonly error: unknown };
}

/** The statements for everything that the projection has not applied yet, up to the first event that it cannot. */
export function plan(lane: Lane, opened: readonly Opened[], upTo: bigint): Plan {
  const { name, on } = lane.projection;
  const statements: Statement[] = [];
  const from = lane.position;
  let reached = from;
  for (const { stored, event, unreadable } of opened) {
    if (stored.position <= from) continue;
    const handler = on[stored.type as keyof Projection['on']] as Handler<never> | undefined;
    try {
      if (unreadable !== undefined && (handler || unreadable instanceof UnknownEventType)) throw unreadable;
      if (handler) statements.push(...handler(event as Recorded<never>));
    } catch (error) {
      return { lane, statements, move: { name, from, to: reached }, failure: { stored, error } };
    }
    reached = stored.position;
  }
  return { lane, statements, move: { name, from, to: upTo > from ? upTo : from } };
}

/** First pause after a failure, and the longest, in milliseconds: whatever was away, work goes on within seconds after it is back. */
const firstPause = 250;
const longestPause = 5_000;

export const pauseAfter = (attempts: number): number => Math.min(firstPause * 2 ** Math.max(0, attempts - 1), longestPause);
