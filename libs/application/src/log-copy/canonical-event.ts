import type { CopiedFrom, EventMetadata } from '@kith/domain';
import canonicalize from 'canonicalize';
import type { StoredText } from '../event-store';

/** An event as every store must hold it, however that orders the members of its JSON. */
export interface CanonicalEvent {
  /** Stream, revision, type, data and metadata, as JSON (RFC 8785), without where it was copied from. */
  readonly text: string;
  readonly copied: CopiedFrom | undefined;
}

/** What a copy must not change of an event, and what it adds. */
export function canonicalEvent({ stream, revision, type, data, metadata }: StoredText): CanonicalEvent {
  const { copied, ...kept } = JSON.parse(metadata) as EventMetadata;
  return { text: canonicalize([stream, revision, type, JSON.parse(data), kept]) ?? '', copied };
}
