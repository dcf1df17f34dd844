import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { memberIds, type OfCluster } from './cluster-members';
import type { Reads } from './cluster-rows';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

/** What somebody may see who is limited to organizations. */
export type Seen =
  | { readonly kind: 'end-user'; readonly id: string }
  | { readonly kind: 'organization'; readonly id: string }
  /** By the digest of its source and id. */
  | { readonly kind: 'ticket'; readonly id: string };

/**
 * Whether something is of one of these organizations, whatever either was merged into: an end user who is a member, the organization itself, a
 * ticket of it. False for what is not known.
 */
export class IsOfOrganizations extends Query<boolean> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile', 'organizations', 'tickets'];
  constructor(
    readonly tenant: string,
    readonly seen: Seen,
    readonly organizationIds: readonly string[],
  ) {
    super();
  }
}

/** The organizations that stand for these today; those that the tenant does not know are left out. */
export class CanonicalOrganizations extends Query<ReadonlySet<string>> {
  static readonly needs: readonly ProjectionName[] = ['organizations'];
  constructor(
    readonly tenant: string,
    readonly organizationIds: readonly string[],
  ) {
    super();
  }
}

/** Those of these end users who are members of one of these organizations, whatever either was merged into. */
export class EndUsersOfOrganizations extends Query<ReadonlySet<string>> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile', 'organizations'];
  constructor(
    readonly tenant: string,
    readonly endUserIds: Iterable<string>,
    readonly organizationIds: readonly string[],
  ) {
    super();
  }
}

type Of = { readonly tenant: string; readonly id: string };
type Found = { readonly id: string };

const canonical = query((db, p: Params<Of>) =>
  db.selectFrom('organization').select('canonical_id as id').where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const ofEndUser = query((db, p: Params<OfCluster>) =>
  db
    .selectFrom(memberIds(db, p).as('member'))
    .innerJoin('end_user_organization as joined', (join) => join.onRef('joined.end_user_id', '=', 'member.id').on('joined.tenant', '=', p.tenant))
    .innerJoin('organization', (join) => join.onRef('organization.tenant', '=', 'joined.tenant').onRef('organization.id', '=', 'joined.organization_id'))
    .select('organization.canonical_id as id'),
);
const ofTicket = query((db, p: Params<Of>) =>
  db
    .selectFrom('ticket')
    .innerJoin('organization', (join) => join.onRef('organization.tenant', '=', 'ticket.tenant').onRef('organization.id', '=', 'ticket.organization_id'))
    .select('organization.canonical_id as id')
    .where('ticket.tenant', '=', p.tenant)
    .where('ticket.id', '=', p.id),
);

@QueryHandler(CanonicalOrganizations)
export class CanonicalOrganizationsHandler implements IQueryHandler<CanonicalOrganizations> {
  private readonly canonical: Prepared<Of, Found>;

  constructor(@Inject(ReadDatabase) database: Reads) {
    this.canonical = database.prepare(canonical);
  }

  async execute({ tenant, organizationIds }: CanonicalOrganizations): Promise<ReadonlySet<string>> {
    const found = await Promise.all(organizationIds.map(async (id) => this.canonical({ tenant, id })));
    return new Set(found.flat().map(({ id }) => id));
  }
}

@QueryHandler(EndUsersOfOrganizations)
export class EndUsersOfOrganizationsHandler implements IQueryHandler<EndUsersOfOrganizations> {
  private readonly theirs: CanonicalOrganizationsHandler;
  private readonly ofEndUser: Prepared<OfCluster, Found>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.theirs = new CanonicalOrganizationsHandler(database);
    this.ofEndUser = database.prepare(ofEndUser);
  }

  async execute({ tenant, endUserIds, organizationIds }: EndUsersOfOrganizations): Promise<ReadonlySet<string>> {
    const asked = [...new Set(endUserIds)];
    if (asked.length === 0) return new Set();
    const theirs = await this.theirs.execute(new CanonicalOrganizations(tenant, organizationIds));
    const whose = await Promise.all(asked.map(async (endUserId) => this.ofEndUser({ tenant, endUserId })));
    return new Set(asked.filter((_, i) => whose[i]?.some(({ id }) => theirs.has(id))));
  }
}

@QueryHandler(IsOfOrganizations)
export class IsOfOrganizationsHandler implements IQueryHandler<IsOfOrganizations> {
  private readonly canonical: Prepared<Of, Found>;
  private readonly theirs: CanonicalOrganizationsHandler;
  private readonly ofEndUser: Prepared<OfCluster, Found>;
  private readonly ofTicket: Prepared<Of, Found>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.canonical = database.prepare(canonical);
    this.theirs = new CanonicalOrganizationsHandler(database);
    this.ofEndUser = database.prepare(ofEndUser);
    this.ofTicket = database.prepare(ofTicket);
  }

  async execute({ tenant, seen, organizationIds }: IsOfOrganizations): Promise<boolean> {
    const whose = await this.organizationsOf(tenant, seen);
    if (whose.length === 0) return false;
    const theirs = await this.theirs.execute(new CanonicalOrganizations(tenant, organizationIds));
    return whose.some(({ id }) => theirs.has(id));
  }

  private async organizationsOf(tenant: string, { kind, id }: Seen): Promise<readonly Found[]> {
    if (kind === 'organization') return this.canonical({ tenant, id });
    return kind === 'ticket' ? this.ofTicket({ tenant, id }) : this.ofEndUser({ tenant, endUserId: id });
  }
}
