import { type Caller, fetched, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import { reported } from './reports';
import type { components, operations } from './schema';
import type {
  ConditionalWriteOptions,
  ListedOrganization,
  Member,
  MembershipSweep,
  NewOrganization,
  Organization,
  OrganizationChange,
  OrganizationInteraction,
  OrganizationPage,
  OrganizationRouting,
  ReadOptions,
  Report,
  ReportSpan,
  Ticket,
  Versioned,
  WriteOptions,
  Written,
} from './types';

type Schemas = components['schemas'];
type QueryOf<Operation extends keyof operations> = Omit<NonNullable<operations[Operation]['parameters']['query']>, 'cursor'>;

/** Which organizations a list shows. */
export type OrganizationFilter = QueryOf<'OrganizationList_list'>;
/** Which members a list shows. */
export type MemberFilter = QueryOf<'OrganizationViews_members'>;
/** Which tickets a list of an organization shows. */
export type OrganizationTicketFilter = QueryOf<'OrganizationViews_tickets'>;

/** Companies and teams that end users belong to. */
export class Organizations {
  constructor(private readonly caller: Caller) {}

  /**
   * Creates an organization with its domains and routing, all or nothing.
   * @example const { id } = await kith.organizations.create({ name: 'Acme Ltd', domains: [{ domain: 'acme.example', subdomains: true }] });
   * @throws KithProblem `organization-name-taken`, which names the holder
   */
  create(organization: NewOrganization, options?: WriteOptions): Promise<Written<Schemas['CreatedOrganizationAnswer']>> {
    return written(this.caller.api.POST('/v1/organizations', { body: organization, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /**
   * Reads an organization under whatever id of its cluster.
   * @example const { name, memberCount, etag } = await kith.organizations.find(id);
   * @throws KithProblem `organization-not-found`
   */
  async find(id: string, options?: ReadOptions): Promise<Versioned<Organization>> {
    const call = this.caller.api.GET('/v1/organizations/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) });
    const { data, response } = await fetched(call);
    return { ...(data as Organization), etag: response.headers.get('etag') };
  }

  /**
   * Lists organizations by name: those whose name has a part, with a tag, an id of another system, or a domain.
   * @example for await (const { id, name } of kith.organizations.list({ query: 'acm' })) console.log(id, name);
   */
  list({ signal, ...filter }: ReadOptions & OrganizationFilter = {}): Listed<ListedOrganization> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/organizations', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /**
   * Changes what is known of it: null takes a value away, what is left out stays.
   * @example await kith.organizations.change(id, { name: 'Acme Group' }, { ifMatch: etag });
   */
  change(id: string, change: OrganizationChange, options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedOrganizationAnswer']>> {
    const init = { params: { path: { id } }, body: change, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.PATCH('/v1/organizations/{id}', init));
  }

  /** Deletes it for ever: its members leave, its tickets keep it. @example await kith.organizations.delete(id); */
  delete(id: string, options?: ConditionalWriteOptions): Promise<Written> {
    return written(this.caller.api.DELETE('/v1/organizations/{id}', { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** @example await kith.organizations.tag(id, ['gold']); */
  tag(id: string, tags: readonly string[], options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedOrganizationAnswer']>> {
    const init = { params: { path: { id } }, body: { tags: [...tags] }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/organizations/{id}/tags', init));
  }

  /** @example await kith.organizations.untag(id, 'gold'); */
  untag(id: string, tag: string, options?: ConditionalWriteOptions): Promise<Written> {
    const init = { params: { path: { id, tag } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.DELETE('/v1/organizations/{id}/tags/{tag}', init));
  }

  /**
   * Says which e-mail domains make members: these, and no others. Existing end users join and leave as work of its own.
   * @example await kith.organizations.setDomains(id, [{ domain: 'acme.example', except: ['partners.acme.example'], subdomains: true }]);
   */
  setDomains(
    id: string,
    domains: Schemas['OrganizationDomainsDto']['domains'],
    options?: ConditionalWriteOptions,
  ): Promise<Written<Schemas['ChangedOrganizationAnswer']>> {
    const init = { params: { path: { id } }, body: { domains }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.PUT('/v1/organizations/{id}/domains', init));
  }

  /** Says where its tickets go; null leaves it to the rules of the tenant. @example await kith.organizations.setRouting(id, { queue: 'key-accounts', priority: 'high' }); */
  setRouting(id: string, routing: OrganizationRouting | null, options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedOrganizationAnswer']>> {
    const init = { params: { path: { id } }, body: { routing }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.PUT('/v1/organizations/{id}/routing', init));
  }

  /** Its members, each person once. @example for await (const { name, channels } of kith.organizations.members(id, { query: 'lea' })) console.log(name, channels); */
  members(id: string, { signal, ...filter }: ReadOptions & MemberFilter = {}): Listed<Member> {
    return listed((cursor) => {
      const init = { params: { path: { id }, query: { ...filter, ...(cursor !== undefined && { cursor }) } }, headers: this.caller.reading };
      return read(this.caller.api.GET('/v1/organizations/{id}/members', { ...init, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /**
   * Makes an end user a member, by hand; `asDefault`: their tickets go to it from here on.
   * @example await kith.organizations.join(id, endUserId, { asDefault: true });
   */
  join(
    id: string,
    endUserId: string,
    { asDefault, ...options }: WriteOptions & { readonly asDefault?: boolean } = {},
  ): Promise<Written<Schemas['ChangedMembershipAnswer']>> {
    const body = { endUserId, ...(asDefault !== undefined && { default: asDefault }) };
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/organizations/{id}/members', init));
  }

  /** Takes an end user out; no address of theirs makes them a member again. @example await kith.organizations.leave(id, endUserId); */
  leave(id: string, endUserId: string, options?: WriteOptions): Promise<Written> {
    const init = { params: { path: { id, endUserId } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.DELETE('/v1/organizations/{id}/members/{endUserId}', init));
  }

  /** Chooses which of its organizations the tickets of an end user go to; null is none. @example await kith.organizations.chooseDefault(endUserId, id); */
  chooseDefault(endUserId: string, id: string | null, options?: ConditionalWriteOptions): Promise<Written<Schemas['ChangedMembershipAnswer']>> {
    const init = { params: { path: { id: endUserId } }, body: { organizationId: id }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.PUT('/v1/end-users/{id}/default-organization', init));
  }

  /** What is seen of it at first: members, tickets to do, what happened. @example const { unsolved, activity } = await kith.organizations.page(id); */
  page(id: string, options?: ReadOptions): Promise<OrganizationPage> {
    return read(this.caller.api.GET('/v1/organizations/{id}/page', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /** Its tickets, the latest opened first. @example for await (const { source, sourceId } of kith.organizations.tickets(id, { status: 'unsolved' })) console.log(source, sourceId); */
  tickets(id: string, { signal, ...filter }: ReadOptions & OrganizationTicketFilter = {}): Listed<Ticket> {
    return listed((cursor) => {
      const init = { params: { path: { id }, query: { ...filter, ...(cursor !== undefined && { cursor }) } }, headers: this.caller.reading };
      return read(this.caller.api.GET('/v1/organizations/{id}/tickets', { ...init, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /** Its interactions, the latest first. @example for await (const { occurredAt, summary } of kith.organizations.interactions(id)) console.log(occurredAt, summary); */
  interactions(id: string, { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<OrganizationInteraction> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      const init = { params: { path: { id }, query }, headers: this.caller.reading, ...signalOf(options) };
      return read(this.caller.api.GET('/v1/organizations/{id}/interactions', init));
    });
  }

  /** The work that changes of domains, settings and organizations make among members, the latest first. @example for await (const { scanned, endedAt } of kith.organizations.sweeps()) console.log(scanned, endedAt); */
  sweeps({ limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<MembershipSweep> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      return read(this.caller.api.GET('/v1/membership-sweeps', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    });
  }

  /**
   * How far such work is.
   * @example const { scanned, endedAt } = await kith.organizations.findSweep(id);
   * @throws KithProblem `membership-sweep-not-found`
   */
  findSweep(id: string, options?: ReadOptions): Promise<MembershipSweep> {
    return read(this.caller.api.GET('/v1/membership-sweeps/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /**
   * What happened with it, day by day, week by week or month by month.
   * @example const { periods } = await kith.organizations.report(id, { from: '2026-01-01', to: '2026-04-01', by: 'month', timeZone: 'Europe/Paris' });
   */
  report(id: string, { signal, ...span }: ReadOptions & ReportSpan): Promise<Report> {
    const init = { params: { path: { id }, query: { ...span, format: 'json' as const } }, headers: this.caller.reading };
    return reported(this.caller.api.GET('/v1/organizations/{id}/report', { ...init, ...signalOf(signal ? { signal } : {}) }));
  }
}
