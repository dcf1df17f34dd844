import type { EventMetadata } from '@kith/domain';
import { type PersonalShown, schemaShown } from '../feed/fed-event';
import { cloudSource } from '../webhook/cloud-event';

/** What a CloudEvent is put together from. */
export interface CloudParts {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly metadata: EventMetadata;
  readonly subject: string | null;
  readonly personal: PersonalShown;
  /** JSON. */
  readonly data: string;
}

/** What JSON writes as it is. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** The JSON of `cloudEvent` in cloud-event.ts, member for member, around data that is JSON already. Undefined where something beside the data needs escaping. */
export function cloudText({ type, stream, revision, position, metadata, subject, personal, data }: CloudParts): string | undefined {
  const { eventId, tenant, occurredAt, recordedAt, actor, onBehalfOf, correlationId, causationId } = metadata;
  if (!plain.test(`${type}${stream}${eventId}${tenant}${occurredAt}${recordedAt}${actor.id}${onBehalfOf}${correlationId}${causationId}${subject}`))
    return undefined;
  const what = `"specversion":"1.0","id":"${eventId}","source":"${cloudSource}","type":"kith.${type}.v${schemaShown(type)}"`;
  const whom = subject === null ? '' : `"subject":"${subject}",`;
  const where = `"kithtenant":"${tenant}","kithposition":"${position}","kithstream":"${stream}","kithrevision":${revision}`;
  const who = `"kithoccurredat":"${occurredAt}","kithactorkind":"${actor.kind}","kithactorid":"${actor.id}"`;
  const behalf = onBehalfOf === undefined || onBehalfOf === null ? '' : `"kithonbehalfof":"${onBehalfOf}",`;
  const causes = `"kithpersonal":"${personal}","correlationid":"${correlationId}","causationid":"${causationId}"`;
  return `{${what},${whom}"time":"${recordedAt}","datacontenttype":"application/json",${where},${who},${behalf}${causes},"data":${data}}`;
}
