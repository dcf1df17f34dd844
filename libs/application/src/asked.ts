import type { CommandContext } from '@kith/domain';
import canonicalize from 'canonicalize';
import type { TenantIdentifiers } from './identifiers';
import type { StepContext } from './run';

/**
 * The identity of a command: with an idempotency key, the same asking has the same id, however late, and a MAC of its
 * payload by which another asking under the same key is told apart. Without one, `otherwise` is the id.
 */
export function asked(ids: TenantIdentifiers, context: CommandContext, payload: unknown, otherwise: () => string): StepContext {
  const { idempotencyKey, client, tenant, actor, onBehalfOf, correlationId, causationId, occurredAt, seenPosition, traceparent } = context;
  const commandId = idempotencyKey === undefined ? otherwise() : ids.command(client, idempotencyKey);
  return {
    tenant,
    actor,
    commandId,
    correlationId,
    causationId: causationId ?? commandId,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(idempotencyKey !== undefined && { payloadMac: ids.payloadMac(canonicalize(payload) ?? '') }),
    ...(occurredAt !== undefined && { occurredAt }),
    ...(seenPosition !== undefined && { seenPosition }),
    ...(traceparent !== undefined && { traceparent }),
  };
}
