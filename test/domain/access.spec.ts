import { type ApiKeyEvent, apiKey, CreateApiKey, CreateTenant, RevokeApiKey, tenant } from '@kith/domain';
import { given } from '../support/given';

const create = new CreateApiKey('acme', 'k1', 'service', 'crm', 'hash', '2027-01-01T00:00:00Z');
const created: ApiKeyEvent = { type: 'ApiKeyCreated', data: { role: 'service', clientName: 'crm', secretHash: 'hash', expiresAt: '2027-01-01T00:00:00Z' } };
const revoked: ApiKeyEvent = { type: 'ApiKeyRevoked', data: {} };

describe('an API key', () => {
  it('is made once', () => {
    given(apiKey).when(create).then(created);
    given(apiKey, created).when(create).then();
  });
  it('is revoked once and for ever', () => {
    given(apiKey, created).when(new RevokeApiKey('acme', 'k1')).then(revoked);
    given(apiKey, created, revoked).when(new RevokeApiKey('acme', 'k1')).then();
    given(apiKey, created, revoked).when(create).then();
    expect(given(apiKey, created, revoked).state.status).toBe('revoked');
  });
  it('must exist to be revoked', () => given(apiKey).when(new RevokeApiKey('acme', 'k1')).refuses('key-not-found'));
});

describe('a tenant', () => {
  it('is made once', () => {
    given(tenant).when(new CreateTenant('acme')).then({ type: 'TenantCreated', data: {} });
    given(tenant, { type: 'TenantCreated', data: {} }).when(new CreateTenant('acme')).refuses('tenant-exists');
  });
});
