import { type Recorded, streamOf, type WebhookEvent } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { PersonalData } from '../personal-data';
import { type RegisteredWebhook, WebhookRegistry } from '../webhook/webhook-registry';
import type { ExportedReaders, ExportedWebhook } from './exported';
import type { ReadingKey } from './person-records';

/** To whom personal data were or will be disclosed (GDPR art. 15(1)(c)). */
export interface ExportedRecipients {
  readonly webhooks: readonly ExportedWebhook[];
  readonly readers: readonly ExportedReaders[];
}

/** What keys of a role can read of a person. */
const mayRead: Readonly<Record<string, string>> = {
  admin: 'Everything, exports and events with personal data included.',
  operator: 'Everything, exports and events with personal data included.',
  auditor: 'Everything, exports and events with personal data included; nothing can be changed.',
  service: 'Profiles, contact points, timelines, tickets and interactions; events without personal data.',
  agent: 'Profiles, contact points, timelines, tickets and interactions; events without personal data.',
};

/** Who is, or was since a moment, sent personal data or can read them. */
@Injectable()
export class Recipients {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personalData: PersonalData,
    @Inject(WebhookRegistry) private readonly registry: WebhookRegistry,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param since when the person came to be known, RFC 3339 UTC */
  async of(tenant: string, since: string, keys: readonly ReadingKey[]): Promise<ExportedRecipients> {
    await this.registry.refresh();
    const theirs = this.registry.all().filter((one) => one.tenant === tenant);
    const sent = await Promise.all(theirs.map((one) => this.sentTo(one)));
    const webhooks = sent.filter((one): one is ExportedWebhook => one !== undefined && (one.until === null || one.until > since));
    return { webhooks, readers: readersOf(keys, since, new Date(this.clock.now()).toISOString()) };
  }

  /** Undefined for one that is sent no personal data, and never was. */
  private async sentTo({ id, tenant, url, description, types, status }: RegisteredWebhook): Promise<ExportedWebhook | undefined> {
    let since: string | undefined;
    let until: string | null = null;
    for (const stored of await this.store.readStream(streamOf.webhook(tenant, id))) {
      const { type, data, metadata } = (await this.personalData.open(stored)) as Recorded<WebhookEvent>;
      const isOn = type === 'WebhookDeleted' ? false : 'personalData' in data ? data.personalData : undefined;
      if (isOn) [since, until] = [since ?? metadata.recordedAt, null];
      else if (isOn === false && since !== undefined) until ??= metadata.recordedAt;
    }
    return since === undefined ? undefined : { webhookId: id, host: hostOf(url), description, types, status, since, until };
  }
}

/** Paths and parameters of an address can hold secrets of its owner. */
function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

function readersOf(keys: readonly ReadingKey[], since: string, now: string): readonly ExportedReaders[] {
  const could = keys.filter((key) => isGood(key, since) || key.createdAt > since);
  const roles = [...new Set(could.map(({ role }) => role))].sort();
  return roles.map((role) => {
    const theirs = could.filter((one) => one.role === role);
    const names = role === 'service' ? [...new Set(theirs.map(({ clientName }) => clientName))].sort() : [];
    const good = theirs.filter((key) => isGood(key, now)).length;
    return { role, mayRead: mayRead[role] ?? '', keys: good, formerKeys: theirs.length - good, names };
  });
}

/** Neither revoked nor expired by then. */
const isGood = ({ revokedAt, expiresAt }: ReadingKey, at: string): boolean => (revokedAt === null || revokedAt > at) && (expiresAt === null || expiresAt > at);
