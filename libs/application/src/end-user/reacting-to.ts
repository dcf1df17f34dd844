import type { EventMetadata } from '@kith/domain';
import type { StepContext } from '../run';

/**
 * The word of a reactor: its own command, recognised again when the event is delivered again. It never goes under the id of
 * the command that caused the event, whose retry must find its own trace and no later one.
 */
export const reactingTo = ({ tenant, onBehalfOf, eventId, correlationId, occurredAt, traceparent }: EventMetadata, reactor: string): StepContext => ({
  tenant,
  actor: { kind: 'reactor', id: reactor },
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  commandId: eventId,
  correlationId,
  causationId: eventId,
  occurredAt,
  ...(traceparent !== undefined && { traceparent }),
});
