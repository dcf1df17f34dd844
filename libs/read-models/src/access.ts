import type { ApiKeyEvent, TenantEvent } from '@kith/domain';
import { projection } from './projection';
import { type Params, statement } from './statement';
import type { ApiKeyTable, TenantTable } from './tables';

const addKey = statement((db, p: Params<Omit<ApiKeyTable, 'revoked_at'>>) =>
  db.insertInto('api_key').values({
    tenant: p.tenant,
    key_id: p.key_id,
    role: p.role,
    client_name: p.client_name,
    created_at: p.created_at,
    expires_at: p.expires_at,
    organizations: p.organizations,
    position: p.position,
  }),
);
const revokeKey = statement((db, p: Params<{ tenant: string; keyId: string; at: string }>) =>
  db.updateTable('api_key').set({ revoked_at: p.at }).where('tenant', '=', p.tenant).where('key_id', '=', p.keyId),
);
const addTenant = statement((db, p: Params<TenantTable>) => db.insertInto('tenant').values({ name: p.name, created_at: p.created_at, position: p.position }));

/** The stream of a key holds no tenant. */
const keyIdOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Keys and tenants as operators see them. What a key is checked against is not here: that is read from the log. */
export const access = projection<ApiKeyEvent | TenantEvent>({
  name: 'access',
  tables: ['api_key', 'tenant'],
  on: {
    ApiKeyCreated: ({ stream, position, metadata: { tenant, recordedAt }, data: { role, clientName, expiresAt, organizations } }) => [
      addKey({
        tenant,
        key_id: keyIdOf(stream),
        role,
        client_name: clientName,
        created_at: recordedAt,
        expires_at: expiresAt ?? null,
        organizations: organizations ? JSON.stringify(organizations) : null,
        position: Number(position),
      }),
    ],
    ApiKeyRevoked: ({ stream, metadata: { tenant, recordedAt } }) => [revokeKey({ tenant, keyId: keyIdOf(stream), at: recordedAt })],
    TenantCreated: ({ position, metadata: { tenant, recordedAt } }) => [addTenant({ name: tenant, created_at: recordedAt, position: Number(position) })],
  },
});
