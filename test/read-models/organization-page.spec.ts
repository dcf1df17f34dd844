import { FindOrganizationPage, FindOrganizationPageHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';
import { april, Ticketing } from './ticketing';

describe.each(kinds)('the page of an organization, on $name', (kind) => {
  let log: TestLog;
  let tickets: Ticketing;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
    tickets = new Ticketing(log);
  });
  afterEach(() => database.close());

  const read = async () => {
    database = await projected(log, kind);
  };
  const page = (organizationId: string, tenant = 'acme') =>
    new FindOrganizationPageHandler(database).execute(new FindOrganizationPage(tenant, organizationId, april(10, 9)));
  const create = (id: string) => log.append(`organization-acme.${id}`, 'OrganizationCreated', { name: id.toUpperCase(), origin: 'api', nameId: `name-${id}` });
  const join = (id: string, organizationId: string) => log.endUser(id, 'OrganizationJoined', { organizationId, cause: 'manual', default: true });
  const hear = (id: string, endUserId: string, day: number, direction: 'inbound' | 'outbound' = 'inbound', organizationId = 'o1') =>
    log.interaction(id, endUserId, { occurredAt: april(day, 23), organizationId, direction });

  it('has who is in it, what is open, what was said last, and what happened day by day', async () => {
    await create('o1');
    await log.person('ann', 'Ann', [['email', 'ann@acme.example']]);
    await log.person('bob', 'Bob');
    await join('ann', 'o1');
    await join('bob', 'o1');
    await hear('i1', 'ann', 9);
    await hear('i2', 'bob', 10);
    await hear('i3', 'bob', 10, 'outbound');
    await hear('i4', 'bob', 8, 'inbound', 'o2');
    await tickets.open('t1', 'ann', 7, { organizationId: 'o1' });
    await tickets.open('t2', 'ann', 8, { organizationId: 'o1' });
    await tickets.status('t1', 'solved', 10);
    await tickets.open('t3', 'bob', 9);
    await read();
    const found = await page('o1');
    expect(found).toMatchObject({
      organization: { id: 'o1', name: 'O1', memberCount: 2 },
      members: [{ id: 'bob' }, { id: 'ann', channels: [{ channel: 'email', value: 'ann@acme.example' }], lastInteractionAt: april(9, 23) }],
      unsolved: { count: 1, newest: [{ id: 't2', requester: { name: 'Ann' } }] },
      interactions: [{ interactionId: 'i3', direction: 'outbound' }, { interactionId: 'i2' }, { interactionId: 'i1', endUser: { name: 'Ann' } }],
    });
    expect(found?.activity).toHaveLength(30);
    expect(found?.activity[0]?.day).toBe('2026-03-12');
    expect(found?.activity.slice(-5)).toEqual([
      { day: '2026-04-06', inbound: 0, outbound: 0, ticketsOpened: 0, ticketsSolved: 0 },
      { day: '2026-04-07', inbound: 0, outbound: 0, ticketsOpened: 1, ticketsSolved: 0 },
      { day: '2026-04-08', inbound: 0, outbound: 0, ticketsOpened: 1, ticketsSolved: 0 },
      { day: '2026-04-09', inbound: 1, outbound: 0, ticketsOpened: 0, ticketsSolved: 0 },
      { day: '2026-04-10', inbound: 1, outbound: 1, ticketsOpened: 0, ticketsSolved: 1 },
    ]);
    expect(await page('o2')).toBeUndefined();
    expect(await page('o1', 'other')).toBeUndefined();
  });

  it('is that of all organizations that are one, as long as they are', async () => {
    for (const id of ['o1', 'o2']) await create(id);
    for (const id of ['ann', 'bob']) await log.person(id, id);
    await join('ann', 'o1');
    await join('bob', 'o2');
    await tickets.open('t1', 'ann', 7, { organizationId: 'o1' });
    await tickets.open('t2', 'bob', 8, { organizationId: 'o2' });
    await hear('i1', 'ann', 9);
    await hear('i2', 'bob', 9, 'outbound', 'o2');
    await log.append('organization-acme.o2', 'OrganizationMerged', {
      attemptId: 'a1',
      mergeId: 'n1',
      survivorId: 'o1',
      named: { survivorId: 'o1', mergedId: 'o2' },
      members: ['o2'],
      differentFrom: [],
    });
    await read();
    for (const id of ['o1', 'o2']) {
      const found = await page(id);
      expect(found).toMatchObject({ organization: { id, canonicalId: 'o1', memberCount: 2 }, unsolved: { count: 2, newest: [{ id: 't2' }, { id: 't1' }] } });
      expect(found?.members.map((one) => one.id).sort()).toEqual(['ann', 'bob']);
      expect(found?.interactions.map(({ interactionId }) => interactionId)).toEqual(['i2', 'i1']);
      expect(found?.activity.at(-2)).toMatchObject({ inbound: 1, outbound: 1 });
    }
    await log.append('organization-acme.o2', 'OrganizationUnmerged', { mergeId: 'n1', members: ['o2'], differentFrom: [] });
    await database.close();
    await read();
    expect(await page('o2')).toMatchObject({ members: [{ id: 'bob' }], unsolved: { count: 1 }, interactions: [{ interactionId: 'i2' }] });
  });

  it('shows only the newest of what is much', async () => {
    await create('o1');
    for (let n = 0; n < 25; n++) {
      await log.person(`u${n}`, `U${n}`);
      await join(`u${n}`, 'o1');
      await hear(`i${n}`, `u${n}`, 1 + (n % 9));
      await tickets.open(`t${n}`, `u${n}`, 1, { organizationId: 'o1' });
    }
    await read();
    const found = await page('o1');
    expect(found).toMatchObject({ organization: { memberCount: 25 }, unsolved: { count: 25 } });
    expect([found?.members.length, found?.unsolved.newest.length, found?.interactions.length]).toEqual([20, 20, 20]);
    expect(found?.unsolved.newest[0]?.id).toBe('t24');
  });
});
