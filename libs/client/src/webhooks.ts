import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components } from './schema';
import type { ReadOptions, Webhook, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** Events delivered to a receiver of yours: signed, at least once, in the order of each end user. */
export class Webhooks {
  constructor(private readonly caller: Caller) {}

  /** Makes a webhook; its secret is shown in this answer only. @example const { secret } = await kith.webhooks.create({ url: 'https://hooks.example.com/kith' }); */
  create(webhook: Schemas['CreateWebhookDto'], options?: WriteOptions): Promise<Written<Schemas['CreatedWebhookAnswer']>> {
    return written(this.caller.api.POST('/v1/webhooks', { body: webhook, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** @example const { items } = await kith.webhooks.list(); */
  list(options?: ReadOptions): Promise<Schemas['WebhooksAnswer']> {
    return read(this.caller.api.GET('/v1/webhooks', signalOf(options)));
  }

  /** The webhook and how its deliveries are. @example const { pending, deadLetters } = await kith.webhooks.find(id); */
  find(id: string, options?: ReadOptions): Promise<Webhook> {
    return read(this.caller.api.GET('/v1/webhooks/{id}', { params: { path: { id } }, ...signalOf(options) }));
  }

  /** @example await kith.webhooks.change(id, { types: ['EndUserCreated'] }); */
  change(id: string, change: Schemas['ChangeWebhookDto'], options?: WriteOptions): Promise<Written<Webhook>> {
    return written(this.caller.api.PATCH('/v1/webhooks/{id}', { ...this.at(id, options), body: change }));
  }

  /** Nothing is delivered any more. @example await kith.webhooks.delete(id); */
  delete(id: string, options?: WriteOptions): Promise<Written> {
    return written(this.caller.api.DELETE('/v1/webhooks/{id}', this.at(id, options)));
  }

  /** Makes a new secret; the one before signs beside it for a while. @example const { secret } = await kith.webhooks.rotateSecret(id); */
  rotateSecret(
    id: string,
    { keepPreviousForSeconds, ...options }: WriteOptions & Schemas['RotateSecretDto'] = {},
  ): Promise<Written<Schemas['RotatedSecretAnswer']>> {
    const body = keepPreviousForSeconds == null ? {} : { keepPreviousForSeconds };
    return written(this.caller.api.POST('/v1/webhooks/{id}/rotate-secret', { ...this.at(id, options), body }));
  }

  /** Deliveries wait. @example await kith.webhooks.pause(id); */
  pause(id: string, options?: WriteOptions): Promise<Written<Webhook>> {
    return written(this.caller.api.POST('/v1/webhooks/{id}/pause', this.at(id, options)));
  }

  /** Deliveries go on where they were paused. @example await kith.webhooks.resume(id); */
  resume(id: string, options?: WriteOptions): Promise<Written<Webhook>> {
    return written(this.caller.api.POST('/v1/webhooks/{id}/resume', this.at(id, options)));
  }

  /** Sends a test message at once and tells what the receiver said. @example const { status } = await kith.webhooks.test(id); */
  async test(id: string, options?: WriteOptions): Promise<Schemas['TestedAnswer']> {
    return read(this.caller.api.POST('/v1/webhooks/{id}/test', this.at(id, options)));
  }

  /** What was delivered lately, and what came of it. @example for await (const { at, outcome } of kith.webhooks.deliveries(id)) console.log(at, outcome); */
  deliveries(id: string, { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<Schemas['DeliveriesAnswer']['items'][number]> {
    return listed((cursor) => read(this.caller.api.GET('/v1/webhooks/{id}/deliveries', this.page(id, cursor, limit, options))));
  }

  /** What could not be delivered. @example for await (const { position } of kith.webhooks.deadLetters(id)) await kith.webhooks.replay(id, position); */
  deadLetters(id: string, { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<Schemas['DeadLettersAnswer']['items'][number]> {
    return listed((cursor) => read(this.caller.api.GET('/v1/webhooks/{id}/dead-letters', this.page(id, cursor, limit, options))));
  }

  /** Delivers a dead letter again, or all of them. @example const { replayed } = await kith.webhooks.replay(id); */
  replay(id: string, position?: string, options?: WriteOptions): Promise<Schemas['ReplayedAnswer']> {
    if (position === undefined) return read(this.caller.api.POST('/v1/webhooks/{id}/dead-letters/replay', this.at(id, options)));
    const { headers, ...rest } = this.at(id, options);
    return read(this.caller.api.POST('/v1/webhooks/{id}/dead-letters/{position}/replay', { ...rest, headers, params: { path: { id, position } } }));
  }

  private at(id: string, options: WriteOptions | undefined) {
    return { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) };
  }

  private page(id: string, cursor: string | undefined, limit: number | undefined, options: ReadOptions) {
    return { params: { path: { id }, query: { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) } }, ...signalOf(options) };
  }
}
