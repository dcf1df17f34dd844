import type { Page } from '@kith/application';

/** What following a log takes: how to read the page after a position, and how to wait until there may be more. */
export interface Followed {
  read(after: bigint): Promise<Page>;
  /** Resolves once something may lie after the position, and at the latest when the signal aborts or the store closes. */
  more(after: bigint, signal: AbortSignal): Promise<void>;
  readonly closed: boolean;
}

/**
 * Pages from a position on, then live, until aborted or closed. A page without events is yielded too where a filter
 * moved on, so that whoever waits for a position hears that it was passed.
 */
export async function* follow(log: Followed, after: bigint, signal: AbortSignal): AsyncGenerator<Page, void, undefined> {
  let reachedHead = false;
  while (!signal.aborted && !log.closed) {
    const page = await log.read(after);
    if (signal.aborted) return;
    if (page.upTo > after || (page.atHead && !reachedHead)) yield page;
    reachedHead ||= page.atHead;
    after = page.upTo;
    if (page.atHead && !signal.aborted) await log.more(after, signal);
  }
}
