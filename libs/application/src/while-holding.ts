import type { LeaseHolder, Leases } from './leases';
import { pause, SystemTimers, type Timers } from './webhook/timers';

/** What work is handed that is done while a lease is held. */
export interface Held {
  /** Aborts when the lease is lost, or may be soon, or the process stops: the work is to end at once. */
  readonly signal: AbortSignal;
  /** Says how the work goes: told to everybody who asks for the holder, with the next renewal. */
  tell(status: object): void;
  /** Called with each request that was left for the holder, those that came before included. */
  onRequest(listener: (request: string) => void): void;
}

/** Whether this process does the work, or another one. */
export type Holding =
  | { readonly state: 'working' }
  | {
      readonly state: 'standby';
      /** Undefined while nobody holds the lease, or that cannot be found out. */
      readonly holder: LeaseHolder | undefined;
      /** Why it cannot: the kind of the error. */
      readonly trouble?: string;
    };

export interface HoldingOptions {
  /** Ends everything: the work first, then the lease is given back. */
  readonly signal: AbortSignal;
  /** Told when it changes, and in standby after each look. */
  readonly onChange?: (holding: Holding) => void;
  /** Told what ended the work when it was not asked to end. It begins again after a pause. */
  readonly onFailure?: (error: unknown) => void;
  readonly timers?: Timers;
  /** Milliseconds that only ever grow: a lease must not last longer because somebody set the clock. */
  readonly now?: () => number;
}

/**
 * Milliseconds. A lease is taken for `lease` and renewed every `renew`; work is told to end `ending` before another process
 * can have the lease. Who stands by looks every `look`, so that work goes on at most `lease` + `look` after a holder died.
 */
const times = { lease: 6_000, renew: 2_000, renewAgain: 500, ending: 1_000, look: 1_000, answer: 3_000, farewell: 2_000 };
/** Pauses before work that ended of itself begins again, in milliseconds: the first, and the longest. */
const pauses = { first: 1_000, most: 5_000 };

/**
 * Does the work while it holds the lease, stands by while another process does, for ever: resolves when the signal aborts
 * and the work has ended. Leases that cannot be reached count as not held. A process that is frozen may still go on for a
 * moment when it wakes: the work itself must decide by compare-and-set.
 */
export function whileHolding(leases: Leases, name: string, holder: string, work: (held: Held) => Promise<void>, options: HoldingOptions): Promise<void> {
  return new LeaseRunner(leases, name, holder, work, options).run();
}

class LeaseRunner {
  private readonly timers: Timers;
  private readonly now: () => number;
  private status: object | null = null;
  /** Asked of this holder, and not handed to the work yet. */
  private requests: string[] = [];
  private listener: ((request: string) => void) | undefined;
  private failures = 0;

  constructor(
    private readonly leases: Leases,
    private readonly name: string,
    private readonly holder: string,
    private readonly work: (held: Held) => Promise<void>,
    private readonly options: HoldingOptions,
  ) {
    this.timers = options.timers ?? new SystemTimers();
    this.now = options.now ?? (() => performance.now());
  }

  async run(): Promise<void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      const asked = this.now();
      const held = await this.standBy();
      if (signal.aborted) {
        if (held) await this.release();
      } else if (held) await this.workFrom(asked);
      else await pause(this.timers, times.look, signal);
    }
  }

  /** @returns whether the lease is ours */
  private async standBy(): Promise<boolean> {
    try {
      const held = await this.within(times.answer, this.hold());
      if (held) return true;
      this.change({ state: 'standby', holder: await this.within(times.answer, this.leases.find(this.name)) });
    } catch (error) {
      this.change({ state: 'standby', holder: undefined, trouble: error instanceof Error ? error.name : 'unknown error' });
    }
    return false;
  }

  private async hold(): Promise<boolean> {
    const requests = await this.leases.hold(this.name, this.holder, times.lease, this.status);
    if (requests === undefined) return false;
    this.requests.push(...requests);
    this.handOver();
    return true;
  }

  /** @param taken when the lease was asked for: it lasts from then on at least, whenever the answer came */
  private async workFrom(taken: number): Promise<void> {
    const { signal, onFailure } = this.options;
    const ending = new AbortController();
    const end = () => ending.abort();
    signal.addEventListener('abort', end, { once: true });
    this.change({ state: 'working' });
    void this.renew(taken, ending);
    const began = this.now();
    try {
      if (this.now() < lastsFrom(taken)) await this.work(this.heldUntil(ending.signal));
    } catch (error) {
      if (!ending.signal.aborted) onFailure?.(error);
    }
    const asked = ending.signal.aborted;
    end();
    signal.removeEventListener('abort', end);
    this.listener = undefined;
    this.status = null;
    this.change({ state: 'standby', holder: undefined });
    await this.release();
    this.failures = asked || this.now() - began > pauses.most ? 0 : this.failures + 1;
    await pause(this.timers, asked ? times.look : Math.min(pauses.first * 2 ** (this.failures - 1), pauses.most), signal);
  }

  /** Renews until the work is to end; ends it when the lease is lost, or would be before a renewal could have been answered. */
  private async renew(taken: number, ending: AbortController): Promise<void> {
    const end = () => ending.abort();
    let cancel = this.timers.after(lastsFrom(taken) - this.now(), end);
    ending.signal.addEventListener('abort', () => cancel(), { once: true });
    for (let until = lastsFrom(taken), wait = times.renew; ; ) {
      await pause(this.timers, wait, ending.signal);
      if (ending.signal.aborted) return;
      const asked = this.now();
      // Whoever wakes from a freeze finds its timers late: the lease may have been another's meanwhile.
      if (asked >= until) return end();
      try {
        const held = await this.hold();
        if (ending.signal.aborted) return;
        if (!held) return end();
        [until, wait] = [lastsFrom(asked), times.renew];
        cancel();
        cancel = this.timers.after(until - this.now(), end);
      } catch {
        wait = times.renewAgain;
      }
    }
  }

  private heldUntil(signal: AbortSignal): Held {
    return {
      signal,
      tell: (status) => {
        if (!signal.aborted) this.status = status;
      },
      onRequest: (listener) => {
        this.listener = listener;
        this.handOver();
      },
    };
  }

  private handOver(): void {
    if (!this.listener) return;
    for (const request of this.requests.splice(0)) this.listener(request);
  }

  /** Best effort: a lease that cannot be given back ends by itself. */
  private async release(): Promise<void> {
    await this.within(times.farewell, this.leases.release(this.name, this.holder)).catch(() => undefined);
  }

  private change(holding: Holding): void {
    this.options.onChange?.(holding);
  }

  /** @throws Error when there is no answer in time */
  private async within<T>(ms: number, answer: Promise<T>): Promise<T> {
    let cancel = () => {};
    const late = new Promise<never>((_, reject) => {
      cancel = this.timers.after(ms, () => reject(new NoAnswer('the leases do not answer')));
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      cancel();
    }
  }
}

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Until when work may go on under a lease that was asked for at a moment. */
const lastsFrom = (asked: number): number => asked + times.lease - times.ending;
