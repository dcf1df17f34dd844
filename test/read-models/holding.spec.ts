import { FindHoldersAsOf, FindHoldersAsOfHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe.each(kinds)('the intervals of holding ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const asOf = async (at: string, { key = '+331', tenant = 'acme' } = {}) =>
    new FindHoldersAsOfHandler(database).execute(new FindHoldersAsOf(tenant, 'phone', '', key, at));
  const names = async (at: string) => (await asOf(at))?.holders.map(({ endUserId }) => endUserId) ?? [];

  it('say who held an address on any day, ends excluded', async () => {
    await log.person('lea', 'Léa');
    await log.person('tom', 'Tom');
    await log.attach('p', 'lea', ['phone', '+331'], { occurredAt: day(3) });
    await log.release('p', 'lea', { occurredAt: day(10) });
    await log.attach('p', 'tom', ['phone', '+331'], { occurredAt: day(12) });
    database = await projected(log, kind);
    const days = [2, 3, 9, 10, 11, 12, 30];
    expect(await Promise.all(days.map((n) => names(day(n))))).toEqual([[], ['lea'], ['lea'], [], [], ['tom'], ['tom']]);
    expect(await asOf(day(9), { tenant: 'other' })).toBeUndefined();
    expect(await asOf(day(9), { key: '+332' })).toBeUndefined();
  });

  it('say whether it was verified and shared at that time', async () => {
    await log.person('lea', 'Léa');
    await log.person('tom', 'Tom');
    await log.attach('p', 'lea', ['phone', '+331'], { occurredAt: day(1) });
    await log.point('p', 'ContactPointVerified', { endUserId: 'lea' }, { occurredAt: day(5) });
    await log.point('p', 'ContactPointShared', {}, { occurredAt: day(10) });
    await log.attach('p', 'tom', ['phone', '+331'], { occurredAt: day(11), verified: true });
    await log.release('p', 'tom', { occurredAt: day(20) });
    await log.point('p', 'ContactPointUnshared', {}, { occurredAt: day(21) });
    database = await projected(log, kind);
    const at = async (n: number) => {
      const found = await asOf(day(n));
      return [found?.shared, ...(found?.holders ?? []).map(({ endUserId, verified }) => `${endUserId} ${verified}`)];
    };
    expect(await at(4)).toEqual([false, 'lea false']);
    expect(await at(5)).toEqual([false, 'lea true']);
    expect(await at(12)).toEqual([true, 'lea true', 'tom true']);
    expect(await at(20)).toEqual([true, 'lea true']);
    expect(await at(21)).toEqual([false, 'lea true']);
  });

  it('keep both ends by business time and by when it was recorded, and the cause', async () => {
    await log.person('lea', 'Léa');
    await log.attach('p', 'lea', ['phone', '+331'], { occurredAt: day(3), recordedAt: day(4) });
    await log.release('p', 'lea', { occurredAt: day(5), recordedAt: day(6) });
    database = await projected(log, kind);
    const [row] = await database.kysely.selectFrom('holding').selectAll().execute();
    expect({ ...row }).toMatchObject({
      held_from: day(3),
      recorded_from: day(4),
      held_to: day(5),
      recorded_to: day(6),
      from_position: 2,
      to_position: 3,
      cause: 'detached',
    });
  });

  it('name the profile that held it then, and who stands for it today', async () => {
    await log.person('lea', 'Léa');
    await log.endUser('none', 'EndUserCreated', { origin: 'contacted' });
    await log.person('tom', 'Tom');
    await log.attach('p', 'tom', ['phone', '+331'], { occurredAt: day(3) });
    await log.release('p', 'tom', { occurredAt: day(10) });
    await sealed(log, 'none', 'lea', { mergeId: 'm1', occurredAt: day(11) });
    await sealed(log, 'tom', 'none', { mergeId: 'm2', occurredAt: day(12) });
    await log.person('ann', 'Ann');
    await sealed(log, 'ann', 'none', { mergeId: 'm3', occurredAt: day(13) });
    database = await projected(log, kind);
    const shown = async () => (await asOf(day(4)))?.holders.map(({ endUserId, canonicalId, name }) => [endUserId, canonicalId, name]);
    expect(await shown()).toEqual([['tom', 'lea', 'Léa']]);
    await unsealed(log, 'none', { mergeId: 'm1' });
    await project(log, database);
    expect(await shown()).toEqual([['tom', 'none', 'Tom']]);
    await unsealed(log, 'tom', { mergeId: 'm2' });
    await project(log, database);
    expect(await shown()).toEqual([['tom', 'tom', 'Tom']]);
  });

  it('make no row of an attachment whose key is destroyed', async () => {
    await log.person('lea', 'Léa', [['phone', '+331']]);
    await log.erase('contactPoint-acme.phone-+331');
    database = await projected(log, kind);
    expect(await database.kysely.selectFrom('holding').selectAll().execute()).toEqual([]);
  });
});
