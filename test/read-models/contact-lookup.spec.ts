import { FindHolders, FindHoldersHandler, LookUpContactPoints, LookUpContactPointsHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';

describe.each(kinds)('the contact lookup ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  async function holders(channel: string, key: string, { tenant = 'acme', scope = '' } = {}) {
    database = await projected(log, kind);
    return new FindHoldersHandler(database).execute(new FindHolders(tenant, channel, scope, key));
  }

  it('names the holder of an address, with since when and whether verified', async () => {
    await log.attach('p1', 'lea', ['email', 'lea@example.org'], { verified: true, occurredAt: '2026-03-03T10:00:00.000Z' });
    await log.endUser('lea', 'EndUserCreated', { origin: 'api', name: 'Léa Martin' });
    expect(await holders('email', 'lea@example.org')).toEqual({
      channel: 'email',
      scope: '',
      key: 'lea@example.org',
      shared: false,
      holders: [{ endUserId: 'lea', canonicalId: 'lea', name: 'Léa Martin', since: '2026-03-03T10:00:00.000Z', verified: true }],
    });
  });

  it('shows no claim of an end user who is still being created', async () => {
    await log.attach('p1', 'lea', ['email', 'lea@example.org']);
    expect(await holders('email', 'lea@example.org')).toBeUndefined();
  });

  it('knows nobody behind an address that was released, and the next holder after that', async () => {
    await log.person('lea', 'Léa', [['phone', '+33612345678']]);
    await log.person('tom', 'Tom');
    await log.release('phone-+33612345678', 'lea');
    expect(await holders('phone', '+33612345678')).toBeUndefined();
    await database.close();
    await log.attach('phone-+33612345678', 'tom', ['phone', '+33612345678']);
    expect((await holders('phone', '+33612345678'))?.holders.map(({ endUserId }) => endUserId)).toEqual(['tom']);
  });

  it('keeps equal keys of different channels, scopes and tenants apart', async () => {
    await log.attach('a', 'one', ['external', '42'], { scope: 'crm' });
    await log.attach('b', 'two', ['external', '42'], { scope: 'shop' });
    await log.attach('c', 'three', ['telegram', '42']);
    await log.attach('d', 'four', ['external', '42'], { scope: 'crm', tenant: 'other' });
    for (const id of ['one', 'two', 'three']) await log.person(id, id);
    await log.person('four', 'four', [], { tenant: 'other' });
    const of = async (channel: string, where: { tenant?: string; scope?: string }) => {
      const found = await holders(channel, '42', where);
      await database.close();
      return found?.holders.map(({ endUserId }) => endUserId);
    };
    expect(await of('external', { scope: 'crm' })).toEqual(['one']);
    expect(await of('external', { scope: 'shop' })).toEqual(['two']);
    expect(await of('telegram', {})).toEqual(['three']);
    expect(await of('external', { scope: 'crm', tenant: 'other' })).toEqual(['four']);
    expect(await of('telegram', { tenant: 'other' })).toBeUndefined();
  });

  it('keeps channels that a tenant registered apart from each other', async () => {
    await log.person('one', 'One', [['loyalty_card', '7']]);
    await log.person('two', 'Two', [['room_number', '7']]);
    expect((await holders('room_number', '7'))?.holders.map(({ endUserId }) => endUserId)).toEqual(['two']);
  });

  it('lists all holders of a shared address in the order they came, and says that it is shared', async () => {
    await log.person('zoe', 'Zoé', [['phone', '+331']]);
    await log.point('phone-+331', 'ContactPointShared', {});
    await log.person('ann', 'Ann', [['phone', '+331']]);
    const found = await holders('phone', '+331');
    expect(found?.shared).toBe(true);
    expect(found?.holders.map(({ endUserId }) => endUserId)).toEqual(['zoe', 'ann']);
  });

  it('remembers that an address is shared while nobody holds it, and forgets it when told', async () => {
    await log.person('one', 'One', [['phone', '+331']]);
    await log.point('phone-+331', 'ContactPointShared', {});
    await log.release('phone-+331', 'one');
    await log.attach('phone-+331', 'one', ['phone', '+331']);
    expect((await holders('phone', '+331'))?.shared).toBe(true);
    await database.close();
    await log.point('phone-+331', 'ContactPointUnshared', {});
    expect((await holders('phone', '+331'))?.shared).toBe(false);
  });

  it('shows a verification', async () => {
    await log.person('one', 'One', [['web', 'visitor']]);
    await log.point('web-visitor', 'ContactPointVerified', { endUserId: 'one' });
    expect((await holders('web', 'visitor'))?.holders[0]?.verified).toBe(true);
  });

  it('finds a suspended end user, and no deleted one even before its addresses are released', async () => {
    await log.person('one', 'One', [['email', 'one@example.org']]);
    await log.endUser('one', 'EndUserSuspended', {});
    expect((await holders('email', 'one@example.org'))?.holders).toHaveLength(1);
    await database.close();
    await log.endUser('one', 'EndUserDeleted', {});
    expect(await holders('email', 'one@example.org')).toBeUndefined();
  });

  it('shows no holder whose own key is destroyed', async () => {
    await log.person('one', 'One', [['email', 'one@example.org']]);
    await log.erase('endUser-acme.one');
    expect(await holders('email', 'one@example.org')).toBeUndefined();
  });

  it('makes no row of an attachment whose key is destroyed, and none that reads "erased"', async () => {
    await log.person('one', 'One', [['email', 'one@example.org']]);
    await log.erase('contactPoint-acme.email-one@example.org');
    expect(await holders('email', 'erased')).toBeUndefined();
    expect(await database.kysely.selectFrom('email_lookup').selectAll().execute()).toEqual([]);
  });

  it('answers a batch in its order, with null where nobody is', async () => {
    await log.person('one', 'One', [['email', 'one@example.org']]);
    await log.person('two', 'Two', [['phone', '+331']]);
    database = await projected(log, kind);
    const points = [
      { channel: 'phone', scope: '', key: '+331' },
      { channel: 'phone', scope: '', key: '+332' },
      { channel: 'email', scope: '', key: 'one@example.org' },
    ];
    const found = await new LookUpContactPointsHandler(database).execute(new LookUpContactPoints('acme', points));
    expect(found.map((one) => one?.holders[0]?.name ?? null)).toEqual(['Two', null, 'One']);
  });
});
