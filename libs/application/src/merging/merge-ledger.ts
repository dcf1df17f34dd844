/** A merge as the ledger knows it, of end users or of organizations. */
export interface KnownMerge {
  readonly mergeId: string;
  /** The one that the merged one was linked to. */
  readonly survivorId: string;
  /** The one that was sealed: it stood for its cluster then. */
  readonly mergedId: string;
  readonly isUndone: boolean;
}

/** A declaration as the ledger knows it. */
export interface KnownDifference {
  readonly declarationId: string;
  /** The lower id of the two that were named. */
  readonly endUserId: string;
  readonly otherId: string;
}

/** Finds by its id what the log has by end user or organization. Its rows follow the log. */
export abstract class MergeLedger {
  /** Undefined when everything up to the position is known and it is not there. @throws HeldPointsBehind when that is not known in time */
  abstract merge(tenant: string, mergeId: string, upTo: bigint): Promise<KnownMerge | undefined>;

  /** Likewise for a merge of organizations. */
  abstract organizationMerge(tenant: string, mergeId: string, upTo: bigint): Promise<KnownMerge | undefined>;

  /** Likewise for a declaration. */
  abstract declaration(tenant: string, declarationId: string, upTo: bigint): Promise<KnownDifference | undefined>;
}
