import type { DeliveryError } from './deliveries';

/** What is sent to a receiver. */
export interface WebhookMessage {
  /** Names the webhook: connections are kept for each. */
  readonly webhookId: string;
  readonly url: string;
  /** Standard Webhooks secrets (`whsec_…`): a signature for each, the current one first. */
  readonly secrets: readonly string[];
  /** `webhook-id`: the same for every try. */
  readonly id: string;
  /** `webhook-timestamp`: of this try; milliseconds since 1970. */
  readonly at: number;
  /** CloudEvents 1.0, structured JSON. */
  readonly body: string;
}

/** What became of it: the receiver's status, or why there was none. */
export interface WebhookAnswer {
  /** Null without an answer. */
  readonly statusCode: number | null;
  readonly error: DeliveryError | null;
  readonly durationMs: number;
  /** How long the receiver asks to be left alone (RFC 9110, 10.2.3); null when it does not ask. Milliseconds. */
  readonly retryAfterMs: number | null;
}

/** Whether the receiver has it. */
export const isDelivered = ({ statusCode, error }: Pick<WebhookAnswer, 'statusCode' | 'error'>): boolean =>
  error === null && statusCode !== null && statusCode >= 200 && statusCode < 300;

/** Sends over the network, to nowhere it must not. */
export abstract class WebhookSender {
  /** Why nothing may be sent there, as a sentence; undefined when it may, or when that cannot be told before connecting. */
  abstract whyRefused(url: string): Promise<string | undefined>;

  /** One try. Never rejects for what a receiver or the network does; an aborted one rejects. */
  abstract send(message: WebhookMessage, signal?: AbortSignal): Promise<WebhookAnswer>;

  /** Lets go of the connections to a webhook's receiver. */
  abstract forget(webhookId: string): void;

  abstract close(): void;
}
