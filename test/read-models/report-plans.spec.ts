import { SqliteReadDatabase } from '@kith/adapters';
import { compiled, type Projection, projections } from '@kith/read-models';
import { sql } from 'kysely';

/** Tables that grow, by the names that statements give them; of the others there is nothing but what has just happened. */
const wholeTable = /^SCAN (report_(count|activity|gap|first|link|organization_link|ticket_event|open|stay|merge)|one|own|kind|other|above|below|stay|now)\b/;

describe('what settles reports', () => {
  it('goes through none of what was counted before, but finds it by keys', async () => {
    const database = await SqliteReadDatabase.temporary();
    const { settle = [] } = projections.find(({ name }) => name === 'reports') as Projection;
    const found: string[] = [];
    for (const { template } of settle) {
      const { sql: text } = compiled(database.kysely, template);
      const { rows } = await sql<{ detail: string }>`${sql.raw(`explain query plan ${text}`)}`.execute(database.kysely);
      for (const { detail } of rows) if (wholeTable.test(detail) || /\(tenant=\?\)/.test(detail)) found.push(`${detail} of ${text.slice(0, 60)}`);
    }
    expect(found).toEqual([]);
    await database.close();
  });
});
