import { SystemClock } from '@kith/application';
import { idInStream } from '@kith/domain';
import { dump, type EndUserFilter, ListEndUsers, ListEndUsersHandler, type Order, projections, type ReadDatabase, rebuild } from '@kith/read-models';
import fc from 'fast-check';
import { type Kind, kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories, people } from './random-log';

describe.each(kinds)('end users who were merged ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
    await log.person('ann', 'Ann Lee', [['email', 'ann@example.org']]);
    await log.person('bea', 'Béa Martin', [['phone', '+33612345678']]);
    await log.person('cyd', 'Cyd Nowak', [['whatsapp', '+33698765432']]);
    await log.person('dan', 'Dan', [['email', 'dan@example.org']]);
  });
  afterEach(() => database.close());

  const found = async (filter: EndUserFilter, order: Order = 'created') => {
    await project(log, database);
    const { items } = await new ListEndUsersHandler(database).execute(new ListEndUsers('acme', filter, order, { limit: 50 }));
    return items.map(({ id }) => id);
  };
  const row = async (id: string) => {
    await project(log, database);
    const one = await database.kysely.selectFrom('end_user').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return { ...one };
  };
  const hear = (id: string, day: number) => log.interaction(`i${id}${day}`, id, { occurredAt: `2026-01-0${day}T00:00:00.000Z` });

  it('are found by name and address under who stands for them, once, and by themselves when they are back', async () => {
    await sealed(log, 'bea', 'ann');
    await sealed(log, 'cyd', 'bea');
    expect(await found({})).toEqual(['dan', 'ann']);
    for (const text of ['bea', 'martin', 'cyd', 'ann', 'lee mar', '612345', '0698765', 'ann@ex'])
      expect([text, await found({ text })]).toEqual([text, ['ann']]);
    await unsealed(log, 'bea');
    expect(await found({})).toEqual(['dan', 'bea', 'ann']);
    for (const text of ['cyd', 'bea', 'mart', '612345', '0698765']) expect([text, await found({ text })]).toEqual([text, ['bea']]);
    expect([await found({ text: 'ann' }), await found({ text: 'ann@ex' }), await found({ text: 'lee mar' })]).toEqual([['ann'], ['ann'], []]);
    await unsealed(log, 'cyd');
    expect([await found({ text: 'cyd' }), await found({ text: '698765' }), await found({ text: '612345' })]).toEqual([['cyd'], ['cyd'], ['bea']]);
  });

  it('are in the cluster of who stands at the end, whichever link was first, and leave it with all below', async () => {
    const canonical = async () => {
      await project(log, database);
      const rows = await database.kysely.selectFrom('end_user').select(['canonical_id', 'member_count']).orderBy('id').execute();
      return rows.map((one) => `${one.canonical_id} ${one.member_count}`);
    };
    await sealed(log, 'cyd', 'bea');
    await sealed(log, 'bea', 'ann');
    await sealed(log, 'dan', 'cyd');
    expect(await canonical()).toEqual(['ann 4', 'ann 1', 'ann 1', 'ann 1']);
    await unsealed(log, 'cyd');
    expect(await canonical()).toEqual(['ann 2', 'ann 1', 'cyd 2', 'cyd 1']);
    await sealed(log, 'ann', 'cyd');
    expect(await canonical()).toEqual(['cyd 1', 'cyd 1', 'cyd 4', 'cyd 1']);
    await unsealed(log, 'ann');
    await unsealed(log, 'bea');
    await unsealed(log, 'dan');
    expect(await canonical()).toEqual(['ann 1', 'bea 1', 'cyd 1', 'dan 1']);
    expect((await row('bea')).survivor_id).toBeNull();
  });

  it('are found in one stretch of the log as in many', async () => {
    await sealed(log, 'bea', 'ann');
    await unsealed(log, 'bea');
    await sealed(log, 'ann', 'bea');
    await log.endUser('bea', 'EndUserTagged', { tags: ['vip'], marks: [] });
    await hear('ann', 5);
    await unsealed(log, 'ann');
    await sealed(log, 'cyd', 'ann');
    expect([await found({}), await found({ text: 'cyd' }), await found({ tag: 'vip' })]).toEqual([['dan', 'bea', 'ann'], ['ann'], ['bea']]);
    expect((await row('ann')).last_interaction_at).toBe('2026-01-05T00:00:00.000Z');
    expect((await row('bea')).last_interaction_at).toBe('');
  });

  it('keep their status for when they come back', async () => {
    await log.endUser('bea', 'EndUserSuspended', {});
    await sealed(log, 'bea', 'ann', { mergeId: 'm1' });
    expect(await row('bea')).toMatchObject({ status: 'merged', status_before: 'suspended', survivor_id: 'ann', merge_id: 'm1', merged_position: 10 });
    expect([await found({ status: 'suspended' }), await found({ status: 'active' })]).toEqual([[], ['dan', 'cyd', 'ann']]);
    await unsealed(log, 'bea');
    expect(await row('bea')).toMatchObject({ status: 'suspended', status_before: null, survivor_id: null, merge_id: null, merged_position: null });
    expect(await found({ status: 'suspended' })).toEqual(['bea']);
  });

  it('go with who stands for them when that one is deleted, and come back without', async () => {
    await sealed(log, 'bea', 'ann');
    await log.endUser('ann', 'EndUserDeleted', {});
    expect([await found({}), await found({ text: 'bea' }), await found({ status: 'deleted', text: 'bea' })]).toEqual([['dan', 'cyd'], [], ['ann']]);
    await unsealed(log, 'bea');
    expect([await found({}), await found({ text: 'bea' }), await found({ status: 'deleted' })]).toEqual([['dan', 'cyd', 'bea'], ['bea'], ['ann']]);
  });

  it('are found no more by what was erased of them, and stay in the cluster', async () => {
    await log.endUser('bea', 'EndUserTagged', { tags: ['vip'], marks: [] });
    await sealed(log, 'bea', 'ann');
    expect([await found({ text: 'bea' }), await found({ channel: 'phone' }), await found({ tag: 'vip' })]).toEqual([['ann'], ['ann'], ['ann']]);
    await log.endUser('bea', 'EndUserErased', { scope: 'profile', members: [] });
    expect([await found({ text: 'bea' }), await found({ text: '612345' }), await found({ channel: 'phone' }), await found({ tag: 'vip' })]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(await row('bea')).toMatchObject({ status: 'erased', name: null, canonical_id: 'ann' });
    await unsealed(log, 'bea');
    expect(await found({})).toEqual(['dan', 'cyd', 'ann']);
    expect(await row('bea')).toMatchObject({ status: 'erased', canonical_id: 'bea' });
  });

  it('leave the same rows when they are erased as a log does whose keys are gone', async () => {
    await log.endUser('bea', 'EndUserTagged', { tags: ['vip'], marks: [] });
    await log.endUser('bea', 'EndUserProfileChanged', {
      notes: null,
      locale: null,
      timeZone: 'Europe/Paris',
      fields: { plan: 'gold', seats: null },
      marks: {},
    });
    await log.endUser('bea', 'EndUserSuspended', {});
    await sealed(log, 'bea', 'ann');
    await log.endUser('bea', 'EndUserErased', { scope: 'profile', members: [] });
    await project(log, database);
    const own: readonly string[] = projections.find((one) => one.name === 'end-user-profile')?.tables ?? [];
    const rows = async (of: ReadDatabase) => Object.entries(await dump(of.kysely)).filter(([table]) => own.includes(table));
    const before = await rows(database);
    await log.erase('endUser-acme.bea');
    await log.erase('contactPoint-acme.phone-+33612345678');
    const { name } = await rebuild({ store: log.store, personalData: log.personalData, database, clock: new SystemClock() });
    const rebuilt = await database.beside(name);
    expect(await rows(rebuilt)).toEqual(before);
    await rebuilt.close();
  });

  it('can be reached on all their channels, and are without e-mail only when all are', async () => {
    await sealed(log, 'cyd', 'bea');
    expect([await found({ channel: 'whatsapp' }), await found({ channel: 'phone' }), await found({ withoutEmail: true })]).toEqual([['bea'], ['bea'], ['bea']]);
    await sealed(log, 'bea', 'ann');
    expect([await found({ channel: 'whatsapp' }), await found({ channel: 'email' }), await found({ withoutEmail: true })]).toEqual([
      ['ann'],
      ['dan', 'ann'],
      [],
    ]);
    await log.release('email-ann@example.org', 'ann');
    expect(await found({ withoutEmail: true })).toEqual(['ann']);
    await log.attach('late', 'cyd', ['email', 'cyd@example.org']);
    expect([await found({ withoutEmail: true }), await found({ text: 'cyd@ex' })]).toEqual([[], ['ann']]);
    await unsealed(log, 'bea');
    expect([await found({ withoutEmail: true }), await found({ text: 'cyd@ex' }), await found({ channel: 'whatsapp' })]).toEqual([['ann'], ['bea'], ['bea']]);
  });

  it('are listed by when any of them was last heard of, also where that was after the merge', async () => {
    await hear('ann', 1);
    await hear('bea', 3);
    await hear('dan', 2);
    expect(await found({}, 'last-contact')).toEqual(['bea', 'dan', 'ann', 'cyd']);
    await sealed(log, 'bea', 'ann');
    await sealed(log, 'cyd', 'bea');
    expect(await found({}, 'last-contact')).toEqual(['ann', 'dan']);
    await hear('dan', 4);
    expect(await found({}, 'last-contact')).toEqual(['dan', 'ann']);
    await hear('cyd', 5);
    expect(await found({}, 'last-contact')).toEqual(['ann', 'dan']);
    expect(await found({ lastContactFrom: '2026-01-05T00:00:00.000Z' })).toEqual(['ann']);
    await unsealed(log, 'cyd');
    expect(await found({}, 'last-contact')).toEqual(['cyd', 'dan', 'ann']);
    await unsealed(log, 'bea');
    expect(await found({}, 'last-contact')).toEqual(['cyd', 'dan', 'bea', 'ann']);
    expect((await row('ann')).last_interaction_at).toBe('2026-01-01T00:00:00.000Z');
  });

  describe('by tags', () => {
    const tag = (id: string) => log.endUser(id, 'EndUserTagged', { tags: ['vip'], marks: [] });
    const untag = (id: string) => log.endUser(id, 'EndUserUntagged', { tags: ['vip'], marks: [] });

    it('are found for what any of them has, until it is taken off who stands for them', async () => {
      await tag('bea');
      await sealed(log, 'bea', 'ann');
      expect(await found({ tag: 'vip' })).toEqual(['ann']);
      await untag('ann');
      expect(await found({ tag: 'vip' })).toEqual([]);
      await tag('ann');
      expect(await found({ tag: 'vip' })).toEqual(['ann']);
      await untag('ann');
      await unsealed(log, 'bea');
      expect(await found({ tag: 'vip' })).toEqual(['bea']);
    });

    it('are found for what came after it was taken off', async () => {
      await untag('ann');
      await tag('bea');
      await sealed(log, 'bea', 'ann');
      expect(await found({ tag: 'vip' })).toEqual(['ann']);
      await untag('ann');
      await tag('cyd');
      await sealed(log, 'cyd', 'bea');
      expect(await found({ tag: 'vip' })).toEqual(['ann']);
    });

    it('are hidden by who stood for them then, and not by who came to do so later', async () => {
      await tag('cyd');
      await sealed(log, 'cyd', 'bea');
      await untag('ann');
      await sealed(log, 'bea', 'ann');
      expect(await found({ tag: 'vip' })).toEqual(['ann']);
      await unsealed(log, 'bea');
      await untag('bea');
      await sealed(log, 'bea', 'ann');
      expect(await found({ tag: 'vip' })).toEqual([]);
      await unsealed(log, 'cyd');
      expect(await found({ tag: 'vip' })).toEqual(['cyd']);
    });
  });

  it('change what is shown of both sides: merged and undone', async () => {
    const before = (await row('ann')).edited_position;
    const merged = Number(await sealed(log, 'bea', 'ann'));
    expect([before < merged, (await row('ann')).edited_position, (await row('bea')).position]).toEqual([true, merged, merged]);
    const undone = Number(await unsealed(log, 'bea'));
    expect([(await row('ann')).edited_position, (await row('bea')).edited_position, (await row('dan')).edited_position < merged]).toEqual([
      undone,
      undone,
      true,
    ]);
  });
});

