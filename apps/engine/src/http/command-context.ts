import type { Caller } from '@kith/application';
import type { Actor, CommandContext, Role } from '@kith/domain';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { invalid } from './problems';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key it is; undefined on public routes. */
    caller: Caller | undefined;
    /** Made on first use: most reads need none. */
    correlation: string | undefined;
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const visible = /^[\x21-\x7e]{1,128}$/;
/** A bare token, or a quoted sf-string (RFC 8941, 3.3.3) whose only escapes are \" and \\. */
const bareKey = /^[\x21\x23-\x7e]{1,255}$/;
const quotedKey = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,510})"$/;
/** W3C Trace Context: version 00, ids not all zeros. */
const traceparentPattern = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const actorKinds: Readonly<Record<Role, Actor['kind']>> = { service: 'service', agent: 'agent', admin: 'operator', operator: 'operator', auditor: 'operator' };

/** Whose request it is. Routes that are not public always have one. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('the route let a request without a caller through');
  return request.caller;
}

/** Groups what one request, or one chain of requests, brought about: `Kith-Correlation-Id`, or a new UUIDv7. */
export function correlationOf(request: FastifyRequest): string {
  if (request.correlation === undefined) {
    const given = header(request, 'kith-correlation-id');
    if (given !== undefined && !uuidPattern.test(given)) throw invalid({ header: 'Kith-Correlation-Id', detail: 'The header must be a UUID.' });
    request.correlation = given?.toLowerCase() ?? v7();
  }
  return request.correlation;
}

/**
 * Who asks, for whom, and how to recognise the same asking again. A `conditional` write looks at `If-Match` itself; any other
 * refuses it, because a condition that is dropped in silence overwrites what the caller wanted to keep.
 * @throws HttpProblem 400 that names the header at fault
 */
export function commandContext(request: FastifyRequest, kind: 'unconditional' | 'conditional' = 'unconditional'): CommandContext {
  const { tenant, keyId, role, clientName } = callerOf(request);
  if (kind === 'unconditional' && request.headers['if-match'] !== undefined)
    throw invalid({ header: 'If-Match', detail: 'This route takes no conditions: send the request without the header.' });
  const onBehalfOf = header(request, 'kith-on-behalf-of');
  if (onBehalfOf !== undefined && !visible.test(onBehalfOf))
    throw invalid({ header: 'Kith-On-Behalf-Of', detail: 'The header is an opaque id of at most 128 visible ASCII characters.' });
  const traceparent = header(request, 'traceparent');
  if (traceparent !== undefined && !traceparentPattern.test(traceparent))
    throw invalid({ header: 'traceparent', detail: 'The header must be a W3C trace context of version 00.' });
  const idempotencyKey = idempotencyKeyOf(request);
  return {
    tenant,
    actor: { kind: actorKinds[role], id: keyId },
    client: clientName,
    correlationId: correlationOf(request),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(traceparent !== undefined && { traceparent }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
}

/** What a request says of itself, for those who look at it later; what is not well formed counts as not said, because a read is no place to refuse it. */
export function saidBy(request: FastifyRequest): { onBehalfOf: string | null; correlationId: string | null; traceparent: string | null } {
  const said = (name: string, pattern: RegExp): string | null => {
    const value = header(request, name);
    return value !== undefined && pattern.test(value) ? value : null;
  };
  return {
    onBehalfOf: said('kith-on-behalf-of', visible),
    correlationId: said('kith-correlation-id', uuidPattern)?.toLowerCase() ?? request.correlation ?? null,
    traceparent: said('traceparent', traceparentPattern),
  };
}

/** The key as the client means it: quoted and bare are the same key (draft-ietf-httpapi-idempotency-key-header-07). */
function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const given = header(request, 'idempotency-key');
  if (given === undefined) return undefined;
  const key = bareKey.test(given) ? given : quotedKey.exec(given)?.[1]?.replace(/\\(["\\])/g, '$1');
  if (key === undefined || key.length > 255)
    throw invalid({ header: 'Idempotency-Key', detail: 'The header is 1 to 255 visible ASCII characters, bare or as a quoted string.' });
  return key;
}

/** The header's one value; Node joins repeated ones with a comma, which no pattern above takes where it would matter. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
