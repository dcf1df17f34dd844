import { HeldPointsBehind } from '@kith/application';
import { streamOf } from '@kith/domain';
import { ProjectedMergeLedger, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { project, projected } from './projected';

describe.each(kinds)('what commands are told of merges and declarations ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.close();
  });
  const ledger = () => new ProjectedMergeLedger(database);
  const merge = (mergeId: string, survivorId: string, mergedId: string) => {
    const named = { survivorId: `${survivorId} named`, mergedId: `${mergedId} named` };
    return log.endUser(mergedId, 'EndUserMerged', { attemptId: `${mergeId}-1`, mergeId, named, survivorId, members: [mergedId], differentFrom: [] });
  };
  const unmerge = (mergeId: string, mergedId: string) => log.endUser(mergedId, 'EndUserUnmerged', { mergeId, members: [mergedId], differentFrom: [] });
  const mergeOrganizations = (mergeId: string, survivorId: string, mergedId: string) =>
    log.append(streamOf.organization('acme', mergedId), 'OrganizationMerged', {
      attemptId: `${mergeId}-1`,
      mergeId,
      named: { survivorId, mergedId },
      survivorId,
      members: [mergedId],
      differentFrom: [],
    });
  const unmergeOrganizations = (mergeId: string, mergedId: string) =>
    log.append(streamOf.organization('acme', mergedId), 'OrganizationUnmerged', { mergeId, members: [mergedId], differentFrom: [] });
  const declare = (declarationId: string, endUserId: string, otherId: string) =>
    log.endUser(endUserId, 'EndUsersDeclaredDifferent', { declarationId, endUserId, otherId });

  it('is where a merge is and whether it was undone, of one tenant, at once however far the log is', async () => {
    await merge('m1', 'a', 'b');
    await merge('m2', 'a', 'c');
    await unmerge('m2', 'c');
    await declare('d1', 'a', 'b');
    database = await projected(log, kind);
    expect(await ledger().merge('acme', 'm1', 99n)).toEqual({ mergeId: 'm1', survivorId: 'a', mergedId: 'b', isUndone: false });
    expect(await ledger().merge('acme', 'm2', 99n)).toEqual({ mergeId: 'm2', survivorId: 'a', mergedId: 'c', isUndone: true });
    expect(await ledger().declaration('acme', 'd1', 99n)).toEqual({ declarationId: 'd1', endUserId: 'a', otherId: 'b' });
    const head = await log.store.head();
    expect(await Promise.all([ledger().merge('acme', 'm3', head), ledger().merge('other', 'm1', head), ledger().declaration('other', 'd1', head)])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is the same of organizations, whose merges are others', async () => {
    await mergeOrganizations('m1', 'a', 'b');
    await mergeOrganizations('m2', 'a', 'c');
    await unmergeOrganizations('m2', 'c');
    await merge('m3', 'a', 'b');
    database = await projected(log, kind);
    expect(await ledger().organizationMerge('acme', 'm1', 99n)).toEqual({ mergeId: 'm1', survivorId: 'a', mergedId: 'b', isUndone: false });
    expect(await ledger().organizationMerge('acme', 'm2', 99n)).toEqual({ mergeId: 'm2', survivorId: 'a', mergedId: 'c', isUndone: true });
    const head = await log.store.head();
    const others = [ledger().organizationMerge('acme', 'm3', head), ledger().organizationMerge('other', 'm1', head), ledger().merge('acme', 'm1', head)];
    expect(await Promise.all(others)).toEqual([undefined, undefined, undefined]);
    await mergeOrganizations('m4', 'a', 'd');
    const late = ledger().organizationMerge('acme', 'm4', await log.store.head());
    await project(log, database);
    expect(await late).toMatchObject({ mergedId: 'd' });
  });

  it('is waited for when it may be on its way', async () => {
    await merge('m1', 'a', 'b');
    database = await projected(log, kind);
    await merge('m2', 'a', 'c');
    await declare('d1', 'a', 'd');
    const head = await log.store.head();
    const [late, declared, never] = [ledger().merge('acme', 'm2', head), ledger().declaration('acme', 'd1', head), ledger().merge('acme', 'm3', head)];
    await project(log, database);
    expect(await late).toMatchObject({ mergedId: 'c' });
    expect(await declared).toMatchObject({ otherId: 'd' });
    expect(await never).toBeUndefined();
  });

  it('is not said to be missing by a ledger that has not come so far', async () => {
    await merge('m1', 'a', 'b');
    database = await projected(log, kind);
    let time = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => (time += 500));
    const asked = [ledger().merge('acme', 'm2', 99n), ledger().organizationMerge('acme', 'm2', 99n), ledger().declaration('acme', 'd1', 99n)];
    const told = await Promise.allSettled(asked);
    expect(told.map((r) => r.status === 'rejected' && r.reason instanceof HeldPointsBehind)).toEqual([true, true, true]);
  });
});
