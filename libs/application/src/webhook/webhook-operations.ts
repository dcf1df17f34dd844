import { type CommandContext, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Clock } from '../clock';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { testMessage } from './cloud-event';
import { Deliveries } from './deliveries';
import { secretsAt, WebhookRegistry } from './webhook-registry';
import { type WebhookAnswer, WebhookSender } from './webhook-sender';

/** What an administrator asks of a webhook's deliveries; nothing of it is a fact of the log. */
@Injectable()
export class WebhookOperations {
  constructor(
    @Inject(WebhookRegistry) private readonly registry: WebhookRegistry,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(WebhookSender) private readonly sender: WebhookSender,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** Sends `kith.webhook.test` at once. @throws Refusal `webhook-not-found` */
  async test(context: CommandContext, webhookId: string): Promise<WebhookAnswer & { readonly messageId: string }> {
    const webhook = await this.existing(context.tenant, webhookId);
    const messageId = await this.commandId(context, ['TestWebhook', webhookId]);
    const at = this.clock.now();
    const body = testMessage(context.tenant, webhookId, messageId, at);
    const answer = await this.sender.send({ webhookId, url: webhook.url, secrets: secretsAt(webhook, at), id: messageId, at, body });
    return { ...answer, messageId };
  }

  /**
   * Makes dead letters pending again: the one at a position, or all.
   * @returns how many
   * @throws Refusal `webhook-not-found`, `delivery-not-found`, `idempotency-key-reused`
   */
  async replay(context: CommandContext, webhookId: string, which: bigint | 'all'): Promise<number> {
    await this.existing(context.tenant, webhookId);
    const command = { commandId: await this.commandId(context, ['ReplayDeadLetters', webhookId]), payload: which.toString() };
    const replayed = await this.deliveries.replay(webhookId, which, this.clock.now(), command);
    if (replayed === undefined) refuse('idempotency-key-reused', 'The idempotency key was used before with another payload: use a new key for a new write.');
    if (replayed === 0 && which !== 'all') refuse('delivery-not-found');
    return replayed;
  }

  private async existing(tenant: string, webhookId: string) {
    await this.registry.refresh();
    const webhook = this.registry.find(tenant, webhookId);
    return webhook && webhook.status !== 'deleted' ? webhook : refuse('webhook-not-found');
  }

  private async commandId(context: CommandContext, payload: unknown): Promise<string> {
    return asked(await this.identifiers.of(context.tenant), context, payload, () => this.newIds.next()).commandId;
  }
}
