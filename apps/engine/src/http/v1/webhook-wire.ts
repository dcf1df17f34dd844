import {
  type DeadLetter,
  type DeliveryAttempt,
  type DeliveryStanding,
  isDelivered,
  type WebhookAnswer as ReceiverAnswer,
  type RegisteredWebhook,
} from '@kith/application';
import type { DeadLetterAnswer, DeliveryAnswer, TestedAnswer } from './webhook-deliveries.dto';
import type { WebhookAnswer } from './webhooks.dto';

const time = (ms: number): string => new Date(ms).toISOString();

/** A webhook as it is shown: everything but its secrets. */
export function webhookAnswer(webhook: RegisteredWebhook, { reached, pending, deadLetters, lastSuccessAt, lastFailure }: DeliveryStanding): WebhookAnswer {
  const { id, status, pauseCause, url, description, types, personalData, after, createdAt, updatedAt } = webhook;
  return {
    id,
    status,
    pauseCause,
    url,
    description,
    types: [...types],
    personalData,
    createdAt,
    updatedAt,
    state: {
      position: (reached ?? after).toString(),
      pending,
      deadLetters,
      lastSuccessAt: lastSuccessAt === null ? null : time(lastSuccessAt),
      lastFailure: lastFailure && { ...lastFailure, at: time(lastFailure.at) },
    },
  };
}

export const deliveryAnswer = ({ position, at, ...rest }: DeliveryAttempt): DeliveryAnswer => ({ position: position.toString(), at: time(at), ...rest });

export const deadLetterAnswer = ({ position, eventId, type, attempts, recordedAt, diedAt, statusCode, error }: DeadLetter): DeadLetterAnswer => ({
  position: position.toString(),
  eventId,
  type,
  attempts,
  recordedAt: time(recordedAt),
  diedAt: time(diedAt),
  statusCode,
  error,
});

export const testedAnswer = (answer: ReceiverAnswer & { readonly messageId: string }): TestedAnswer => {
  const { messageId, statusCode, error, durationMs } = answer;
  return { messageId, delivered: isDelivered(answer), statusCode, error, durationMs };
};
