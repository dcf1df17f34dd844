import { SqlitePassingDatabases } from '@kith/adapters';
import { type Params, query, statement } from '@kith/read-models';

const add = statement((db, p: Params<{ name: string }>) =>
  db.insertInto('tenant').values({ name: p.name, created_at: '2026-03-01T00:00:00.000Z', position: 1 }),
);
const names = query((db, _: Params<object>) => db.selectFrom('tenant').select('name'));

describe('passing databases', () => {
  it('are empty each time, and apart from each other', async () => {
    const databases = new SqlitePassingDatabases();
    for (const name of ['first', 'second', 'third']) {
      const [one, other] = [await databases.make(), await databases.make()];
      one.write([add({ name })]);
      expect([await one.prepare(names)({}), await other.prepare(names)({})].map((rows) => rows.map((row) => row.name))).toEqual([[name], []]);
      one.close();
      other.close();
    }
  });

  it('keep nothing of what failed half way', async () => {
    const databases = new SqlitePassingDatabases();
    const one = await databases.make();
    expect(() => one.write([add({ name: 'twice' }), add({ name: 'twice' })])).toThrow();
    one.close();
    const again = await databases.make();
    expect(await again.prepare(names)({})).toEqual([]);
    again.close();
  });
});
