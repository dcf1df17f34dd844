import { type PauseCause, type Recorded, type WebhookEvent, webhookEvents } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type Page } from '../event-store';
import { PersonalData } from '../personal-data';

/** A webhook as it is now, opened. */
export interface RegisteredWebhook {
  readonly id: string;
  readonly tenant: string;
  readonly status: 'active' | 'paused' | 'deleted';
  /** Why it is paused; null while it is not. */
  readonly pauseCause: PauseCause | null;
  readonly url: string;
  readonly description: string | null;
  /** Every type when empty. */
  readonly types: readonly string[];
  readonly personalData: boolean;
  readonly secret: string;
  /** Earlier secrets that sign until a moment, the latest first; milliseconds since 1970. */
  readonly previous: readonly { readonly secret: string; readonly until: number }[];
  /** Deliveries begin after this position. */
  readonly after: bigint;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of its last event. */
  readonly position: bigint;
}

/** The types of which {@link WebhookRegistry} is made. */
export const webhookTypes = Object.keys(webhookEvents);
const pageSize = 500;
/** Earlier secrets that are remembered; who rotates more often than that has retired them. */
const maxPrevious = 4;

/** All webhooks of all tenants, folded from the log as far as it was read: there are few of them, and they change seldom. */
@Injectable()
export class WebhookRegistry {
  private readonly webhooks = new Map<string, RegisteredWebhook>();
  private position = 0n;
  private refreshing: Promise<void> | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personalData: PersonalData,
  ) {}

  /** How far the log was read. */
  get readTo(): bigint {
    return this.position;
  }

  /** Reads what was committed before the call. */
  async refresh(): Promise<void> {
    // A reading that began before this call may have passed what the caller has just written.
    await this.refreshing?.catch(() => undefined);
    this.refreshing ??= this.readOn().finally(() => {
      this.refreshing = undefined;
    });
    await this.refreshing;
  }

  /** Takes in a page of the log that follows what was read, and says whose webhooks it changed. */
  async apply({ events, upTo }: Pick<Page, 'events' | 'upTo'>): Promise<readonly string[]> {
    const changed = new Set<string>();
    for (const stored of events) {
      if (stored.position <= this.position || !Object.hasOwn(webhookEvents, stored.type)) continue;
      const event = (await this.personalData.open(stored)) as Recorded<WebhookEvent>;
      const id = event.stream.slice(event.stream.indexOf('.') + 1);
      const next = evolved(this.webhooks.get(id), id, event);
      if (next) this.webhooks.set(id, next);
      changed.add(id);
      this.position = stored.position;
    }
    if (upTo > this.position) this.position = upTo;
    return [...changed];
  }

  /** A tenant's webhook, deleted ones too; undefined for an id that the tenant never had. */
  find(tenant: string, id: string): RegisteredWebhook | undefined {
    const found = this.webhooks.get(id);
    return found?.tenant === tenant ? found : undefined;
  }

  /** The webhooks that a tenant has, oldest first. */
  list(tenant: string): readonly RegisteredWebhook[] {
    return this.all().filter((one) => one.tenant === tenant && one.status !== 'deleted');
  }

  /** Every webhook of every tenant, deleted ones too. */
  all(): readonly RegisteredWebhook[] {
    return [...this.webhooks.values()];
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const page = await this.store.readAll({ after: this.position, limit: pageSize, types: webhookTypes });
      await this.apply(page);
      if (page.atHead) return;
    }
  }
}

function evolved(before: RegisteredWebhook | undefined, id: string, event: Recorded<WebhookEvent>): RegisteredWebhook | undefined {
  const { metadata, position } = event;
  if (event.type === 'WebhookCreated') {
    const { url, description = null, types, personalData, secret, after } = event.data;
    const at = { createdAt: metadata.recordedAt, updatedAt: metadata.recordedAt, position };
    const target = { url, description, types, personalData, secret, previous: [], after: BigInt(after) };
    return { id, tenant: metadata.tenant, status: 'active', pauseCause: null, ...target, ...at };
  }
  return before && { ...before, ...changeOf(before, event), updatedAt: metadata.recordedAt, position };
}

function changeOf(before: RegisteredWebhook, event: Exclude<Recorded<WebhookEvent>, { type: 'WebhookCreated' }>): Partial<RegisteredWebhook> {
  switch (event.type) {
    case 'WebhookChanged':
      return event.data;
    case 'WebhookSecretRotated': {
      const previous = [{ secret: before.secret, until: Date.parse(event.data.previousUntil) }, ...before.previous];
      return { secret: event.data.secret, previous: previous.slice(0, maxPrevious) };
    }
    case 'WebhookPaused':
      return { status: 'paused', pauseCause: event.data.cause };
    case 'WebhookResumed':
      return { status: 'active', pauseCause: null };
    case 'WebhookDeleted':
      return { status: 'deleted', pauseCause: null };
  }
}

/** What signs a message at a moment: the secret, and those before it that still may. */
export const secretsAt = ({ secret, previous }: Pick<RegisteredWebhook, 'secret' | 'previous'>, now: number): readonly string[] => [
  secret,
  ...previous.filter(({ until }) => until > now).map((one) => one.secret),
];
