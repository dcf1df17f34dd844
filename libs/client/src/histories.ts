import { type Caller, read, signalOf } from './caller';
import { type Listed, listed } from './pages';
import type { HistoryEntry, NamedPoint, ReadOptions } from './types';

/** A history is read in pages of at most so many facts. */
type HistoryOptions = ReadOptions & { readonly limit?: number };

/** Every fact about one thing, the oldest first, with who, when and why: for auditors. */
export class Histories {
  constructor(private readonly caller: Caller) {}

  /**
   * Of the person, whichever of its ids is given, and of the contact points it holds or held.
   * @example for await (const { occurredAt, says, actor } of kith.histories.ofEndUser(id)) console.log(occurredAt, says, actor.id);
   */
  ofEndUser(id: string, options: HistoryOptions = {}): Listed<HistoryEntry> {
    return listed((cursor) =>
      read(this.caller.api.GET('/v1/end-users/{id}/history', { params: { path: { id }, query: page(options, cursor) }, ...signalOf(options) })),
    );
  }

  /** @example for await (const { says } of kith.histories.ofContactPoint({ channel: 'phone', value: '+33612345678' })) console.log(says); */
  ofContactPoint({ channel, value, scope }: NamedPoint, options: HistoryOptions = {}): Listed<HistoryEntry> {
    return listed((cursor) => {
      const query = { ...page(options, cursor), ...(scope != null && { scope }) };
      return read(this.caller.api.GET('/v1/contact-points/{channel}/{value}/history', { params: { path: { channel, value }, query }, ...signalOf(options) }));
    });
  }

  /** @example for await (const { says } of kith.histories.ofOrganization(id)) console.log(says); */
  ofOrganization(id: string, options: HistoryOptions = {}): Listed<HistoryEntry> {
    return listed((cursor) =>
      read(this.caller.api.GET('/v1/organizations/{id}/history', { params: { path: { id }, query: page(options, cursor) }, ...signalOf(options) })),
    );
  }

  /** @example for await (const { says } of kith.histories.ofTicket(id)) console.log(says); */
  ofTicket(id: string, options: HistoryOptions = {}): Listed<HistoryEntry> {
    return listed((cursor) =>
      read(this.caller.api.GET('/v1/tickets/{id}/history', { params: { path: { id }, query: page(options, cursor) }, ...signalOf(options) })),
    );
  }

  /** @example for await (const { says } of kith.histories.ofInteraction(interactionId)) console.log(says); */
  ofInteraction(id: string, options: HistoryOptions = {}): Listed<HistoryEntry> {
    return listed((cursor) =>
      read(this.caller.api.GET('/v1/interactions/{id}/history', { params: { path: { id }, query: page(options, cursor) }, ...signalOf(options) })),
    );
  }
}

const page = ({ limit }: HistoryOptions, cursor: string | undefined) => ({ ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) });
