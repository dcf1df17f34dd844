/** How many persons are without contact since a time. */
export interface CountedWithoutContact {
  /** Those whom a run would erase. */
  readonly persons: number;
  /** Those whom it would keep: of whom a ticket is neither solved nor closed. */
  readonly kept: { readonly openTickets: number };
}

/**
 * Whom the read models know to be without contact since a time: a person who was last heard of, or spoken to, before it; or never was, and the
 * first profile of whom was created before it. A person is all profiles that are one, by the id of the one that stands for them; who is
 * suspended or deleted is one, too, who is erased is not. Each waits until everything up to a position of the log is known.
 * @throws HeldPointsBehind when it has not come so far in time
 */
export abstract class WithoutContact {
  abstract count(tenant: string, since: string, upTo: bigint): Promise<CountedWithoutContact>;

  /** Ids, ascending, behind `after` (empty: from the first), at most `limit`; fewer only when there are no more. Who has an open ticket is among them. */
  abstract behind(tenant: string, since: string, after: string, limit: number, upTo: bigint): Promise<readonly string[]>;

  /** Those of these ids who are still without contact, and have no open ticket. */
  abstract still(tenant: string, since: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlySet<string>>;

  /** How many persons a retention run has erased. */
  abstract erasedBy(tenant: string, runId: string, upTo: bigint): Promise<number>;

  /** Those of them behind `after` whose erasure is not certified yet: a part of it may be left to do. */
  abstract uncertified(tenant: string, runId: string, after: string, upTo: bigint): Promise<readonly string[]>;
}
