import type { ReadDatabase, TicketFilter } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';
import { AskedTickets, april, Ticketing } from './ticketing';

describe.each(kinds)('a list of tickets, on $name', (kind) => {
  let log: TestLog;
  let tickets: Ticketing;
  let database: ReadDatabase;
  let asked: AskedTickets;
  beforeEach(() => {
    log = new TestLog();
    tickets = new Ticketing(log);
  });
  afterEach(() => database.close());

  const read = async () => {
    database = await projected(log, kind);
    asked = new AskedTickets(database);
  };
  const merge = (mergeId: string, survivorId: string, mergedId: string) =>
    log.endUser(mergedId, 'EndUserMerged', {
      attemptId: `of-${mergeId}`,
      mergeId,
      survivorId,
      named: { survivorId, mergedId },
      members: [mergedId],
      differentFrom: [],
    });
  const unmerge = (mergeId: string, mergedId: string) => log.endUser(mergedId, 'EndUserUnmerged', { mergeId, members: [mergedId], differentFrom: [] });
  const mergeOrganizations = (mergeId: string, survivorId: string, mergedId: string) =>
    log.append(`organization-acme.${mergedId}`, 'OrganizationMerged', {
      attemptId: `of-${mergeId}`,
      mergeId,
      survivorId,
      named: { survivorId, mergedId },
      members: [mergedId],
      differentFrom: [],
    });
  const unmergeOrganizations = (mergeId: string, mergedId: string) =>
    log.append(`organization-acme.${mergedId}`, 'OrganizationUnmerged', { mergeId, members: [mergedId], differentFrom: [] });
  const create = (id: string) => log.append(`organization-acme.${id}`, 'OrganizationCreated', { name: id.toUpperCase(), origin: 'api', nameId: `name-${id}` });

  it('has those that meet all of its conditions, the latest opened first', async () => {
    const billing = { queue: 'billing', priority: 'high', assignee: 'agent-7', rule: 'money' } as const;
    await tickets.open('t1', 'ann', 1, { organizationId: 'o1', route: billing });
    await tickets.open('t2', 'bob', 4, { organizationId: 'o1', route: { ...billing, assignee: null } });
    await tickets.open('t3', 'ann', 3, { organizationId: 'o2', route: { ...billing, priority: 'low' } });
    await tickets.open('t4', 'ann', 2, { route: { assignee: 'agent-7' } });
    await tickets.open('t5', 'ann', 2, { status: 'solved', organizationId: 'o1' });
    await tickets.open('t6', 'ann', 2, { tenant: 'other', organizationId: 'o1', route: billing });
    await tickets.status('t4', 'closed', 6);
    await read();
    expect(await asked.ids({})).toEqual(['t2', 't3', 't5', 't4', 't1']);
    expect(await asked.ids({ status: 'unsolved' })).toEqual(['t2', 't3', 't1']);
    expect(await asked.ids({ status: ['closed'] })).toEqual(['t4']);
    expect(await asked.ids({ status: ['new', 'pending'] })).toEqual([]);
    expect(await asked.ids({ status: ['open', 'closed'] })).toEqual(['t2', 't3', 't4', 't1']);
    expect(await asked.ids({ status: ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] })).toEqual(['t2', 't3', 't5', 't4', 't1']);
    expect(await asked.ids({ queue: 'billing' })).toEqual(['t2', 't3', 't1']);
    expect(await asked.ids({ queue: 'billing', priority: 'high' })).toEqual(['t2', 't1']);
    expect(await asked.ids({ priority: 'low' })).toEqual(['t3']);
    expect(await asked.ids({ assignee: 'agent-7' })).toEqual(['t3', 't4', 't1']);
    expect(await asked.ids({ assignee: 'agent-7', status: 'unsolved' })).toEqual(['t3', 't1']);
    expect(await asked.ids({ rule: 'fallback' })).toEqual(['t5', 't4']);
    expect(await asked.ids({ rule: 'money', assignee: 'agent-7', organizationId: 'o2' })).toEqual(['t3']);
    expect(await asked.ids({ organizationId: 'o1' })).toEqual(['t2', 't5', 't1']);
    expect(await asked.ids({ organizationId: 'o1', status: 'unsolved', queue: 'billing' })).toEqual(['t2', 't1']);
    expect(await asked.ids({ requesterId: 'ann' })).toEqual(['t3', 't5', 't4', 't1']);
    expect(await asked.ids({ requesterId: 'ann', organizationId: 'o1', status: ['open'] })).toEqual(['t1']);
    expect(await asked.ids({ requesterId: 'nobody' })).toEqual([]);
    expect(await asked.ids({ organizationId: 'none' })).toEqual([]);
  });

  it('has those of everybody who is one person, and of all organizations that are one, as long as they are', async () => {
    for (const id of ['ann', 'bob', 'cat']) await log.person(id, id);
    for (const id of ['o1', 'o2', 'o3']) await create(id);
    await tickets.open('t1', 'ann', 1, { organizationId: 'o1' });
    await tickets.open('t2', 'bob', 2, { organizationId: 'o2' });
    await tickets.open('t3', 'cat', 3, { organizationId: 'o3' });
    await tickets.open('t4', 'ann', 4, { organizationId: 'o3', status: 'solved' });
    await merge('m1', 'ann', 'bob');
    await merge('m2', 'cat', 'ann');
    await mergeOrganizations('n1', 'o1', 'o2');
    await mergeOrganizations('n2', 'o3', 'o1');
    await read();
    for (const id of ['ann', 'bob', 'cat']) expect(await asked.ids({ requesterId: id })).toEqual(['t4', 't3', 't2', 't1']);
    for (const id of ['o1', 'o2', 'o3']) expect(await asked.ids({ organizationId: id, status: 'unsolved' })).toEqual(['t3', 't2', 't1']);
    expect(await asked.ids({ organizationId: 'o2', requesterId: 'bob', status: 'unsolved' })).toEqual(['t3', 't2', 't1']);
    expect(await asked.find('t2')).toMatchObject({
      requester: { id: 'bob', canonicalId: 'cat', name: 'cat' },
      organization: { id: 'o2', canonicalId: 'o3', name: 'O3' },
    });
    expect(await asked.pages({ organizationId: 'o1' }, 3)).toEqual([['t4', 't3', 't2'], ['t1']]);
    await unmerge('m2', 'ann');
    await unmergeOrganizations('n2', 'o1');
    await database.close();
    await read();
    expect(await asked.ids({ requesterId: 'bob' })).toEqual(['t4', 't2', 't1']);
    expect(await asked.ids({ organizationId: 'o2' })).toEqual(['t2', 't1']);
    expect(await asked.ids({ organizationId: 'o3', requesterId: 'ann' })).toEqual(['t4']);
    expect(await asked.find('t2')).toMatchObject({ requester: { canonicalId: 'ann', name: 'ann' }, organization: { canonicalId: 'o1', name: 'O1' } });
  });

  it('is narrowed to some organizations, whatever else is asked', async () => {
    for (const id of ['o1', 'o2', 'o3']) await create(id);
    for (let day = 1; day <= 9; day++) await tickets.open(`t${day}`, day % 2 ? 'ann' : 'bob', day, { organizationId: `o${1 + (day % 3)}` });
    await tickets.open('t10', 'ann', 10);
    await mergeOrganizations('n1', 'o2', 'o1');
    await read();
    const organizationIds = ['o1'];
    expect(await asked.ids({ organizationIds })).toEqual(['t9', 't7', 't6', 't4', 't3', 't1']);
    expect(await asked.ids({ organizationIds: ['o3', 'o2'] })).toEqual(['t9', 't8', 't7', 't6', 't5', 't4', 't3', 't2', 't1']);
    expect(await asked.ids({ organizationIds, organizationId: 'o2' })).toEqual(['t9', 't7', 't6', 't4', 't3', 't1']);
    expect(await asked.ids({ organizationIds, organizationId: 'o3' })).toEqual([]);
    expect(await asked.ids({ organizationIds: [] })).toEqual([]);
    expect(await asked.pages({ organizationIds, requesterId: 'ann' }, 2)).toEqual([['t9', 't7'], ['t3', 't1'], []]);
    expect(await asked.pages({ organizationIds: ['o3'], requesterId: 'ann' }, 2)).toEqual([[], ['t5'], []]);
    expect(await asked.ids({ organizationIds: ['o3'], requesterId: 'ann', organizationId: 'o1' })).toEqual([]);
  });

  it('is read page by page also among equal times, and a cursor belongs to its filter', async () => {
    for (const [i, day] of [3, 1, 2, 2, 2, 5, 4].entries()) await tickets.open(`t${i}`, 'ann', day, { organizationId: i % 2 ? 'o1' : 'o2' });
    await read();
    expect(await asked.pages({}, 2)).toEqual([['t5', 't6'], ['t0', 't4'], ['t3', 't2'], ['t1']]);
    expect(await asked.pages({ organizationId: 'o2' }, 2)).toEqual([
      ['t6', 't0'],
      ['t4', 't2'],
    ]);
    const { nextCursor } = await asked.page({ organizationId: 'o2' }, 1);
    await expect(asked.page({ organizationId: 'o1' }, 1, nextCursor as string)).rejects.toThrow('cursor');
    await expect(asked.page({ organizationId: 'o2', status: 'unsolved' }, 1, nextCursor as string)).rejects.toThrow('cursor');
    const narrowed = (await asked.page({ organizationIds: ['o2'] }, 1)).nextCursor as string;
    for (const filter of [{ organizationIds: ['o1'] }, { organizationIds: ['o2', 'o1'] }, {}])
      await expect(asked.page(filter, 1, narrowed)).rejects.toThrow('cursor');
  });

  it('looks for what is rare among many in pages that may be empty, and finds all of it', async () => {
    await tickets.open('t1', 'ann', 1, { organizationId: 'o1', route: { priority: 'urgent' } });
    await tickets.open('t2', 'ann', 28, { organizationId: 'o1', route: { priority: 'urgent' } });
    await read();
    const row = await database.kysely.selectFrom('ticket').selectAll().where('id', '=', 't1').executeTakeFirstOrThrow();
    const other = (n: number) => ({ ...row, id: `n${n}`, opened_position: 100 + n, opened_at: april(2), priority: 'normal' });
    for (let n = 0; n < 4_500; n += 500)
      await database.kysely
        .insertInto('ticket')
        .values(Array.from({ length: 500 }, (_, i) => other(n + i)))
        .execute();
    const rare = async (filter: TicketFilter) => (await asked.pages(filter, 1)).map(([id]) => id);
    expect(await rare({ priority: 'urgent' })).toEqual(['t2', undefined, 't1']);
    expect(await rare({ priority: 'urgent', organizationId: 'o1', status: 'unsolved' })).toEqual(['t2', undefined, 't1']);
    expect(await rare({ status: ['closed'] })).toEqual([undefined, undefined, undefined]);
  });

  it('has all that belongs to very many who are one, in pages that end where any of them may have more', async () => {
    await log.person('u0', 'One');
    for (let n = 1; n <= 70; n++) {
      await log.person(`u${n}`, `U${n}`);
      await merge(`m${n}`, 'u0', `u${n}`);
    }
    for (let n = 0; n <= 70; n++) await tickets.open(`t${n}`, `u${n}`, 1 + (n % 28), { route: { priority: 'low' } });
    await read();
    const expected = Array.from({ length: 71 }, (_, n) => n)
      .sort((one, other) => (other % 28) - (one % 28) || other - one)
      .map((n) => `t${n}`);
    expect((await asked.pages({ requesterId: 'u5' }, 20)).flat()).toEqual(expected);
    const row = await database.kysely.selectFrom('ticket').selectAll().where('id', '=', 't1').executeTakeFirstOrThrow();
    for (let n = 0; n < 2_500; n += 500) {
      const others = Array.from({ length: 500 }, (_, i) => ({
        ...row,
        id: `n${n + i}`,
        opened_position: 10_000 + n + i,
        opened_at: april(20),
        priority: 'normal',
      }));
      await database.kysely.insertInto('ticket').values(others).execute();
    }
    expect((await asked.pages({ requesterId: 'u5', priority: 'low' }, 20)).flat()).toEqual(expected);
  });
});
