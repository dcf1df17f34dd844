import { AppendOutcomeUnknown, EventStoreUnavailable } from './event-store';
import { KeyVaultUnavailable } from './key-vault';

/** Tries in a row without success, after which a fault is no passing one: with the pauses between them about a minute. */
export const maxTries = 17;

/** Milliseconds before the next try, after so many in a row have failed. */
const pauseMs = (tries: number): number => Math.min(5_000, 100 * 2 ** (tries - 1));

/** Whether a later try may not meet it. */
export const mayPass = (error: unknown): boolean =>
  error instanceof EventStoreUnavailable || error instanceof AppendOutcomeUnknown || error instanceof KeyVaultUnavailable;

/** Does the work again while a store or a vault is away for a moment: hours of work are not lost over a server that is started again. @throws the last failure, or the signal's reason */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || tries === maxTries) throw error;
      await pauseAfter(tries, signal);
    }
  }
}

/** Waits before the next try. @throws the signal's reason */
export async function pauseAfter(tries: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, pauseMs(tries));
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
  signal?.throwIfAborted();
}
