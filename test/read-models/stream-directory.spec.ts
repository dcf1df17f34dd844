import { ProjectedStreamDirectory, type ReadDatabase } from '@kith/read-models';
import { StreamDirectoryInLog } from '../support/stream-directory-in-log';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';

describe.each(kinds)('the streams that tell of a person ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const inOrder = ({ profileIds, pointIds }: { readonly profileIds: readonly string[]; readonly pointIds: readonly string[] }) => ({
    profileIds: profileIds.toSorted(),
    pointIds: pointIds.toSorted(),
  });
  const found = async (id: string, tenant = 'acme') => inOrder(await new ProjectedStreamDirectory(database).ofPerson(tenant, id, await log.store.head()));
  const asInTheLog = async (id: string) => inOrder(await new StreamDirectoryInLog(log.store).ofPerson('acme', id));

  it('are those of all profiles that are one, and of every contact point that one of them holds or held', async () => {
    await log.person('lea', 'Léa', [['phone', '+331']]);
    await log.person('tom', 'Tom', [['email', 'tom@example.org']]);
    await log.person('ann', 'Ann', [['email', 'ann@example.org']]);
    await log.transfer('phone-+331', ['lea', 'tom'], 'reassigned', ['phone', '+331']);
    await log.release('phone-+331', 'tom');
    await log.person('lea', 'Other', [], { tenant: 'other' });
    database = await projected(log, kind);
    expect(await found('lea')).toEqual({ profileIds: ['lea'], pointIds: ['phone-+331'] });
    expect(await found('tom')).toEqual({ profileIds: ['tom'], pointIds: ['email-tom@example.org', 'phone-+331'] });
    await sealed(log, 'tom', 'lea', { mergeId: 'm1' });
    await project(log, database);
    for (const id of ['lea', 'tom']) expect(await found(id)).toEqual({ profileIds: ['lea', 'tom'], pointIds: ['email-tom@example.org', 'phone-+331'] });
    for (const id of ['lea', 'tom', 'ann']) expect(await found(id)).toEqual(await asInTheLog(id));
    await unsealed(log, 'tom', { mergeId: 'm1' });
    await project(log, database);
    for (const id of ['lea', 'tom', 'ann']) expect(await found(id)).toEqual(await asInTheLog(id));
    expect(await found('nobody')).toEqual({ profileIds: ['nobody'], pointIds: [] });
  });

  it('are not told before the read models have come so far', async () => {
    await log.person('lea', 'Léa', [['phone', '+331']]);
    database = await projected(log, kind);
    await log.attach('q', 'lea', ['phone', '+332']);
    const directory = new ProjectedStreamDirectory(database);
    const asked = directory.ofPerson('acme', 'lea', await log.store.head());
    await project(log, database);
    expect((await asked).pointIds.toSorted()).toEqual(['phone-+331', 'q']);
  });
});
