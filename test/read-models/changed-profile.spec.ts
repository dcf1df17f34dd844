import { FindEndUser, FindEndUserHandler, FindHolders, FindHoldersHandler, ListTimeline, ListTimelineHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { project, projected } from './projected';

describe.each(kinds)('a profile that changes ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(async () => {
    log = new TestLog();
    database = await projected(log, kind);
  });
  afterEach(() => database.close());

  async function found(id: string) {
    await project(log, database);
    return new FindEndUserHandler(database).execute(new FindEndUser('acme', id));
  }
  async function entries(id: string) {
    await project(log, database);
    return (await new ListTimelineHandler(database).execute(new ListTimeline('acme', id, { limit: 200 }))).items;
  }
  const editedAt = async (id: string) =>
    (await database.kysely.selectFrom('end_user').select('edited_position').where('id', '=', id).execute())[0]?.edited_position;

  it('shows what was said last of each value, and nothing of what was taken away', async () => {
    await log.endUser('lea', 'EndUserCreated', { origin: 'api', name: 'Léa', locale: 'fr', details: 'tall', fields: { plan: 'gold', seats: 3 } });
    await log.endUser('lea', 'EndUserProfileChanged', { name: 'Léa Martin', details: null, fields: { seats: null, vip: true }, marks: {} });
    await log.endUser('lea', 'EndUserProfileChanged', { timeZone: 'Europe/Paris', fields: { plan: 'silver' }, marks: {} });
    expect((await found('lea'))?.endUser).toMatchObject({
      name: 'Léa Martin',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      details: null,
      fields: { plan: 'silver', vip: true },
      sources: { name: 'lea', locale: 'lea', timeZone: 'lea' },
      revision: 2,
    });
    expect((await entries('lea')).map(({ kind, what }) => [kind, what])).toEqual([
      ['changed', ['timeZone', 'fields.plan']],
      ['changed', ['name', 'details', 'fields.seats', 'fields.vip']],
      ['created', null],
    ]);
  });

  it('has another name in lookups, too', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.endUser('lea', 'EndUserProfileChanged', { name: 'Léa Martin', marks: {} });
    await project(log, database);
    const holders = await new FindHoldersHandler(database).execute(new FindHolders('acme', 'email', '', 'a@example.org'));
    expect(holders?.holders.map(({ name }) => name)).toEqual(['Léa Martin']);
  });

  it('has the tags that were put on and not taken off again, equal ones once however their accents are written', async () => {
    await log.endUser('lea', 'EndUserCreated', { origin: 'api', tags: ['vip', 'Café'] });
    await log.endUser('lea', 'EndUserTagged', { tags: ['new', 'Cafe\u0301'], marks: [] });
    await log.endUser('lea', 'EndUserUntagged', { tags: ['vip'], marks: [] });
    expect((await found('lea'))?.endUser.tags).toEqual(['Café', 'new']);
    expect((await entries('lea')).map(({ kind, what }) => [kind, what])).toEqual([
      ['untagged', ['vip']],
      ['tagged', ['new', 'Cafe\u0301']],
      ['created', null],
    ]);
  });

  it('shows notes in the timeline, with who wrote them and for whom', async () => {
    await log.person('lea', 'Léa');
    await log.endUser('lea', 'EndUserNoted', { note: 'Prefers mail' }, { actor: { kind: 'agent', id: 'k1:x' }, onBehalfOf: 'ann' });
    expect((await entries('lea'))[0]).toMatchObject({ kind: 'noted', summary: 'Prefers mail', actor: { kind: 'agent', id: 'k1:x' }, onBehalfOf: 'ann' });
  });

  it('shows the chosen contact point as the primary one of its channel while it is held, and again when it is held again', async () => {
    await log.person('lea', 'Léa', [
      ['email', 'a@example.org'],
      ['email', 'b@example.org'],
      ['phone', '+331'],
    ]);
    await log.endUser('lea', 'PrimaryContactPointChosen', { channel: 'email', contactPointId: 'email-b@example.org' });
    const primary = async () => (await found('lea'))?.endUser.contactPoints.filter((point) => point.primary).map(({ key }) => key);
    expect(await primary()).toEqual(['b@example.org', '+331']);
    await log.release('email-b@example.org', 'lea');
    expect(await primary()).toEqual(['a@example.org', '+331']);
    await log.attach('email-b@example.org', 'lea', ['email', 'b@example.org']);
    expect(await primary()).toEqual(['+331', 'b@example.org']);
    expect((await entries('lea')).find(({ kind }) => kind === 'primary-chosen')).toMatchObject({ channel: 'email', key: 'b@example.org' });
  });

  it.each([
    ['active', []],
    ['suspended', ['EndUserSuspended']],
    ['active', ['EndUserSuspended', 'EndUserReinstated']],
  ] as const)('is restored as %s after %j, and found by its addresses again', async (status, before) => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    for (const type of before) await log.endUser('lea', type, {});
    await log.endUser('lea', 'EndUserDeleted', {});
    expect((await found('lea'))?.endUser.status).toBe('deleted');
    await log.endUser('lea', 'EndUserRestored', { reason: 'by mistake' });
    expect((await found('lea'))?.endUser.status).toBe(status);
    expect((await entries('lea'))[0]).toMatchObject({ kind: 'restored', reason: 'by mistake' });
    expect((await new FindHoldersHandler(database).execute(new FindHolders('acme', 'email', '', 'a@example.org')))?.holders).toHaveLength(1);
  });

  it('counts as edited at its last event but those that only tell when it was heard of', async () => {
    const position = await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await found('lea');
    expect(await editedAt('lea')).toBe(Number(position));
    const tagged = await log.endUser('lea', 'EndUserTagged', { tags: ['vip'], marks: [] });
    const heard = await log.interaction('i1', 'lea');
    expect((await found('lea'))?.etag).toBe(`lea.${heard}`);
    expect(await editedAt('lea')).toBe(Number(tagged));
    const attached = await log.attach('p2', 'lea', ['phone', '+331']);
    await found('lea');
    expect(await editedAt('lea')).toBe(Number(attached));
  });

  it('keeps nothing of what is said under a destroyed key', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.endUser('lea', 'EndUserProfileChanged', { name: 'Other', locale: 'de', fields: { plan: 'gold' }, marks: {} });
    await log.endUser('lea', 'EndUserTagged', { tags: ['vip'], marks: [] });
    await log.endUser('lea', 'EndUserUntagged', { tags: ['vip'], marks: [] });
    await log.endUser('lea', 'EndUserNoted', { note: 'secret' });
    await log.endUser('lea', 'EndUserDeleted', {});
    await log.endUser('lea', 'EndUserRestored', { reason: 'secret' });
    await log.erase('endUser-acme.lea');
    expect((await found('lea'))?.endUser).toMatchObject({ status: 'erased', name: null, locale: 'de', tags: [], fields: {} });
    const texts = (await entries('lea')).flatMap(({ what, summary, reason }) => [what, summary, reason]);
    expect(texts.filter((text) => text !== null)).toEqual([]);
    expect(await new FindHoldersHandler(database).execute(new FindHolders('acme', 'email', '', 'a@example.org'))).toBeUndefined();
  });
});

