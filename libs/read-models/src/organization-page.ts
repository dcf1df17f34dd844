import { SettingsReader } from '@kith/application';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { FindOrganization, FindOrganizationHandler } from './find-organization';
import { type ListedMember, ListMembers, ListMembersHandler } from './list-members';
import { type DayOfActivity, OrganizationActivity } from './organization-activity';
import { type OrganizationInteraction, OrganizationInteractions } from './organization-interactions';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import type { FoundOrganization } from './shown-organization';
import { type TenantSettings, unchangedSettings } from './shown-profiles';
import { type ShownTicket, shownTicket } from './shown-ticket';
import { TicketSearch } from './ticket-search';

/** What somebody who looks after an organization sees first. Of everything only the newest, however much there is. */
export interface OrganizationPage {
  readonly organization: FoundOrganization['organization'];
  /** The latest heard of first; how many there are the organization says. */
  readonly members: readonly ListedMember[];
  /** Tickets neither solved nor closed. */
  readonly unsolved: {
    /** All there are. */
    readonly count: number;
    /** The latest opened first. */
    readonly newest: readonly ShownTicket[];
  };
  /** The latest first. */
  readonly interactions: readonly OrganizationInteraction[];
  /** Of the last 30 days, today last. */
  readonly activity: readonly DayOfActivity[];
}

/** So many members, tickets and interactions are on it. */
const mostShown = 20;

/** The page of an organization; undefined for one that the tenant does not know. */
export class FindOrganizationPage extends Query<OrganizationPage | undefined> {
  static readonly needs: readonly ProjectionName[] = ['tickets', 'timeline', 'holding', 'contact-lookup', 'end-user-profile', 'organizations', 'reports'];
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
    /** Now, RFC 3339 UTC. */
    readonly now: string,
  ) {
    super();
  }
}

/** Before everything in a list of what happened. */
const latest = { at: '~', position: Number.MAX_SAFE_INTEGER } as const;

@QueryHandler(FindOrganizationPage)
export class FindOrganizationPageHandler implements IQueryHandler<FindOrganizationPage> {
  private readonly organizations: FindOrganizationHandler;
  private readonly members: ListMembersHandler;
  private readonly tickets: TicketSearch;
  private readonly interactions: OrganizationInteractions;
  private readonly activity: OrganizationActivity;

  constructor(@Inject(ReadDatabase) database: ReadDatabase, @Inject(SettingsReader) settings: TenantSettings = unchangedSettings) {
    this.organizations = new FindOrganizationHandler(database);
    this.members = new ListMembersHandler(database, settings);
    this.tickets = new TicketSearch(database);
    this.interactions = new OrganizationInteractions(database);
    this.activity = new OrganizationActivity(database);
  }

  async execute({ tenant, organizationId, now }: FindOrganizationPage): Promise<OrganizationPage | undefined> {
    const found = await this.organizations.execute(new FindOrganization(tenant, organizationId));
    if (!found) return undefined;
    const stretch = { tenant, ...latest, limit: mostShown };
    const [members, tickets, unsolved, interactions, activity] = await Promise.all([
      this.members.execute(new ListMembers(tenant, organizationId, {}, 'last-contact', { limit: mostShown })),
      this.tickets.find({ organizationId, status: 'unsolved' }, stretch),
      this.activity.unsolved({ tenant, organizationId }),
      this.interactions.latest(organizationId, stretch),
      this.activity.until(now, { tenant, organizationId }),
    ]);
    return {
      organization: found.organization,
      members: members?.items ?? [],
      unsolved: { count: unsolved, newest: tickets.rows.map(shownTicket) },
      interactions: interactions.flatMap(({ interaction }) => interaction ?? []),
      activity,
    };
  }
}
