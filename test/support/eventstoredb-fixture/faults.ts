import type { Endpoint } from './failures';

/** What a fault strikes. `gossip` is also the question which methods the server has, the first that a client asks on a connection. */
export type Target = 'appends' | 'reads' | 'subscriptions' | 'gossip';

/** When an append that meets a fault is stored: before it, after it (also past its deadline), or never. */
export type Stored = 'before' | 'after' | 'never';

interface Scope {
  /** All targets when absent; what only appends can suffer strikes only appends. */
  readonly on?: readonly Target[];
  /** So many calls; until lifted when absent. */
  readonly times?: number;
  /** Strikes this share of the calls by chance, 1 being all. */
  readonly share?: number;
}

/** A fault, plain enough to come as JSON. */
export type Fault = Scope &
  (
    | {
        /** Breaks the connection of the call, or all of them. 'after' stores `lateMs` later. */
        readonly kind: 'drop';
        readonly stored?: Stored;
        readonly all?: boolean;
        readonly lateMs?: number;
      }
    | {
        /**
         * Ends the call without an error, as servers before 25.0 do when they cancel it themselves: a batch with nothing said of the appends in flight,
         * a read after so many events, a subscription.
         */
        readonly kind: 'silent-end';
        readonly stored?: Stored;
        readonly lateMs?: number;
        readonly afterEvents?: number;
      }
    | {
        /** Takes calls and answers when lifted. By default an append is then stored if its deadline has not passed, like by a process that was stopped. */
        readonly kind: 'freeze';
        readonly stored?: 'before' | 'after';
      }
    /** Reads see the log as it was so many milliseconds ago, as a follower's that lags. */
    | { readonly kind: 'stale'; readonly lagMs: number }
    /** Answers an append, and once more `afterMs` later. */
    | { readonly kind: 'late-reply'; readonly afterMs: number }
    /** Sends the client to the leader, or says that none is known. */
    | { readonly kind: 'not-leader'; readonly leader?: Endpoint }
    /** Refuses an append though its revision is right, and without a message. */
    | { readonly kind: 'wrong-revision' }
    /** Waits so long, by chance, before it handles the call; with stored 'before' an append is stored first. */
    | { readonly kind: 'slow'; readonly fromMs: number; readonly toMs: number; readonly stored?: 'before' }
    /** What a server says while it starts or shuts down. */
    | { readonly kind: 'not-ready' }
    | { readonly kind: 'unavailable'; readonly stored?: Stored; readonly lateMs?: number }
    /** What a leader without a quorum says, after a while. */
    | { readonly kind: 'timeout'; readonly afterMs: number; readonly stored?: Stored; readonly lateMs?: number }
    | { readonly kind: 'too-large' }
    | { readonly kind: 'access-denied' }
  );

/** A fault at work. */
export interface ActiveFault {
  readonly fault: Fault;
  /** Resolves when it is lifted. */
  readonly lifted: Promise<void>;
}

interface Switched extends ActiveFault {
  left: number;
  readonly lift: () => void;
}

const appendsOnly: ReadonlySet<Fault['kind']> = new Set(['late-reply', 'wrong-revision', 'too-large']);

/** The switches: the first fault that fits strikes a call. */
export class Faults {
  readonly #active: Switched[] = [];
  readonly #listeners = new Set<() => void>();

  /** Begins a fault and answers how to lift it. */
  begin(fault: Fault): () => void {
    let lift = (): void => undefined;
    const lifted = new Promise<void>((resolve) => {
      lift = resolve;
    });
    const switched: Switched = { fault, lifted, lift, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#active.push(switched);
    for (const listener of this.#listeners) listener();
    return () => this.#end(switched);
  }

  /** Lifts every fault: what is frozen goes on. */
  lift(): void {
    for (const switched of [...this.#active]) this.#end(switched);
  }

  /** The fault that strikes this call, if any; one that strikes a number of times has struck once more. */
  strike(target: Target): ActiveFault | undefined {
    if (this.#active.length === 0) return undefined;
    const switched = this.#active.find(({ fault, left }) => left > 0 && strikes(fault, target) && Math.random() < (fault.share ?? 1));
    if (switched !== undefined) switched.left -= 1;
    return switched;
  }

  /** Calls back whenever a fault begins, so that idle subscriptions meet it too. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(switched: Switched): void {
    const place = this.#active.indexOf(switched);
    if (place >= 0) this.#active.splice(place, 1);
    switched.lift();
  }
}

function strikes({ kind, on }: Fault, target: Target): boolean {
  if (appendsOnly.has(kind)) return target === 'appends';
  if (kind === 'stale') return target === 'reads';
  return on === undefined || on.includes(target);
}

/** A wait within the range of a slow fault, in milliseconds. */
export function chosenDelay({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): number {
  return fromMs + Math.random() * (toMs - fromMs);
}
