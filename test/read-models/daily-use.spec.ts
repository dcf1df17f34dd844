import { idInStream } from '@kith/domain';
import { ProjectedDailyUse, type ReadDatabase } from '@kith/read-models';
import fc from 'fast-check';
import { DailyUseInLog } from '../support/daily-use-in-log';
import { kinds } from './databases';
import { TestLog } from './log';
import { project, projected } from './projected';
import { happen, histories, people } from './random-log';
import { Ticketing } from './ticketing';

describe.each(kinds)('what is in daily use ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  it('is an end user with whom there was contact, a contact point by which there was since, and an organization that has work', async () => {
    const tickets = new Ticketing(log);
    for (const id of ['ann', 'bob', 'eve']) await log.person(id, id, [['email', `${id}@example.org`]]);
    const before = await log.interaction('i1', 'ann', { contactPointId: 'email-ann@example.org', organizationId: 'acme' });
    await tickets.open('t1', 'bob', 3, { organizationId: 'bobs' });
    await tickets.move('t1', 'others', 4);
    database = await projected(log, kind);
    const use = new ProjectedDailyUse(database);
    await use.reached(await log.store.head());
    expect(await Promise.all(['ann', 'bob', 'eve'].map((id) => use.isContacted('acme', id)))).toEqual([true, true, false]);
    expect(await use.isContacted('other', 'ann')).toBe(false);
    expect(await use.isUsed('acme', 'ann', 'email-ann@example.org', before - 1n)).toBe(true);
    expect(await use.isUsed('acme', 'ann', 'email-ann@example.org', before)).toBe(false);
    expect(await use.isUsed('acme', 'ann', 'email-bob@example.org', 0n)).toBe(false);
    expect(await Promise.all(['acme', 'bobs', 'others', 'none'].map((id) => use.hasWork('acme', id)))).toEqual([true, false, true, false]);
    await tickets.correct('t1', 'eve', 5);
    await project(log, database);
    expect(await Promise.all(['bob', 'eve'].map((id) => use.isContacted('acme', id)))).toEqual([false, true]);
  });

  it('is not told while the read models are behind', async () => {
    await log.person('ann', 'Ann');
    database = await projected(log, kind);
    const use = new ProjectedDailyUse(database);
    const head = await log.store.head();
    await use.reached(head);
    const behind = use.reached(head + 1n);
    await expect(Promise.race([behind.then(() => 'told'), new Promise((resolve) => setTimeout(() => resolve('waits'), 100))])).resolves.toBe('waits');
    await log.person('bob', 'Bob');
    await project(log, database);
    await behind;
  });

  it('is as the log tells it, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const log = new TestLog();
        await happen(log, steps);
        const database = await projected(log, kind);
        try {
          const [use, told] = [new ProjectedDailyUse(database), new DailyUseInLog(log.store)];
          const events = (await log.store.readAll({ after: 0n, limit: 100_000 })).events;
          const erased = new Set(events.filter(({ type }) => type === 'EndUserErased').map(({ stream }) => idInStream(stream)));
          const points = new Set(events.filter(({ stream }) => stream.startsWith('contactPoint-')).map(({ stream }) => idInStream(stream)));
          const named = new Set(events.filter(({ stream }) => stream.startsWith('organization-')).map(({ stream }) => idInStream(stream)));
          for (const { id, tenant } of people.filter((one) => !erased.has(one.id))) {
            expect(`${id} ${await use.isContacted(tenant, id)}`).toBe(`${id} ${await told.isContacted(tenant, id)}`);
            for (const point of points)
              for (const after of [0n, BigInt(events.length) / 2n])
                expect(`${id} ${point} ${await use.isUsed(tenant, id, point, after)}`).toBe(`${id} ${point} ${await told.isUsed(tenant, id, point, after)}`);
          }
          for (const tenant of ['acme', 'other']) for (const id of named) expect(await use.hasWork(tenant, id)).toBe(await told.hasWork(tenant, id));
        } finally {
          await database.close();
        }
      }),
      { numRuns: Number(process.env.KITH_RUNS ?? Math.min(kind.cases, 6)) },
    );
    database = await kind.make();
  }, 60_000);
});
