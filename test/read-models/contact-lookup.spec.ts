import { FindHolders, FindHoldersHandler, LookUpContactPoints, LookUpContactPointsHandler, type ReadDatabase } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';

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

  describe('of merged end users', () => {
    const shown = async (channel: string, key: string) => {
      const found = await holders(channel, key);
      await database.close();
      return found?.holders.map(({ endUserId, canonicalId, name }) => [endUserId, canonicalId, name]);
    };

    it('names the profile that holds an address, and who stands for it from the merge on until it is undone', async () => {
      await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
      await log.person('tom', 'Tom', [['phone', '+331']]);
      await sealed(log, 'tom', 'lea');
      expect(await shown('phone', '+331')).toEqual([['tom', 'lea', 'Léa']]);
      expect(await shown('email', 'lea@example.org')).toEqual([['lea', 'lea', 'Léa']]);
      await unsealed(log, 'tom');
      expect(await shown('phone', '+331')).toEqual([['tom', 'tom', 'Tom']]);
    });

    it('follows links to their end, whichever was made first', async () => {
      for (const [id, number] of [
        ['a', '+331'],
        ['b', '+332'],
        ['c', '+333'],
        ['d', '+334'],
      ] as const)
        await log.person(id, id.toUpperCase(), [['phone', number]]);
      await sealed(log, 'c', 'b');
      await sealed(log, 'b', 'a');
      await sealed(log, 'd', 'c');
      expect(await shown('phone', '+333')).toEqual([['c', 'a', 'A']]);
      expect(await shown('phone', '+334')).toEqual([['d', 'a', 'A']]);
      await unsealed(log, 'c');
      expect(await shown('phone', '+332')).toEqual([['b', 'a', 'A']]);
      expect(await shown('phone', '+333')).toEqual([['c', 'c', 'C']]);
      expect(await shown('phone', '+334')).toEqual([['d', 'c', 'C']]);
    });

    it('shows the name that the canonical end user has by now, and without one that of who was merged first', async () => {
      await log.endUser('none', 'EndUserCreated', { origin: 'contacted' });
      await log.person('tom', 'Tom', [['phone', '+331']]);
      await log.person('ann', 'Ann', [['phone', '+332']]);
      await sealed(log, 'tom', 'none');
      await sealed(log, 'ann', 'none');
      expect([await shown('phone', '+331'), await shown('phone', '+332')]).toEqual([[['tom', 'none', 'Tom']], [['ann', 'none', 'Tom']]]);
      await log.endUser('tom', 'EndUserProfileChanged', { name: null, marks: {} });
      expect(await shown('phone', '+331')).toEqual([['tom', 'none', 'Ann']]);
      await log.endUser('none', 'EndUserProfileChanged', { name: 'Zoé', marks: {} });
      expect([await shown('phone', '+331'), await shown('phone', '+332')]).toEqual([[['tom', 'none', 'Zoé']], [['ann', 'none', 'Zoé']]]);
    });

    it('shows no name any more of who has left', async () => {
      await log.endUser('none', 'EndUserCreated', { origin: 'contacted' });
      await log.person('tom', 'Tom', [['phone', '+331']]);
      await log.person('ann', 'Ann', [['phone', '+332']]);
      await sealed(log, 'tom', 'none');
      await sealed(log, 'ann', 'none');
      database = await projected(log, kind);
      await unsealed(log, 'tom');
      await project(log, database);
      const found = await new FindHoldersHandler(database).execute(new FindHolders('acme', 'phone', '', '+332'));
      expect(found?.holders.map(({ canonicalId, name }) => [canonicalId, name])).toEqual([['none', 'Ann']]);
    });

    it('finds nobody of a cluster whose canonical end user is deleted, and each who comes back from it', async () => {
      await log.person('lea', 'Léa', [['phone', '+331']]);
      await log.person('tom', 'Tom', [['phone', '+332']]);
      await sealed(log, 'tom', 'lea');
      await log.endUser('lea', 'EndUserDeleted', {});
      expect([await shown('phone', '+331'), await shown('phone', '+332')]).toEqual([undefined, undefined]);
      await unsealed(log, 'tom');
      expect([await shown('phone', '+331'), await shown('phone', '+332')]).toEqual([undefined, [['tom', 'tom', 'Tom']]]);
      await log.endUser('lea', 'EndUserRestored', {});
      expect(await shown('phone', '+331')).toEqual([['lea', 'lea', 'Léa']]);
    });

    it('finds no erased member, and the others', async () => {
      await log.person('lea', 'Léa', [['phone', '+331']]);
      await log.person('tom', 'Tom', [['phone', '+332']]);
      await sealed(log, 'tom', 'lea');
      await log.endUser('tom', 'EndUserErased', { scope: 'profile', members: [] });
      expect([await shown('phone', '+331'), await shown('phone', '+332')]).toEqual([[['lea', 'lea', 'Léa']], undefined]);
    });

    it('lists two holders of a shared address that are one person, each with the same canonical end user', async () => {
      await log.person('zoe', 'Zoé', [['phone', '+331']]);
      await log.point('phone-+331', 'ContactPointShared', {});
      await log.person('ann', 'Ann', [['phone', '+331']]);
      await log.person('tom', 'Tom', [['phone', '+331']]);
      await sealed(log, 'zoe', 'ann');
      expect(await shown('phone', '+331')).toEqual([
        ['zoe', 'ann', 'Ann'],
        ['ann', 'ann', 'Ann'],
        ['tom', 'tom', 'Tom'],
      ]);
    });

    it('keeps equal ids of two tenants apart', async () => {
      for (const tenant of ['acme', 'other']) {
        await log.person('lea', `Léa of ${tenant}`, [['phone', '+331']], { tenant });
        await log.person('tom', `Tom of ${tenant}`, [['phone', '+332']], { tenant });
      }
      await sealed(log, 'tom', 'lea', { tenant: 'other' });
      expect(await shown('phone', '+332')).toEqual([['tom', 'tom', 'Tom of acme']]);
    });

    it('holds after any history the rows that the last links and names alone would make, wherever the log was cut', async () => {
      const people = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
      const step = fc.tuple(fc.constantFrom('merge', 'merge', 'unmerge', 'rename', 'delete', 'restore', 'cut', 'cut'), fc.nat(5), fc.nat(5));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
          log = new TestLog();
          database = await kind.make();
          const naive = new NaiveLinks();
          for (const id of people) await log.person(id, id, [['phone', `+33${id}`]]);
          for (const id of people) naive.names.set(id, id);
          for (const [i, [what, one, two]] of steps.entries()) {
            const [id, other] = [people[one] as string, people[two] as string];
            if (what === 'cut') await project(log, database);
            else await naive.step(log, what, id, other, i);
          }
          await project(log, database);
          const find = new FindHoldersHandler(database);
          for (const id of people) {
            const found = await find.execute(new FindHolders('acme', 'phone', '', `+33${id}`));
            expect(found?.holders.map(({ canonicalId, name }) => [canonicalId, name])).toEqual(naive.shown(id));
          }
          await database.close();
        }),
        { numRuns: kind.cases },
      );
      database = await kind.make();
    }, 60_000);
  });
});

