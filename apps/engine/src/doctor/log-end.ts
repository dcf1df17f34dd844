import type { StoredEvent } from '@kith/application';
import { type Finding, ok, problem, warning } from './finding';

/** The end of the log: what the clock and the vault are held against. */
export interface LogEnd {
  readonly head: bigint;
  /** RFC 3339; undefined for an empty log. */
  readonly newest: string | undefined;
  /** The keys of the last sealed events. */
  readonly keyIds: readonly string[];
}

/** So many events at the end of the log name the keys that a vault which is as new must have. */
export const lookedBack = 500;

/** A clock that runs behind by less is corrected by the engine itself. Milliseconds. */
const tolerated = 2_000;

/** What the last events say, the latest last. */
export function endOf(head: bigint, events: readonly Pick<StoredEvent, 'data' | 'metadata'>[]): LogEnd {
  const keys = events.flatMap(({ data: { personal } }) => (isSealed(personal) ? [personal.k] : []));
  return { head, newest: events.at(-1)?.metadata.recordedAt, keyIds: [...new Set(keys)] };
}

const isSealed = (value: unknown): value is { readonly k: string } =>
  typeof value === 'object' && value !== null && typeof (value as { k?: unknown }).k === 'string';

/** Whether the past lies in the past. */
export function clockFinding({ newest }: Pick<LogEnd, 'newest'>, now: number): Finding {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shown = `${new Date(now).toISOString()} (time zone ${zone}; the engine works in UTC)`;
  if (newest === undefined) return ok('clock', shown);
  const ahead = Date.parse(newest) - now;
  if (ahead <= tolerated) return ok('clock', `${shown}; the newest event is of ${newest}`);
  const says = `the newest event is of ${newest}, ${(ahead / 1000).toFixed(0)} s after now: ${shown}`;
  return ahead < 60_000
    ? warning('clock', says, 'let a time service keep the clock right')
    : problem(
        'clock',
        says,
        'set the clock right: until then the past cannot be told from the future. If the event is what is wrong, look at the clock of whoever wrote it',
      );
}
