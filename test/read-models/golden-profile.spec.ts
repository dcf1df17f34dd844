import { defaultSettings, type Survivorship } from '@kith/domain';
import {
  FindEndUser,
  FindEndUserHandler,
  FindOwnProfile,
  FindOwnProfileHandler,
  ListEndUsers,
  ListEndUsersHandler,
  type ReadDatabase,
  type TenantSettings,
} from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories, people } from './random-log';

const settings = (survivorship: Partial<Survivorship>): TenantSettings => ({
  of: async () => ({ ...defaultSettings, survivorship: { ...defaultSettings.survivorship, ...survivorship } }),
});

describe.each(kinds)('the golden profile ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
    await log.attach('p1', 'ann', ['email', 'ann@example.org']);
    await log.endUser('ann', 'EndUserCreated', { origin: 'api', name: 'Ann', tags: ['old', 'vip'], fields: { plan: 'gold' } });
    await log.attach('p2', 'bea', ['email', 'bea@example.org']);
    await log.attach('p3', 'bea', ['phone', '+331'], { verified: true });
    await log.endUser('bea', 'EndUserCreated', { origin: 'contacted', name: 'Bea', locale: 'fr', tags: ['vip', 'new'], fields: { plan: 'free', seats: 3 } });
    await log.interaction('i1', 'bea', { occurredAt: '2026-05-01T00:00:00.000Z' });
  });
  afterEach(() => database.close());

  const found = async (id: string, survivorship: Partial<Survivorship> = {}) => {
    await project(log, database);
    return (await new FindEndUserHandler(database, settings(survivorship)).execute(new FindEndUser('acme', id)))?.endUser;
  };
  const own = async (id: string, alone = false) => {
    await project(log, database);
    return (await new FindOwnProfileHandler(database).execute(new FindOwnProfile('acme', id, alone)))?.endUser;
  };
  const points = async (id: string) => (await found(id))?.contactPoints.map(({ key, primary, endUserId }) => [key, primary, endUserId]);

  it('is answered under every id of the cluster, with what each profile brings, and names it', async () => {
    await sealed(log, 'bea', 'ann', { recordedAt: '2026-06-01T00:00:00.000Z' });
    const golden = {
      canonicalId: 'ann',
      name: 'Ann',
      locale: 'fr',
      timeZone: null,
      origin: 'api',
      tags: ['old', 'vip', 'new'],
      fields: { plan: 'gold', seats: 3 },
      organizations: [],
      mergedFrom: ['bea'],
      sources: { name: 'ann', locale: 'bea', 'fields.plan': 'ann', 'fields.seats': 'bea', 'tags.old': 'ann', 'tags.vip': 'ann', 'tags.new': 'bea' },
      updatedAt: '2026-06-01T00:00:00.000Z',
      lastInteractionAt: '2026-05-01T00:00:00.000Z',
      revision: 0,
    };
    expect(await found('ann')).toMatchObject({ id: 'ann', status: 'active', ...golden });
    expect(await found('bea')).toEqual({ ...(await found('ann')), id: 'bea', status: 'merged' });
    expect(await points('bea')).toEqual([
      ['ann@example.org', true, 'ann'],
      ['bea@example.org', false, 'bea'],
      ['+331', true, 'bea'],
    ]);
  });

  it('follows the policy of the tenant, whenever that changes', async () => {
    await sealed(log, 'bea', 'ann');
    expect(await found('ann', { name: 'most-recent', tags: 'verified-first' })).toMatchObject({ name: 'Bea', tags: ['new', 'vip'], sources: { name: 'bea' } });
    expect(await found('ann', { name: 'oldest', fields: 'most-recent' })).toMatchObject({ name: 'Ann', fields: { plan: 'free', seats: 3 } });
    expect(await found('ann')).toMatchObject({ name: 'Ann', fields: { plan: 'gold', seats: 3 } });
  });

  it('leaves out what was taken away since, until it is said again', async () => {
    await sealed(log, 'bea', 'ann');
    await log.endUser('ann', 'EndUserProfileChanged', { name: null, locale: null, fields: { seats: null }, marks: {} });
    await log.endUser('ann', 'EndUserUntagged', { tags: ['new'], marks: [] });
    expect(await found('bea')).toMatchObject({ name: null, locale: null, fields: { plan: 'gold' }, tags: ['old', 'vip'] });
    expect(await own('bea')).toMatchObject({ name: 'Bea', locale: 'fr', fields: { plan: 'free', seats: 3 }, tags: ['new', 'vip'] });
    await log.endUser('ann', 'EndUserProfileChanged', { locale: 'de', marks: {} });
    await log.endUser('ann', 'EndUserTagged', { tags: ['new'], marks: [] });
    expect(await found('bea')).toMatchObject({ locale: 'de', tags: ['old', 'vip', 'new'], sources: { 'tags.new': 'ann' } });
  });

  it('shows the contact point that was chosen as primary while any profile of the cluster holds it', async () => {
    await sealed(log, 'bea', 'ann');
    await log.endUser('ann', 'PrimaryContactPointChosen', { channel: 'email', contactPointId: 'p2' });
    const primary = async () => (await points('ann'))?.flatMap(([key, isPrimary]) => (isPrimary ? [key] : []));
    expect(await primary()).toEqual(['bea@example.org', '+331']);
    await log.release('p2', 'bea');
    expect(await primary()).toEqual(['ann@example.org', '+331']);
  });

  it('shows a contact point that two of its profiles share once, verified when it is for either', async () => {
    await log.point('p1', 'ContactPointShared', {});
    await log.attach('p1', 'bea', ['email', 'ann@example.org'], { verified: true });
    await sealed(log, 'bea', 'ann');
    expect((await found('ann'))?.contactPoints.map(({ key, verified, endUserId }) => [key, verified, endUserId])).toEqual([
      ['ann@example.org', true, 'ann'],
      ['bea@example.org', false, 'bea'],
      ['+331', true, 'bea'],
    ]);
  });

  it('has another etag after each change of any of its profiles, the same under each id', async () => {
    await sealed(log, 'bea', 'ann');
    const etags = async () => {
      await project(log, database);
      const find = new FindEndUserHandler(database);
      return Promise.all(['ann', 'bea'].map(async (id) => (await find.execute(new FindEndUser('acme', id)))?.etag));
    };
    const position = await log.store.head();
    expect(await etags()).toEqual([`ann.${position}`, `ann.${position}`]);
    await log.point('p2', 'ContactPointVerified', { endUserId: 'bea' });
    expect(await etags()).toEqual([`ann.${position + 1n}`, `ann.${position + 1n}`]);
  });

  it('is listed once, as it is found', async () => {
    await sealed(log, 'bea', 'ann');
    await project(log, database);
    const list = new ListEndUsersHandler(database, settings({ name: 'most-recent' }));
    const { items } = await list.execute(new ListEndUsers('acme', {}, 'created', { limit: 10 }));
    const { id, canonicalId, status, name, tags, contactPoints, createdAt, lastInteractionAt } = (await found('ann', { name: 'most-recent' })) ?? {};
    const shown = contactPoints?.map(({ channel, scope, key, value, verified, primary }) => ({ channel, scope, key, value, verified, primary }));
    expect(items).toEqual([{ id, canonicalId, status, name, tags, contactPoints: shown, createdAt, lastInteractionAt }]);
    expect(name).toBe('Bea');
  });

  it('of a profile by itself is what comes back: with those below it, or alone', async () => {
    await log.person('cyd', 'Cyd', [['line', 'c']]);
    const before = await found('bea');
    await sealed(log, 'cyd', 'bea');
    const withCyd = await found('bea');
    await sealed(log, 'bea', 'ann');
    await log.endUser('ann', 'EndUserProfileChanged', { name: 'Anna', marks: {} });
    const { updatedAt: _, ...shown } = (await own('bea')) ?? {};
    expect({ ...withCyd, updatedAt: undefined, revision: undefined }).toEqual({ ...shown, updatedAt: undefined, revision: undefined });
    expect({ ...(await own('bea', true)), updatedAt: 0, revision: 0 }).toEqual({ ...before, updatedAt: 0, revision: 0 });
    await unsealed(log, 'bea');
    expect(await found('bea')).toEqual(await own('bea'));
    expect(await found('cyd')).toMatchObject({ canonicalId: 'bea', status: 'merged' });
  });

  it('of who is alone is its own profile, and of a cluster has all points and the last contact of all its profiles, in any history', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const random = new TestLog();
        const one = await kind.make();
        await happen(random, steps);
        await project(random, one);
        const [find, findOwn] = [new FindEndUserHandler(one), new FindOwnProfileHandler(one)];
        for (const { id, tenant } of people) {
          const shown = (await find.execute(new FindEndUser(tenant, id)))?.endUser;
          const whole = (await findOwn.execute(new FindOwnProfile(tenant, shown?.canonicalId ?? id)))?.endUser;
          expect(shown && { ...shown, id: shown.canonicalId, status: null }).toEqual(whole && { ...whole, status: null });
          if (!shown) continue;
          const members = await Promise.all(
            [shown.canonicalId, ...shown.mergedFrom].map(async (member) => (await findOwn.execute(new FindOwnProfile(tenant, member, true)))?.endUser),
          );
          expect(new Set(members.map((member) => member?.id)).size).toBe(members.length);
          const keys = (points: readonly { channel: string; key: string }[]) => new Set(points.map(({ channel, key }) => `${channel} ${key}`));
          expect(keys(shown.contactPoints)).toEqual(keys(members.flatMap((member) => member?.contactPoints ?? [])));
          expect(shown.lastInteractionAt ?? '').toBe(
            members
              .map((member) => member?.lastInteractionAt ?? '')
              .sort()
              .at(-1),
          );
        }
        await one.close();
      }),
      { numRuns: kind.cases },
    );
  }, 60_000);
});
