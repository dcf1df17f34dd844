/** Does something later. Tests bring their own time. */
export abstract class Timers {
  /** @returns what calls it off */
  abstract after(ms: number, work: () => void): () => void;
}

/** The longest that a timer of the runtime waits without overflowing (2^31 - 1 ms). */
const maxMs = 2_147_483_647;

export class SystemTimers extends Timers {
  after(ms: number, work: () => void): () => void {
    const timer = setTimeout(work, Math.min(Math.max(ms, 0), maxMs));
    return () => clearTimeout(timer);
  }
}

/** Resolves after so long, or when the signal aborts. */
export function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = timers.after(ms, done);
    signal.addEventListener('abort', done);
  });
}
