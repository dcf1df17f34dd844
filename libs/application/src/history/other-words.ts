import type { ApiKeyEvent, MembershipSweepEvent, SettingsEvent, TenantEvent, WebhookEvent } from '@kith/domain';
import { setsOf, type Words } from './telling';

/** The words for what happens to a tenant, its keys, its settings and its webhooks. Secrets are never in them. */
export const otherWords: Words<(ApiKeyEvent | MembershipSweepEvent | SettingsEvent | TenantEvent | WebhookEvent)['type']> = {
  ApiKeyCreated: (data) => ({ says: `A key of role ${data.role} was made.`, sets: setsOf({ ...data }, ['role', 'clientName', 'expiresAt', 'organizations']) }),
  ApiKeyRevoked: () => ({ says: 'The key was revoked.', sets: { revoked: true } }),
  TenantCreated: () => ({ says: 'The tenant was created.' }),
  SettingsChanged: ({ version, changes }) => ({
    says: `Settings were changed: ${Object.keys(changes).join(', ')}.`,
    sets: { version, ...setsOf({ ...changes }, Object.keys(changes)) },
  }),
  MembershipSweepStarted: ({ occasion }) => ({ says: 'Existing end users began to be brought in line with a change.', sets: { occasion } }),
  MembershipSweepAdvanced: ({ scanned, joined, left }) => ({ says: 'Some more end users were brought in line.', sets: { scanned, joined, left } }),
  MembershipSweepEnded: ({ scanned, joined, left }) => ({ says: 'All end users are in line with the change.', sets: { scanned, joined, left } }),
  WebhookCreated: (data) => ({ says: 'A webhook was created.', sets: setsOf({ ...data }, target) }),
  WebhookChanged: (data) => ({ says: 'The webhook was changed.', sets: setsOf({ ...data }, target) }),
  WebhookSecretRotated: ({ previousUntil }) => ({ says: `The webhook has another secret; the one before signs, too, until ${previousUntil}.` }),
  WebhookPaused: ({ cause }) => ({ says: `The webhook stands still, ${cause === 'gone' ? 'because its receiver is gone' : 'because somebody asked for it'}.` }),
  WebhookResumed: () => ({ says: 'The webhook sends again.' }),
  WebhookDeleted: () => ({ says: 'The webhook was deleted.' }),
};

const target = ['url', 'description', 'types', 'personalData'];
