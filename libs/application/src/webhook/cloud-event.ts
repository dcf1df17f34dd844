import type { FedEvent } from '../feed/fed-event';

/** Where events come from, as CloudEvents names it: the feed, relative to the engine. */
export const cloudSource = '/v1/events';

/**
 * An event as a webhook tells it: CloudEvents 1.0, structured JSON. Extension attributes are lower-case letters and digits
 * (CloudEvents 1.0.2, 3.1.1).
 */
export function cloudEvent(tenant: string, event: FedEvent, replay: boolean): string {
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: cloudSource,
    type: `kith.${event.type}.v${event.schema}`,
    ...(event.subject !== null && { subject: event.subject }),
    time: event.recordedAt,
    datacontenttype: 'application/json',
    kithtenant: tenant,
    kithposition: event.position,
    kithstream: event.stream,
    kithrevision: event.revision,
    kithoccurredat: event.occurredAt,
    kithactorkind: event.actor.kind,
    kithactorid: event.actor.id,
    ...(event.onBehalfOf !== null && { kithonbehalfof: event.onBehalfOf }),
    kithpersonal: event.personal,
    correlationid: event.correlationId,
    causationid: event.causationId,
    ...(replay && { kithreplay: true }),
    // No attribute of a CloudEvent is a list (1.0.2, 3.1): what they cannot say is in the data.
    data: event.rekey === null ? event.data : { ...event.data, rekey: event.rekey },
  });
}

/** A message by which an administrator finds out whether a receiver is there and checks signatures. */
export const testMessage = (tenant: string, webhookId: string, id: string, now: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: `/v1/webhooks/${webhookId}`,
    type: 'kith.webhook.test',
    time: new Date(now).toISOString(),
    datacontenttype: 'application/json',
    kithtenant: tenant,
    data: { webhookId },
  });
