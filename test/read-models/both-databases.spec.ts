import { SystemClock } from '@kith/application';
import { dump, type Params, query, type ReadDatabase, rebuild, statement } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { happen, histories } from './random-log';

const put = statement((db, p: Params<{ id: string; at: string; position: number }>) =>
  db.insertInto('unassigned_interaction').values({ tenant: 'acme', id: p.id, occurred_at: p.at }),
);
const at = query((db, p: Params<{ id: string }>) => db.selectFrom('unassigned_interaction').select('occurred_at').where('id', '=', p.id));

describe('the databases of read models', () => {
  const open: ReadDatabase[] = [];
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });
  async function both(): Promise<readonly ReadDatabase[]> {
    const made = await Promise.all(kinds.map((kind) => kind.make()));
    open.push(...made);
    return made;
  }

  it('hold the same rows after the same log, wherever it was cut into transactions, live and rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.array(fc.nat(159), { maxLength: 6 }), async (steps, cuts) => {
        const log = new TestLog();
        const [one, other] = (await both()) as [ReadDatabase, ReadDatabase];
        await happen(log, steps, async (step) => cuts.includes(step) && project(log, other));
        await project(log, one);
        await project(log, other);
        const rows = await dump(one.kysely);
        expect(await dump(other.kysely)).toEqual(rows);
        const { name } = await rebuild({ store: log.store, personalData: log.personalData, database: other, clock: new SystemClock() });
        const rebuilt = await other.beside(name);
        expect(await dump(rebuilt.kysely)).toEqual(rows);
        await rebuilt.close();
        for (const database of open.splice(0)) await database.close();
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('give back the same: text in order of code points, whole numbers as numbers, nothing as null', async () => {
    const log = new TestLog();
    const names = ['b', 'B', 'ä', 'z', '\uffee', '😀', '10', '9'];
    for (const [i, name] of names.entries()) await log.person(`p${i}`, name, [['email', `${i}@example.org`]]);
    const databases = await both();
    const found = await Promise.all(
      databases.map(async (database) => {
        await project(log, database);
        const rows = database.kysely.selectFrom('end_user').select(['id', 'name', 'number', 'locale', 'position']).orderBy('name').execute();
        return (await rows).map((row) => ({ ...row }));
      }),
    );
    expect(found[1]).toEqual(found[0]);
    expect(found[0]?.map(({ name }) => name)).toEqual(['10', '9', 'B', 'b', 'z', 'ä', '\uffee', '😀']);
    expect(found[0]?.[0]).toEqual({ id: 'p6', name: '10', number: 2 ** 32 + 6, locale: null, position: 14 });
  });

  it('differ in what they say of a row that is there already, and in the text that they do not hold', async () => {
    const [sqlite, postgres] = (await both()) as [ReadDatabase, ReadDatabase];
    const twice = [put({ id: 'i', at: 'x', position: 1 }), put({ id: 'i', at: 'y', position: 1 })];
    await expect((async () => sqlite.apply(twice, []))()).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 1555 });
    await expect((async () => postgres.apply(twice, []))()).rejects.toMatchObject({ code: '23505' });
    const withNul = [put({ id: 'nul', at: 'a\0b', position: 1 })];
    await sqlite.apply(withNul, []);
    expect((await sqlite.prepare(at)({ id: 'nul' })).map((row) => row.occurred_at)).toEqual(['a\0b']);
    await expect((async () => postgres.apply(withNul, []))()).rejects.toMatchObject({ code: '22021' });
    expect(await postgres.prepare(at)({ id: 'nul' })).toEqual([]);
  });
});