/** Links and names as they are at the end, followed by hand. */
class NaiveLinks {
  readonly names = new Map<string, string | null>();
  private readonly survivors = new Map<string, string>();
  private readonly deleted = new Set<string>();

  async step(log: TestLog, what: 'merge' | 'unmerge' | 'rename' | 'delete' | 'restore', id: string, other: string, i: number): Promise<void> {
    if (what === 'merge' && !this.survivors.has(id) && this.rootOf(other) !== id) {
      this.survivors.delete(id);
      this.survivors.set(id, other);
      await sealed(log, id, other, { mergeId: `m${i}` });
    } else if (what === 'unmerge' && this.survivors.delete(id)) await unsealed(log, id);
    else if (what === 'rename') {
      const name = i % 2 === 0 ? null : `name ${i}`;
      this.names.set(id, name);
      await log.endUser(id, 'EndUserProfileChanged', { name, marks: {} });
    } else if (what === 'delete') {
      this.deleted.add(id);
      await log.endUser(id, 'EndUserDeleted', {});
    } else if (what === 'restore') {
      this.deleted.delete(id);
      await log.endUser(id, 'EndUserRestored', {});
    }
  }

  shown(id: string): readonly (readonly [canonicalId: string, name: string | null])[] | undefined {
    const root = this.rootOf(id);
    if (this.deleted.has(root) || this.deleted.has(id)) return undefined;
    // In the order of their merges, the canonical first.
    const members = [root, ...[...this.survivors.keys()].filter((one) => this.rootOf(one) === root)];
    return [[root, members.map((one) => this.names.get(one)).find((name) => name != null) ?? null]];
  }

  private rootOf(id: string): string {
    const survivor = this.survivors.get(id);
    return survivor === undefined ? id : this.rootOf(survivor);
  }
}
