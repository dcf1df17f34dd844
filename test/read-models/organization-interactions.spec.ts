import { ListOrganizationInteractions, ListOrganizationInteractionsHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog, type Told } from './log';
import { projected } from './projected';

const may = (day: number): string => new Date(Date.UTC(2026, 4, day)).toISOString();

describe.each(kinds)('the interactions of an organization, on $name', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const hear = (id: string, endUserId: string | null, day: number, organizationId?: string, told: Told & { contactPointId?: string; summary?: string } = {}) =>
    log.interaction(id, endUserId, { occurredAt: may(day), ...(organizationId !== undefined && { organizationId }), ...told });
  const assign = (id: string, endUserId: string, organizationId?: string) =>
    log.append(`interaction-acme.${id}`, 'InteractionAssigned', { endUserId, ...(organizationId !== undefined && { organizationId }) });
  const mergeOrganizations = (mergeId: string, survivorId: string, mergedId: string) =>
    log.append(`organization-acme.${mergedId}`, 'OrganizationMerged', {
      attemptId: `of-${mergeId}`,
      mergeId,
      survivorId,
      named: { survivorId, mergedId },
      members: [mergedId],
      differentFrom: [],
    });
  const create = (id: string) => log.append(`organization-acme.${id}`, 'OrganizationCreated', { name: id, origin: 'api', nameId: `name-${id}` });

  const read = async () => {
    database = await projected(log, kind);
  };
  const page = (organizationId: string, limit = 50, cursor?: string) =>
    new ListOrganizationInteractionsHandler(database).execute(
      new ListOrganizationInteractions('acme', organizationId, { limit, ...(cursor !== undefined && { cursor }) }),
    );
  const ids = async (organizationId: string) => (await page(organizationId)).items.map(({ interactionId }) => interactionId);

  it('are those of people whose default it was then, with who they are today, the latest first', async () => {
    await log.person('ann', 'Ann', [['email', 'ann@acme.example']]);
    await log.person('bob', 'Bob');
    await hear('i1', 'ann', 2, 'o1', { contactPointId: 'email-ann@acme.example', summary: 'Hello' });
    await hear('i2', 'bob', 3, 'o1');
    await hear('i3', 'bob', 4, 'o2');
    await hear('i4', 'bob', 5);
    await hear('i5', 'bob', 1, 'o1', { tenant: 'other' });
    await log.endUser('bob', 'EndUserMerged', {
      attemptId: 'of-m1',
      mergeId: 'm1',
      survivorId: 'ann',
      named: { survivorId: 'ann', mergedId: 'bob' },
      members: ['bob'],
      differentFrom: [],
    });
    await read();
    const { items, nextCursor } = await page('o1');
    expect(items).toEqual([
      expect.objectContaining({ interactionId: 'i2', endUser: { id: 'bob', canonicalId: 'ann', name: 'Ann' }, summary: null }),
      {
        interactionId: 'i1',
        endUser: { id: 'ann', canonicalId: 'ann', name: 'Ann' },
        occurredAt: may(2),
        source: 'desk',
        channel: 'email',
        key: 'ann@acme.example',
        via: 'email',
        direction: 'inbound',
        ticketId: null,
        summary: 'Hello',
        outcome: 'matched',
      },
    ]);
    expect(nextCursor).toBeNull();
    expect(await ids('none')).toEqual([]);
  });

  it('count one that was assigned later at the time it took place, and none whose person had no organization', async () => {
    await log.person('ann', 'Ann');
    await hear('i1', null, 2);
    await hear('i2', null, 3);
    await hear('i3', null, 4);
    await hear('i4', 'ann', 1, 'o1');
    await assign('i1', 'ann', 'o1');
    await assign('i2', 'ann');
    await read();
    expect(await page('o1')).toMatchObject({
      items: [{ interactionId: 'i1', occurredAt: may(2), endUser: { id: 'ann' } }, { interactionId: 'i4' }],
    });
    expect(await database.kysely.selectFrom('waiting_interaction').select('id').execute()).toEqual([{ id: 'i3' }]);
  });

  it('follow a contact point that was corrected, twice too, to whom it always was', async () => {
    for (const id of ['ann', 'bob', 'cat', 'dan']) await log.person(id, id);
    const point = ['phone', '+33611111111'] as const;
    await log.attach('p', 'ann', point);
    await hear('i1', 'ann', 1, 'o1', { contactPointId: 'p' });
    await hear('i2', 'ann', 2, 'o1');
    await log.transfer('p', ['ann', 'bob'], 'corrected', point);
    await hear('i3', 'bob', 3, 'o1', { contactPointId: 'p' });
    await log.transfer('p', ['bob', 'cat'], 'corrected', point);
    await hear('i4', 'cat', 4, 'o1', { contactPointId: 'p' });
    await log.transfer('p', ['cat', 'dan'], 'reassigned', point);
    await read();
    const whose = (await page('o1')).items.map(({ interactionId, endUser }) => [interactionId, endUser.id]);
    expect(whose).toEqual([
      ['i4', 'cat'],
      ['i3', 'cat'],
      ['i2', 'ann'],
      ['i1', 'cat'],
    ]);
  });

  it('are those of all organizations that are one, page by page', async () => {
    await log.person('ann', 'Ann');
    for (const id of ['o1', 'o2', 'o3']) await create(id);
    for (let n = 1; n <= 9; n++) await hear(`i${n}`, 'ann', n, `o${1 + (n % 3)}`);
    await mergeOrganizations('n1', 'o1', 'o2');
    await mergeOrganizations('n2', 'o3', 'o1');
    await read();
    expect(await ids('o2')).toEqual(['i9', 'i8', 'i7', 'i6', 'i5', 'i4', 'i3', 'i2', 'i1']);
    const seen: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { items, nextCursor }: Awaited<ReturnType<typeof page>> = await page('o1', 4, cursor);
      seen.push(items.map(({ interactionId }) => interactionId));
      cursor = nextCursor;
    }
    expect(seen).toEqual([['i9', 'i8', 'i7', 'i6'], ['i5', 'i4', 'i3', 'i2'], ['i1']]);
    await log.append('organization-acme.o1', 'OrganizationUnmerged', { mergeId: 'n2', members: ['o1', 'o2'], differentFrom: [] });
    await database.close();
    await read();
    expect(await ids('o2')).toEqual(['i9', 'i7', 'i6', 'i4', 'i3', 'i1']);
    expect(await ids('o3')).toEqual(['i8', 'i5', 'i2']);
  });
});
