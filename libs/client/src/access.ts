import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components } from './schema';
import type { ApiKey, IssuedKey, ReadOptions, Tenant, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** API keys of the tenant. */
export class Keys {
  constructor(private readonly caller: Caller) {}

  /** Makes a key; it is shown in this answer only. @example const { key } = await kith.keys.create({ role: 'service', clientName: 'helpdesk' }); */
  create(key: Schemas['CreateKeyDto'], options?: WriteOptions): Promise<Written<IssuedKey>> {
    return written(this.caller.api.POST('/v1/keys', { body: key, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Every key, also those that were revoked; never what lets in. @example for await (const { keyId, role } of kith.keys.list()) console.log(keyId, role); */
  list({ limit, tenant, ...options }: ReadOptions & { readonly limit?: number; readonly tenant?: string } = {}): Listed<ApiKey> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }), ...(tenant !== undefined && { tenant }) };
      return read(this.caller.api.GET('/v1/keys', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    });
  }

  /** From now on it lets nobody in. @example await kith.keys.revoke('4f1c2a9be07d3356'); */
  revoke(keyId: string, options?: WriteOptions): Promise<Written> {
    return written(this.caller.api.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } }, headers: this.caller.writing(options), ...signalOf(options) }));
  }
}

/** Tenants, for operators. */
export class Tenants {
  constructor(private readonly caller: Caller) {}

  /** Makes a tenant with its first admin key. @example const { adminKey } = await kith.tenants.create({ tenant: 'acme' }); */
  create(tenant: Schemas['CreateTenantDto'], options?: WriteOptions): Promise<Written<Schemas['CreatedTenantAnswer']>> {
    return written(this.caller.api.POST('/v1/tenants', { body: tenant, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Every tenant. @example for await (const { tenant } of kith.tenants.list()) console.log(tenant); */
  list({ limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<Tenant> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      return read(this.caller.api.GET('/v1/tenants', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    });
  }
}
