import { setTimeout as sleep } from 'node:timers/promises';

const firstMs = 20;

/** Waits before the next try: longer each time up to `mostMs`, and never all at once. Ends at once when aborted. */
export async function backOff(tries: number, mostMs: number, signal?: AbortSignal): Promise<void> {
  const most = Math.min(mostMs, firstMs * 2 ** Math.min(tries, 16));
  await pause(most / 2 + (Math.random() * most) / 2, signal);
}

/** Waits so long, not at all when there is nothing to wait, and not when aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => undefined);
}
