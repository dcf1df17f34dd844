import { type Caller, fetched, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components, operations } from './schema';
import type {
  ConditionalWriteOptions,
  FoundTicket,
  NewTicket,
  ReadOptions,
  RouteAnswer,
  RouteQuestion,
  RoutingTrial,
  Ticket,
  Versioned,
  WhatIf,
  WriteOptions,
  Written,
} from './types';

type Schemas = components['schemas'];

/** Which tickets a list shows. */
export type TicketFilter = Omit<NonNullable<operations['TicketList_list']['parameters']['query']>, 'cursor'>;

/** What other systems keep, told of here: whose they are, where they go and why. */
export class Tickets {
  constructor(private readonly caller: Caller) {}

  /**
   * Opens a ticket: finds or creates its requester, takes its organization, routes it. Once for each source and id.
   * @example
   * const { id, route } = await kith.tickets.open({
   *   source: 'helpdesk', id: 'T-1042', channel: 'email', contactPoints: [{ channel: 'email', value: 'lea@acme.example' }],
   * });
   * @throws KithProblem `requester-ambiguous`, with the candidates
   */
  open(ticket: NewTicket, options?: WriteOptions): Promise<Written<Schemas['OpenedTicketAnswer']>> {
    return written(this.caller.api.POST('/v1/tickets', { body: ticket, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Reads a ticket with its history. @example const { status, statuses, etag } = await kith.tickets.find(id); */
  async find(id: string, options?: ReadOptions): Promise<Versioned<FoundTicket>> {
    const call = this.caller.api.GET('/v1/tickets/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) });
    const { data, response } = await fetched(call);
    return { ...(data as FoundTicket), etag: response.headers.get('etag') };
  }

  /**
   * Lists tickets, the latest opened first: by organization, status, queue, priority, assignee, rule, requester; or the one of a source and its id there.
   * @example for await (const { id, subject } of kith.tickets.list({ status: 'unsolved', queue: 'default' })) console.log(id, subject);
   */
  list({ signal, ...filter }: ReadOptions & TicketFilter = {}): Listed<Ticket> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/tickets', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /** Tells its status, from a time on; now when absent. @example await kith.tickets.changeStatus(id, 'solved', { at: '2026-03-04T09:30:00Z' }); */
  changeStatus(
    id: string,
    status: Schemas['TicketStatusAnswer']['status'],
    { at, ...options }: ConditionalWriteOptions & { readonly at?: string } = {},
  ): Promise<Written<Schemas['TicketStatusAnswer']>> {
    return this.change<Schemas['TicketStatusAnswer']>(id, { status, ...(at !== undefined && { at }) }, options);
  }

  /** Says who asked, when it was somebody else; the organization stays. @example await kith.tickets.correctRequester(id, { requesterId }); */
  correctRequester(
    id: string,
    requester: Pick<Schemas['ChangeTicketDto'], 'requesterId' | 'contactPoints' | 'reason'>,
    options: ConditionalWriteOptions = {},
  ): Promise<Written<Schemas['CorrectedRequesterAnswer']>> {
    return this.change<Schemas['CorrectedRequesterAnswer']>(id, requester, options);
  }

  /** Gives it to an organization, or to none. @example await kith.tickets.move(id, organizationId, { reason: 'her employer' }); */
  move(
    id: string,
    organizationId: string | null,
    { reason, ...options }: ConditionalWriteOptions & { readonly reason?: string } = {},
  ): Promise<Written<Schemas['MovedTicketAnswer']>> {
    const body = { organizationId, ...(reason !== undefined && { reason }) };
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/tickets/{id}/move', init));
  }

  /** Where such a ticket would go, and why. Writes nothing. @example const { route } = await kith.tickets.route({ channel: 'phone', language: 'fr' }); */
  route(question: RouteQuestion, options?: ReadOptions): Promise<RouteAnswer> {
    return read(this.caller.api.POST('/v1/route', { body: question, headers: this.caller.reading, ...signalOf(options) }));
  }

  /**
   * Which past tickets would have gone elsewhere by these rules. Writes nothing.
   * @example for await (const { ticketId, after } of kith.tickets.whatIf({ routing: { rules, fallback } })) console.log(ticketId, after.queue);
   */
  whatIf(trial: RoutingTrial, { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<WhatIf['items'][number]> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      return read(this.caller.api.POST('/v1/routing/what-if', { params: { query }, body: trial, headers: this.caller.reading, ...signalOf(options) }));
    });
  }

  private async change<T extends object>(id: string, body: Schemas['ChangeTicketDto'], options: ConditionalWriteOptions): Promise<Written<T>> {
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return (await written(this.caller.api.PATCH('/v1/tickets/{id}', init))) as unknown as Written<T>;
  }
}
