import { type Event, events } from '../event';

/** Why a webhook stands still: somebody asked for it, or its receiver answered 410 Gone. */
export type PauseCause = 'asked' | 'gone';

/** What a webhook is told to send, and where to. */
export interface WebhookTarget {
  /** An absolute URL; personal, because a path can hold anything. */
  readonly url: string;
  readonly description?: string;
  /** Event types that are delivered; every type when empty. */
  readonly types: readonly string[];
  /** Whether personal fields are delivered, too. */
  readonly personalData: boolean;
}

/** What can be changed of it; a description of null is taken away. */
export type WebhookChanges = Partial<Omit<WebhookTarget, 'description'>> & { readonly description?: string | null };

/** Events after the position `after` (decimal) are delivered from here on, signed with `secret` (Standard Webhooks, `whsec_…`). */
export type WebhookCreated = Event<'WebhookCreated', WebhookTarget & { secret: string; after: string }>;
export type WebhookChanged = Event<'WebhookChanged', WebhookChanges>;
/** The secret before this one signs, too, until `previousUntil` (RFC 3339). */
export type WebhookSecretRotated = Event<'WebhookSecretRotated', { secret: string; previousUntil: string }>;
/** Nothing is sent until it is resumed; nothing is lost. */
export type WebhookPaused = Event<'WebhookPaused', { cause: PauseCause }>;
export type WebhookResumed = Event<'WebhookResumed', Record<string, never>>;
export type WebhookDeleted = Event<'WebhookDeleted', Record<string, never>>;

export type WebhookEvent = WebhookCreated | WebhookChanged | WebhookSecretRotated | WebhookPaused | WebhookResumed | WebhookDeleted;

/** Sealed under a key of the webhook's own. */
export const webhookEvents = events<WebhookEvent>({
  WebhookCreated: { personal: ['url', 'description', 'secret'], lifts: [] },
  WebhookChanged: { personal: ['url', 'description'], lifts: [] },
  WebhookSecretRotated: { personal: ['secret'], lifts: [] },
  WebhookPaused: { personal: [], lifts: [] },
  WebhookResumed: { personal: [], lifts: [] },
  WebhookDeleted: { personal: [], lifts: [] },
});
