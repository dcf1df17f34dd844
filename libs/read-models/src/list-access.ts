import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { byPosition, type ListPage, type PageRequest } from './page';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { ApiKeyTable, TenantTable } from './tables';

/** An API key, without its secret or a hash of it. Times are RFC 3339 UTC. */
export interface ListedApiKey {
  readonly keyId: string;
  readonly role: string;
  readonly clientName: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** It sees only what is of these; null for one that sees everything. */
  readonly organizations: string[] | null;
}

/** A company using the engine. */
export interface ListedTenant {
  readonly name: string;
  /** RFC 3339 UTC. */
  readonly createdAt: string;
}

/** The keys of a tenant, revoked and expired ones too, the latest first. @throws BadCursor */
export class ListApiKeys extends Query<ListPage<ListedApiKey>> {
  static readonly needs: readonly ProjectionName[] = ['access'];
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

/** All tenants, the latest first. @throws BadCursor */
export class ListTenants extends Query<ListPage<ListedTenant>> {
  static readonly needs: readonly ProjectionName[] = ['access'];
  constructor(readonly page: PageRequest) {
    super();
  }
}

type OfTenant = { readonly tenant: string; readonly before: number; readonly limit: number };
type OfAll = Omit<OfTenant, 'tenant'>;

const keys = query((db, p: Params<OfTenant>) =>
  db.selectFrom('api_key').selectAll().where('tenant', '=', p.tenant).where('position', '<', p.before).orderBy('position', 'desc').limit(atMost(p.limit)),
);
const tenants = query((db, p: Params<OfAll>) =>
  db.selectFrom('tenant').selectAll().where('position', '<', p.before).orderBy('position', 'desc').limit(atMost(p.limit)),
);

@QueryHandler(ListApiKeys)
export class ListApiKeysHandler implements IQueryHandler<ListApiKeys> {
  private readonly keys: Prepared<OfTenant, ApiKeyTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.keys = database.prepare(keys);
  }

  async execute({ tenant, page: { cursor, limit } }: ListApiKeys): Promise<ListPage<ListedApiKey>> {
    const list = byPosition('keys');
    const [before] = list.placeOf(cursor);
    const rows = await this.keys({ tenant, before, limit: limit + 1 });
    return list.pageOf(
      rows,
      limit,
      ({ position }) => [position],
      ({ key_id, role, client_name, created_at, expires_at, revoked_at, organizations }) => ({
        keyId: key_id,
        role,
        clientName: client_name,
        createdAt: created_at,
        expiresAt: expires_at,
        revokedAt: revoked_at,
        organizations: organizations === null ? null : (JSON.parse(organizations) as string[]),
      }),
    );
  }
}

@QueryHandler(ListTenants)
export class ListTenantsHandler implements IQueryHandler<ListTenants> {
  private readonly tenants: Prepared<OfAll, TenantTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.tenants = database.prepare(tenants);
  }

  async execute({ page: { cursor, limit } }: ListTenants): Promise<ListPage<ListedTenant>> {
    const list = byPosition('tenants');
    const [before] = list.placeOf(cursor);
    const rows = await this.tenants({ before, limit: limit + 1 });
    return list.pageOf(
      rows,
      limit,
      ({ position }) => [position],
      ({ name, created_at }) => ({ name, createdAt: created_at }),
    );
  }
}
