import { BeginWebhook, ChangeWebhook, DeleteWebhook, PauseWebhook, ReplaceWebhookSecret, ResumeWebhook, type WebhookEvent, webhook } from '@kith/domain';
import { given } from '../support/given';
import { asking } from '../support/in-memory-engine';

const context = asking();
const id = '00000000-0000-8000-8000-000000000001';
const target = { url: 'https://hooks.example.org/', types: [], personalData: false };
const created: WebhookEvent = { type: 'WebhookCreated', data: { ...target, secret: 'whsec_x', after: '7' }, keyId: 'k' };
const paused: WebhookEvent = { type: 'WebhookPaused', data: { cause: 'asked' } };
const deleted: WebhookEvent = { type: 'WebhookDeleted', data: {} };

describe('a webhook', () => {
  it('begins once', () => {
    given(webhook)
      .when(new BeginWebhook(context, id, target, 'whsec_x', 7n))
      .then({ type: 'WebhookCreated', data: { ...target, secret: 'whsec_x', after: '7' } });
    given(webhook, created)
      .when(new BeginWebhook(context, id, target, 'whsec_y', 8n))
      .then();
  });

  it('lives in a stream of its tenant', () => expect(webhook.stream(new DeleteWebhook(context, id))).toBe(`webhook-acme.${id}`));

  it('is paused and resumed, each once', () => {
    given(webhook, created)
      .when(new PauseWebhook(context, id, 'gone'))
      .then({ type: 'WebhookPaused', data: { cause: 'gone' } });
    given(webhook, created, paused)
      .when(new PauseWebhook(context, id, 'gone'))
      .then();
    given(webhook, created, paused).when(new ResumeWebhook(context, id)).then({ type: 'WebhookResumed', data: {} });
    given(webhook, created).when(new ResumeWebhook(context, id)).then();
  });

  it('does not change when nothing is named', () => {
    given(webhook, created)
      .when(new ChangeWebhook(context, id, {}))
      .then();
    given(webhook, created)
      .when(new ChangeWebhook(context, id, { description: null }))
      .then({ type: 'WebhookChanged', data: { description: null } });
  });

  it('gets another secret', () =>
    given(webhook, created)
      .when(new ReplaceWebhookSecret(context, id, 'whsec_z', '2026-03-04T10:00:00.000Z'))
      .then({ type: 'WebhookSecretRotated', data: { secret: 'whsec_z', previousUntil: '2026-03-04T10:00:00.000Z' } }));

  it('is deleted once, and then can be nothing any more', () => {
    given(webhook, created).when(new DeleteWebhook(context, id)).then({ type: 'WebhookDeleted', data: {} });
    given(webhook, created, deleted).when(new DeleteWebhook(context, id)).then();
    for (const command of [
      new PauseWebhook(context, id, 'asked'),
      new ResumeWebhook(context, id),
      new ChangeWebhook(context, id, { url: 'https://x.example' }),
    ]) {
      given(webhook, created, deleted).when(command).refuses('webhook-not-found');
      given(webhook).when(command).refuses('webhook-not-found');
    }
    given(webhook).when(new DeleteWebhook(context, id)).refuses('webhook-not-found');
  });

  it('remembers its key from its first event on', () => expect(given(webhook, created, paused).state).toEqual({ status: 'paused', keyId: 'k' }));
});
