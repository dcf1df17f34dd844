import { type EventMetadata, eventCatalogue } from '@kith/domain';
import type { StoredEvent, StoredText } from '../event-store';
import { type FedEvent, fed, namesHolder, type PersonalShown, schemaShown, secretOf, subjectOf, withoutSecrets } from './fed-event';
import { isRekeying, rekeyOf } from './rekey';

/** An event of the feed as it is sent. */
export interface FedText {
  /** Decimal. */
  readonly position: string;
  readonly type: string;
  /** JSON of its {@link FedEvent}, on one line. */
  readonly json: string;
}

/** What of an event is sent as it was stored. */
export interface ClearText {
  readonly subject: string | null;
  readonly personal: 'none' | 'withheld';
  /** JSON. */
  readonly data: string;
}

/** What JSON writes as it is. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
/** The last member of a sealed event, which `sealed` in personal-data.ts writes: nothing in it needs escaping. */
const sealedEnd = /^"personal":\{"v":1,"k":"[\w.:-]+","n":"[\w-]+","c":"[\w-]+"\}\}$/;

/** The JSON of {@link fed}, member for member. */
export function fedText(stored: StoredEvent, personal: PersonalShown, data: object): FedText {
  const said = JSON.stringify(withoutSecrets(stored.type, data as FedEvent['data']));
  const rekey = isRekeying(stored.type) ? JSON.stringify(rekeyOf({ ...stored, data })) : 'null';
  return putTogether(stored, subjectOf(stored), personal, said, rekey) ?? { ...placeOf(stored), json: JSON.stringify(fed(stored, personal, data)) };
}

/**
 * The same, of an event whose data is handed on as it was stored: taking it apart only to write it again is most of what a long
 * replay costs. Undefined where something beside the data needs escaping.
 */
export function copiedText(stored: Omit<StoredEvent, 'data'>, { subject, personal, data }: ClearText): FedText | undefined {
  return putTogether(stored, subject, personal, data, 'null');
}

/**
 * What is seen of an event without personal fields, cut out of its text; undefined where that takes a closer look: at data that
 * must be lifted, that may hold a secret, that says where ids lead, or is not written the way this program writes it.
 */
export function clearText({ type, stream, data: text }: StoredText, { schema }: EventMetadata): ClearText | undefined {
  if (!Object.hasOwn(eventCatalogue, type) || schema !== schemaShown(type) || secretOf(type) !== undefined || isRekeying(type)) return undefined;
  const at = text.lastIndexOf('"personal":');
  if (at >= 0 && !(/[{,]/.test(text[at - 1] ?? '') && sealedEnd.test(text.slice(at)))) return undefined;
  const data = at < 0 ? text : `${text.slice(0, text[at - 1] === ',' ? at - 1 : at)}}`;
  const subject = namesHolder(stream) ? holderIn(data) : subjectOf({ stream, data: {} });
  return subject === undefined ? undefined : { subject, personal: at < 0 ? 'none' : 'withheld', data };
}

/** The end user whom the data names; undefined where a look at the text alone cannot tell. */
function holderIn(data: string): string | null | undefined {
  const at = data.indexOf('"endUserId":');
  if (at < 0) return null;
  // Behind a backslash it is the end of another name, and within an inner object it is somebody else.
  if (data[at - 1] === '\\' || data.lastIndexOf('{', at) !== 0) return undefined;
  const value = data.slice(at + 12, at + 52);
  return value.startsWith('null') ? null : /^"([0-9a-f-]{36})"/.exec(value)?.[1];
}

const placeOf = ({ position, type }: Pick<StoredEvent, 'position' | 'type'>) => ({ position: position.toString(), type });

/** Undefined where a text needs escaping: there JSON.stringify does it. */
function putTogether(stored: Omit<StoredEvent, 'data'>, subject: string | null, personal: PersonalShown, data: string, rekey: string): FedText | undefined {
  const { type, stream, revision, metadata } = stored;
  const { eventId, occurredAt, recordedAt, actor, onBehalfOf = null, commandId, correlationId, causationId } = metadata;
  if (!plain.test(`${type}${stream}${eventId}${occurredAt}${recordedAt}${actor.id}${onBehalfOf}${commandId}${correlationId}${causationId}${subject}`))
    return undefined;
  const place = placeOf(stored);
  const what = `"id":"${eventId}","type":"${type}","stream":"${stream}","revision":${revision},"position":"${place.position}"`;
  const when = `"occurredAt":"${occurredAt}","recordedAt":"${recordedAt}"`;
  const who = `"actor":{"kind":"${actor.kind}","id":"${actor.id}"},"onBehalfOf":${quotedOrNull(onBehalfOf)}`;
  const causes = `"commandId":"${commandId}","correlationId":"${correlationId}","causationId":"${causationId}"`;
  const shape = `"schema":${schemaShown(type)},"subject":${quotedOrNull(subject)},"personal":"${personal}","rekey":${rekey}`;
  return { ...place, json: `{${what},${when},${who},${causes},${shape},"data":${data}}` };
}

const quotedOrNull = (text: string | null): string => (text === null ? 'null' : `"${text}"`);
