import {
  BadCursor,
  FindEndUser,
  FindEndUserHandler,
  ListEndUsers,
  ListEndUsersHandler,
  ListTimeline,
  ListTimelineHandler,
  type ReadDatabase,
} from '@kith/read-models';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { AskedOrganizations, Organizing } from './organizing';
import { project } from './projected';

const may = (day: number) => new Date(Date.UTC(2026, 4, day)).toISOString();

describe.each(kinds)('members of organizations ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  let organizations: Organizing;
  let asked: AskedOrganizations;
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
    organizations = new Organizing(log);
    asked = new AskedOrganizations(database);
    for (const [id, name] of Object.entries({ acme: 'Acme', beta: 'Beta' })) await organizations.create(id, name);
    await log.person('ann', 'Ann Lee', [
      ['email', 'ann@example.org'],
      ['phone', '+331'],
    ]);
    await log.person('bob', 'Bob', [['phone', '+332']]);
    await log.person('cy', 'Cy', [['email', 'cy@example.org']]);
  });
  afterEach(() => database.close());

  const members = async (id: string) => {
    await project(log, database);
    return asked.memberIds(id);
  };
  const count = async (id: string) => {
    await project(log, database);
    return asked.count(id);
  };
  const of = async (endUserId: string) => {
    await project(log, database);
    return asked.of(endUserId);
  };

  it('are shown with their channels, with when they joined and why, and whether it is their default', async () => {
    await organizations.join('ann', 'acme', { cause: 'domain', asDefault: true, occurredAt: may(1) });
    await organizations.join('ann', 'beta', { occurredAt: may(2) });
    await log.attach('p9', 'ann', ['email', 'second@example.org']);
    await log.endUser('ann', 'PrimaryContactPointChosen', { channel: 'email', contactPointId: 'p9' });
    await log.interaction('i1', 'ann', { occurredAt: may(3) });
    await project(log, database);
    expect(await asked.members('acme')).toEqual({
      items: [
        {
          id: 'ann',
          name: 'Ann Lee',
          status: 'active',
          channels: [
            { channel: 'phone', value: '+331' },
            { channel: 'email', value: 'second@example.org' },
          ],
          lastInteractionAt: may(3),
          default: true,
          cause: 'domain',
          joinedAt: may(1),
        },
      ],
      nextCursor: null,
    });
    expect((await asked.members('beta'))?.items[0]).toMatchObject({ default: false, cause: 'manual', joinedAt: may(2) });
    const found = await new FindEndUserHandler(database).execute(new FindEndUser('acme', 'ann'));
    expect(found?.endUser.organizations).toEqual([
      { id: 'acme', canonicalId: 'acme', name: 'Acme', default: true, reason: 'domain', since: may(1) },
      { id: 'beta', canonicalId: 'beta', name: 'Beta', default: false, reason: 'manual', since: may(2) },
    ]);
    await organizations.join('ann', 'acme', { cause: 'manual', occurredAt: may(9) });
    await project(log, database);
    expect((await asked.members('acme'))?.items[0]).toMatchObject({ cause: 'manual', joinedAt: may(1), default: true });
    expect(await asked.members('nobody')).toBeUndefined();
    expect(await asked.count('nobody')).toBeUndefined();
  });

  it('come and go, with deletion and restoring and erasure', async () => {
    for (const id of ['ann', 'bob', 'cy']) await organizations.join(id, 'acme');
    expect([await members('acme'), await count('acme')]).toEqual([['cy', 'bob', 'ann'], 3]);
    await log.endUser('bob', 'EndUserSuspended', {});
    await organizations.leave('ann', 'acme');
    expect([await members('acme'), await count('acme')]).toEqual([['cy', 'bob'], 2]);
    await log.endUser('bob', 'EndUserDeleted', {});
    await log.endUser('cy', 'EndUserErased', { scope: 'profile', members: [] });
    expect([await members('acme'), await count('acme')]).toEqual([[], 0]);
    await log.endUser('bob', 'EndUserRestored', {});
    expect([await members('acme'), await count('acme')]).toEqual([['bob'], 1]);
    expect(await of('cy')).toEqual([]);
    expect(await database.kysely.selectFrom('organization_size').select('people').execute()).toHaveLength(1);
  });

  it('come the latest heard of first, and by name, in pages', async () => {
    for (let i = 0; i < 9; i++) await log.person(`p${i}`, `P ${(i * 5) % 9}`);
    for (let i = 0; i < 9; i++) await organizations.join(`p${i}`, 'acme');
    for (const [i, day] of [
      [3, 5],
      [4, 9],
      [3, 7],
      [8, 7],
    ] as const)
      await log.interaction(`i${i}-${day}`, `p${i}`, { occurredAt: may(day) });
    await organizations.join('ann', 'beta');
    await project(log, database);
    expect(await asked.pages('acme', 'last-contact', 4)).toEqual([['p4', 'p8', 'p3', 'p7'], ['p6', 'p5', 'p2', 'p1'], ['p0']]);
    expect(await asked.pages('acme', 'name', 4)).toEqual([['p0', 'p2', 'p4', 'p6'], ['p8', 'p1', 'p3', 'p5'], ['p7']]);
    const first = await asked.members('acme', {}, 'name', 4);
    await expect(asked.members('acme', {}, 'last-contact', 4, first?.nextCursor as string)).rejects.toThrow(BadCursor);
    await expect(asked.members('beta', {}, 'name', 4, first?.nextCursor as string)).rejects.toThrow(BadCursor);
    await log.endUser('p5', 'EndUserProfileChanged', { name: 'A', marks: {} });
    await log.interaction('again', 'p0', { occurredAt: may(20) });
    await project(log, database);
    expect((await asked.pages('acme', 'name', 4))[0]).toEqual(['p5', 'p0', 'p2', 'p4']);
    expect((await asked.pages('acme', 'last-contact', 4))[0]).toEqual(['p0', 'p4', 'p8', 'p3']);
  });

  it.each(['last-contact', 'name'] as const)('are found by name, channel, tag and what they lack, in the order of %s', async (order) => {
    for (const id of ['ann', 'bob', 'cy']) await organizations.join(id, 'acme');
    await log.person('dee', 'Ann Other', [['email', 'dee@example.org']]);
    await log.endUser('bob', 'EndUserTagged', { tags: ['vip'], marks: [] });
    await project(log, database);
    const found = (filter: Parameters<AskedOrganizations['members']>[1]) => asked.memberIds('acme', filter, order);
    expect(await found({ query: 'ann' })).toEqual(['ann']);
    expect(await found({ query: 'cy@exa' })).toEqual(['cy']);
    expect([...((await found({ channel: 'phone' })) ?? [])].sort()).toEqual(['ann', 'bob']);
    expect(await found({ channel: 'phone', withoutEmail: true })).toEqual(['bob']);
    expect(await found({ tag: 'vip' })).toEqual(['bob']);
    expect(await found({ tag: 'vip', query: 'ann' })).toEqual([]);
  });

  it('are persons: merged profiles count once, in the organizations of all of them, until they are unmerged', async () => {
    await organizations.join('ann', 'acme', { asDefault: true });
    await organizations.join('bob', 'beta', { asDefault: true });
    await organizations.join('bob', 'acme', { cause: 'domain' });
    await log.interaction('i1', 'bob', { occurredAt: may(3) });
    await log.interaction('i2', 'cy', { occurredAt: may(2) });
    await organizations.join('cy', 'beta');
    await sealed(log, 'bob', 'ann');
    expect([await members('acme'), await members('beta')]).toEqual([['ann'], ['ann', 'cy']]);
    expect([await of('bob'), await of('ann')]).toEqual([
      ['acme*', 'beta'],
      ['acme*', 'beta'],
    ]);
    expect((await asked.members('beta'))?.items[0]).toMatchObject({ id: 'ann', name: 'Ann Lee', lastInteractionAt: may(3), default: false, cause: 'manual' });
    // By domain, the profile that holds the address is a member, whoever stands for it.
    await organizations.leave('bob', 'beta', { next: 'acme' });
    expect(await members('beta')).toEqual(['cy']);
    await log.interaction('i3', 'bob', { occurredAt: may(9) });
    expect([await members('acme'), await members('beta'), await count('beta')]).toEqual([['ann'], ['cy'], 1]);
    expect((await asked.members('acme'))?.items[0]).toMatchObject({ lastInteractionAt: may(9) });
    await unsealed(log, 'bob');
    expect([await members('acme'), await of('bob'), await of('ann')]).toEqual([['bob', 'ann'], ['acme*'], ['acme*']]);
    expect(await count('acme')).toBe(2);
  });

  it('of organizations that are one are all listed under each of their ids, each person once', async () => {
    for (const id of ['ann', 'bob']) await organizations.join(id, 'acme', { occurredAt: may(1) });
    for (const id of ['bob', 'cy']) await organizations.join(id, 'beta', { asDefault: id === 'bob' });
    for (const [i, id] of ['cy', 'bob', 'ann'].entries()) await log.interaction(`i${i}`, id, { occurredAt: may(1 + i) });
    await organizations.merge('beta', 'acme');
    for (const id of ['acme', 'beta']) {
      expect([await members(id), await count(id)]).toEqual([['ann', 'bob', 'cy'], 3]);
      expect(await asked.memberIds(id, {}, 'name')).toEqual(['ann', 'bob', 'cy']);
      expect(await asked.pages(id, 'last-contact', 2)).toEqual([['ann', 'bob'], ['cy']]);
      expect(await asked.pages(id, 'name', 1)).toEqual([['ann'], ['bob'], ['cy']]);
    }
    expect(await of('bob')).toEqual(['acme*']);
    const found = await new FindEndUserHandler(database).execute(new FindEndUser('acme', 'bob'));
    expect(found?.endUser.organizations).toMatchObject([{ id: 'acme', canonicalId: 'acme', since: may(1) }]);
    expect((await asked.find('beta'))?.memberCount).toBe(3);
    await organizations.unmerge('beta');
    expect([await members('acme'), await members('beta')]).toEqual([
      ['ann', 'bob'],
      ['bob', 'cy'],
    ]);
    expect(await of('bob')).toEqual(['acme', 'beta*']);
    await organizations.event('acme', 'OrganizationDeleted', {});
    expect(await of('bob')).toEqual(['beta*']);
  });

  it('have the default of the first profile that says something of it', async () => {
    await organizations.join('ann', 'acme', { asDefault: true });
    await organizations.join('bob', 'beta', { asDefault: true });
    await organizations.choose('ann', null);
    expect(await of('ann')).toEqual(['acme']);
    await sealed(log, 'bob', 'ann');
    expect(await of('ann')).toEqual(['acme', 'beta']);
    await organizations.choose('ann', 'beta');
    expect(await of('ann')).toEqual(['acme', 'beta*']);
    await organizations.leave('ann', 'acme');
    expect(await of('ann')).toEqual(['beta*']);
    await unsealed(log, 'bob');
    expect([await of('ann'), await of('bob')]).toEqual([[], ['beta*']]);
    await log.person('dee', 'Dee');
    for (const id of ['acme', 'beta']) await organizations.join('dee', id);
    await organizations.choose('dee', null);
    await organizations.leave('dee', 'acme');
    expect(await of('dee')).toEqual(['beta']);
    // The last that it left took the choice of none along.
    await organizations.join('cy', 'acme', { asDefault: true });
    await organizations.choose('cy', null);
    await organizations.leave('cy', 'acme');
    await organizations.join('cy', 'beta', { cause: 'domain' });
    expect(await of('cy')).toEqual(['beta*']);
  });

  it('are told of in the timeline, by what their organizations are called now', async () => {
    await organizations.join('cy', 'beta', { cause: 'domain', asDefault: true });
    await organizations.choose('cy', null);
    await organizations.leave('cy', 'beta');
    await organizations.join('cy', 'gone');
    await organizations.merge('beta', 'acme');
    await organizations.rename('acme', 'Acme Corporation');
    await project(log, database);
    const { items } = await new ListTimelineHandler(database).execute(new ListTimeline('acme', 'cy', { limit: 5 }));
    expect(items.map(({ kind: what, otherId, organizationName, cause }) => [what, otherId, organizationName, cause])).toEqual([
      ['organization-joined', 'gone', null, 'manual'],
      ['organization-left', 'beta', 'Acme Corporation', 'manual'],
      ['default-organization-chosen', null, null, null],
      ['organization-joined', 'beta', 'Acme Corporation', 'domain'],
      ['created', null, null, null],
    ]);
  });

  it('lead from lists of end users to those in any of some organizations', async () => {
    await organizations.join('ann', 'acme');
    await organizations.join('bob', 'beta');
    await log.interaction('i1', 'bob', { occurredAt: may(3) });
    await project(log, database);
    const list = async (organizationIds: readonly string[], order: 'created' | 'last-contact') => {
      const query = new ListEndUsers('acme', { organizationIds }, order, { limit: 10 });
      return (await new ListEndUsersHandler(database).execute(query)).items.map(({ id }) => id);
    };
    for (const order of ['created', 'last-contact'] as const) {
      expect(await list(['acme'], order)).toEqual(['ann']);
      expect(await list(['acme', 'beta'], order)).toEqual(['bob', 'ann']);
      expect(await list(['unknown'], order)).toEqual([]);
      expect(await list([], order)).toEqual([]);
    }
    await organizations.merge('beta', 'acme');
    await project(log, database);
    for (const order of ['created', 'last-contact'] as const) expect(await list(['beta'], order)).toEqual(['bob', 'ann']);
  });
});
