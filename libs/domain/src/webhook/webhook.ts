import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { BeginWebhook, ChangeWebhook, DeleteWebhook, PauseWebhook, ReplaceWebhookSecret, ResumeWebhook } from './webhook.commands';
import type { WebhookEvent } from './webhook.events';

/** What decides about a webhook: nothing of it is personal. */
export interface Webhook {
  readonly status: 'unknown' | 'active' | 'paused' | 'deleted';
  /** The vault key of its own, under which URL, description and secrets are sealed. */
  readonly keyId?: string;
}

export type WebhookStep = BeginWebhook | ChangeWebhook | ReplaceWebhookSecret | PauseWebhook | ResumeWebhook | DeleteWebhook;

/** The most webhooks that a tenant has at once. */
export const maxWebhooks = 50;

export const webhook: Decider<Webhook, WebhookStep, WebhookEvent> = {
  stream: ({ context, webhookId }) => streamOf.webhook(context.tenant, webhookId),
  initial: { status: 'unknown' },
  evolve(state, event) {
    switch (event.type) {
      case 'WebhookCreated':
        return { status: 'active', ...(event.keyId !== undefined && { keyId: event.keyId }) };
      case 'WebhookChanged':
      case 'WebhookSecretRotated':
        return state;
      case 'WebhookPaused':
        return { ...state, status: 'paused' };
      case 'WebhookResumed':
        return { ...state, status: 'active' };
      case 'WebhookDeleted':
        return { ...state, status: 'deleted' };
    }
  },
  decide(command, state) {
    if (command instanceof BeginWebhook) return state.status === 'unknown' ? begun(command) : [];
    if (command instanceof DeleteWebhook && state.status === 'deleted') return [];
    if (state.status === 'unknown' || state.status === 'deleted') refuse('webhook-not-found');
    return settled(command, state);
  },
};

const begun = ({ target, secret, after }: BeginWebhook): readonly WebhookEvent[] => [
  { type: 'WebhookCreated', data: { ...target, secret, after: after.toString() } },
];

function settled(command: Exclude<WebhookStep, BeginWebhook>, { status }: Webhook): readonly WebhookEvent[] {
  if (command instanceof ChangeWebhook) return Object.keys(command.changes).length > 0 ? [{ type: 'WebhookChanged', data: command.changes }] : [];
  if (command instanceof ReplaceWebhookSecret) {
    const { secret, previousUntil } = command;
    return [{ type: 'WebhookSecretRotated', data: { secret, previousUntil } }];
  }
  if (command instanceof PauseWebhook) return status === 'paused' ? [] : [{ type: 'WebhookPaused', data: { cause: command.cause } }];
  if (command instanceof ResumeWebhook) return status === 'active' ? [] : [{ type: 'WebhookResumed', data: {} }];
  return [{ type: 'WebhookDeleted', data: {} }];
}
