import { refuse } from './refusal';

/** So far another system's clock may go before the engine's. Milliseconds. */
export const clockToleranceMs = 10 * 60_000;

/**
 * What is told with its time has happened; any time in the past will do, because imports tell of years ago.
 * @param at business time, RFC 3339
 * @param now of the engine's clock, milliseconds since 1970 UTC
 * @param pointer JSON pointer to the time in the request
 * @throws Refusal `time-in-future`
 */
export function assertHappened(at: string, now: number, pointer: string): void {
  if (Date.parse(at) <= now + clockToleranceMs) return;
  refuse('time-in-future', `It is ${new Date(now).toISOString()} here: tell of it when it has happened, or correct the clock it comes from.`, { pointer });
}
