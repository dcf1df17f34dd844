import { projectionNames } from './projection';
import type { ReadDatabase } from './read-database';

/**
 * For readers of a shared database: looks whether another one is offered, and calls back once that one has come as far as
 * the one they read, so that nobody reads anything older than before. `onOffered` is to {@link ReadDatabase.swap} every
 * handle; when it throws, or the database is away, it is called again at a next look. Resolves when the signal aborts.
 */
export async function watchOffered(
  database: ReadDatabase,
  onOffered: (name: string) => Promise<void> | void,
  signal: AbortSignal,
  everyMs = 1_000,
): Promise<void> {
  let next: ReadDatabase | undefined;
  const forget = async () => {
    await next?.close().catch(() => undefined);
    next = undefined;
  };
  while (!signal.aborted) {
    try {
      const name = await database.offered();
      if (next && next.serving !== name) await forget();
      if (name !== database.serving) {
        next ??= await database.beside(name);
        if (await hasComeAsFar(next, database)) await onOffered(name);
      }
      if (name === database.serving) await forget();
    } catch {
      // What cannot be asked now is asked at the next look.
    }
    await sleep(everyMs, signal);
  }
  await forget();
}

async function hasComeAsFar(next: ReadDatabase, now: ReadDatabase): Promise<boolean> {
  const [reached, wanted] = [await next.checkpoints(), await now.checkpoints()];
  return projectionNames.every((name) => (reached.get(name) ?? 0n) >= (wanted.get(name) ?? 0n));
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
