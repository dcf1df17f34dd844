/** Why there was no answer that counts; null when there was one. */
const errors = ['timeout', 'unreachable', 'name-unresolved', 'tls-failed', 'target-refused', 'redirected', 'answer-malformed'] as const;
type DeliveryErrorCode = (typeof errors)[number];

/** One try to deliver an event. */
export class DeliveryAnswer {
  /** @example '1041' */
  position: string;
  /**
   * `webhook-id` of the message, and id of its CloudEvent.
   * @example '5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11'
   */
  eventId: string;
  /** @example 'EndUserCreated' */
  type: string;
  /**
   * 1 is the first.
   * @example 1
   */
  attempt: number;
  /**
   * It was given up once, and somebody asked for it again.
   * @example false
   */
  replay: boolean;
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  /** @example 48 */
  durationMs: number;
  /**
   * What the receiver answered; null without an answer.
   * @example 204
   */
  statusCode: number | null;
  /** @example null */
  error: DeliveryErrorCode | null;
  /**
   * `failed` is tried again, `dead` was the last try.
   * @example 'delivered'
   */
  outcome: 'delivered' | 'failed' | 'dead';
}

/** The newest tries, at most the last 1,000. */
export class DeliveriesAnswer {
  items: DeliveryAnswer[];
  /** @example null */
  nextCursor: string | null;
}

/** An event that was given up. */
export class DeadLetterAnswer {
  /** @example '1041' */
  position: string;
  /** @example '5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11' */
  eventId: string;
  /** @example 'EndUserCreated' */
  type: string;
  /** @example 12 */
  attempts: number;
  /** @example '2026-03-03T10:00:00.000Z' */
  recordedAt: string;
  /** @example '2026-03-06T14:00:00.000Z' */
  diedAt: string;
  /**
   * Of the last try.
   * @example 500
   */
  statusCode: number | null;
  /** @example null */
  error: DeliveryErrorCode | null;
}

/** Events that were given up, in the order of the log. */
export class DeadLettersAnswer {
  items: DeadLetterAnswer[];
  /** @example null */
  nextCursor: string | null;
}

/** They are delivered again from now on, marked with the attribute `kithreplay`. */
export class ReplayedAnswer {
  /**
   * How many.
   * @example 1
   */
  replayed: number;
}

/** What the receiver made of a message of the type `kith.webhook.test`. */
export class TestedAnswer {
  /**
   * `webhook-id` of the message.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  messageId: string;
  /**
   * Whether it answered 2xx in time.
   * @example true
   */
  delivered: boolean;
  /** @example 204 */
  statusCode: number | null;
  /** @example null */
  error: DeliveryErrorCode | null;
  /** @example 48 */
  durationMs: number;
}