describe.each(kinds)('clusters of end users ($name)', (kind: Kind) => {
  it('are what the list of links says, whatever happened in between, in one stretch of the log as in many', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 8 }), async (steps, every) => {
        const log = new TestLog();
        const [database, once] = [await kind.make(), await kind.make()];
        await happen(log, steps, async (step) => step % every === 0 && project(log, database));
        await project(log, database);
        await project(log, once);
        expect(await dump(database.kysely)).toEqual(await dump(once.kysely));
        await once.close();
        const rows = await database.kysely.selectFrom('end_user').selectAll().execute();
        const links = new Map(rows.map(({ id, survivor_id }) => [id, survivor_id]));
        const canonicalOf = (id: string): string => {
          const survivorId = links.get(id) ?? null;
          return survivorId === null ? id : canonicalOf(survivorId);
        };
        const linked = await linksOf(log);
        expect(Object.fromEntries([...links].filter(([, survivorId]) => survivorId !== null))).toEqual(linked);
        for (const one of rows) {
          const members = rows.filter(({ id }) => canonicalOf(id) === one.id && one.survivor_id === null);
          const shown = { canonical_id: one.canonical_id, member_count: one.member_count, last_interaction_at: one.last_interaction_at };
          const times = members.map(({ own_last_interaction_at: at }) => at).sort();
          const last = one.survivor_id === null ? times.at(-1) : one.own_last_interaction_at;
          expect(shown).toEqual({ canonical_id: canonicalOf(one.id), member_count: Math.max(members.length, 1), last_interaction_at: last });
        }
        for (const table of ['cluster_stale', 'search_stale'] as const) expect(await database.kysely.selectFrom(table).selectAll().execute()).toEqual([]);
        expect(people.length).toBeGreaterThanOrEqual(rows.length);
        await database.close();
      }),
      { numRuns: kind.cases },
    );
  }, 120_000);
});

/** As the events say: whom each profile was merged into and is still. */
async function linksOf(log: TestLog): Promise<Record<string, string>> {
  const links: Record<string, string> = {};
  const { events } = await log.store.readAll({ after: 0n, limit: 1000 });
  for (const { stream, type, data } of events) {
    if (type === 'EndUserMerged') links[idInStream(stream)] = (data as { survivorId: string }).survivorId;
    if (type === 'EndUserUnmerged') delete links[idInStream(stream)];
  }
  return links;
}
