import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { OrganizationReads } from './organization-reads';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import type { FoundOrganization } from './shown-organization';

/** The organization that an id is shown as; undefined for one that the tenant does not know. */
export class FindOrganization extends Query<FoundOrganization | undefined> {
  static readonly needs: readonly ProjectionName[] = ['organizations', 'end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
  ) {
    super();
  }
}

@QueryHandler(FindOrganization)
export class FindOrganizationHandler implements IQueryHandler<FindOrganization> {
  private readonly organizations: OrganizationReads;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.organizations = new OrganizationReads(database);
  }

  execute({ tenant, organizationId }: FindOrganization): Promise<FoundOrganization | undefined> {
    return this.organizations.find(tenant, organizationId);
  }
}
