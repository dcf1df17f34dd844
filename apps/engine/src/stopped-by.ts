/** Somebody ended the program; nothing half is left. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor() {
    super('it was interrupted, and leaves nothing behind');
  }
}

/** Aborted by the first of these signals; a second one ends the process at once. */
export function stoppedBy(...signals: readonly NodeJS.Signals[]): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of signals) process.once(signal, () => interrupted.abort(new Interrupted()));
  return interrupted.signal;
}
