import { type Actor, eventCatalogue, idInStream } from '@kith/domain';
import type { StoredEvent } from '../event-store';
import { type Rekeyed, rekeyOf } from './rekey';

/** What a {@link FedEvent} shows of its personal fields. `none`: there are none in it. */
export type PersonalShown = 'none' | 'shown' | 'withheld' | 'erased';

/** An event as those outside the engine see it. Times are RFC 3339 UTC; absent members of the stored event are null. */
export interface FedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** 0 is the first event of the stream. */
  readonly revision: number;
  /** Place in the log of all streams, in commit order; decimal. */
  readonly position: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** The version of the shape that `data` has here: the current one, whatever version was stored. */
  readonly schema: number;
  /** The end user it is about; null where it is about none. */
  readonly subject: string | null;
  readonly personal: PersonalShown;
  /** What a merge or an unmerge changes for those who keep ids of end users; null for every other event. */
  readonly rekey: readonly Rekeyed[] | null;
  /** Personal fields are in it only when `personal` is `shown`, or each as the word `erased`; secrets never are. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The end user that an event is about: whose stream it is, or who holds the contact point or had the interaction. */
export function subjectOf({ stream, data }: Pick<StoredEvent, 'stream' | 'data'>): string | null {
  if (stream.startsWith('endUser-')) return idInStream(stream);
  if (!namesHolder(stream)) return null;
  return typeof data.endUserId === 'string' ? data.endUserId : null;
}

/** Whether the events of a stream say in their data, if at all, which end user they are about. */
export const namesHolder = (stream: string): boolean => stream.startsWith('contactPoint-') || stream.startsWith('interaction-');

/** The event with the data that is to be seen of it: lifted, and personal fields as `personal` says. */
export function fed({ stream, revision, position, type, metadata, data: stored }: StoredEvent, personal: PersonalShown, data: object): FedEvent {
  const { eventId, occurredAt, recordedAt, actor, onBehalfOf = null, commandId, correlationId, causationId } = metadata;
  return {
    id: eventId,
    type,
    stream,
    revision,
    position: position.toString(),
    occurredAt,
    recordedAt,
    actor,
    onBehalfOf,
    commandId,
    correlationId,
    causationId,
    schema: schemaShown(type),
    subject: subjectOf({ stream, data: stored }),
    personal,
    rekey: rekeyOf({ type, stream, data }),
    data: withoutSecrets(type, data as FedEvent['data']),
  };
}

/** The version of what data is lifted to. */
export const schemaShown = (type: string): number => (eventCatalogue[type]?.lifts.length ?? 0) + 1;

/** The member of an event's data that lets somebody in: nobody's to read, whatever their role, for it would outlive their key in every copy of the feed. */
export const secretOf = (type: string): string | undefined => (type === 'ApiKeyCreated' ? 'secretHash' : type.startsWith('Webhook') ? 'secret' : undefined);

export function withoutSecrets(type: string, data: FedEvent['data']): FedEvent['data'] {
  const secret = secretOf(type);
  if (secret === undefined || !(secret in data)) return data;
  const { [secret]: _, ...rest } = data;
  return rest;
}
