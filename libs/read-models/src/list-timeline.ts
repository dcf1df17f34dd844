import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { members, type OfCluster } from './cluster-members';
import { type NamedOrganization, OrganizationNames } from './organization-names';
import { inTime, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { TimelineEntryTable } from './tables';
import { actorOf, TimelineEntries, type TimelineRow } from './timeline-entries';

/** One thing that happened with an end user. What an entry of its kind does not have is null. */
export interface TimelineItem {
  readonly kind: TimelineEntryTable['kind'];
  /** The profile that it happened with: one of the cluster. */
  readonly endUserId: string;
  /** RFC 3339 UTC, business time. */
  readonly occurredAt: string;
  /** Id of the interaction: digest of its source and id there. */
  readonly interactionId: string | null;
  readonly source: string | null;
  readonly channel: string | null;
  /** The address it came by or is about; null once its holder is erased. */
  readonly key: string | null;
  readonly via: string | null;
  readonly direction: string | null;
  readonly ticketId: string | null;
  /** Of the interaction, or the text of a note. */
  readonly summary: string | null;
  /** The tags, or the names of what changed, such as `name` or `fields.plan`. */
  readonly what: readonly string[] | null;
  readonly outcome: string | null;
  /** Why a contact point was released, or who made the end user a member of an organization or ended that. */
  readonly cause: string | null;
  readonly reason: string | null;
  /** The end user on the other side of a merge or of a difference; of a membership the organization. */
  readonly otherId: string | null;
  /** What that organization, or the one that stands for it, is called now. */
  readonly organizationName: string | null;
  readonly mergeId: string | null;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly onBehalfOf: string | null;
}

/** What happened with an end user and all that are one person with it, the latest first. @throws BadCursor */
export class ListTimeline extends Query<ListPage<TimelineItem>> {
  static readonly needs: readonly ProjectionName[] = ['timeline', 'holding', 'end-user-profile', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListTimeline)
export class ListTimelineHandler implements IQueryHandler<ListTimeline> {
  private readonly members: Prepared<OfCluster, { id: string }>;
  private readonly entries: TimelineEntries;
  private readonly organizations: OrganizationNames;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.members = database.prepare(members);
    this.entries = new TimelineEntries(database);
    this.organizations = new OrganizationNames(database);
  }

  async execute({ tenant, endUserId, page: { cursor, limit } }: ListTimeline): Promise<ListPage<TimelineItem>> {
    const list = inTime(`timeline ${endUserId}`);
    const [at, position] = list.placeOf(cursor);
    const cluster = (await this.members({ tenant, endUserId })).map(({ id }) => id);
    const rows = await this.entries.latest(cluster, { tenant, at, position, limit: limit + 1 });
    const named = await this.organizations.of(
      tenant,
      rows.flatMap((row) => (row.other_id !== null && ofOrganization.has(row.kind) ? [row.other_id] : [])),
    );
    return list.pageOf(
      rows,
      limit,
      (row) => [row.occurred_at, row.position],
      (row) => shown(row, ofOrganization.has(row.kind) ? named.get(row.other_id ?? '') : undefined),
    );
  }
}

/** Entries that are about an organization. */
const ofOrganization: ReadonlySet<TimelineEntryTable['kind']> = new Set(['organization-joined', 'organization-left', 'default-organization-chosen']);

const shown = (row: TimelineRow, organization: NamedOrganization | undefined): TimelineItem => ({
  kind: row.kind,
  endUserId: row.end_user_id,
  occurredAt: row.occurred_at,
  interactionId: row.interaction_id,
  source: row.source,
  channel: row.channel,
  key: row.key,
  via: row.via,
  direction: row.direction,
  ticketId: row.ticket_id,
  summary: row.summary,
  what: row.what === null ? null : (JSON.parse(row.what) as string[]),
  outcome: row.outcome,
  cause: row.cause,
  reason: row.reason,
  otherId: row.other_id,
  organizationName: organization?.name ?? null,
  mergeId: row.merge_id,
  actor: actorOf(row),
  onBehalfOf: row.on_behalf_of,
});
