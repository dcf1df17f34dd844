import {
  ChangeWebhookHandler,
  CreateWebhookHandler,
  DeleteWebhookHandler,
  PauseWebhookHandler,
  ResumeWebhookHandler,
  RotateWebhookSecretHandler,
  WebhookSteps,
} from './webhook-commands';
import { WebhookOperations } from './webhook-operations';
import { WebhookRegistry } from './webhook-registry';

/** The command handlers of webhooks: only whoever answers requests has them, because only there is a sender to check targets with. */
export const webhookHandlers = [
  ChangeWebhookHandler,
  CreateWebhookHandler,
  DeleteWebhookHandler,
  PauseWebhookHandler,
  ResumeWebhookHandler,
  RotateWebhookSecretHandler,
];

/** What they stand on. */
export const webhookServices = [WebhookOperations, WebhookRegistry, WebhookSteps];
