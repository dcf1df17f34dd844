import type { EventStoreConnection } from '@kith/adapters';
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
import type { Opened, Shared, WebhookSettings } from './opened';
import { WebhookPart } from './running-parts';
import { Thread } from './thread';

/** What the thread of the webhooks is started with. */
export interface WebhookData {
  readonly connection: EventStoreConnection;
  readonly folder: string;
  readonly masterKey: Uint8Array;
  readonly settings: WebhookSettings;
}

/** A receiver that answered 410 Gone, and to which event. */
export interface GoneReceiver {
  readonly tenant: string;
  readonly webhookId: string;
  readonly eventId: string;
}

/** What it tells: how it is, now and then, and whose receiver is gone for good. */
export type FromWebhooks = { readonly kind: 'status'; readonly status: WebhooksStatus } | ({ readonly kind: 'gone' } & GoneReceiver);

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

/** Delivers to webhooks in a thread of its own; in this one when the data is in this thread's memory. */
export function startWebhooks(opened: Opened, commands: CommandBus, log: Logger, metrics: Metrics): WebhookPart {
  const onGone = (gone: GoneReceiver) => {
    pauseGone(commands, gone).catch(() => log.warn({ tenant: gone.tenant, webhookId: gone.webhookId }, 'a webhook whose receiver is gone could not be paused'));
  };
  return opened.shared ? new WebhookThread(opened.shared, opened.webhookSettings, onGone, log, metrics) : new WebhooksHere(opened, onGone, metrics);
}

/** Done here, not where it was found out: the thread that delivers decides nothing. */
async function pauseGone(commands: CommandBus, { tenant, webhookId, eventId }: GoneReceiver): Promise<void> {
  const context = { tenant, actor: { kind: 'reactor', id: 'webhooks' } as const, client: 'engine', correlationId: v7(), causationId: eventId };
  await commands.execute(new PauseWebhook(context, webhookId, 'gone'));
}

class WebhookThread extends WebhookPart {
  private latest: WebhooksStatus | undefined;
  private readonly thread: Thread<FromWebhooks>;

  constructor({ store, folder, masterKey }: Shared, settings: WebhookSettings, onGone: (gone: GoneReceiver) => void, log: Logger, metrics: Metrics) {
    super();
    this.thread = new Thread<FromWebhooks>({
      name: 'webhooks',
      file: 'webhook.worker',
      start: () => {
        const connection = store.connection();
        return { data: { connection, folder, masterKey, settings } satisfies WebhookData, transfer: [connection.port] };
      },
      onMessage: (message) => {
        if (message.kind === 'gone') return onGone(message);
        this.latest = message.status;
        metrics.webhooks(message.status);
      },
      log,
      metrics,
    });
  }

  override status(): WebhooksStatus | undefined {
    return this.thread.alive ? this.latest : undefined;
  }

  override look(webhookId: string): void {
    this.thread.send({ kind: 'look', webhookId } satisfies ToWebhooks);
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

  override status(): WebhooksStatus | undefined {
    return this.latest;
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