describe.each(kinds)('a contact point that changes hands ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  const phone = ['phone', '+331'] as const;
  const on = (day: number) => ({ occurredAt: `2026-05-${String(day).padStart(2, '0')}T00:00:00.000Z` });
  beforeEach(async () => {
    log = new TestLog();
    await log.person('ann', 'Ann', [phone, ['email', 'ann@example.org']]);
    await log.person('bob', 'Bob');
    await log.interaction('called', 'ann', { contactPointId: 'phone-+331', ...on(3) });
    await log.interaction('wrote', 'ann', { contactPointId: 'email-ann@example.org', ...on(2) });
  });
  afterEach(() => database.close());

  async function state() {
    database = await projected(log, kind);
    const of = async (id: string) => {
      const { items } = await new ListTimelineHandler(database).execute(new ListTimeline('acme', id, { limit: 200 }));
      const shown = await new FindEndUserHandler(database).execute(new FindEndUser('acme', id));
      return {
        interactions: items.flatMap(({ interactionId }) => interactionId ?? []),
        points: shown?.endUser.contactPoints.map(({ key }) => key),
        last: shown?.endUser.lastInteractionAt?.slice(8, 10) ?? null,
      };
    };
    return { ann: await of('ann'), bob: await of('bob'), moves: await database.kysely.selectFrom('timeline_move').selectAll().execute() };
  }

  it('takes along what came by it when it was always the other one’s, and the former holder keeps when it was last heard of', async () => {
    await log.transfer('phone-+331', ['ann', 'bob'], 'corrected', phone);
    expect(await state()).toEqual({
      ann: { interactions: ['wrote'], points: ['ann@example.org'], last: '03' },
      bob: { interactions: ['called'], points: ['+331'], last: '03' },
      moves: [],
    });
  });

  it('leaves its history where it is when it is theirs from now on', async () => {
    await log.transfer('phone-+331', ['ann', 'bob'], 'reassigned', phone);
    expect(await state()).toMatchObject({ ann: { interactions: ['called', 'wrote'] }, bob: { interactions: [], points: ['+331'], last: null } });
  });

  it('keeps the later of both when the new holder was heard of since', async () => {
    await log.interaction('later', 'bob', on(9));
    await log.transfer('phone-+331', ['ann', 'bob'], 'corrected', phone);
    expect((await state()).bob.last).toBe('09');
  });

  it('takes its history from hand to hand, but not what was assigned to a former holder after it left', async () => {
    await log.interaction('open', null, { contactPointId: 'phone-+331', ...on(1) });
    await log.transfer('phone-+331', ['ann', 'bob'], 'corrected', phone);
    await log.assign('open', 'ann');
    await log.interaction('called-again', 'bob', { contactPointId: 'phone-+331', ...on(4) });
    await log.transfer('phone-+331', ['bob', 'ann'], 'corrected', phone);
    await log.interaction('and-again', 'ann', { contactPointId: 'phone-+331', ...on(5) });
    await log.transfer('phone-+331', ['ann', 'bob'], 'corrected', phone);
    await log.interaction('at-last', 'bob', { contactPointId: 'phone-+331', ...on(6) });
    await log.interaction('stays', null, { contactPointId: 'phone-+331', ...on(7) });
    await log.assign('stays', 'ann');
    expect(await state()).toMatchObject({
      ann: { interactions: ['stays', 'wrote'] },
      bob: { interactions: ['at-last', 'and-again', 'called-again', 'called', 'open'] },
    });
  });
});
