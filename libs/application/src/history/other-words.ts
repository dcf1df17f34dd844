import type { ApiKeyEvent, ImportEvent, MembershipSweepEvent, RetentionRunEvent, SettingsEvent, TenantEvent, WebhookEvent } from '@kith/domain';
import { setsOf, type Words } from './telling';

/** The words for what happens to a tenant, its keys, its settings and its webhooks. Secrets are never in them. */
export const otherWords: Words<(ApiKeyEvent | ImportEvent | MembershipSweepEvent | RetentionRunEvent | SettingsEvent | TenantEvent | WebhookEvent)['type']> = {
  ApiKeyCreated: (data) => ({ says: `A key of role ${data.role} was made.`, sets: setsOf({ ...data }, ['role', 'clientName', 'expiresAt', 'organizations']) }),
  ApiKeyRevoked: () => ({ says: 'The key was revoked.', sets: { revoked: true } }),
  TenantCreated: () => ({ says: 'The tenant was created.' }),
  SettingsChanged: ({ version, changes }) => ({
    says: `Settings were changed: ${Object.keys(changes).join(', ')}.`,
    sets: { version, ...setsOf({ ...changes }, Object.keys(changes)) },
  }),
  ImportStarted: (data) => ({ says: 'A file of end users began to be read.', sets: setsOf({ ...data }, ['mode', 'dryRun', 'format', 'encoding', 'fileName']) }),
  ImportAdvanced: (data) => ({ says: 'Some more rows were read.', sets: setsOf({ ...data }, importCounts) }),
  ImportCancelled: () => ({ says: 'No more rows are read.', sets: { status: 'cancelled' } }),
  ImportEnded: (data) => ({ says: 'All rows were read.', sets: setsOf({ ...data }, importCounts) }),
  ImportFailed: ({ code }) => ({ says: `The rest of the file cannot be read: ${code}.`, sets: { status: 'failed' } }),
  ImportRevertStarted: () => ({ says: 'What the import did began to be undone.', sets: { status: 'reverting' } }),
  ImportRevertAdvanced: ({ undone, keptSoFar }) => ({ says: 'Some more of the import was undone.', sets: { undone, kept: keptSoFar } }),
  ImportReverted: ({ undone, kept }) => ({ says: 'The import is undone.', sets: { undone, kept } }),
  MembershipSweepStarted: ({ occasion }) => ({ says: 'Existing end users began to be brought in line with a change.', sets: { occasion } }),
  MembershipSweepAdvanced: ({ scanned, joined, left }) => ({ says: 'Some more end users were brought in line.', sets: { scanned, joined, left } }),
  MembershipSweepEnded: ({ scanned, joined, left }) => ({ says: 'All end users are in line with the change.', sets: { scanned, joined, left } }),
  RetentionRunStarted: ({ withoutContactSince, expected }) => ({
    says: `Persons without contact since ${withoutContactSince} began to be erased.`,
    sets: { withoutContactSince, expected },
  }),
  RetentionRunAdvanced: ({ scanned, erased, kept }) => ({ says: 'Some more persons without contact were erased.', sets: { scanned, erased, kept } }),
  RetentionRunCancelled: () => ({ says: 'Nobody more is erased by this run.', sets: { status: 'cancelled' } }),
  RetentionRunEnded: ({ scanned, erased, kept }) => ({ says: 'All persons without contact are erased.', sets: { scanned, erased, kept } }),
  WebhookCreated: (data) => ({ says: 'A webhook was created.', sets: setsOf({ ...data }, target) }),
  WebhookChanged: (data) => ({ says: 'The webhook was changed.', sets: setsOf({ ...data }, target) }),
  WebhookSecretRotated: ({ previousUntil }) => ({ says: `The webhook has another secret; the one before signs, too, until ${previousUntil}.` }),
  WebhookPaused: ({ cause }) => ({ says: `The webhook stands still, ${cause === 'gone' ? 'because its receiver is gone' : 'because somebody asked for it'}.` }),
  WebhookResumed: () => ({ says: 'The webhook sends again.' }),
  WebhookDeleted: () => ({ says: 'The webhook was deleted.' }),
};

const importCounts = ['rows', 'created', 'changed', 'unchanged', 'refused', 'organizations'];
const target = ['url', 'description', 'types', 'personalData'];
