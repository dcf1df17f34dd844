import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { filterName } from './filter-name';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { OrganizationMergeTable } from './tables';

/** A merge of two organizations, by the ids that were linked. */
export interface ShownOrganizationMerge {
  readonly mergeId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly status: 'completed' | 'undone';
  /** Of the event that linked them, in decimal digits. */
  readonly position: string;
}

/** Which merges of organizations a list is of: all conditions that are given. */
export interface OrganizationMergeFilter {
  /** On either side of it. */
  readonly organizationId?: string | undefined;
}

/** Merges of organizations that meet a filter, undone ones too, the latest first. @throws BadCursor, also for the cursor of another filter */
export class ListOrganizationMerges extends Query<ListPage<ShownOrganizationMerge>> {
  static readonly needs: readonly ProjectionName[] = ['organizations'];
  constructor(
    readonly tenant: string,
    readonly filter: OrganizationMergeFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

type Row = Omit<OrganizationMergeTable, 'tenant'>;
type OfPage = { readonly tenant: string; readonly organizationId: string; readonly position: number; readonly limit: number };

/** Of all merges of a tenant, sorted at each look: people make them one by one, so they are few. */
const merges = (ofOne: boolean) =>
  query((db, p: Params<OfPage>) => {
    const before = db
      .selectFrom('organization_merge')
      .select(['id', 'survivor_id', 'merged_id', 'undone', 'position'])
      .where('tenant', '=', p.tenant)
      .where('position', '<', p.position);
    const asked = ofOne ? before.where((eb) => eb.or([eb('survivor_id', '=', p.organizationId), eb('merged_id', '=', p.organizationId)])) : before;
    return asked.orderBy('position', 'desc').limit(atMost(p.limit));
  });

@QueryHandler(ListOrganizationMerges)
export class ListOrganizationMergesHandler implements IQueryHandler<ListOrganizationMerges> {
  private readonly all: Prepared<OfPage, Row>;
  private readonly ofOne: Prepared<OfPage, Row>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.all = database.prepare(merges(false));
    this.ofOne = database.prepare(merges(true));
  }

  async execute({ tenant, filter, page: { cursor, limit } }: ListOrganizationMerges): Promise<ListPage<ShownOrganizationMerge>> {
    const list = byPosition(filterName('organization-merges', filter));
    const [position] = list.placeOf(cursor);
    const { organizationId = '' } = filter;
    const rows = await (filter.organizationId === undefined ? this.all : this.ofOne)({ tenant, organizationId, position, limit: limit + 1 });
    return list.pageOf(rows, limit, (row) => [row.position], shown);
  }
}

const shown = ({ id, survivor_id, merged_id, undone, position }: Row): ShownOrganizationMerge => ({
  mergeId: id,
  survivorId: survivor_id,
  mergedId: merged_id,
  status: undone === 0 ? 'completed' : 'undone',
  position: position.toString(),
});
