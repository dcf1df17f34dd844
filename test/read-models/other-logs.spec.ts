import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, SqliteReadDatabase } from '@kith/adapters';
import { type EventStore, EventStoreUnavailable, type ReadAll, SystemClock } from '@kith/application';
import { mostCounted, Projector, projections, type ReadDatabase, type RebuildProgress, rebuild, SwitchingProjector } from '@kith/read-models';
import { CopiedLog, GappyLog } from '../support/other-positions';
import { TestLog } from './log';

const clock = new SystemClock();
const until = async (met: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 10_000; !(await met()); await new Promise((resolve) => setTimeout(resolve, 2)))
    if (Date.now() > end) throw new Error('in vain');
};

describe('read models that were made from another log than the one there is', () => {
  let folder: string;
  let database: SqliteReadDatabase;
  const ends: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-other-logs-'));
    database = await SqliteReadDatabase.open(folder);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const standAt = (position: number, ...names: string[]) =>
    database.kysely
      .updateTable('checkpoint')
      .set({ position })
      .where('name', 'in', names.length > 0 ? (names as never) : projections.map(({ name }) => name))
      .execute();
  const persons = async () => (await database.kysely.selectFrom('end_user').select('id').execute()).map(({ id }) => id);
  const running = (log: TestLog, on: ReadDatabase = database) => {
    const projector = new Projector(log.store, log.personalData, on, clock);
    const ended = projector.run();
    ends.push(() => {
      projector.stop();
      return ended;
    });
    return projector;
  };

  it('stand still, and say what makes new ones', async () => {
    const log = new TestLog(new CopiedLog(64));
    await log.person('lea', 'Léa');
    await standAt(50);
    const projector = running(log);
    await until(async () => (await projector.status()).every(({ state }) => state === 'stopped'));
    await projector.retry('timeline');
    await log.person('tom', 'Tom');
    await new Promise((resolve) => setTimeout(resolve, 600));
    for (const { position, stopped, lag } of await projector.status()) {
      expect(position).toBe(50n);
      expect(stopped).toMatchObject({ position: 50n, type: '', reason: 'these read models were made from another log: npm run rebuild makes new ones' });
      expect(lag.events).toBe(2n);
    }
    expect(await persons()).toEqual([]);
  });

  it('do not keep one that has not begun from beginning', async () => {
    const log = new TestLog(new CopiedLog(64));
    const position = await log.person('lea', 'Léa');
    await standAt(50);
    await standAt(0, 'end-user-profile');
    const projector = running(log);
    await until(() => projector.positions()['end-user-profile'] === position);
    expect(projector.positions()).toMatchObject({ timeline: 50n, holding: 50n });
    expect(await persons()).toEqual(['lea']);
    expect(await database.kysely.selectFrom('timeline_entry').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['a log that it was copied to', () => new CopiedLog(64), 50],
    ['a log that lost its end', () => new MemoryEventStore(), 5_000],
  ])('give way to rebuilt ones: %s', async (_, made, position) => {
    const log = new TestLog(made());
    await log.person('lea', 'Léa');
    await standAt(position);
    const before = database.serving;
    const parts = { store: log.store, personalData: log.personalData, clock };
    const own = await database.beside(before);
    const projector = new SwitchingProjector({ ...parts, database: own, lookEvery: 5, readersSwap: (name) => database.swap(name) });
    const stopping = new AbortController();
    const ended = projector.run(stopping.signal);
    ends.push(() => {
      stopping.abort();
      return ended;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await persons()).toEqual([]);
    await rebuild({ ...parts, database });
    await until(() => !existsSync(join(folder, 'read-models', before)));
    const next = await log.person('tom', 'Tom');
    await until(async () => (await database.checkpoints()).get('end-user-profile') === next);
    expect(await persons()).toEqual(['lea', 'tom']);
    expect((await projector.status()).map(({ state }) => state)).toEqual(projections.map(() => 'in-step'));
  });
});

describe('a log whose positions have gaps', () => {
  let database: SqliteReadDatabase;
  beforeEach(async () => {
    database = await SqliteReadDatabase.temporary();
  });
  afterEach(() => database.close());

  /** A log that counts no further than it is asked to, and slowly. */
  class SlowToCount extends GappyLog {
    counts = 0;
    most = 0;
    override async countAfter(after: bigint, most: number): Promise<number> {
      this.counts += 1;
      this.most = most;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return super.countAfter(after, most);
    }
  }

  it('is behind by events, not by positions', async () => {
    const store = new GappyLog(700n);
    const log = new TestLog(store);
    for (let i = 0; i < 5; i++) await log.person(`p${i}`, 'P');
    const projector = new Projector(store, log.personalData, database, clock);
    expect((await projector.status()).map(({ lag }) => lag.events)).toEqual(projections.map(() => 5n));
    const ended = projector.run();
    await until(async () => (await projector.status()).every(({ lag, position }) => lag.events === 0n && lag.seconds === 0 && position === 3_500n));
    projector.stop();
    await ended;
  });

  it('is counted no further than it is worth, and seldom where that takes long', async () => {
    const store = new SlowToCount(700n);
    const log = new TestLog(store);
    for (let i = 0; i < 5; i++) await log.person(`p${i}`, 'P');
    const projector = new Projector(store, log.personalData, database, clock);
    for (let i = 0; i < 10; i++) expect((await projector.status()).map(({ lag }) => lag.events)).toEqual(projections.map(() => 5n));
    expect([store.counts, store.most]).toEqual([1, mostCounted]);
  });

  it('is still told how far behind it was when it cannot be read any more', async () => {
    const store = new GappyLog(700n);
    const log = new TestLog(store);
    await log.person('lea', 'Léa');
    const projector = new Projector(store, log.personalData, database, clock);
    const [before] = await projector.status();
    store.head = async () => {
      throw new EventStoreUnavailable('no server answers');
    };
    const [now] = await projector.status();
    expect(now?.lag).toEqual(before?.lag);
    expect(now?.lag.events).toBe(1n);
  });

  it('is rebuilt from with a share and a speed that count events', async () => {
    const store = new GappyLog(700n);
    const log = new TestLog(store);
    for (let i = 0; i < 2_500; i++) await log.append('settings-acme', 'SettingsChanged', { version: i + 1, changes: {} });
    let now = 0;
    const told: RebuildProgress[] = [];
    const ticking = { now: () => (now += 500) };
    await rebuild({ store, personalData: log.personalData, database, clock: ticking, onProgress: (step) => told.push(step) });
    expect(told.map(({ events, share }) => [events, share])).toEqual([
      [1_000, 0.4],
      [2_000, 0.8],
      [2_500, 1],
    ]);
    expect(told[0]).toMatchObject({ done: 700_000n, total: 1_750_000n, perSecond: 2_000, secondsLeft: 0.75 });
    expect(told[2]).toMatchObject({ done: 1_750_000n, total: 1_750_000n, secondsLeft: 0 });
  });
});

it('a rebuild goes on after the log or the vault was away for a moment', async () => {
  const database = await SqliteReadDatabase.temporary();
  const log = new TestLog();
  await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
  let failures = 2;
  const store = Object.assign(Object.create(log.store) as EventStore, {
    readAll: async (options: ReadAll) => {
      if (failures-- > 0) throw new EventStoreUnavailable('no server answers');
      return log.store.readAll(options);
    },
  });
  const { name } = await rebuild({ store, personalData: log.personalData, database, clock });
  await database.swap(name);
  expect((await database.kysely.selectFrom('end_user').select('id').execute()).map(({ id }) => id)).toEqual(['lea']);
  await database.close();
});
