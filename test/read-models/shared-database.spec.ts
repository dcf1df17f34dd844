import { SqliteReadDatabase } from '@kith/adapters';
import { SystemClock } from '@kith/application';
import { type ProjectionName, type ReadDatabase, ReadModels, ReadModelsBehind, rebuild, watchOffered } from '@kith/read-models';
import { shared } from '../support/shared-database';
import { TestLog } from './log';
import { project } from './projected';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (met: () => boolean | Promise<boolean>) => {
  for (const end = Date.now() + 10_000; !(await met()); await pause(2)) if (Date.now() > end) throw new Error('in vain');
};

describe('waiting for what another process applies', () => {
  let database: SqliteReadDatabase;
  let log: TestLog;
  /** How often the database was asked, and whether it answers. */
  let asked: number;
  let answers: 'yes' | 'no' | 'never';
  let readModels: ReadModels;
  beforeEach(async () => {
    [database, log, asked, answers] = [await SqliteReadDatabase.temporary(), new TestLog(), 0, 'yes'];
    const watched = Object.assign(Object.create(database) as SqliteReadDatabase, {
      checkpoints: async (): Promise<ReadonlyMap<ProjectionName, bigint>> => {
        asked += 1;
        if (answers === 'no') throw new Error('connection refused');
        if (answers === 'never') await new Promise(() => undefined);
        return database.checkpoints();
      },
    });
    readModels = new ReadModels(shared(watched));
  });
  afterEach(() => database.close());

  it('ends soon after it was applied, with one question for all who wait', async () => {
    const position = await log.person('lea', 'Léa');
    const waiting = Promise.all(Array.from({ length: 500 }, () => readModels.waitFor(position, ['timeline', 'holding'], 5_000)));
    await pause(200);
    expect(asked).toBeLessThan(14);
    await project(log, database);
    const applied = performance.now();
    await waiting;
    expect(performance.now() - applied).toBeLessThan(500);
  });

  it('asks nothing while nobody waits', async () => {
    const position = await log.person('lea', 'Léa');
    await expect(readModels.waitFor(position, ['timeline'], 30)).rejects.toEqual(new ReadModelsBehind(['timeline']));
    await pause(50);
    asked = 0;
    await pause(100);
    expect(asked).toBe(0);
    await project(log, database);
    await readModels.waitFor(position, ['timeline'], 1_000);
  });

  it('asks less and less while the database is away, and ends in time all the same', async () => {
    answers = 'no';
    const began = performance.now();
    await expect(readModels.waitFor(1n, ['timeline'], 600)).rejects.toThrow(ReadModelsBehind);
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(asked).toBeLessThan(8);
    answers = 'yes';
    const position = await log.person('lea', 'Léa');
    await project(log, database);
    await readModels.waitFor(position, ['timeline'], 5_000);
  });

  it('ends in time also where the database never answers', async () => {
    answers = 'never';
    await expect(readModels.waitFor(1n, ['timeline'], 50)).rejects.toThrow(ReadModelsBehind);
  });

  it('is not ended by what was applied to a database that readers here do not use yet', async () => {
    const position = await log.person('lea', 'Léa');
    readModels.progressed({ timeline: position }, 'another database');
    await expect(readModels.waitFor(position, ['timeline'], 30)).rejects.toThrow(ReadModelsBehind);
    readModels.progressed({ timeline: position }, database.serving);
    await readModels.waitFor(position, ['timeline'], 0);
  });
});

describe('readers of a database that other processes rebuild', () => {
  let readers: SqliteReadDatabase;
  let stopping: AbortController;
  let watched: Promise<void> | undefined;
  beforeEach(async () => {
    readers = await SqliteReadDatabase.temporary();
    stopping = new AbortController();
  });
  afterEach(async () => {
    stopping.abort();
    await watched;
    await readers.close();
  });

  it('change over to what is offered once that has come as far as what they read', async () => {
    const log = new TestLog();
    const before = readers.serving;
    await log.person('lea', 'Léa');
    const { name } = await rebuild({ store: log.store, personalData: log.personalData, clock: new SystemClock(), database: readers });
    await log.person('tom', 'Tom');
    await project(log, readers);
    const offers: string[] = [];
    let fail = true;
    const onOffered = async (offered: string) => {
      offers.push(offered);
      if (fail) throw new Error('the database was away just now');
      await readers.swap(offered);
    };
    watched = watchOffered(readers, onOffered, stopping.signal, 5);
    await pause(60);
    expect([offers, readers.serving]).toEqual([[], before]);

    const next: ReadDatabase = await readers.beside(name);
    await project(log, next);
    await next.close();
    await until(() => offers.length > 1);
    fail = false;
    await until(() => readers.serving === name);
    const told = offers.length;
    await pause(40);
    expect(offers).toHaveLength(told);
    expect(new Set(offers)).toEqual(new Set([name]));
    expect(await readers.kysely.selectFrom('end_user').selectAll().execute()).toHaveLength(2);
  });
});
