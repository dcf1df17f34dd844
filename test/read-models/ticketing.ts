import { streamOf, type TicketEvent, type TicketOpened, type TicketRouted } from '@kith/domain';
import { FindTicket, FindTicketHandler, type FoundTicket, ListTickets, ListTicketsHandler, type ReadDatabase, type TicketFilter } from '@kith/read-models';
import type { TestLog, Told } from './log';

type DataOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>['data'];
type Given = Told & Partial<TicketOpened['data']> & { readonly route?: Partial<TicketRouted['data']> };

/** The time of a day in April 2026, RFC 3339 UTC. */
export const april = (day: number, hour = 0): string => new Date(Date.UTC(2026, 3, day, hour)).toISOString();

/** Tickets in a log, as tests write them: named by a short word, opened on a day of April 2026. */
export class Ticketing {
  constructor(private readonly log: TestLog) {}

  /** Opened and routed, in one append as far as a test can tell. */
  async open(id: string, requesterId: string, day: number, { route, ...given }: Given = {}) {
    const { tenant, occurredAt, recordedAt, actor, onBehalfOf, ...facts } = given;
    await this.append(
      id,
      'TicketOpened',
      {
        source: 'desk',
        sourceId: `${id}@desk`,
        requesterId,
        contactPointId: null,
        organizationId: null,
        status: 'open',
        channel: 'email',
        via: 'email',
        language: null,
        tags: [],
        firstContact: false,
        at: april(day),
        ...facts,
      },
      given,
    );
    const decided = { queue: 'default', priority: 'normal', assignee: null, tags: [], rule: 'fallback', reasons: [] } as const;
    return this.append(id, 'TicketRouted', { ...decided, policy: 'route/1', settingsVersion: 0, organizationTags: [], ...route }, given);
  }

  status(id: string, status: DataOf<'TicketStatusChanged'>['status'], day: number, told: Told = {}) {
    return this.append(id, 'TicketStatusChanged', { status, at: april(day) }, told);
  }

  move(id: string, organizationId: string | null, day: number, told: Told & { readonly reason?: string } = {}) {
    const reason = told.reason === undefined ? {} : { reason: told.reason };
    return this.append(id, 'TicketMovedToOrganization', { organizationId, at: april(day), ...reason }, told);
  }

  correct(id: string, requesterId: string, day: number, told: Told = {}) {
    return this.append(id, 'TicketRequesterCorrected', { requesterId, contactPointId: null, at: april(day) }, told);
  }

  private append<T extends TicketEvent['type']>(id: string, type: T, data: DataOf<T>, told: Told) {
    return this.log.append(streamOf.ticket(told.tenant ?? 'acme', id), type, data as never, told);
  }
}

/** What the read models say of tickets. */
export class AskedTickets {
  constructor(private readonly database: ReadDatabase) {}

  async find(id: string, tenant = 'acme'): Promise<FoundTicket['ticket'] | undefined> {
    return (await new FindTicketHandler(this.database).execute(new FindTicket(tenant, id)))?.ticket;
  }

  page(filter: TicketFilter, limit = 50, cursor?: string) {
    return new ListTicketsHandler(this.database).execute(new ListTickets('acme', filter, { limit, ...(cursor !== undefined && { cursor }) }));
  }

  async ids(filter: TicketFilter): Promise<readonly string[]> {
    return (await this.page(filter)).items.map(({ id }) => id);
  }

  /** The ids of each page, as long as there is a next one. */
  async pages(filter: TicketFilter, limit: number): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<AskedTickets['page']>> = await this.page(filter, limit, cursor);
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return pages;
  }
}
