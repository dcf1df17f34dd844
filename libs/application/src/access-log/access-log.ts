import type { Role } from '@kith/domain';

/** What kinds of reading are told apart. */
export const accessKinds = ['lookup', 'profile', 'list', 'timeline', 'history', 'ticket', 'merge', 'duplicate', 'feed', 'export', 'access-log'] as const;
export type AccessKind = (typeof accessKinds)[number];

/**
 * That somebody was shown personal data. There is none in the note itself: people are named by their ids, addresses that nobody had by their
 * digests, and the operation by its pattern, so that an erasure leaves nothing to do here.
 */
export interface AccessEntry {
  /** UUIDv7 (RFC 9562) of `at`: entries sort by time. */
  readonly id: string;
  readonly tenant: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly keyId: string;
  readonly role: Role;
  readonly clientName: string;
  /** Opaque id of who was behind the caller, as it said. */
  readonly onBehalfOf: string | null;
  /** Method and pattern, such as `GET /v1/end-users/{id}`. */
  readonly operation: string;
  readonly kind: AccessKind;
  /** Whom something was shown of, each once; of a merged one both the id that was asked for and the one that answered. */
  readonly endUserIds: readonly string[];
  /** Digests of contact points that were asked for and that nobody had, or whose history was read. */
  readonly contactPointIds: readonly string[];
  /** How many items were shown; 0 when nobody was found. */
  readonly count: number;
  /** The stretch of the log that a feed showed: after the one, up to the other, as decimals. */
  readonly positions: { readonly after: string; readonly upTo: string } | null;
  readonly correlationId: string | null;
  /** W3C trace context. */
  readonly traceparent: string | null;
}

/** Conditions that all hold. */
export interface AccessFilter {
  /** Exactly this id was shown or asked for. */
  readonly endUserId?: string | undefined;
  readonly keyId?: string | undefined;
  readonly kind?: AccessKind | undefined;
  /** At this time or later, in milliseconds since 1970 UTC. */
  readonly from?: number | undefined;
  /** Before this time. */
  readonly to?: number | undefined;
}

/** Who was shown which personal data, apart from the log of facts: it is about readers, and has an end. */
export abstract class AccessLog {
  /**
   * Durable when it resolves; entries that are there already stay as they are, so a note may be given again.
   * @throws AccessLogUnavailable when nothing was noted for now, or it is not known whether it was
   */
  abstract note(entries: readonly AccessEntry[]): Promise<void>;
  /** The newest first. @param page `before` is the id of the entry before the page @throws AccessLogUnavailable */
  abstract list(tenant: string, filter: AccessFilter, page: { readonly before?: string | undefined; readonly limit: number }): Promise<readonly AccessEntry[]>;
  /** Of whom there are entries. @throws AccessLogUnavailable */
  abstract tenants(): Promise<readonly string[]>;
  /** Removes the oldest entries from before a time, in milliseconds since 1970 UTC. @returns how many, at most `limit` @throws AccessLogUnavailable */
  abstract forget(tenant: string, before: number, limit: number): Promise<number>;
  /** Fine when repeated. */
  abstract close(): Promise<void>;
}

/** The log of accesses cannot be written or read at the moment; a later try may succeed. */
export class AccessLogUnavailable extends Error {
  override readonly name = 'AccessLogUnavailable';
}

/** The lowest id that an entry of that millisecond can have (RFC 9562, 5.7). */
export function firstIdAt(ms: number): string {
  const time = Math.min(Math.max(0, Math.ceil(ms)), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** Between which ids the entries of a list are: the first inclusive, the second exclusive. */
export function idBounds({ from, to }: AccessFilter, before?: string): { readonly low: string; readonly high: string } {
  const end = to === undefined ? 'g' : firstIdAt(to);
  return { low: from === undefined ? '0' : firstIdAt(from), high: before !== undefined && before < end ? before : end };
}
