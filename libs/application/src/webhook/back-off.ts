/** After each failed try, how long until the next one; milliseconds. After the last of them an event is given up: in all, some three days. */
export const defaultBackOffMs: readonly number[] = [5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1_000);

/** The longest that a receiver's Retry-After is heeded; it may be longer than the back-off, never shorter. */
export const maxRetryAfterMs = 3_600_000;

/** After 410 Gone: long enough for the webhook to be paused, so that no event is used up meanwhile. */
const goneMs = 60_000;

/**
 * When to try again after so many tries; undefined when the event is given up. Between three and five quarters of the
 * back-off, so that what failed together does not come again together.
 * @param chance from 0 to 1
 */
export function nextTry(
  attempts: number,
  now: number,
  answer: { readonly statusCode: number | null; readonly retryAfterMs: number | null },
  backOffMs: readonly number[],
  chance: number,
): number | undefined {
  const pause = backOffMs[attempts - 1];
  if (pause === undefined) return undefined;
  return now + Math.max(Math.round(pause * (0.75 + chance / 2)), askedFor(answer));
}

function askedFor({ statusCode, retryAfterMs }: { readonly statusCode: number | null; readonly retryAfterMs: number | null }): number {
  if (statusCode === 410) return goneMs;
  return statusCode === 429 || statusCode === 503 ? Math.min(retryAfterMs ?? 0, maxRetryAfterMs) : 0;
}
