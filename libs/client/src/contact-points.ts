import { type Caller, read, signalOf, written } from './caller';
import { KithProblem } from './problem';
import type { components } from './schema';
import type { AttachedContactPoint, ContactPoint, Holders, NamedPoint, ReadOptions, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** Addresses on channels: who is behind one, and whose it is. */
export class ContactPoints {
  constructor(private readonly caller: Caller) {}

  /**
   * Who is behind this address, now or at a moment in the past? Null when nobody is.
   * @example const holders = await kith.contactPoints.find({ channel: 'phone', value: '+33 6 12 34 56 78' });
   */
  async find({ channel, value, scope }: NamedPoint, { asOf, ...options }: ReadOptions & { readonly asOf?: string } = {}): Promise<Holders | null> {
    const query = { ...(scope != null && { scope }), ...(asOf !== undefined && { asOf }) };
    const init = { params: { path: { channel, value }, query }, headers: this.caller.reading, ...signalOf(options) };
    try {
      return await read(this.caller.api.GET('/v1/contact-points/{channel}/{value}', init));
    } catch (error) {
      if (error instanceof KithProblem && error.code === 'contact-point-unknown') return null;
      throw error;
    }
  }

  /**
   * Who is behind these addresses? Up to 1,000 in one go, answered in their order; null where nobody is. Addresses stay out of URLs.
   * @example const [lea] = await kith.contactPoints.lookUp([{ channel: 'email', value: 'lea@example.org' }]);
   */
  async lookUp(contactPoints: readonly NamedPoint[], options?: ReadOptions): Promise<readonly (Holders | null)[]> {
    const init = { body: { contactPoints: [...contactPoints] }, headers: this.caller.reading, ...signalOf(options) };
    return (await read(this.caller.api.POST('/v1/contact-points/lookup', init))).items;
  }

  /**
   * Attaches a contact point to an end user.
   * @example await kith.contactPoints.attach(id, { channel: 'email', value: 'lea@example.org', verified: true });
   * @throws KithProblem `contact-point-taken`, which names the holder
   */
  attach(endUserId: string, contactPoint: ContactPoint, options?: WriteOptions): Promise<Written<AttachedContactPoint>> {
    const init = { params: { path: { id: endUserId } }, body: contactPoint, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/end-users/{id}/contact-points', init));
  }

  /** @example await kith.contactPoints.detach(id, { channel: 'email', value: 'lea@example.org' }); */
  detach(endUserId: string, point: NamedPoint, options?: WriteOptions): Promise<Written> {
    return written(this.caller.api.DELETE('/v1/end-users/{id}/contact-points/{channel}/{value}', this.at(endUserId, point, options)));
  }

  /** Notes that the person controls the address. @example await kith.contactPoints.verify(id, { channel: 'email', value: 'lea@example.org' }); */
  verify(endUserId: string, point: NamedPoint, options?: WriteOptions): Promise<Written<AttachedContactPoint>> {
    return written(this.caller.api.POST('/v1/end-users/{id}/contact-points/{channel}/{value}/verify', this.at(endUserId, point, options)));
  }

  /** Makes it the one to use on its channel. @example await kith.contactPoints.makePrimary(id, { channel: 'phone', value: '+33612345678' }); */
  makePrimary(endUserId: string, point: NamedPoint, options?: WriteOptions): Promise<Written<AttachedContactPoint>> {
    return written(this.caller.api.POST('/v1/end-users/{id}/contact-points/{channel}/{value}/primary', this.at(endUserId, point, options)));
  }

  /**
   * Gives a contact point to another end user: `corrected` when it was always theirs, `reassigned` when it changed hands.
   * @example await kith.contactPoints.transfer(from, { channel: 'phone', value: '+33612345678' }, { toEndUserId: to, cause: 'reassigned' });
   */
  transfer(endUserId: string, point: NamedPoint, transfer: Schemas['TransferDto'], options?: WriteOptions): Promise<Written<AttachedContactPoint>> {
    const init = { ...this.at(endUserId, point, options), body: transfer };
    return written(this.caller.api.POST('/v1/end-users/{id}/contact-points/{channel}/{value}/transfer', init));
  }

  /** Lets several end users hold it: a family's phone. @example await kith.contactPoints.share({ channel: 'phone', value: '+33123456789' }); */
  share(point: Schemas['ShareDto'], options?: WriteOptions): Promise<Written<Schemas['SharedAnswer']>> {
    return written(this.caller.api.POST('/v1/contact-points/share', { body: point, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Makes it the contact point of its one holder again. @example await kith.contactPoints.unshare({ channel: 'phone', value: '+33123456789' }); */
  unshare(point: Schemas['ShareDto'], options?: WriteOptions): Promise<Written<Schemas['SharedAnswer']>> {
    return written(this.caller.api.POST('/v1/contact-points/unshare', { body: point, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  private at(id: string, { channel, value, scope }: NamedPoint, options: WriteOptions | undefined) {
    const query = scope == null ? {} : { scope };
    return { params: { path: { id, channel, value }, query }, headers: this.caller.writing(options), ...signalOf(options) };
  }
}
