import { SystemClock } from '@kith/application';
import { streamOf } from '@kith/domain';
import {
  BadCursor,
  FindRetentionRun,
  FindRetentionRunHandler,
  ListRetentionRuns,
  ListRetentionRunsHandler,
  ProjectedWithoutContact,
  type ReadDatabase,
  rebuild,
} from '@kith/read-models';
import { kinds } from './databases';
import { TestLog, type Told } from './log';
import { project, projected } from './projected';

const since = '2021-03-03T00:00:00.000Z';
const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 10, minute)).toISOString();

describe.each(kinds)('retention runs ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  /** Id of the event that starts it. */
  const start = async (id: string, expected: number, told: Told = {}): Promise<string> => {
    const stream = streamOf.retentionRun(told.tenant ?? 'acme', id);
    await log.append(stream, 'RetentionRunStarted', { withoutContactSince: since, expected }, told);
    return (await log.store.readStream(stream))[0]?.metadata.eventId ?? '';
  };
  const advance = (id: string, after: string, [scanned, erased, kept]: readonly [number, number, number], told: Told = {}) =>
    log.append(streamOf.retentionRun('acme', id), 'RetentionRunAdvanced', { after, scanned, erased, kept }, told);
  const end = (id: string, [scanned, erased, kept]: readonly [number, number, number], told: Told = {}) =>
    log.append(streamOf.retentionRun('acme', id), 'RetentionRunEnded', { scanned, erased, kept }, told);
  /** A person of one profile more than itself, as the run erases it; answers the id of the erasure. */
  const erase = async (id: string, causationId: string, told: Told = {}) => {
    const word: Told = { actor: { kind: 'reactor', id: 'erase-without-contact' }, causationId, ...told };
    await log.endUser(id, 'EndUserErased', { scope: 'person', members: [id, `${id}-2`] }, word);
    await log.endUser(`${id}-2`, 'EndUserErased', { scope: 'person', members: [] }, word);
    return (await log.store.readStream(streamOf.endUser(told.tenant ?? 'acme', id))).at(-1)?.metadata.eventId ?? '';
  };
  const certify = (id: string, erasure: string) =>
    log.endUser(id, 'EndUserErasureCertified', { erasure, scope: 'person', profiles: [id], keys: [], contactPoints: [], overwritten: [] });
  const find = (id: string, tenant = 'acme') => new FindRetentionRunHandler(database).execute(new FindRetentionRun(tenant, id));
  const list = (limit: number, cursor?: string) => new ListRetentionRunsHandler(database).execute(new ListRetentionRuns('acme', { limit, cursor }));

  it('tell how far they are: pages when they are done, persons as they are erased and certified', async () => {
    const run = await start('r1', 4, { recordedAt: at(0) });
    const other = await start('r2', 9);
    const ofA = await erase('a', run);
    database = await projected(log, kind);
    const begun = {
      runId: 'r1',
      withoutContactSince: since,
      expected: 4,
      status: 'running',
      startedAt: at(0),
      advancedAt: null,
      endedAt: null,
      scanned: 0,
      kept: 0,
    };
    expect(await find('r1')).toEqual({ ...begun, erased: 1, certified: 0 });
    await advance('r1', 'b', [2, 1, 1], { recordedAt: at(1) });
    const ofC = await erase('c', run);
    await erase('d', other);
    await certify('a', ofA);
    await certify('c', 'an earlier one of a profile by itself');
    await project(log, database);
    expect(await find('r1')).toEqual({ ...begun, advancedAt: at(1), scanned: 2, kept: 1, erased: 2, certified: 1 });
    expect(await new ProjectedWithoutContact(database).uncertified('acme', 'r1', '', 0n)).toEqual(['c']);
    await end('r1', [3, 2, 1], { recordedAt: at(2) });
    await certify('c', ofC);
    await project(log, database);
    const ended = { ...begun, status: 'ended', advancedAt: at(2), endedAt: at(2), scanned: 3, kept: 1, erased: 2, certified: 2 };
    expect(await find('r1')).toEqual(ended);
    expect(await find('r2')).toMatchObject({ status: 'running', erased: 1, certified: 0 });
    expect(await database.kysely.selectFrom('retention_erasure').select(['end_user_id', 'run_id']).execute()).toEqual([{ end_user_id: 'd', run_id: 'r2' }]);
    const { name } = await rebuild({ store: log.store, personalData: log.personalData, database, clock: new SystemClock() });
    await database.swap(name);
    expect(await find('r1')).toEqual(ended);
  });

  it('do not count what somebody else erased, or the end of another erasure', async () => {
    const run = await start('r1', 4);
    const ofA = await erase('a', run, { actor: { kind: 'operator', id: 'boss' } });
    await erase('b', 'something else');
    await certify('a', ofA);
    await erase('c', run, { tenant: 'other' });
    database = await projected(log, kind);
    expect(await find('r1')).toMatchObject({ erased: 0, certified: 0 });
  });

  it('that were cancelled say so, with what was erased until then and after', async () => {
    const run = await start('r1', 4);
    await log.append(streamOf.retentionRun('acme', 'r1'), 'RetentionRunCancelled', {}, { recordedAt: at(3) });
    await erase('a', run);
    database = await projected(log, kind);
    expect(await find('r1')).toMatchObject({ status: 'cancelled', endedAt: at(3), advancedAt: null, erased: 1 });
  });

  it('are listed the latest first, of one tenant, page by page', async () => {
    for (const id of ['r1', 'r2', 'r3']) await start(id, 1);
    await start('theirs', 1, { tenant: 'other' });
    database = await projected(log, kind);
    const { items, nextCursor } = await list(2);
    expect(items.map(({ runId }) => runId)).toEqual(['r3', 'r2']);
    expect(await list(2, nextCursor ?? '')).toMatchObject({ items: [{ runId: 'r1' }], nextCursor: null });
    await expect(list(2, 'nonsense')).rejects.toThrow(BadCursor);
    expect([await find('theirs'), await find('nothing'), (await find('theirs', 'other'))?.runId]).toEqual([undefined, undefined, 'theirs']);
  });
});
