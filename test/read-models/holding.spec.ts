import type { ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe.each(kinds)('the intervals of holding ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const isThen = (at: string, from: string, to: string | null) => from <= at && (to === null || to > at);
  /** Who held the one address then, each with whether it was verified. */
  const held = async (at: string) =>
    (await database.kysely.selectFrom('holding').selectAll().orderBy('from_position').execute())
      .filter((row) => isThen(at, row.held_from, row.held_to))
      .map((row) => `${row.end_user_id} ${row.verified_from !== null && row.verified_from <= at}`);
  const isShared = async (at: string) =>
    (await database.kysely.selectFrom('sharing').selectAll().execute()).some((row) => isThen(at, row.shared_from, row.shared_to));
  const names = async (at: string) => (await held(at)).map((one) => one.split(' ')[0]);

  it('say who held an address on any day, ends excluded', async () => {
    await log.person('lea', 'Léa');
    await log.person('tom', 'Tom');
    await log.attach('p', 'lea', ['phone', '+331'], { occurredAt: day(3) });
    await log.release('p', 'lea', { occurredAt: day(10) });
    await log.attach('p', 'tom', ['phone', '+331'], { occurredAt: day(12) });
    database = await projected(log, kind);
    const days = [2, 3, 9, 10, 11, 12, 30];
    expect(await Promise.all(days.map((n) => names(day(n))))).toEqual([[], ['lea'], ['lea'], [], [], ['tom'], ['tom']]);
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
    const at = async (n: number) => [await isShared(day(n)), ...(await held(day(n)))];
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

  it('name no address of an attachment whose key is destroyed, and keep its digest', async () => {
    await log.person('lea', 'Léa', [['phone', '+331']]);
    await log.erase('contactPoint-acme.phone-+331');
    database = await projected(log, kind);
    const rows = await database.kysely.selectFrom('holding').select(['point_id', 'end_user_id', 'channel', 'key', 'to_position']).execute();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ point_id: 'phone-+331', end_user_id: 'lea', channel: 'phone', key: null, to_position: null }]);
  });
});
