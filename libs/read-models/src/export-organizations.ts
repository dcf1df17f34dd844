import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import type { ExportPage, ExportStretch } from './export-page';
import { OrganizationReads } from './organization-reads';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { ShownOrganization } from './shown-organization';
import { type Params, query } from './statement';
import type { OrganizationTable } from './tables';

/** An organization as exports have it. */
export interface ExportedOrganization extends ShownOrganization {
  /** Of the last event that changed what is shown, its members aside; decimal. */
  readonly position: string;
}

/** A stretch of all organizations that are there, each with those that were merged into it, in the order of their ids. */
export class ExportOrganizations extends Query<ExportPage<ExportedOrganization>> {
  static readonly needs: readonly ProjectionName[] = ['organizations', 'end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly stretch: ExportStretch,
  ) {
    super();
  }
}

type Stretch = { readonly tenant: string; readonly after: string; readonly limit: number };
type Row = Pick<OrganizationTable, 'id' | 'status' | 'survivor_id'>;

const rowsOf = query((db, p: Params<Stretch>) =>
  db
    .selectFrom('organization')
    .select(['id', 'status', 'survivor_id'])
    .where('tenant', '=', p.tenant)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(atMost(p.limit)),
);

@QueryHandler(ExportOrganizations)
export class ExportOrganizationsHandler implements IQueryHandler<ExportOrganizations> {
  private readonly rows: Prepared<Stretch, Row>;
  private readonly organizations: OrganizationReads;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.rows = database.prepare(rowsOf);
    this.organizations = new OrganizationReads(database);
  }

  async execute({ tenant, stretch: { after = '', limit } }: ExportOrganizations): Promise<ExportPage<ExportedOrganization>> {
    const rows = await this.rows({ tenant, after, limit });
    const items: ExportedOrganization[] = [];
    for (const { id, status, survivor_id } of rows) {
      if (status !== 'active' || survivor_id !== null) continue;
      const found = await this.organizations.find(tenant, id);
      if (found?.organization.status === 'active') items.push({ ...found.organization, position: found.etag.slice(found.etag.lastIndexOf('.') + 1) });
    }
    return { items, after: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  }
}
