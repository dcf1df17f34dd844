import type { DeliveryOutcome } from './deliveries';
import { pause } from './timers';
import { type RegisteredWebhook, type WebhookRegistry, webhookTypes } from './webhook-registry';
import { WebhookRun, type WebhookRunParts } from './webhook-run';
import { troubleOf } from './webhook-sending';

export interface WebhookDispatcherParts extends Omit<WebhookRunParts, 'onTried'> {
  /** The dispatcher's own: it follows the log page by page. */
  readonly registry: WebhookRegistry;
}

/** How deliveries are, over all webhooks of all tenants. */
export interface WebhooksStatus {
  /** How far the log was read for webhooks that come, change and go. */
  readonly position: bigint;
  /** Webhooks that are being delivered to. */
  readonly active: number;
  /** Events that are to be delivered and are not yet. */
  readonly pending: number;
  /** Age of the oldest of them; 0 when there is none. */
  readonly lagSeconds: number;
  /** Tries since the last time this was asked. */
  readonly tried: Readonly<Record<DeliveryOutcome, number>>;
  /** Why something of the engine's own does not work; undefined while all does. */
  readonly trouble: string | undefined;
}

const pageSize = 500;
/** Pause after the log could not be read. Milliseconds. */
const troubleMs = 1_000;

/** Runs every webhook that is active, and ends it when it is paused or deleted. */
export class WebhookDispatcher {
  private readonly runs = new Map<string, WebhookRun>();
  /** What is being done for a webhook: one thing after the other. */
  private readonly turns = new Map<string, Promise<void>>();
  /** Webhooks that this dispatcher has seen paused. */
  private readonly paused = new Set<string>();
  private tried: Record<DeliveryOutcome, number> = none();
  private trouble: string | undefined;

  constructor(private readonly parts: WebhookDispatcherParts) {}

  /** Delivers until aborted; then it lets requests under way end. A log that is away is waited for. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        this.trouble = troubleOf(error);
        if (!signal.aborted) await pause(this.parts.timers, troubleMs, signal);
      }
    }
    for (const id of [...this.runs.keys()]) this.inTurn(id, () => this.end(id));
    await Promise.all(this.turns.values());
  }

  /** Somebody has asked for dead letters of this webhook again. */
  look(webhookId: string): void {
    this.inTurn(webhookId, async () => this.runs.get(webhookId)?.look());
  }

  status(): WebhooksStatus {
    const runs = [...this.runs.values()].map((run) => run.status());
    const oldest = Math.min(...runs.map((run) => run.oldest ?? Number.POSITIVE_INFINITY));
    const tried = this.tried;
    this.tried = none();
    return {
      position: this.parts.registry.readTo,
      active: runs.length,
      pending: runs.reduce((sum, { pending }) => sum + pending, 0),
      lagSeconds: Number.isFinite(oldest) ? Math.max(0, (this.parts.clock.now() - oldest) / 1_000) : 0,
      tried,
      trouble: this.trouble ?? runs.find(({ trouble }) => trouble !== undefined)?.trouble,
    };
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { registry, store, deliveries } = this.parts;
    await registry.refresh();
    const known = registry.all();
    for (const webhook of known) this.settle(webhook);
    // What was deleted while nobody looked, or belongs to another log.
    const living = new Set(known.map(({ id }) => id));
    for (const id of await deliveries.webhooks()) if (!living.has(id)) this.inTurn(id, () => deliveries.forget(id));
    for await (const page of store.subscribe({ after: registry.readTo, limit: pageSize, types: webhookTypes, signal })) {
      this.trouble = undefined;
      for (const id of await registry.apply(page)) {
        const webhook = registry.all().find((one) => one.id === id);
        if (webhook) this.settle(webhook);
      }
    }
  }

  /** Brings the run of a webhook to what the webhook is now. */
  private settle(webhook: RegisteredWebhook): void {
    const { id, status } = webhook;
    if (status === 'active') this.inTurn(id, () => this.begin(webhook));
    else if (status === 'paused') this.inTurn(id, () => this.hold(id));
    else this.inTurn(id, () => this.forget(id));
  }

  private async begin(webhook: RegisteredWebhook): Promise<void> {
    const running = this.runs.get(webhook.id);
    if (running) return running.use(webhook);
    const onTried = (outcome: DeliveryOutcome) => {
      this.tried[outcome]++;
    };
    // Whoever resumes wants to see something happen.
    this.runs.set(webhook.id, new WebhookRun(webhook, { ...this.parts, onTried }, this.paused.delete(webhook.id)));
  }

  private async hold(id: string): Promise<void> {
    this.paused.add(id);
    await this.end(id);
  }

  private async forget(id: string): Promise<void> {
    await this.end(id);
    this.paused.delete(id);
    this.parts.sender.forget(id);
    await this.parts.deliveries.forget(id);
  }

  private async end(id: string): Promise<void> {
    const run = this.runs.get(id);
    this.runs.delete(id);
    await run?.stop();
  }

  private inTurn(id: string, work: () => Promise<void> | undefined): void {
    const turn = (this.turns.get(id) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      // What was not written is read again, what was not forgotten is forgotten at the next start.
      this.trouble = troubleOf(error);
    });
    this.turns.set(id, turn);
    void turn.then(() => {
      if (this.turns.get(id) === turn) this.turns.delete(id);
    });
  }
}

const none = (): Record<DeliveryOutcome, number> => ({ delivered: 0, failed: 0, dead: 0 });
