import type { CommandContext } from '../command';
import type { PauseCause, WebhookChanges, WebhookTarget } from './webhook.events';

/** Deliver events to a URL from now on, or after a position of the log. */
export class CreateWebhook {
  constructor(
    readonly context: CommandContext,
    readonly target: WebhookTarget,
    readonly from: 'now' | bigint,
  ) {}
}

/** Change where or what is delivered; types and personal data hold for what was not read yet. */
export class ChangeWebhook {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
    readonly changes: WebhookChanges,
  ) {}
}

/** Sign with a new secret. The one before signs, too, for so many seconds. */
export class RotateWebhookSecret {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
    readonly keepPreviousForSeconds: number,
  ) {}
}

/** Send nothing until it is resumed. */
export class PauseWebhook {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
    readonly cause: PauseCause,
  ) {}
}

/** Go on where it was paused. */
export class ResumeWebhook {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
  ) {}
}

/** End it for good; what was not delivered is forgotten. */
export class DeleteWebhook {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
  ) {}
}

/** Step: the webhook begins. */
export class BeginWebhook {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
    readonly target: WebhookTarget,
    readonly secret: string,
    readonly after: bigint,
  ) {}
}

/** Step: another secret signs. */
export class ReplaceWebhookSecret {
  constructor(
    readonly context: CommandContext,
    readonly webhookId: string,
    readonly secret: string,
    /** RFC 3339. */
    readonly previousUntil: string,
  ) {}
}
