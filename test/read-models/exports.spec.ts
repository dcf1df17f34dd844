import {
  ExportEndUsers,
  ExportEndUsersHandler,
  type ExportedEndUser,
  ExportOrganizations,
  ExportOrganizationsHandler,
  type ExportPage,
  ExportTickets,
  ExportTicketsHandler,
  FindEndUser,
  FindEndUserColumns,
  FindEndUserColumnsHandler,
  FindEndUserHandler,
  FindHolders,
  FindHoldersHandler,
  FindOrganization,
  FindOrganizationColumns,
  FindOrganizationColumnsHandler,
  FindOrganizationHandler,
  ListEndUsers,
  ListEndUsersHandler,
  ListOrganizations,
  ListOrganizationsHandler,
  type ListPage,
  ListTickets,
  ListTicketsHandler,
  type ReadDatabase,
  ReadPositionHandler,
  UnknownPlace,
} from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { sealed } from './linked';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

type Stretch = { readonly after?: string | undefined; readonly limit: number };

async function whole<T>(next: (stretch: Stretch) => Promise<ExportPage<T>>, limit: number, begin?: string): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null | undefined = begin; ; ) {
    const page: ExportPage<T> = await next({ after, limit });
    items.push(...page.items);
    if (page.after === null) return items;
    after = page.after;
  }
}
async function listed<T>(next: (page: { cursor?: string; limit: number }) => Promise<ListPage<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; ; ) {
    const page: ListPage<T> = await next({ limit: 50, ...(cursor && { cursor }) });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

const endUsers =
  (database: ReadDatabase, tenant = 'acme') =>
  (stretch: Stretch) =>
    new ExportEndUsersHandler(database).execute(new ExportEndUsers(tenant, stretch));
const organizations = (database: ReadDatabase, tenant: string) => (stretch: Stretch) =>
  new ExportOrganizationsHandler(database).execute(new ExportOrganizations(tenant, stretch));
const tickets = (database: ReadDatabase, tenant: string) => (stretch: Stretch) =>
  new ExportTicketsHandler(database).execute(new ExportTickets(tenant, stretch));
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe.each(kinds)('exports ($name)', (kind) => {
  it('have everybody and everything that lists have, once, as each is shown, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 4 }), async (steps, limit) => {
        const log = new TestLog();
        const database = await kind.make();
        await happen(log, steps, async () => {});
        await project(log, database);
        for (const tenant of ['acme', 'other']) {
          const people = await whole(endUsers(database, tenant), limit);
          const shown = await listed((page) => new ListEndUsersHandler(database).execute(new ListEndUsers(tenant, {}, 'created', page)));
          expect(ids(people)).toEqual(ids(shown).reverse());
          for (const { position, contactPoints, ...person } of people) {
            const found = await new FindEndUserHandler(database).execute(new FindEndUser(tenant, person.id));
            expect({ ...person, contactPoints: contactPoints.map(({ shared: _, ...point }) => point) }).toEqual(found?.endUser);
            expect(found?.etag).toBe(`${person.id}.${position}`);
            for (const { channel, scope, key, shared } of contactPoints)
              expect(shared).toBe((await new FindHoldersHandler(database).execute(new FindHolders(tenant, channel, scope, key)))?.shared);
          }
          const middle = people[people.length >> 1];
          if (middle) expect(await whole(endUsers(database, tenant), 2, middle.id)).toEqual(people.slice((people.length >> 1) + 1));
          await expectColumns(database, tenant, people);

          const groups = await whole(organizations(database, tenant), limit);
          const all = await listed((page) => new ListOrganizationsHandler(database).execute(new ListOrganizations(tenant, {}, page)));
          expect(ids(groups)).toEqual(ids(all).sort());
          for (const { position, ...group } of groups)
            expect({ organization: group, etag: `${group.id}.${position}` }).toEqual(
              await new FindOrganizationHandler(database).execute(new FindOrganization(tenant, group.id)),
            );

          const known = await listed((page) => new ListTicketsHandler(database).execute(new ListTickets(tenant, {}, page)));
          const told = await whole(tickets(database, tenant), limit);
          expect(told.map(({ position: _, ...ticket }) => ticket)).toEqual(known.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
        }
        expect(await new ReadPositionHandler(database).execute()).toBe(await log.store.head());
        await database.close();
      }),
      // Each takes as long as three: everything of two tenants is looked at.
      { numRuns: Math.ceil(kind.cases / 3) },
    );
  });

  const columns = (database: ReadDatabase, tenant = 'acme', most = 100) =>
    new FindEndUserColumnsHandler(database).execute(new FindEndUserColumns(tenant, most));

  /** Whatever somebody has, there is a column for. */
  async function expectColumns(database: ReadDatabase, tenant: string, people: readonly ExportedEndUser[]): Promise<void> {
    const found = await columns(database, tenant);
    for (const { contactPoints, fields } of people) {
      for (const { channel, scope } of contactPoints) expect(found?.points).toContainEqual({ channel, scope });
      for (const [name, value] of Object.entries(fields))
        expect(found?.fields).toContainEqual({ name, type: typeof value === 'string' ? 'text' : typeof value });
    }
  }

  it('leave out who is deleted, erased or merged, and have who stands for them', async () => {
    const log = new TestLog();
    const database = await kind.make();
    for (const id of ['ann', 'bea', 'cem', 'dan', 'eve']) await log.endUser(id, 'EndUserCreated', { origin: 'api', name: id });
    await log.attach('p1', 'bea', ['email', 'bea@example.org']);
    await log.point('p1', 'ContactPointShared', {});
    await sealed(log, 'bea', 'ann');
    await log.endUser('cem', 'EndUserDeleted', {});
    await log.endUser('dan', 'EndUserErased', { scope: 'person', members: ['dan'] } as never);
    await log.endUser('eve', 'EndUserSuspended', {});
    await project(log, database);
    expect((await whole(endUsers(database), 2)).map(({ id, status }) => [id, status])).toEqual([
      ['ann', 'active'],
      ['eve', 'suspended'],
    ]);
    expect((await whole(endUsers(database), 2))[0]?.contactPoints).toMatchObject([{ key: 'bea@example.org', endUserId: 'bea', shared: true }]);
    // Where somebody was who is gone by now, it goes on.
    expect(ids(await whole(endUsers(database), 2, 'cem'))).toEqual(['eve']);
    await expect(whole(endUsers(database), 2, 'nobody')).rejects.toThrow(UnknownPlace);
    await expect(whole(endUsers(database, 'other'), 2)).resolves.toEqual([]);
    await database.close();
  });

  it('know the custom fields and channels that there are, and when there are too many', async () => {
    const log = new TestLog();
    const database = await kind.make();
    await log.endUser('ann', 'EndUserCreated', { origin: 'api', fields: { plan: 'gold', n: -1, yes: true } });
    await log.endUser('bea', 'EndUserCreated', { origin: 'api', fields: { plan: 3, no: false, yes: false } });
    await log.endUser('cem', 'EndUserCreated', { origin: 'api', fields: { gone: 'x' } });
    await log.endUser('cem', 'EndUserDeleted', {});
    await log.attach('p1', 'ann', ['external', '1'], { scope: 'crm' });
    await log.attach('p2', 'bea', ['external', '1'], { scope: 'shop' });
    await log.attach('p3', 'bea', ['email', 'b@example.org']);
    await project(log, database);
    expect(await columns(database)).toEqual({
      points: [
        { channel: 'email', scope: '' },
        { channel: 'external', scope: 'crm' },
        { channel: 'external', scope: 'shop' },
      ],
      fields: [
        { name: 'n', type: 'number' },
        { name: 'no', type: 'boolean' },
        { name: 'plan', type: 'number' },
        { name: 'plan', type: 'text' },
        { name: 'yes', type: 'boolean' },
      ],
    });
    expect(await columns(database, 'acme', 8)).toBeDefined();
    expect(await columns(database, 'acme', 7)).toBeUndefined();
    expect(await columns(database, 'other')).toEqual({ points: [], fields: [] });
    expect(await new FindOrganizationColumnsHandler(database).execute(new FindOrganizationColumns('acme', 5))).toEqual({ points: [], fields: [] });
    await database.close();
  });

  it('look through more than is looked through at once', async () => {
    const log = new TestLog();
    const database = await kind.make();
    for (let n = 0; n < 110; n++) {
      const fields = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${n % 2 === 0 ? i : i + 1}`, i]));
      await log.endUser(`u${n}`, 'EndUserCreated', { origin: 'api', fields });
    }
    await project(log, database);
    expect((await columns(database))?.fields).toHaveLength(51);
    await database.close();
  });
});
