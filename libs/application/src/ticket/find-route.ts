import type { GivenRoute, RoutingFacts } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Clock } from '../clock';
import { MembershipsByDomain } from '../membership/memberships-by-domain';
import type { StepContext } from '../run';
import { type LookedUp, Requesters, requesterIn } from './requesters';
import { TicketRouting, utc, type VersionedRoute } from './ticket-routing';

/** Where a ticket would go, and why. */
export interface FoundRoute {
  readonly route: VersionedRoute;
  /** What the policy saw. */
  readonly facts: RoutingFacts;
  /** As it was named, or the requester's default, also of somebody who would be created. */
  readonly organizationId: string | null;
  /** The profile that would be the requester; null for nobody in particular, or for somebody who would be created. */
  readonly requesterId: string | null;
  readonly canonicalId: string | null;
}

/**
 * What would happen if this ticket were opened now. Writes nothing; answers from the log, so it waits for no read model.
 * Without a requester: as for somebody who is known and a member of nothing.
 */
export class FindRoute extends Query<FoundRoute> {
  static readonly needs = [] as const;
  constructor(
    readonly tenant: string,
    readonly given: GivenRoute,
  ) {
    super();
  }
}

@QueryHandler(FindRoute)
export class FindRouteHandler implements IQueryHandler<FindRoute> {
  constructor(
    @Inject(TicketRouting) private readonly routing: TicketRouting,
    @Inject(Requesters) private readonly requesters: Requesters,
    @Inject(MembershipsByDomain) private readonly byDomain: MembershipsByDomain,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal as the opening would be refused */
  async execute({ tenant, given }: FindRoute): Promise<FoundRoute> {
    const settings = await this.routing.rules(tenant, given);
    const who = requesterIn(given);
    const { requester, held } = who ? await this.requesters.lookUp(who, { step: { ...nobodysWord, tenant }, cameBy: given.channel }) : nobody;
    const at = utc(given.at ?? this.clock.now());
    const isNew = who !== undefined && !requester;
    const [first = null] = isNew ? await this.byDomain.expected(tenant, held) : [];
    const joined = requester && { ...requester, canonical: await this.byDomain.afterJoin(tenant, requester.canonicalId, requester.canonical, held) };
    const routed = await this.routing.route(tenant, given, settings, joined ?? first, isNew, at);
    return { ...routed, requesterId: requester?.requesterId ?? null, canonicalId: requester?.canonicalId ?? null };
  }
}

const nobody: LookedUp = { requester: undefined, held: [] };
/** Nothing is written on it. */
const nobodysWord: Omit<StepContext, 'tenant'> = { actor: { kind: 'service', id: '' }, commandId: '', correlationId: '', causationId: '' };
