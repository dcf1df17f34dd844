import { setTimeout as pause } from 'node:timers/promises';

const firstMs = 20;

/** Waits before the next try: longer each time up to `mostMs`, and never all at once. Ends at once when aborted. */
export async function backOff(tries: number, mostMs: number, signal?: AbortSignal): Promise<void> {
  const most = Math.min(mostMs, firstMs * 2 ** Math.min(tries, 16));
  await pause(most / 2 + (Math.random() * most) / 2, undefined, { signal }).catch(() => undefined);
}
