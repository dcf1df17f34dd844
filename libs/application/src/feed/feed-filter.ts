import type { StoredEvent } from '../event-store';

/** Which events a follower wants: those that every given member lets through. */
export interface FeedFilter {
  /** Full names of streams, or categories such as `endUser`: all streams of that kind. */
  readonly streams?: readonly string[];
  readonly types?: readonly string[];
  /** Id of the actor. */
  readonly actor?: string;
  /** Id of the end user that the event is about, as the event names it. */
  readonly subject?: string;
}

/** What a filter looks at, beside the subject. */
export type Filtered = Pick<StoredEvent, 'stream' | 'type' | 'metadata'>;

/** Whether an event about this subject is of this tenant and passes the filter. */
export function matching(tenant: string, { streams, types, actor, subject }: FeedFilter): (event: Filtered, about: string | null) => boolean {
  const wantedTypes = types && new Set(types);
  const wantedStreams = streams && new Set(streams);
  return ({ stream, type, metadata }, about) =>
    metadata.tenant === tenant &&
    (!wantedTypes || wantedTypes.has(type)) &&
    (!wantedStreams || wantedStreams.has(stream) || wantedStreams.has(categoryOf(stream))) &&
    (actor === undefined || metadata.actor.id === actor) &&
    (subject === undefined || about === subject);
}

/** The one stream that the filter names in full; undefined when others can match too. */
export function onlyStream({ streams }: FeedFilter): string | undefined {
  const [stream] = streams ?? [];
  return streams?.length === 1 && stream?.includes('-') ? stream : undefined;
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));
