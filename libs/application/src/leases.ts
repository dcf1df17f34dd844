/** Who does a piece of work at the moment, and how it goes. */
export interface LeaseHolder {
  /** One process; named anew at each start. */
  readonly holder: string;
  /** What the holder last said of the work: JSON. */
  readonly status: object | null;
  /** How long ago it said so, in milliseconds, by the clock of whoever keeps the leases. */
  readonly ageMs: number;
}

/**
 * Which of several processes does a piece of work that one alone should do. A lease saves doing things twice; it does not
 * make that impossible: a holder that was frozen may go on for a moment after its lease has passed to another one. What must
 * not be done twice is decided by a compare-and-set on the checkpoint of the work.
 */
export abstract class Leases {
  /**
   * Takes or renews the lease for so many milliseconds from now, and says how the work goes.
   * @returns what was asked of the holder since the last time, each once; undefined when another process holds the lease
   */
  abstract hold(name: string, holder: string, forMs: number, status: object | null): Promise<readonly string[] | undefined>;

  /** Lets the next one have it at once; nothing when it is another's. */
  abstract release(name: string, holder: string): Promise<void>;

  /** Undefined while nobody holds it. */
  abstract find(name: string): Promise<LeaseHolder | undefined>;

  /** Leaves word for the holder, who is told when it next renews the lease. @returns false when nobody holds it */
  abstract ask(name: string, request: string): Promise<boolean>;

  abstract close(): Promise<void>;
}
