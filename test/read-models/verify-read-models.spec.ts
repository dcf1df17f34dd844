import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MemoryEventStore, SqliteReadDatabase } from '@kith/adapters';
import { copyLog, EventStoreUpTo, SystemClock } from '@kith/application';
import {
  isDifferent,
  isInsideSearch,
  Projector,
  projections,
  type ReadDatabase,
  type ReadModelsToVerify,
  type ReadModelsVerified,
  RebuildInProgress,
  type TableCompared,
  type TableName,
  type Value,
  verifyReadModels,
} from '@kith/read-models';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { TableRows } from '../../libs/read-models/src/table-rows';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

const clock = new SystemClock();

/** One history with something in nearly every table. */
const eventful = fc.sample(histories, { numRuns: 40, seed: 8 }).reduce((longest, steps) => (steps.length > longest.length ? steps : longest));

const different = ({ tables }: ReadModelsVerified) => tables.filter(isDifferent);

describe.each(kinds)('read models, verified ($name)', (kind) => {
  let database: ReadDatabase;
  let log: TestLog;
  beforeEach(async () => {
    database = await kind.make();
    log = new TestLog();
  });
  afterEach(() => database.close());

  const verify = async (more: Partial<ReadModelsToVerify> = {}) => {
    const own = await kind.again(database);
    try {
      return await verifyReadModels({ store: log.store, personalData: log.personalData, database: own, clock, levelWithinMs: 0, ...more });
    } finally {
      await own.close();
    }
  };

  it('are what a rebuild makes after any history, table by table, and nothing is left behind', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(fc.nat(119), { maxLength: 3 }), async (steps, cuts) => {
        const [random, incremental] = [new TestLog(), await kind.make()];
        await happen(random, steps, async (step) => cuts.includes(step) && project(random, incremental));
        await project(random, incremental);
        const own = await kind.again(incremental);
        const verified = await verifyReadModels({ store: random.store, personalData: random.personalData, database: own, clock });
        expect(verified).toMatchObject({ position: await random.store.head(), findings: [] });
        expect(different(verified)).toEqual([]);
        expect(await kind.names(incremental)).toEqual([incremental.serving]);
        await own.close();
        await incremental.close();
      }),
      { numRuns: Math.ceil(kind.cases / 12) },
    );
  }, 60_000);

  it('are compared in every table that there is', async () => {
    const all = (await database.kysely.introspection.getTables()).map(({ name }) => name).filter((name) => name !== 'checkpoint' && !isInsideSearch(name));
    const { tables } = await verify();
    expect(tables.map(({ table }) => table).sort()).toEqual(all.sort());
    expect(projections.flatMap((one) => one.tables).sort()).toEqual(all.sort());
  });

  /** What is done to one row of each table that has any; which tables it was done to. */
  const inEachTable = async (damage: (table: TableName, row: Readonly<Record<string, Value>>, keys: readonly string[]) => RawBuilder<unknown> | undefined) => {
    const done: TableName[] = [];
    for (const table of projections.flatMap((one) => one.tables)) {
      const rows = await TableRows.of(database.kysely, table);
      const first = await rows.next();
      const row = first && Object.fromEntries(rows.columns.map((column, i) => [column, first.values[i] ?? null]));
      const statement = row && damage(table, row, rows.keys);
      if (!statement) continue;
      await statement.execute(database.kysely);
      done.push(table);
    }
    return done.sort();
  };

  describe('have every row named, whatever table it is in,', () => {
    beforeEach(async () => {
      await happen(log, eventful);
      await log.person('rare', 'Zora Rarename');
      await log.attach('rare-point', 'rare', ['email', 'zora.rare@example.org']);
      await project(log, database);
    });
    const found = async () => {
      const verified = await verify();
      expect(JSON.stringify(verified.tables.map(({ first }) => first))).not.toMatch(/zora|rare@/i);
      return new Map(different(verified).map((one) => [one.table, one]));
    };

    it('that is missing', async () => {
      const done = await inEachTable((table, row, keys) => sql`delete from ${sql.table(table)} where ${isRow(row, keys)}`);
      const tables = await found();
      expect([...tables.keys()].sort()).toEqual(done);
      expect(done.length).toBeGreaterThan(40);
      for (const one of tables.values()) expect(counts(one)).toEqual([one.table, { missing: 1, extra: 0, differing: 0, first: 'missing' }]);
    });

    it('that has another value in one column', async () => {
      const changed = new Map<string, string>();
      const done = await inEachTable((table, row, keys) => {
        const column = Object.keys(row).find((name) => !keys.includes(name) && row[name] !== null);
        if (column === undefined) return undefined;
        changed.set(table, column);
        return sql`update ${sql.table(table)} set ${sql.ref(column)} = ${other(row[column] as Value)} where ${isRow(row, keys)}`;
      });
      const tables = await found();
      expect([...tables.keys()].sort()).toEqual(done);
      expect(done.length).toBeGreaterThan(30);
      for (const one of tables.values()) {
        expect(counts(one)).toEqual([one.table, { missing: 0, extra: 0, differing: 1, first: 'differs' }]);
        expect([one.table, one.first[0]?.columns]).toEqual([one.table, [changed.get(one.table)]]);
      }
    });

    it('that is too many', async () => {
      const done = await inEachTable((table, row, keys) => {
        // What has not ended is there once.
        const ended = { ...row, ...(row.to_position === null && { to_position: 1 }) };
        const values = Object.entries(ended).map(([name, value]) => (name === keys.at(-1) || typeof value === 'number' ? other(value) : value));
        return sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(values)})`;
      });
      // Nothing is in this one after a transaction.
      await database.kysely.insertInto('search_stale').values({ part: 'name', number: 1 }).execute();
      const tables = await found();
      expect([...tables.keys()].sort()).toEqual([...done, 'search_stale'].sort());
      for (const one of tables.values()) expect(counts(one)).toEqual([one.table, { missing: 0, extra: 1, differing: 0, first: 'extra' }]);
    });
  });

  it('have rows counted that are too many to name, and pages turned', async () => {
    for (let n = 0; n < 1_030; n++) await log.person(`p${n}`, 'P');
    await project(log, database);
    await database.kysely.deleteFrom('holder').where('id', '>=', 'p5').where('id', '<', 'p6').execute();
    const [holder, ...others] = different(await verify());
    expect(others).toEqual([]);
    expect(holder).toMatchObject({ table: 'holder', missing: 111, extra: 0, differing: 0, serving: { rows: 919 }, rebuilt: { rows: 1_030 } });
    expect(holder?.first).toHaveLength(10);
    expect(holder?.first[0]).toEqual({ what: 'missing', key: { tenant: 'acme', id: 'p5' }, columns: [] });
  }, 60_000);

  it('are compared at one moment while an engine goes on projecting', async () => {
    await log.person('lea', 'Léa');
    const own = await kind.again(database);
    const projector = new Projector(log.store, log.personalData, own, clock);
    const ended = projector.run();
    let verified: ReadModelsVerified | undefined;
    const verifying = verify({ levelWithinMs: 20_000 }).then((found) => {
      verified = found;
    });
    for (let n = 0; verified === undefined && n < 3_000; n++) {
      await log.person(`p${n}`, `P${n}`, [['email', `p${n}@example.org`]]);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await verifying;
    projector.stop();
    await ended;
    await own.close();
    expect(verified).toMatchObject({ findings: [] });
    expect(different(verified as unknown as ReadModelsVerified)).toEqual([]);
  }, 60_000);

  it('are not compared where one stands behind the others, which are', async () => {
    await log.person('lea', 'Léa');
    await project(log, database);
    await database.kysely.updateTable('checkpoint').set({ position: 0 }).where('name', '=', 'timeline').execute();
    await database.kysely.deleteFrom('timeline_entry').execute();
    const { findings, tables } = await verify();
    expect(findings).toEqual([{ kind: 'behind', says: expect.stringContaining('timeline stands at position 0 and the others at 1') }]);
    expect(tables.filter(isDifferent)).toEqual([]);
    expect(tables.map(({ projection }) => projection)).not.toContain('timeline');
  });

  it('tell that the end of the log was lost, and what it had made', async () => {
    await log.person('lea', 'Léa');
    const shorter = new EventStoreUpTo(log.store, await log.store.head());
    await log.person('max', 'Max');
    await project(log, database);
    const verified = await verify({ store: shorter });
    expect(verified.findings).toMatchObject([{ kind: 'ahead-of-log' }]);
    expect(different(verified).find(({ table }) => table === 'holder')?.first).toEqual([{ what: 'extra', key: { tenant: 'acme', id: 'max' }, columns: [] }]);
  });

  it('tell that they were made from another log', async () => {
    await log.person('lea', 'Léa');
    await project(log, database);
    const target = new MemoryEventStore();
    await copyLog({ source: log.store, target, clock });
    expect(await verify({ store: target })).toMatchObject({ tables: [], findings: [{ kind: 'other-log' }] });
  });

  it('cannot be compared with a rebuild that cannot be made', async () => {
    await log.person('lea', 'Léa');
    await project(log, database);
    await log.appendRaw('endUser-acme.lea', 'EndUserTeleported', { where: 'Mars' });
    await database.kysely.updateTable('checkpoint').set({ position: 2 }).execute();
    expect((await verify()).findings).toEqual([{ kind: 'not-rebuilt', says: expect.stringContaining('EndUserTeleported at position 2 in endUser-acme.lea') }]);
    expect(await kind.names(database)).toEqual([database.serving]);
  });

  it('are not verified while they are being rebuilt, nor rebuilt while they are being verified; both leave nothing behind', async () => {
    const scratch = await database.scratch();
    await expect(verify()).rejects.toThrow(RebuildInProgress);
    await scratch.close();
    await log.person('lea', 'Léa');
    await project(log, database);
    const refused: unknown[] = [];
    const trying = async () => void refused.push(await database.scratch().catch((error: unknown) => error));
    const onProgress = ({ phase }: { phase: string }) => void (phase === 'comparing' && refused.length === 0 && refused.push(trying()));
    await verify({ onProgress });
    await refused[0];
    expect(refused[1]).toBeInstanceOf(RebuildInProgress);
    await expect(verify({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    expect(await kind.names(database)).toEqual([database.serving]);
  });
});

describe('read models in a file', () => {
  it('find everybody by a word that one name keeps and another gets at the same time', async () => {
    const [sqlite, log] = [await SqliteReadDatabase.temporary(), new TestLog()];
    await log.person('ann', 'Ann Lee');
    await log.person('bob', 'Bob');
    await project(log, sqlite);
    await log.endUser('ann', 'EndUserProfileChanged', { name: 'Ann May', marks: {} });
    await log.endUser('bob', 'EndUserProfileChanged', { name: 'Ann', marks: {} });
    await project(log, sqlite);
    const { rows } = await sql`select rowid from search_name where search_name match 'ann'`.execute(sqlite.kysely);
    expect(rows).toHaveLength(2);
    await sqlite.close();
  });

  it('tell of full text that is not that of the rows', async () => {
    const [sqlite, log] = [await SqliteReadDatabase.temporary(), new TestLog()];
    for (let n = 0; n < 20; n++) await log.person(`p${n}`, `Person ${n}`);
    await project(log, sqlite);
    const file = new DatabaseSync(join(sqlite.dataFolder, 'read-models', sqlite.serving), { defensive: false });
    file.exec('DELETE FROM search_name_data WHERE id > 10');
    file.close();
    const { tables } = await verifyReadModels({ store: log.store, personalData: log.personalData, database: sqlite, clock });
    expect(tables.filter(({ damage }) => damage.length > 0)).toMatchObject([{ table: 'search_name', missing: 0, extra: 0, differing: 0 }]);
    await sqlite.close();
  });
});

const isRow = (row: Readonly<Record<string, Value>>, keys: readonly string[]) =>
  sql.join(
    keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
    sql` and `,
  );
const other = (value: Value): Value => (typeof value === 'number' ? value + 1_000_003 : `${value}zz`);
const counts = ({ table, missing, extra, differing, first }: TableCompared) => [table, { missing, extra, differing, first: first[0]?.what }];
