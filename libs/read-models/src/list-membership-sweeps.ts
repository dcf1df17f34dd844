import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { MembershipSweepTable } from './tables';

/** Work that brings existing members in line with a change. Times are RFC 3339 UTC, of when it was recorded. */
export interface ShownMembershipSweep {
  readonly sweepId: string;
  readonly because: MembershipSweepTable['because'];
  /** Whose domains changed, or which was deleted; null for a change of settings. */
  readonly organizationId: string | null;
  /** The domains of which it has changed what they stand for; null where it is not about domains. */
  readonly domains: readonly string[] | null;
  /** The version of the settings that it follows. */
  readonly settingsVersion: number | null;
  readonly startedAt: string;
  /** When the last page was done. */
  readonly advancedAt: string | null;
  /** Null while it goes on. */
  readonly endedAt: string | null;
  /** Profiles that were looked at so far, and memberships that began and ended by it. */
  readonly scanned: number;
  readonly joined: number;
  readonly left: number;
}

/** The sweeps of a tenant, the latest first. @throws BadCursor */
export class ListMembershipSweeps extends Query<ListPage<ShownMembershipSweep>> {
  static readonly needs: readonly ProjectionName[] = ['memberships'];
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** A sweep by its id; undefined for an id that the tenant does not know. */
export class FindMembershipSweep extends Query<ShownMembershipSweep | undefined> {
  static readonly needs: readonly ProjectionName[] = ['memberships'];
  constructor(
    readonly tenant: string,
    readonly sweepId: string,
  ) {
    super();
  }
}

type Row = Omit<MembershipSweepTable, 'tenant'>;
type OfPage = { readonly tenant: string; readonly position: number; readonly limit: number };
type OfSweep = { readonly tenant: string; readonly id: string };

const columns = [
  'id',
  'because',
  'organization_id',
  'domains',
  'settings_version',
  'started_at',
  'started_position',
  'advanced_at',
  'ended_at',
  'scanned',
  'joined',
  'departed',
] as const;
const page = query((db, p: Params<OfPage>) =>
  db
    .selectFrom('membership_sweep')
    .select(columns)
    .where('tenant', '=', p.tenant)
    .where('started_position', '<', p.position)
    .orderBy('started_position', 'desc')
    .limit(atMost(p.limit)),
);
const one = query((db, p: Params<OfSweep>) => db.selectFrom('membership_sweep').select(columns).where('tenant', '=', p.tenant).where('id', '=', p.id));

@QueryHandler(ListMembershipSweeps)
export class ListMembershipSweepsHandler implements IQueryHandler<ListMembershipSweeps> {
  private readonly sweeps: Prepared<OfPage, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.sweeps = database.prepare(page);
  }

  async execute({ tenant, page: { cursor, limit } }: ListMembershipSweeps): Promise<ListPage<ShownMembershipSweep>> {
    const list = byPosition('membership-sweeps');
    const [position] = list.placeOf(cursor);
    const rows = await this.sweeps({ tenant, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.started_position], shown);
  }
}

@QueryHandler(FindMembershipSweep)
export class FindMembershipSweepHandler implements IQueryHandler<FindMembershipSweep> {
  private readonly sweep: Prepared<OfSweep, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.sweep = database.prepare(one);
  }

  async execute({ tenant, sweepId }: FindMembershipSweep): Promise<ShownMembershipSweep | undefined> {
    const [row] = await this.sweep({ tenant, id: sweepId });
    return row && shown(row);
  }
}

const shown = (row: Row): ShownMembershipSweep => ({
  sweepId: row.id,
  because: row.because,
  organizationId: row.organization_id,
  domains: row.domains === null ? null : (JSON.parse(row.domains) as string[]),
  settingsVersion: row.settings_version,
  startedAt: row.started_at,
  advancedAt: row.advanced_at,
  endedAt: row.ended_at,
  scanned: row.scanned,
  joined: row.joined,
  left: row.departed,
});
