import type { Actor } from './event';

/** Who asks, for whom, and how to recognise the same asking again. Every command on the bus carries one. */
export interface CommandContext {
  readonly tenant: string;
  readonly actor: Actor;
  /** Opaque id of the person or system that the actor acts for. */
  readonly onBehalfOf?: string;
  /** Name of the calling client: the scope of its idempotency keys. */
  readonly client: string;
  /** The client's key for this write: the same key is the same command, however late. */
  readonly idempotencyKey?: string;
  readonly correlationId: string;
  /** What caused the command: the id of an event for reactors; the command itself when absent. */
  readonly causationId?: string;
  /** Business time, RFC 3339; when it is recorded if absent. */
  readonly occurredAt?: string;
  /** Position of the state that the caller saw: a change in between is refused. */
  readonly seenPosition?: bigint;
  /** W3C trace context. */
  readonly traceparent?: string;
}
