import { BadCursor, ListOrganizationMerges, ListOrganizationMergesHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { AskedOrganizations, Organizing } from './organizing';
import { project } from './projected';

describe.each(kinds)('organizations ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  let organizations: Organizing;
  let asked: AskedOrganizations;
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
    organizations = new Organizing(log);
    asked = new AskedOrganizations(database);
  });
  afterEach(() => database.close());

  const found = async (id: string) => {
    await project(log, database);
    return asked.find(id);
  };

  it('are shown with all that was said of them last', async () => {
    const at = { recordedAt: '2026-05-01T00:00:00.000Z' };
    await organizations.create('a', 'Acme', {
      ...at,
      externalId: 'crm-1',
      details: 'Anvils',
      notes: 'Pays late',
      tags: ['gold'],
      fields: { seats: 3, plan: 'x' },
    });
    await organizations.domains('a', [{ domain: 'old.example' }, { domain: 'acme.example' }]);
    await organizations.domains('a', [{ domain: 'acme.example', subdomains: true, except: ['shop.acme.example'], precedence: 5 }]);
    await organizations.rename('a', 'Acme Corporation');
    await organizations.change('a', { details: null, fields: { plan: null, region: 'EU' } });
    await organizations.event('a', 'OrganizationTagged', { tags: ['silver'], marks: [] });
    await organizations.event('a', 'OrganizationUntagged', { tags: ['gold'], marks: [] });
    const routing = { queue: 'vip', priority: 'high', assignee: 'agent-1', tags: ['key account'] } as const;
    await organizations.event('a', 'OrganizationRoutingChanged', { routing }, { recordedAt: '2026-06-01T00:00:00.000Z' });
    const last = await log.store.head();
    expect(await found('a')).toEqual({
      id: 'a',
      canonicalId: 'a',
      status: 'active',
      name: 'Acme Corporation',
      externalId: 'crm-1',
      details: null,
      notes: 'Pays late',
      origin: 'api',
      tags: ['silver'],
      fields: { region: 'EU', seats: 3 },
      domains: [{ domain: 'acme.example', subdomains: true, except: ['shop.acme.example'], precedence: 5, organizationId: 'a' }],
      routing,
      mergedFrom: [],
      memberCount: 0,
      createdAt: at.recordedAt,
      updatedAt: '2026-06-01T00:00:00.000Z',
      revision: 7,
    });
    expect(await asked.etag('a')).toBe(`a.${last}`);
    await organizations.event('a', 'OrganizationRoutingChanged', { routing: null });
    expect(await found('a')).toMatchObject({ routing: null });
    expect(await asked.find('a', 'other')).toBeUndefined();
    expect(await found('b')).toBeUndefined();
  });

  it('that are one are shown as one under each of their ids, blank values filled in the order in which they came', async () => {
    await organizations.create('a', 'Acme', { tags: ['x'], fields: { plan: 'gold' } });
    await organizations.create('b', 'Beta', { externalId: 'b-1', notes: 'of b', tags: ['x', 'y'], fields: { plan: 'free', seats: 2 } });
    await organizations.create('c', 'Coyote', { externalId: 'c-1', details: 'of c', notes: 'of c' });
    await organizations.domains('a', [{ domain: 'same.example' }]);
    await organizations.domains('b', [{ domain: 'beta.example' }, { domain: 'same.example' }]);
    await organizations.event('b', 'OrganizationRoutingChanged', { routing: { queue: 'b', priority: 'low' } });
    await organizations.merge('c', 'a');
    await organizations.merge('b', 'a');
    const golden = {
      canonicalId: 'a',
      name: 'Acme',
      externalId: 'c-1',
      details: 'of c',
      notes: 'of c',
      tags: ['x', 'y'],
      fields: { plan: 'gold', seats: 2 },
      routing: null,
      mergedFrom: ['b', 'c'],
    };
    expect(await found('a')).toMatchObject({ id: 'a', status: 'active', ...golden });
    expect(await found('b')).toMatchObject({ id: 'b', status: 'merged', ...golden });
    expect((await found('c'))?.domains.map(({ domain, organizationId }) => [domain, organizationId])).toEqual([
      ['beta.example', 'b'],
      ['same.example', 'a'],
      ['same.example', 'b'],
    ]);
    await organizations.change('a', { externalId: null, notes: null, fields: { seats: null } });
    await organizations.event('a', 'OrganizationUntagged', { tags: ['y'], marks: [] });
    expect(await found('b')).toMatchObject({ externalId: null, notes: null, details: 'of c', tags: ['x'], fields: { plan: 'gold' } });
    const before = await asked.etag('a');
    await organizations.unmerge('c');
    expect(await found('c')).toMatchObject({ id: 'c', canonicalId: 'c', status: 'active', name: 'Coyote', externalId: 'c-1', mergedFrom: [] });
    expect(await found('a')).toMatchObject({ mergedFrom: ['b'], details: null });
    expect(await asked.etag('a')).not.toBe(before);
  });

  it('follow links over several merges, down and up again', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await organizations.create(id, id);
    await organizations.merge('d', 'c');
    await organizations.merge('c', 'b');
    await organizations.merge('b', 'a');
    const canonical = async () => {
      await project(log, database);
      return Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await asked.find(id))?.canonicalId));
    };
    expect(await canonical()).toEqual(['a', 'a', 'a', 'a']);
    await organizations.unmerge('c');
    expect(await canonical()).toEqual(['a', 'a', 'c', 'c']);
    await organizations.merge('a', 'c', { mergeId: 'again' });
    expect(await canonical()).toEqual(['c', 'c', 'c', 'c']);
    const merges = await database.kysely.selectFrom('organization_merge').select(['id', 'survivor_id', 'merged_id', 'undone']).orderBy('id').execute();
    expect(merges.map((row) => ({ ...row }))).toEqual([
      { id: 'again', survivor_id: 'c', merged_id: 'a', undone: 0 },
      { id: 'merge of b', survivor_id: 'a', merged_id: 'b', undone: 0 },
      { id: 'merge of c', survivor_id: 'b', merged_id: 'c', undone: 1 },
      { id: 'merge of d', survivor_id: 'c', merged_id: 'd', undone: 0 },
    ]);
  });

  it('have a list of their merges, undone ones too, of all and of one, read page by page', async () => {
    for (const id of ['a', 'b', 'c']) await organizations.create(id, id);
    const at = await organizations.merge('b', 'a', { mergeId: 'm1' });
    await organizations.unmerge('b', { mergeId: 'm1' });
    await organizations.merge('b', 'a', { mergeId: 'm2' });
    await organizations.merge('a', 'c', { mergeId: 'm3' });
    await organizations.create('b', 'b', { tenant: 'other' });
    await organizations.merge('b', 'a', { tenant: 'other', mergeId: 'm4' });
    await project(log, database);
    const list = (organizationId?: string, limit = 50, cursor?: string) =>
      new ListOrganizationMergesHandler(database).execute(new ListOrganizationMerges('acme', { organizationId }, { limit, cursor }));
    const ids = async (...given: Parameters<typeof list>) => (await list(...given)).items.map(({ mergeId }) => mergeId);
    expect(await ids()).toEqual(['m3', 'm2', 'm1']);
    expect(await ids('b')).toEqual(['m2', 'm1']);
    expect([await ids('c'), await ids('nothing')]).toEqual([['m3'], []]);
    expect((await list('b')).items.at(-1)).toEqual({ mergeId: 'm1', survivorId: 'a', mergedId: 'b', status: 'undone', position: at.toString() });
    expect((await list('c')).items).toMatchObject([{ status: 'completed' }]);
    const { nextCursor } = await list('a', 2);
    expect(await ids('a', 2, nextCursor as string)).toEqual(['m1']);
    await expect(list('b', 2, nextCursor as string)).rejects.toThrow(BadCursor);
  });

  it('stay known by their id when they are deleted, and claim nothing', async () => {
    await organizations.create('a', 'Acme');
    await organizations.create('b', 'Beta');
    await organizations.domains('a', [{ domain: 'acme.example' }]);
    await organizations.domains('b', [{ domain: 'beta.example' }]);
    await organizations.merge('b', 'a');
    await organizations.event('a', 'OrganizationDeleted', { reason: 'closed' });
    expect(await found('a')).toMatchObject({ status: 'deleted', name: 'Acme', domains: [] });
    expect(await found('b')).toMatchObject({ status: 'merged', canonicalId: 'a', domains: [] });
    expect(await asked.names()).toEqual([]);
    expect(await asked.names({ status: 'deleted' })).toEqual(['Acme']);
    await organizations.unmerge('b');
    expect((await found('b'))?.domains).toHaveLength(1);
  });

  it('whose key is destroyed are shown without words', async () => {
    await organizations.create('a', 'Acme', { externalId: 'x', tags: ['gold'] });
    await organizations.rename('a', 'Other');
    await log.erase('organization-acme.a');
    expect(await found('a')).toMatchObject({ name: null, externalId: null, tags: [], status: 'active' });
  });

  describe('in lists', () => {
    beforeEach(async () => {
      await organizations.create('a', 'Zürich AG', { tags: ['gold'], externalId: 'crm-1' });
      await organizations.create('b', 'acme', { tags: ['Gold', 'gold'] });
      await organizations.create('c', 'Beta & Söhne (100%)');
      await organizations.create('d', 'Delta', { tags: ['gold'], externalId: 'crm-2' });
      await organizations.create('e', 'acme', { tenant: 'other', tags: ['gold'] });
      await organizations.domains('c', [{ domain: 'beta.example' }]);
      await organizations.domains('d', [{ domain: 'delta.example' }, { domain: 'beta.example' }]);
      await project(log, database);
    });

    it('come by name, in pages, and are found by a part of it, a tag, their other id or a domain', async () => {
      expect(await asked.names()).toEqual(['acme', 'Beta & Söhne (100%)', 'Delta', 'Zürich AG']);
      const first = await asked.page({}, 3);
      expect(first.items).toHaveLength(3);
      const second = await asked.page({}, 3, first.nextCursor as string);
      expect([second.items.map(({ name }) => name), second.nextCursor]).toEqual([['Zürich AG'], null]);
      expect(await asked.names({ query: 'SOHNE' })).toEqual(['Beta & Söhne (100%)']);
      expect(await asked.names({ query: '%' })).toEqual(['Beta & Söhne (100%)']);
      expect(await asked.names({ query: 't' })).toEqual(['Beta & Söhne (100%)', 'Delta']);
      expect(await asked.names({ query: '_' })).toEqual([]);
      expect(await asked.names({ tag: 'gold' })).toEqual(['acme', 'Delta', 'Zürich AG']);
      expect(await asked.names({ externalId: 'crm-2' })).toEqual(['Delta']);
      expect(await asked.names({ externalId: 'CRM-2' })).toEqual([]);
      expect(await asked.names({ domain: 'beta.example' })).toEqual(['Beta & Söhne (100%)', 'Delta']);
      expect(await asked.names({ domain: 'beta.example', tag: 'gold', query: 'e' })).toEqual(['Delta']);
      expect((await asked.page({ query: 'delta' })).items).toEqual([
        expect.objectContaining({ id: 'd', canonicalId: 'd', externalId: 'crm-2', tags: ['gold'], domains: ['beta.example', 'delta.example'], memberCount: 0 }),
      ]);
    });

    it('come once with those that are one with them, and are found by what those are called', async () => {
      await organizations.merge('b', 'd');
      await organizations.merge('a', 'b');
      await project(log, database);
      expect(await asked.names()).toEqual(['Beta & Söhne (100%)', 'Delta']);
      for (const filter of [{ query: 'rich' }, { query: 'acme' }, { tag: 'Gold' }, { externalId: 'crm-1' }])
        expect(await asked.names(filter)).toEqual(['Delta']);
    });

    it('refuse cursors of other lists, and go on where one was renamed', async () => {
      const { nextCursor } = await asked.page({}, 2);
      await expect(asked.page({ tag: 'gold' }, 2, nextCursor as string)).rejects.toThrow(BadCursor);
      await organizations.rename('c', 'A first');
      await project(log, database);
      expect((await asked.page({}, 2, nextCursor as string)).items.map(({ name }) => name)).toEqual(['acme', 'Delta']);
    });

    it('do not come by what was taken off', async () => {
      await organizations.merge('a', 'd');
      await organizations.event('d', 'OrganizationUntagged', { tags: ['gold'], marks: [] });
      await project(log, database);
      expect(await asked.names({ tag: 'gold' })).toEqual(['acme']);
    });
  });
});
