/** How often an event was tried, and with what result. */
export type DeliveryOutcome = 'delivered' | 'failed' | 'dead';

/** Why a try had no answer that counts. */
export type DeliveryError = 'timeout' | 'unreachable' | 'name-unresolved' | 'tls-failed' | 'target-refused' | 'redirected' | 'answer-malformed';

/** An event that a webhook still has to deliver, and that is no longer found by reading on in the log. */
export interface PendingDelivery {
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  /** What is delivered in order among itself: the end user, or the stream of an event that is about none. */
  readonly lane: string;
  /** Tries so far. */
  readonly attempts: number;
  /** Not before; milliseconds since 1970. */
  readonly nextAt: number;
  /** Of the event; milliseconds since 1970. */
  readonly recordedAt: number;
  /** It was given up once, and somebody asked for it again. */
  readonly replay: boolean;
}

/** An event that was given up. */
export interface DeadLetter {
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly lane: string;
  readonly attempts: number;
  readonly recordedAt: number;
  /** When it was given up; milliseconds since 1970. */
  readonly diedAt: number;
  /** Of the last try. */
  readonly statusCode: number | null;
  readonly error: DeliveryError | null;
}

/** One try. */
export interface DeliveryAttempt {
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  /** 1 is the first. */
  readonly attempt: number;
  readonly replay: boolean;
  /** When it began; milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** Null when there was no answer. */
  readonly statusCode: number | null;
  /** Null when there was an answer that counts. */
  readonly error: DeliveryError | null;
  readonly outcome: DeliveryOutcome;
}

/** What becomes of a webhook's deliveries in one step: all of it is durable, or nothing. */
export interface DeliveryStep {
  /** Everything up to here was delivered, or is pending, or was given up. Never goes back. */
  readonly reached?: bigint;
  /** The log ends here, before what was reached: it goes back, once. */
  readonly rewindTo?: bigint;
  /** New, or as it is from now on. */
  readonly put?: readonly PendingDelivery[];
  /** Positions that are pending no longer. */
  readonly drop?: readonly bigint[];
  /** Given up, and so no longer pending. */
  readonly bury?: readonly DeadLetter[];
  readonly attempts?: readonly DeliveryAttempt[];
}

/** How far a webhook is. Times are milliseconds since 1970. */
export interface DeliveryStanding {
  /** Undefined before the first step. */
  readonly reached: bigint | undefined;
  readonly pending: number;
  readonly deadLetters: number;
  readonly lastSuccessAt: number | null;
  readonly lastFailure: { readonly at: number; readonly statusCode: number | null; readonly error: DeliveryError | null } | null;
}

/** A stretch of the log of deliveries; `next` continues it, null at its end. */
export interface AttemptsPage {
  readonly attempts: readonly DeliveryAttempt[];
  readonly next: number | null;
}

/** Somebody asked for dead letters again: the same command is answered the same, however late. */
export interface ReplayCommand {
  readonly commandId: string;
  /** Tells another asking under the same id apart. */
  readonly payload: string;
}

/** What is known of deliveries cannot be read or written at the moment; nothing was stored, and a later try may succeed. */
export class DeliveriesUnavailable extends Error {
  override readonly name = 'DeliveriesUnavailable';
}

/** How many tries a webhook's log keeps, the newest. */
export const maxAttemptsKept = 1_000;

/**
 * What webhooks have delivered and have not: durable, apart from the log. It holds ids, never what was sent. One thread
 * steps, others read and replay.
 */
export abstract class Deliveries {
  /** Ids of all webhooks that something is known of. */
  abstract webhooks(): Promise<readonly string[]>;

  abstract standing(webhookId: string): Promise<DeliveryStanding>;

  /** Everything pending, by position. */
  abstract pending(webhookId: string): Promise<readonly PendingDelivery[]>;

  /** What was given up after a position, oldest first. */
  abstract deadLetters(webhookId: string, page: { readonly after: bigint; readonly limit: number }): Promise<readonly DeadLetter[]>;

  /** The newest tries, from `before` on (exclusive) when it is given. */
  abstract attempts(webhookId: string, page: { readonly before?: number; readonly limit: number }): Promise<AttemptsPage>;

  /** Durable when it resolves. */
  abstract step(webhookId: string, step: DeliveryStep): Promise<void>;

  /**
   * Makes dead letters pending again, to be tried at once: the one at a position, or all. Durable when it resolves.
   * @returns how many; undefined when the same command was given with another payload
   */
  abstract replay(webhookId: string, which: bigint | 'all', now: number, command: ReplayCommand): Promise<number | undefined>;

  /** Forgets all about a webhook. */
  abstract forget(webhookId: string): Promise<void>;

  abstract close(): Promise<void>;
}
