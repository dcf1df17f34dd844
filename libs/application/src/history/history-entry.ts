import { type Actor, type DomainEvent, idInStream, type Recorded } from '@kith/domain';
import type { Fields, Told } from './telling';

/** What a stream can be about that has a history of its own. */
export type HistoryKind = 'end-user' | 'contact-point' | 'organization' | 'ticket' | 'interaction';

/** Whose stream a fact is on: contact points, tickets and interactions by their digest. */
export interface HistoryOf {
  readonly kind: HistoryKind;
  readonly id: string;
}

/** One field that a fact changed. Null: it had no value, or has none, or it is erased. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One fact as an auditor reads it. Times are RFC 3339 UTC. */
export interface HistoryEntry {
  /** Place in the log of all streams. */
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly of: HistoryOf;
  /** Business time. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** One or two sentences in plain English. */
  readonly says: string;
  /** As whoever did it gave it. */
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  /** The key is destroyed: values of the person are not among the changes, the fact stays. */
  readonly erased: boolean;
}

const kinds: Readonly<Record<string, HistoryKind>> = {
  endUser: 'end-user',
  contactPoint: 'contact-point',
  organization: 'organization',
  ticket: 'ticket',
  interaction: 'interaction',
};

/** Whose stream it is. @throws Error for one that has no history of this kind */
export function historyOf(stream: string): HistoryOf {
  const kind = kinds[stream.slice(0, stream.indexOf('-'))];
  if (!kind) throw new Error(`there is no history of ${stream}`);
  return { kind, id: idInStream(stream) };
}

/** An event with its words. */
export function entryOf(event: Recorded<DomainEvent>, told: Told, before: Fields): HistoryEntry {
  const { stream, position, type, erased, metadata } = event;
  const { eventId, occurredAt, recordedAt, actor, onBehalfOf = null, commandId, correlationId, causationId } = metadata;
  const { reason } = event.data as { readonly reason?: unknown };
  return {
    position,
    eventId,
    type,
    of: historyOf(stream),
    occurredAt,
    recordedAt,
    actor,
    onBehalfOf,
    commandId,
    correlationId,
    causationId,
    says: erased ? `${told.says} What it said of the person is erased.` : told.says,
    reason: typeof reason === 'string' && !erased ? reason : null,
    changes: changesIn(told, before),
    erased,
  };
}

/** The fields that have another value now; those for the fold alone are left out. */
function changesIn({ sets = {}, adds = {} }: Told, before: Fields): readonly FieldChange[] {
  const set = Object.entries(sets)
    .filter(([field, after]) => !field.startsWith('~') && !isSame(before[field], after))
    .map(([field, after]) => ({ field, before: before[field] ?? null, after: after ?? null }));
  const added = Object.entries(adds).filter(([, after]) => after !== undefined);
  return [...set, ...added.map(([field, after]) => ({ field, before: null, after }))];
}

/** What has no value and what has an empty list are the same: nothing was there, and nothing is. */
const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before ?? blank(after)) === JSON.stringify(after ?? null);

const blank = (like: unknown): unknown => (Array.isArray(like) ? [] : null);
