import {
  CanonicalOrganizations,
  CanonicalOrganizationsHandler,
  EndUsersOfOrganizations,
  EndUsersOfOrganizationsHandler,
  IsOfOrganizations,
  IsOfOrganizationsHandler,
  type ReadDatabase,
  type Seen,
} from '@kith/read-models';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { Organizing } from './organizing';
import { project } from './projected';
import { Ticketing } from './ticketing';

describe.each(kinds)('what somebody sees who is limited to organizations ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  let organizations: Organizing;
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
    organizations = new Organizing(log);
    for (const id of ['ours', 'theirs', 'third']) await organizations.create(id, id);
    for (const id of ['ann', 'bob', 'cy']) await log.person(id, id);
    await organizations.join('ann', 'ours');
    await organizations.join('bob', 'theirs');
  });
  afterEach(() => database.close());

  const sees = async (kindOf: Seen['kind'], id: string, organizationIds: readonly string[] = ['ours'], tenant = 'acme') => {
    await project(log, database);
    return new IsOfOrganizationsHandler(database).execute(new IsOfOrganizations(tenant, { kind: kindOf, id }, organizationIds));
  };
  const people = async (ids: readonly string[], organizationIds: readonly string[] = ['ours'], tenant = 'acme') => {
    await project(log, database);
    return [...(await new EndUsersOfOrganizationsHandler(database).execute(new EndUsersOfOrganizations(tenant, ids, organizationIds)))];
  };
  const standFor = async (...ids: string[]) => {
    await project(log, database);
    return [...(await new CanonicalOrganizationsHandler(database).execute(new CanonicalOrganizations('acme', ids)))];
  };

  it('is the people who are members, as long as they are', async () => {
    expect(await people(['cy', 'bob', 'ann', 'nobody', 'ann'])).toEqual(['ann']);
    expect([await sees('end-user', 'ann'), await sees('end-user', 'bob'), await sees('end-user', 'nobody')]).toEqual([true, false, false]);
    expect(await people(['ann', 'bob'], ['theirs', 'ours'])).toEqual(['ann', 'bob']);
    expect(await people(['ann'], [])).toEqual([]);
    await organizations.leave('ann', 'ours');
    expect([await people(['ann']), await sees('end-user', 'ann')]).toEqual([[], false]);
  });

  it('is all profiles of a person of whom any is a member, until they come apart', async () => {
    await sealed(log, 'cy', 'ann');
    expect([await people(['cy', 'ann']), await sees('end-user', 'cy')]).toEqual([['cy', 'ann'], true]);
    await unsealed(log, 'cy');
    expect([await people(['cy', 'ann']), await sees('end-user', 'cy')]).toEqual([['ann'], false]);
  });

  it('is what is of any organization that is one with theirs, as long as they are', async () => {
    await organizations.merge('ours', 'theirs');
    expect(await standFor('ours', 'third', 'nothing')).toEqual(['theirs', 'third']);
    expect([await people(['ann', 'bob']), await sees('organization', 'theirs'), await sees('organization', 'third')]).toEqual([['ann', 'bob'], true, false]);
    await organizations.unmerge('ours');
    expect([await people(['ann', 'bob']), await sees('organization', 'theirs'), await sees('organization', 'ours')]).toEqual([['ann'], false, true]);
  });

  it('is the tickets of their organizations, whoever asked, where they are now', async () => {
    const tickets = new Ticketing(log);
    await tickets.open('t1', 'bob', 1, { organizationId: 'ours' });
    await tickets.open('t2', 'ann', 1, { organizationId: 'theirs' });
    await tickets.open('t3', 'ann', 1);
    expect([await sees('ticket', 't1'), await sees('ticket', 't2'), await sees('ticket', 't3'), await sees('ticket', 't4')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await tickets.move('t1', 'theirs', 2);
    await tickets.move('t2', 'ours', 2);
    expect([await sees('ticket', 't1'), await sees('ticket', 't2')]).toEqual([false, true]);
  });

  it('is nothing of another tenant, whatever has the same id there', async () => {
    await organizations.create('ours', 'ours', { tenant: 'other' });
    await log.person('ann', 'ann', [], { tenant: 'other' });
    expect([await people(['ann'], ['ours'], 'other'), await sees('end-user', 'ann', ['ours'], 'other')]).toEqual([[], false]);
    expect([await sees('organization', 'theirs', ['theirs'], 'other'), await sees('organization', 'ours', ['ours'], 'other')]).toEqual([false, true]);
  });
});
