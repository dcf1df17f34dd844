import canonicalize from 'canonicalize';
import { type CommandContext, refuse } from '@kith/domain';
import type { TenantIdentifiers } from './identifiers';
import type { Loaded, StepContext, Trace } from './run';

/**
 * The identity of a command: with an idempotency key, the same asking has the same id, however late, and a MAC of its
 * payload by which another asking under the same key is told apart. Without one, `otherwise` is the id.
 */
export function asked(ids: TenantIdentifiers, context: CommandContext, payload: unknown, otherwise: () => string): StepContext {
  const { idempotencyKey, client, tenant, actor, onBehalfOf, correlationId, causationId, occurredAt, traceparent } = context;
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
    ...(traceparent !== undefined && { traceparent }),
  };
}

/**
 * What this very command left in a stream when it was asked before; undefined when it never was.
 * @throws Refusal `idempotency-key-reused` when the payload was another one
 */
export function before({ commands }: Loaded<unknown>, { commandId, payloadMac }: StepContext): Trace | undefined {
  const trace = commands.get(commandId);
  if (trace && trace.payloadMac !== payloadMac)
    refuse('idempotency-key-reused', 'The idempotency key was used before with another payload: use a new key for a new write.');
  return trace;
}
