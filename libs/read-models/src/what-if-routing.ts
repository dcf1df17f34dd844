import { isSameWay, type Priority, type Route, type RoutingSettings, rerouted, usableRules } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inTime, type ListPage, type PageRequest } from './page';
import { type PastRoute, PastRoutes } from './past-routes';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';

/** Where a ticket goes, and by which rule. */
export interface RouteOutcome {
  readonly queue: string;
  readonly priority: Priority;
  readonly assignee: string | null;
  readonly tags: readonly string[];
  readonly rule: string;
}

/** A past ticket that would go elsewhere. */
export interface ReroutedTicket {
  readonly ticketId: string;
  readonly organizationId: string | null;
  /** RFC 3339 UTC, business time. */
  readonly openedAt: string;
  readonly before: RouteOutcome & { readonly settingsVersion: number };
  /** With its reasons. */
  readonly after: Route;
}

/** Tickets that would go elsewhere, and of how many that is said. The counts are of this page. */
export interface WhatIfPage extends ListPage<ReroutedTicket> {
  readonly counts: {
    /** Routed anew. */
    readonly compared: number;
    /** Of these, those that would go to another queue or assignee, or with another priority or other tags. */
    readonly different: number;
    /** Not routed anew, because what they were routed by was erased. */
    readonly unknown: number;
  };
}

/** Which past tickets other rules are tried on. Times are RFC 3339 UTC, of the opening. */
export interface WhatIfFilter {
  /** Of this organization and all that are one with it, now. */
  readonly organizationId?: string | undefined;
  readonly from?: string | undefined;
  /** Not included. */
  readonly to?: string | undefined;
}

/**
 * Past tickets that these rules would have routed otherwise, the latest opened first: what was stored of each when it was opened decides,
 * the routing of its organization then included. Nothing is changed. A page looks at a bounded number of tickets and may hold fewer
 * than asked for, even none, and still have a next one.
 * @throws BadCursor, also for the cursor of another filter
 */
export class WhatIfRouting extends Query<WhatIfPage> {
  static readonly needs: readonly ProjectionName[] = ['tickets', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly proposed: RoutingSettings,
    readonly filter: WhatIfFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** So many tickets are looked at for a page, and so many at a time: with as many rules as there can be, some 50 ms and 10 ms. */
const [mostLookedAt, atATime] = [1_000, 200] as const;

@QueryHandler(WhatIfRouting)
export class WhatIfRoutingHandler implements IQueryHandler<WhatIfRouting> {
  private readonly routes: PastRoutes;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.routes = new PastRoutes(database);
  }

  async execute({ tenant, proposed, filter, page: { cursor, limit } }: WhatIfRouting): Promise<WhatIfPage> {
    const { organizationId, from = '', to } = filter;
    usableRules(proposed, '/routing');
    const list = inTime(`what if ${JSON.stringify([organizationId ?? null, from, to ?? null])}`);
    // Where the time ends, so that an index leads there.
    let [at, position] = cursor === undefined && to !== undefined ? ([to, -1] as const) : list.placeOf(cursor);
    const organizations = await this.routes.leading(tenant, organizationId);
    const items: ReroutedTicket[] = [];
    const counts = { compared: 0, different: 0, unknown: 0 };
    for (let looked = 0; looked < mostLookedAt; ) {
      const routes = await this.routes.latest(organizations, { tenant, from, at, position, limit: atATime });
      for (const past of routes) {
        const after = past.facts && rerouted(past.facts, past.decided, proposed);
        if (after) counts.compared += 1;
        else counts.unknown += 1;
        if (after && !isSameWay(past.decided, after)) items.push(reroutedTicket(past, after));
        counts.different = items.length;
        [at, position] = [past.at, past.position];
        if (items.length === limit) return { items, counts, nextCursor: list.cursorAt([at, position]) };
      }
      if (routes.length < atATime) return { items, counts, nextCursor: null };
      looked += routes.length;
      // Others have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { items, counts, nextCursor: list.cursorAt([at, position]) };
  }
}

const reroutedTicket = ({ ticketId, organizationId, at, decided, settingsVersion }: PastRoute, after: Route): ReroutedTicket => {
  const { reasons: _, ...before } = decided;
  return { ticketId, organizationId, openedAt: at, before: { ...before, settingsVersion }, after };
};
