import {
  type Deliveries,
  EventFeed,
  type EventStore,
  type KeyVault,
  PersonalData,
  SystemClock,
  SystemTimers,
  WebhookDispatcher,
  WebhookRegistry,
  type WebhookSender,
  type WebhooksStatus,
} from '@kith/application';
import { PauseWebhook } from '@kith/domain';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Metrics } from '../http/metrics';
import type { Elsewhere } from './elsewhere';
import type { Opened, WebhookSettings } from './opened';
import type { SharedPlaces } from './places';
import { WebhookPart, type WorkStatus } from './running-parts';
import { type FromWork, WorkInThread } from './work-in-thread';

/** What the thread of the webhooks is started with beside the places. */
export interface WebhookData {
  readonly settings: WebhookSettings;
}

/** A receiver that answered 410 Gone, and to which event. */
export interface GoneReceiver {
  readonly tenant: string;
  readonly webhookId: string;
  readonly eventId: string;
}

/** What it tells: how it is, now and then, and whose receiver is gone for good. */
export type FromWebhooks = FromWork<WebhooksStatus> | ({ readonly kind: 'gone' } & GoneReceiver);

/** What it is told. `look`: dead letters of the webhook are pending again. */
export type ToWebhooks = { readonly kind: 'look'; readonly webhookId: string } | { readonly kind: 'stop' };

/** How often running webhooks tell how they are, in milliseconds. */
export const webhookStatusEveryMs = 500;

/** What delivers stands on. */
export interface DispatcherPorts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly deliveries: Deliveries;
  readonly sender: WebhookSender;
}

/** What delivers, in whatever thread. */
export function dispatcherOver(
  { store, vault, deliveries, sender }: DispatcherPorts,
  { backOffMs }: WebhookSettings,
  onGone: (gone: GoneReceiver) => void,
): WebhookDispatcher {
  const personalData = new PersonalData(vault);
  return new WebhookDispatcher({
    store,
    feed: new EventFeed(store, personalData),
    registry: new WebhookRegistry(store, personalData),
    deliveries,
    sender,
    clock: new SystemClock(),
    timers: new SystemTimers(),
    backOffMs,
    chance: Math.random,
    onGone: ({ tenant, id }, eventId) => onGone({ tenant, webhookId: id, eventId }),
  });
}

/** What deliveries are connected with. */
interface WebhookSurroundings {
  readonly onGone: (gone: GoneReceiver) => void;
  readonly elsewhere: Elsewhere;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Delivers to webhooks in a thread of its own; in this one when the data is in this thread's memory. */
export function startWebhooks(opened: Opened, commands: CommandBus, elsewhere: Elsewhere, log: Logger, metrics: Metrics): WebhookPart {
  const onGone = (gone: GoneReceiver) => {
    pauseGone(commands, gone).catch(() => log.warn({ tenant: gone.tenant, webhookId: gone.webhookId }, 'a webhook whose receiver is gone could not be paused'));
  };
  return opened.shared
    ? new WebhookThread(opened.shared, opened.webhookSettings, { onGone, elsewhere, log, metrics })
    : new WebhooksHere(opened, onGone, metrics);
}

/** Done here, not where it was found out: the thread that delivers decides nothing. */
async function pauseGone(commands: CommandBus, { tenant, webhookId, eventId }: GoneReceiver): Promise<void> {
  const context = { tenant, actor: { kind: 'reactor', id: 'webhooks' } as const, client: 'engine', correlationId: v7(), causationId: eventId };
  await commands.execute(new PauseWebhook(context, webhookId, 'gone'));
}

class WebhookThread extends WebhookPart {
  private readonly thread: WorkInThread<WebhooksStatus, { readonly kind: 'gone' } & GoneReceiver>;

  constructor(shared: SharedPlaces, settings: WebhookSettings, { onGone, elsewhere, log, metrics }: WebhookSurroundings) {
    super();
    this.thread = new WorkInThread<WebhooksStatus, { readonly kind: 'gone' } & GoneReceiver>({
      name: 'webhooks',
      file: 'webhook.worker',
      shared,
      data: { settings } satisfies WebhookData,
      elsewhere,
      onStatus: (status) => metrics.webhooks(status),
      onMessage: onGone,
      log,
      metrics,
    });
  }

  override work(): WorkStatus<WebhooksStatus> {
    return this.thread.work();
  }

  override look(webhookId: string): void {
    this.thread.ask({ kind: 'look', webhookId } satisfies ToWebhooks, webhookId);
  }

  override stop(): Promise<void> {
    return this.thread.stop();
  }
}

class WebhooksHere extends WebhookPart {
  private readonly stopping = new AbortController();
  private readonly dispatcher: WebhookDispatcher;
  private readonly running: Promise<void>;
  private readonly asking: NodeJS.Timeout;
  private latest: WebhooksStatus | undefined;

  constructor({ store, vault, deliveries, webhookSender: sender, webhookSettings }: Opened, onGone: (gone: GoneReceiver) => void, metrics: Metrics) {
    super();
    this.dispatcher = dispatcherOver({ store, vault, deliveries, sender }, webhookSettings, onGone);
    this.running = this.dispatcher.run(this.stopping.signal);
    this.asking = setInterval(() => {
      this.latest = this.dispatcher.status();
      metrics.webhooks(this.latest);
    }, webhookStatusEveryMs);
  }

  override work(): WorkStatus<WebhooksStatus> {
    return { standing: 'working', status: this.latest, ageMs: 0 };
  }

  override look(webhookId: string): void {
    this.dispatcher.look(webhookId);
  }

  override async stop(): Promise<void> {
    clearInterval(this.asking);
    this.stopping.abort();
    await this.running;
  }
}
