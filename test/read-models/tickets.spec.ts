import { dump, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';
import { AskedTickets, april, Ticketing } from './ticketing';

const ticketRows = async ({ kysely }: ReadDatabase) => {
  const { ticket, ticket_route, ticket_status } = await dump(kysely);
  return { ticket, ticket_route, ticket_status };
};

describe.each(kinds)('a ticket, on $name', (kind) => {
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
  const organization = (id: string, name: string) =>
    log.append(`organization-acme.${id}`, 'OrganizationCreated', { name, origin: 'api', nameId: `name-${id}` });

  it('is shown with who asked, whose it is, where it went and why', async () => {
    await log.person('ann', 'Ann Lee');
    await organization('o1', 'Acme');
    await tickets.open('t1', 'ann', 3, {
      organizationId: 'o1',
      subject: 'Where is it?',
      channel: 'whatsapp',
      via: 'whatsapp',
      language: 'fr-CA',
      tags: ['order'],
      firstContact: true,
      status: 'new',
      route: {
        queue: 'billing',
        priority: 'high',
        assignee: 'agent-7',
        tags: ['vip'],
        rule: 'vip first',
        settingsVersion: 4,
        reasons: [{ rule: 'vip first', holds: true, failed: null }],
      },
      recordedAt: april(4),
    });
    await read();
    expect(await asked.find('t1')).toEqual({
      id: 't1',
      source: 'desk',
      sourceId: 't1@desk',
      requester: { id: 'ann', canonicalId: 'ann', name: 'Ann Lee' },
      organization: { id: 'o1', canonicalId: 'o1', name: 'Acme' },
      subject: 'Where is it?',
      status: 'new',
      statusSince: april(3),
      channel: 'whatsapp',
      via: 'whatsapp',
      language: 'fr-CA',
      tags: ['order'],
      firstContact: true,
      route: { queue: 'billing', priority: 'high', assignee: 'agent-7', tags: ['vip'], rule: 'vip first', settingsVersion: 4 },
      openedAt: april(3),
      updatedAt: april(4),
      statuses: [{ status: 'new', at: april(3) }],
      reasons: [{ rule: 'vip first', holds: true, failed: null }],
    });
    expect(await asked.find('t1', 'other')).toBeUndefined();
    expect(await asked.find('t2')).toBeUndefined();
    expect((await asked.page({})).items[0]).toMatchObject({ id: 't1', requester: { name: 'Ann Lee' }, organization: { name: 'Acme' } });
  });

  it('has the status with the greatest time, also when one of before is told late; of equal times the one that was told last', async () => {
    await tickets.open('t1', 'ann', 1);
    await tickets.status('t1', 'solved', 9);
    await tickets.status('t1', 'pending', 5);
    await tickets.open('t2', 'ann', 2);
    await tickets.status('t2', 'pending', 2);
    await tickets.status('t2', 'on-hold', 2);
    await tickets.open('t3', 'ann', 3, { status: 'closed' });
    await tickets.status('t3', 'open', 4, { recordedAt: april(5) });
    await read();
    expect(await asked.find('t1')).toMatchObject({
      status: 'solved',
      statusSince: april(9),
      statuses: [
        { status: 'open', at: april(1) },
        { status: 'pending', at: april(5) },
        { status: 'solved', at: april(9) },
      ],
    });
    expect(await asked.find('t2')).toMatchObject({ status: 'on-hold', statusSince: april(2) });
    expect(await asked.find('t3')).toMatchObject({ status: 'open', updatedAt: april(5) });
    expect(await asked.ids({ status: 'unsolved' })).toEqual(['t3', 't2']);
    expect(await asked.ids({ status: ['solved', 'on-hold'] })).toEqual(['t2', 't1']);
  });

  it('is the organization’s that it was moved to last by time, and is nobody’s when it is moved to none', async () => {
    await organization('o1', 'Acme');
    await organization('o2', 'Bolt');
    await tickets.open('t1', 'ann', 1, { organizationId: 'o1' });
    await tickets.move('t1', 'o2', 9);
    await tickets.move('t1', null, 5);
    await tickets.open('t2', 'ann', 1, { organizationId: 'o1' });
    await tickets.move('t2', null, 2);
    await tickets.open('t3', 'ann', 1);
    await tickets.move('t3', 'o9', 2);
    await read();
    expect(await asked.find('t1')).toMatchObject({ organization: { id: 'o2', canonicalId: 'o2', name: 'Bolt' } });
    expect(await asked.find('t2')).toMatchObject({ organization: null });
    expect(await asked.find('t3')).toMatchObject({ organization: { id: 'o9', canonicalId: 'o9', name: null } });
    expect(await asked.ids({ organizationId: 'o1' })).toEqual([]);
    expect(await asked.ids({ organizationId: 'o2' })).toEqual(['t1']);
  });

  it('forgets the words of a requester who is erased, also when somebody else turned out to be the requester', async () => {
    const words = { subject: 'Secret', tags: ['secret'], route: { organizationTags: ['secret'], tags: ['vip'] } };
    await log.person('ann', 'Ann');
    await log.person('bob', 'Bob');
    await tickets.open('t1', 'ann', 1, words);
    await tickets.open('t2', 'ann', 2, words);
    await tickets.correct('t2', 'bob', 3);
    await tickets.open('t3', 'bob', 4, words);
    await tickets.correct('t3', 'ann', 5);
    await tickets.open('t4', 'bob', 6, words);
    await tickets.correct('t4', 'ann', 7);
    await tickets.correct('t4', 'bob', 8);
    await log.endUser('ann', 'EndUserErased', { scope: 'profile', members: ['ann'] });
    const live = await projected(log, kind);
    const forgottenLive = await ticketRows(live);
    await live.close();
    for (const id of ['t1', 't2']) await log.erase(`ticket-acme.${id}`);
    await read();
    expect(await ticketRows(database)).toEqual(forgottenLive);
    const forgotten = { sourceId: null, subject: null, tags: [], status: 'open', route: { tags: ['vip'] } };
    expect(await asked.find('t1')).toMatchObject({ ...forgotten, requester: { id: 'ann' } });
    expect(await asked.find('t2')).toMatchObject({ ...forgotten, requester: { id: 'bob' } });
    for (const id of ['t3', 't4']) expect(await asked.find(id)).toMatchObject({ sourceId: `${id}@desk`, subject: 'Secret', tags: ['secret'] });
    const routes = await database.kysely.selectFrom('ticket_route').select(['ticket_id', 'organization_tags']).orderBy('ticket_id').execute();
    expect(routes.map(({ organization_tags }) => organization_tags)).toEqual(['[]', '[]', '["secret"]', '["secret"]']);
  });
});
