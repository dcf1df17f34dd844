import {
  FindEndUser,
  FindEndUserHandler,
  FindHolders,
  FindHoldersHandler,
  FindOwnProfile,
  FindOwnProfileHandler,
  ListDuplicates,
  ListDuplicatesHandler,
  ListEndUsers,
  ListEndUsersHandler,
  ProjectedAssignedInteractions,
  ProjectedStreamDirectory,
  type ReadDatabase,
} from '@kith/read-models';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { PersonsLog } from './persons-log';
import { project } from './projected';

describe.each(kinds)('what is shown of the erased ($name)', (kind) => {
  let log: PersonsLog;
  let database: ReadDatabase;
  beforeEach(async () => {
    [log, database] = [new PersonsLog(), await kind.make()];
  });
  afterEach(() => database.close());

  const person = async (id: string, name: string, phone: string) => {
    await log.attach(`phone-${phone}`, id, ['phone', phone]);
    await log.endUser(id, 'EndUserCreated', { origin: 'api', name, tags: ['vip'], fields: { plan: 'gold' }, locale: 'fr' });
    await log.endUser(id, 'OrganizationJoined', { organizationId: 'acme', cause: 'manual', default: true });
  };
  const erase = (id: string, scope: 'profile' | 'person' = 'profile', members: readonly string[] = []) => log.endUser(id, 'EndUserErased', { scope, members });
  const follow = () => project(log, database);
  const found = async (id: string, from: Pick<ReadDatabase, 'prepare'> = database) =>
    (await new FindEndUserHandler(from).execute(new FindEndUser('acme', id)))?.endUser;
  const listed = async (text?: string, from = database) => {
    const { items } = await new ListEndUsersHandler(from).execute(new ListEndUsers('acme', text === undefined ? {} : { text }, 'created', { limit: 50 }));
    return items.map(({ id, name, contactPoints }) => [id, name, contactPoints.length]);
  };
  const holders = async (phone: string) =>
    (await new FindHoldersHandler(database).execute(new FindHolders('acme', 'phone', '', phone)))?.holders.map((one) => [
      one.endUserId,
      one.canonicalId,
      one.name,
    ]);
  const sizes = () => database.kysely.selectFrom('organization_size').select(['organization_id', 'people']).execute();

  it('is a bare id with its status, found by nothing, in no organization', async () => {
    await person('lea', 'Léa Martin', '+331');
    await log.interaction('i1', 'lea', { occurredAt: '2026-03-03T10:00:00.000Z' });
    await erase('lea');
    await follow();
    const nothing = { name: null, details: null, notes: null, tags: [], fields: {}, contactPoints: [], organizations: [] };
    expect(await found('lea')).toMatchObject({ status: 'erased', ...nothing, locale: 'fr', lastInteractionAt: '2026-03-03T10:00:00.000Z' });
    expect([await listed(), await listed('Martin'), await listed('+331'), await holders('+331'), await sizes()]).toEqual([[], [], [], undefined, []]);
  });

  it('is nothing of one profile of a cluster, and all of the others, whichever of them it is', async () => {
    await person('lea', 'Léa Martin', '+331');
    await person('tom', 'Tom Petit', '+332');
    await sealed(log, 'tom', 'lea');
    await erase('tom');
    await follow();
    expect(await found('lea')).toMatchObject({ status: 'active', name: 'Léa Martin', tags: ['vip'], mergedFrom: ['tom'], contactPoints: [{ key: '+331' }] });
    expect([await holders('+331'), await holders('+332')]).toEqual([[['lea', 'lea', 'Léa Martin']], undefined]);

    await person('ann', 'Ann Lee', '+333');
    await person('zoe', 'Zoé Roux', '+334');
    await sealed(log, 'zoe', 'ann');
    await erase('ann');
    await follow();
    expect(await found('ann')).toMatchObject({ status: 'erased', name: 'Zoé Roux', contactPoints: [{ key: '+334', endUserId: 'zoe' }], organizations: [{}] });
    expect([await holders('+333'), await holders('+334')]).toEqual([undefined, [['zoe', 'ann', 'Zoé Roux']]]);
    expect([await listed('Roux'), await listed('Lee'), (await sizes())[0]?.people]).toEqual([[['ann', 'Zoé Roux', 1]], [], 2]);

    await unsealed(log, 'zoe');
    await follow();
    expect(await found('zoe')).toMatchObject({ status: 'active', name: 'Zoé Roux', tags: ['vip'], contactPoints: [{ key: '+334' }] });
    expect(await found('ann')).toMatchObject({ status: 'erased', name: null, contactPoints: [], organizations: [] });
    expect(await listed('Roux')).toEqual([['zoe', 'Zoé Roux', 1]]);
  });

  it('is nothing of a whole person from its first step on, also where one of its profiles was erased by itself before', async () => {
    await person('lea', 'Léa Martin', '+331');
    await person('tom', 'Tom Petit', '+332');
    await sealed(log, 'tom', 'lea');
    await erase('lea');
    await follow();
    expect([await listed(), await holders('+332')]).toEqual([[['lea', 'Tom Petit', 1]], [['tom', 'lea', 'Tom Petit']]]);
    await erase('lea', 'person', ['lea', 'tom']);
    await follow();
    expect([await listed(), await holders('+332'), await sizes()]).toEqual([[], undefined, []]);
    await erase('tom', 'person');
    await follow();
    expect(await found('tom')).toMatchObject({ canonicalId: 'lea', name: null, contactPoints: [] });
  });

  it('hides those whom a deleted one stood for as before', async () => {
    await person('lea', 'Léa Martin', '+331');
    await person('tom', 'Tom Petit', '+332');
    await sealed(log, 'tom', 'lea');
    await log.endUser('lea', 'EndUserDeleted', {});
    await erase('lea');
    await follow();
    expect([await listed(), await holders('+332'), await sizes()]).toEqual([[], undefined, []]);
  });

  it('is suggested to nobody as a duplicate, and leaves differences with bare ids', async () => {
    for (const [id, phone] of [
      ['lea', '+331'],
      ['tom', '+332'],
    ] as const)
      await person(id, 'Léa Martin', phone);
    const possibleDuplicates = [{ endUserIds: ['lea', 'tom'] as const, pointIds: ['phone-+331', 'phone-+332'] }];
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates } as const;
    await log.interaction('i1', 'lea', { resolution });
    await log.endUser('lea', 'EndUsersDeclaredDifferent', { declarationId: 'd1', endUserId: 'lea', otherId: 'zoe', reason: 'sisters' });
    await follow();
    const suggested = async () =>
      (await new ListDuplicatesHandler(database).execute(new ListDuplicates('acme', {}, '2026-04-01T00:00:00.000Z', { limit: 10 }))).items.map(({ id }) => id);
    expect(await suggested()).toEqual(['lea.tom']);
    await erase('lea');
    await follow();
    expect(await suggested()).toEqual([]);
    const [difference] = await database.kysely.selectFrom('difference').select(['end_user_id', 'other_id', 'reason']).execute();
    expect({ ...difference }).toEqual({ end_user_id: 'lea', other_id: 'zoe', reason: null });
  });

  it('keeps by digest which contact points it held, also in a rebuild without its key', async () => {
    await person('lea', 'Léa Martin', '+331');
    await erase('lea');
    await log.destroyKeysOf({ tenant: 'acme', id: 'lea' });
    await follow();
    const streams = await new ProjectedStreamDirectory(database).ofPerson('acme', 'lea', await log.store.head());
    expect(streams).toEqual({ profileIds: ['lea'], pointIds: ['phone-+331'] });
  });

  it('are interactions that were said to be theirs, wherever their contact point went since', async () => {
    for (const [id, phone] of [
      ['lea', '+331'],
      ['tom', '+332'],
    ] as const)
      await person(id, id, phone);
    await log.interaction('i1', null, { contactPointId: 'phone-+331' });
    await log.assign('i1', 'lea');
    await log.interaction('i2', null, { contactPointId: 'phone-+332' });
    await log.assign('i2', 'lea');
    await log.transfer('phone-+331', ['lea', 'tom'], 'corrected', ['phone', '+331']);
    await follow();
    const assigned = new ProjectedAssignedInteractions(database);
    const to = async (id: string) => [...(await assigned.to('acme', id, await log.store.head()))].sort();
    expect([await to('lea'), await to('tom')]).toEqual([['i1', 'i2'], []]);
  });

  describe('while it is being erased', () => {
    /** The same reads; before one of them somebody is erased, and the read models follow. */
    const erasing = (at: number, ids: readonly string[]): ReadDatabase => {
      let count = 0;
      const prepare: ReadDatabase['prepare'] = (template) => {
        const read = database.prepare(template);
        return async (values) => {
          count += 1;
          if (count === at) for (const id of ids) await erase(id);
          if (count === at) await follow();
          return read(values);
        };
      };
      return Object.assign(Object.create(database) as ReadDatabase, { prepare });
    };
    /** Everything of a profile, or nothing. */
    const parts = (shown: Awaited<ReturnType<typeof found>>) =>
      [shown?.name, shown?.tags[0], shown?.fields.plan, shown?.contactPoints[0], shown?.organizations[0]].map((part) => part !== null && part !== undefined);
    const [all, none] = [Array(5).fill(true), Array(5).fill(false)];

    it('is all or nothing, whichever read comes first', async () => {
      const seen = new Set<string>();
      for (let at = 1; at <= 9; at++) {
        await person(`p${at}`, `Person ${at}`, `+33${at}`);
        await follow();
        const shown = await found(`p${at}`, erasing(at, [`p${at}`]));
        expect(shown?.status === 'erased' ? [at, none] : [at, all]).toEqual([at, parts(shown)]);
        seen.add(String(shown?.status));
      }
      expect([...seen].sort()).toEqual(['active', 'erased']);
    });

    it('is all or nothing of a cluster, too', async () => {
      for (let at = 1; at <= 24; at += 3) {
        await person(`p${at}`, `Person ${at}`, `+33${at}`);
        await log.endUser(`q${at}`, 'EndUserCreated', { origin: 'api' });
        await sealed(log, `q${at}`, `p${at}`);
        await follow();
        const shown = await found(`p${at}`, erasing(at, [`p${at}`]));
        expect(shown?.status === 'erased' ? [at, none] : [at, all]).toEqual([at, parts(shown)]);
      }
    });

    it('is listed with all of it, or not at all', async () => {
      for (let at = 1; at <= 12; at++) {
        await person(`p${at}`, `Person${at} X`, `+33${at}`);
        await follow();
        const rows = await listed(`Person${at}`, erasing(at, [`p${at}`]));
        expect(rows.length === 0 ? rows : [at, ...rows]).toEqual(rows.length === 0 ? [] : [at, [`p${at}`, `Person${at} X`, 1]]);
      }
    });

    it('is what it is by itself, all or nothing', async () => {
      for (let at = 1; at <= 20; at += 2) {
        await person(`p${at}`, `Person ${at}`, `+33${at}`);
        await follow();
        const own = await new FindOwnProfileHandler(erasing(at, [`p${at}`])).execute(new FindOwnProfile('acme', `p${at}`));
        const shown = own?.endUser;
        expect(shown?.status === 'erased' ? [at, none] : [at, all]).toEqual([at, parts(shown)]);
      }
    });
  });
});
