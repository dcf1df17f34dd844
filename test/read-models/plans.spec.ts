import { SqliteReadDatabase } from '@kith/adapters';
import { SystemClock } from '@kith/application';
import { compiled, type Projection, projections, type ReadDatabase, rebuild } from '@kith/read-models';
import { sql } from 'kysely';
import { TestLog } from './log';

/** How SQLite would go about it, a line for each table. */
async function planOf({ kysely }: ReadDatabase, text: string): Promise<readonly string[]> {
  const { rows } = await sql<{ detail: string }>`${sql.raw(`explain query plan ${text.replaceAll('?', "''")}`)}`.execute(kysely);
  return rows.map(({ detail }) => detail);
}

/** Through all profiles or what belongs to them, or all of a tenant; an index of few is none of that. */
const isWhole = (detail: string): boolean =>
  /^SCAN (one|canonical|merged|end_user|point|tagged|blank|joined|other|listed|organization_member)\b/.test(detail)
    ? !/ INDEX end_user_(member_)?heard$/.test(detail)
    : detail.endsWith('(tenant=?)');

describe('plans of SQLite', () => {
  let database: ReadDatabase;
  beforeEach(async () => {
    database = await SqliteReadDatabase.temporary();
  });
  afterEach(() => database.close());

  const members = "select * from end_user where tenant = 'acme' and canonical_id = 'a' and survivor_id is not null";
  const tags = `select tagged.tag from end_user as one join end_user_tag as tagged on tagged.tenant = one.tenant and tagged.end_user_id = one.id
    where one.tenant = 'acme' and one.canonical_id = 'a' and one.survivor_id is not null`;
  const byIndex = async (of: ReadDatabase) => {
    expect(await planOf(of, members)).toEqual(['SEARCH end_user USING INDEX end_user_canonical (tenant=? AND canonical_id=?)']);
    expect(await planOf(of, tags)).toEqual([
      expect.stringMatching(/^SEARCH one USING (COVERING )?INDEX end_user_canonical /),
      expect.stringMatching(/^SEARCH tagged USING .*\(tenant=\? AND end_user_id=\?\)$/),
    ]);
  };

  it('find the members of a cluster by their index and not through all of a tenant, in a rebuilt database too', async () => {
    await byIndex(database);
    const log = new TestLog();
    const { name } = await rebuild({ store: log.store, personalData: log.personalData, database, clock: new SystemClock() });
    const rebuilt = await database.beside(name);
    await byIndex(rebuilt);
    await rebuilt.close();
  });

  it('settle profiles without going through all of them', async () => {
    const { settle = [] } = projections.find(({ name }) => name === 'end-user-profile') as Projection;
    for (const { template } of settle) {
      const { sql: text } = compiled(database.kysely, template);
      expect([text, (await planOf(database, text)).filter(isWhole)]).toEqual([text, []]);
    }
  });
});
