import { type Caller, fetched, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components, operations } from './schema';
import type {
  AccessExport,
  ConditionalWriteOptions,
  EndUser,
  EndUserChange,
  Erasure,
  ListedEndUser,
  NewEndUser,
  ReadOptions,
  TimelineEntry,
  Versioned,
  WriteOptions,
  Written,
} from './types';

type Schemas = components['schemas'];

/** Which end users a list shows. */
export type EndUserFilter = NonNullable<operations['EndUserList_list']['parameters']['query']>;

/** Customers: their profiles and what happened with them. */
export class EndUsers {
  constructor(private readonly caller: Caller) {}

  /**
   * Creates an end user with its contact points, all or nothing.
   * @example const { id } = await kith.endUsers.create({ name: 'Léa Martin', contactPoints: [{ channel: 'email', value: 'lea@example.org' }] });
   * @throws KithProblem `contact-point-taken`, which names the holder
   */
  create(endUser: NewEndUser, options?: WriteOptions): Promise<Written<Schemas['CreatedEndUserAnswer']>> {
    return written(this.caller.api.POST('/v1/end-users', { body: endUser, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /**
   * Reads an end user under whatever id of its cluster.
   * @example const { name, etag } = await kith.endUsers.find(id);
   * @throws KithProblem `end-user-not-found`
   */
  async find(id: string, options?: ReadOptions): Promise<Versioned<EndUser>> {
    const call = this.caller.api.GET('/v1/end-users/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) });
    const { data, response } = await fetched(call);
    return { ...(data as EndUser), etag: response.headers.get('etag') };
  }

  /**
   * Lists end users: by name, by a part of an address (three characters and more), by tag, channel, status, last contact.
   * @example for await (const { id, name } of kith.endUsers.list({ query: 'mart', tag: 'vip' })) console.log(id, name);
   */
  list({ signal, ...filter }: ReadOptions & Omit<EndUserFilter, 'cursor'> = {}): Listed<ListedEndUser> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/end-users', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /**
   * Changes the profile: null takes a value away, what is left out stays.
   * @example await kith.endUsers.change(id, { locale: 'fr', fields: { plan: 'gold', trial: null } }, { ifMatch: etag });
   */
  change(id: string, change: EndUserChange, options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedAnswer']>> {
    const init = { params: { path: { id } }, body: change, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.PATCH('/v1/end-users/{id}', init));
  }

  /** @example await kith.endUsers.tag(id, ['vip']); */
  tag(id: string, tags: readonly string[], options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedAnswer']>> {
    const init = { params: { path: { id } }, body: { tags: [...tags] }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/end-users/{id}/tags', init));
  }

  /** @example await kith.endUsers.untag(id, 'vip'); */
  untag(id: string, tag: string, options?: ConditionalWriteOptions): Promise<Written> {
    const init = { params: { path: { id, tag } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.DELETE('/v1/end-users/{id}/tags/{tag}', init));
  }

  /** @example await kith.endUsers.note(id, 'Called back, all is well.'); */
  note(id: string, note: string, options?: WriteOptions): Promise<Written<Schemas['ChangedAnswer']>> {
    const init = { params: { path: { id } }, body: { note }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/end-users/{id}/notes', init));
  }

  /** @example await kith.endUsers.suspend(id, { reason: 'chargeback' }); */
  suspend(id: string, { reason, ...options }: ConditionalWriteOptions & { readonly reason?: string } = {}): Promise<Written<Schemas['ChangedAnswer']>> {
    return written(this.caller.api.POST('/v1/end-users/{id}/suspend', this.because(id, reason, options)));
  }

  /** @example await kith.endUsers.reinstate(id); */
  reinstate(id: string, { reason, ...options }: ConditionalWriteOptions & { readonly reason?: string } = {}): Promise<Written<Schemas['ChangedAnswer']>> {
    return written(this.caller.api.POST('/v1/end-users/{id}/reinstate', this.because(id, reason, options)));
  }

  /**
   * Deletes the end user; its contact points become free. It can be restored.
   * @example await kith.endUsers.delete(id);
   */
  delete(id: string, options?: ConditionalWriteOptions): Promise<Written> {
    return written(this.caller.api.DELETE('/v1/end-users/{id}', { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /**
   * Restores a deleted end user with the contact points that are still free, and lists those that are taken.
   * @example const { restored, taken } = await kith.endUsers.restore(id);
   */
  restore(id: string, { reason, ...options }: ConditionalWriteOptions & { readonly reason?: string } = {}): Promise<Written<Schemas['RestoredAnswer']>> {
    return written(this.caller.api.POST('/v1/end-users/{id}/restore', this.because(id, reason, options)));
  }

  /**
   * What happened with the end user, the latest first.
   * @example for await (const { kind, occurredAt } of kith.endUsers.timeline(id)) console.log(occurredAt, kind);
   */
  timeline(id: string, { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<TimelineEntry> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      const init = { params: { path: { id }, query }, headers: this.caller.reading, ...signalOf(options) };
      return read(this.caller.api.GET('/v1/end-users/{id}/timeline', init));
    });
  }

  /**
   * Everything that is known about the person, with where it came from; whole, or an error.
   * @example const { contactPoints, interactions } = await kith.endUsers.export(id);
   * @throws KithProblem `end-user-not-found`
   */
  async export(id: string, options?: ReadOptions): Promise<AccessExport> {
    const init = { params: { path: { id } }, headers: { accept: 'application/json' }, ...signalOf(options) };
    return (await read(this.caller.api.GET('/v1/end-users/{id}/export', init))) as AccessExport;
  }

  /**
   * Erases a profile, or the whole person, for good.
   * @example const { profiles } = await kith.endUsers.erase(id, 'person');
   */
  erase(id: string, scope: Schemas['EraseDto']['scope'], options?: ConditionalWriteOptions): Promise<Written<Schemas['ErasedAnswer']>> {
    const init = { params: { path: { id } }, body: { scope }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/end-users/{id}/erase', init));
  }

  /**
   * The last erasure of a profile: whether anything of it is left to do, and what it came to.
   * @example const { state, certificate } = await kith.endUsers.erasure(id);
   * @throws KithProblem `erasure-not-found`
   */
  erasure(id: string, options?: ReadOptions): Promise<Erasure> {
    return read(this.caller.api.GET('/v1/end-users/{id}/erasure', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  private because(id: string, reason: string | undefined, options: ConditionalWriteOptions) {
    const headers = this.caller.writing(options);
    return { params: { path: { id } }, body: reason === undefined ? {} : { reason }, headers, ...signalOf(options) };
  }
}
