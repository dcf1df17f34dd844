import { BadCursor, ListApiKeys, ListApiKeysHandler, ListTenants, ListTenantsHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';

describe.each(kinds)('the lists of keys and tenants ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const add = (keyId: string, tenant = 'acme', expiresAt?: string) =>
    log.append(
      `apiKey-${keyId}`,
      'ApiKeyCreated',
      { role: 'agent', clientName: `client ${keyId}`, secretHash: 'SECRET', ...(expiresAt && { expiresAt }) },
      { tenant },
    );

  it('show the keys of one tenant, the latest first, with when they end and ended, and nothing of their secrets', async () => {
    await add('one');
    await add('two', 'acme', '2027-01-01T00:00:00.000Z');
    await add('three', 'other');
    await log.append('apiKey-one', 'ApiKeyRevoked', {}, { recordedAt: '2026-06-01T00:00:00.000Z' });
    database = await projected(log, kind);
    const page = await new ListApiKeysHandler(database).execute(new ListApiKeys('acme', { limit: 50 }));
    expect(page).toEqual({
      items: [
        {
          keyId: 'two',
          role: 'agent',
          clientName: 'client two',
          createdAt: '2026-03-01T00:00:02.000Z',
          expiresAt: '2027-01-01T00:00:00.000Z',
          revokedAt: null,
          organizations: null,
        },
        {
          keyId: 'one',
          role: 'agent',
          clientName: 'client one',
          createdAt: '2026-03-01T00:00:01.000Z',
          expiresAt: null,
          revokedAt: '2026-06-01T00:00:00.000Z',
          organizations: null,
        },
      ],
      nextCursor: null,
    });
    expect(JSON.stringify(await database.kysely.selectFrom('api_key').selectAll().execute())).not.toContain('SECRET');
  });

  it('go on page by page, and refuse the cursor of another list', async () => {
    for (const name of ['a', 'b', 'c']) {
      await log.append(`tenant-${name}`, 'TenantCreated', {}, { tenant: name });
      await add(`key${name}`);
    }
    database = await projected(log, kind);
    const tenants = new ListTenantsHandler(database);
    const first = await tenants.execute(new ListTenants({ limit: 2 }));
    const second = await tenants.execute(new ListTenants({ limit: 2, cursor: first.nextCursor as string }));
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(second.nextCursor).toBeNull();
    const keys = new ListApiKeysHandler(database);
    await expect(keys.execute(new ListApiKeys('acme', { limit: 2, cursor: first.nextCursor as string }))).rejects.toThrow(BadCursor);
  });
});
