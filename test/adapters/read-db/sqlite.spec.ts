import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteReadDatabase } from '@kith/adapters';
import { dump, projectionNames, type ReadDatabase, searchTables } from '@kith/read-models';
import { CompiledQuery } from 'kysely';
import { readDatabaseContract } from '../../contracts/read-db.contract';
import { TestLog } from '../../read-models/log';
import { project } from '../../read-models/projected';

async function fixture() {
  const folder = mkdtempSync(join(tmpdir(), 'kith-read-db-'));
  const handles: ReadDatabase[] = [];
  return {
    open: async () => {
      const handle = await SqliteReadDatabase.open(folder);
      handles.push(handle);
      return handle;
    },
    close: async () => {
      for (const handle of handles) await handle.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

readDatabaseContract('SqliteReadDatabase', fixture);
readDatabaseContract('a temporary SqliteReadDatabase', async () => {
  const first = await SqliteReadDatabase.temporary();
  const others: ReadDatabase[] = [];
  let given = false;
  return {
    open: async () => {
      const handle = given ? await SqliteReadDatabase.open(first.dataFolder) : first;
      if (given) others.push(handle);
      given = true;
      return handle;
    },
    close: async () => {
      for (const handle of others) await handle.close();
      await first.close();
    },
  };
});

describe('SqliteReadDatabase', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-read-db-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = (name: string) => join(folder, 'read-models', name);
  const pragma = (file: string, name: string) => {
    const db = new DatabaseSync(path(file));
    const value = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    db.close();
    return value;
  };

  it('leaves no trace of a deleted row in its file', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const planted = 'planted-4f1c';
    await database.kysely.insertInto('unassigned_interaction').values({ tenant: 'acme', id: planted, occurred_at: 'now' }).execute();
    await database.kysely.deleteFrom('unassigned_interaction').execute();
    const { serving } = database;
    await database.close();
    for (const file of readdirSync(join(folder, 'read-models'))) expect([file, readFileSync(path(file)).includes(planted)]).toEqual([file, false]);
    expect(pragma(serving, 'journal_mode')).toBe('wal');
  });

  it('leaves no trace in its file of a name that was searched by and is another one now', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const log = new TestLog();
    for (let i = 0; i < 50; i++) await log.person(`p${i}`, `Quetzalcoatlus Planted${i}`);
    await project(log, database);
    const traces = () => readFileSync(path(database.serving)).toString('latin1').toLowerCase().split('etzalcoatl').length - 1;
    await database.kysely.executeQuery(CompiledQuery.raw('PRAGMA wal_checkpoint(TRUNCATE)'));
    expect(traces()).toBeGreaterThan(50);
    for (let i = 0; i < 50; i++) await log.endUser(`p${i}`, 'EndUserProfileChanged', { name: 'Nobody', marks: {} });
    await project(log, database);
    await database.close();
    expect(traces()).toBe(0);
  });

  it('says to rebuild when the file was made by a newer program', async () => {
    const database = await SqliteReadDatabase.open(folder);
    await database.kysely
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: 'now' } as never)
      .execute();
    await database.close();
    await expect(SqliteReadDatabase.open(folder)).rejects.toThrow('rebuild them');
  });

  it('empties a database of an older version, so that everything is projected anew, and makes today’s tables in it', async () => {
    const made = await SqliteReadDatabase.open(folder);
    const today = await dump(made.kysely);
    const { serving } = made;
    await made.close();
    const older = new DatabaseSync(path(serving));
    older.exec(`DELETE FROM kysely_migration WHERE name <> '0001-first'; UPDATE checkpoint SET position = 7; DROP TABLE timeline_entry;
      CREATE TABLE gone (id TEXT); INSERT INTO search_name (rowid, name) VALUES (1, 'ada'); INSERT INTO last_number VALUES ('acme', 9)`);
    older.close();
    const database = await SqliteReadDatabase.open(folder);
    expect(await dump(database.kysely)).toEqual(today);
    expect([...(await database.checkpoints()).values()]).toEqual(projectionNames.map(() => 0n));
    await database.close();
  });

  it('begins anew when the database that is named is not there', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const { serving } = database;
    await database.close();
    rmSync(path(serving));
    const again = await SqliteReadDatabase.open(folder);
    expect([...(await again.checkpoints()).values()]).toEqual(projectionNames.map(() => 0n));
    await again.close();
  });

  it('takes nothing but a name of its own kind from the file that names the serving one', async () => {
    await (await SqliteReadDatabase.open(folder)).close();
    writeFileSync(path('current'), '../../elsewhere.sqlite\n');
    const again = await SqliteReadDatabase.open(folder);
    expect(again.serving).toMatch(/^[0-9a-f-]{36}\.sqlite$/);
    await again.close();
  });

  it('removes its folder at the end when it is a temporary one', async () => {
    const database = await SqliteReadDatabase.temporary();
    expect(existsSync(database.dataFolder)).toBe(true);
    await database.close();
    expect(existsSync(database.dataFolder)).toBe(false);
  });

  it('has the answer to a lookup on one index, and pages without sorting', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const db = new DatabaseSync(path(database.serving));
    const explained = (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail));
    expect(explained("select * from email_lookup where tenant = '' and scope = '' and key = ''")).toEqual([
      'SEARCH email_lookup USING PRIMARY KEY (tenant=? AND scope=? AND key=?)',
    ]);
    const page =
      "select * from timeline_entry where tenant = '' and end_user_id = '' and (occurred_at, position) < ('', 1) order by occurred_at desc, position desc";
    expect(explained(page)).toEqual(['SEARCH timeline_entry USING INDEX timeline_entry_page (tenant=? AND end_user_id=? AND (occurred_at,position)<(?,?))']);
    const ranges = 'number <= 9 and number >= 1 order by number desc limit 9';
    expect(explained(`select number from end_user where ${ranges}`)).toEqual([expect.stringMatching(/INDEX end_user_number \(number>\? AND number<\?\)$/)]);
    expect(explained("select number from end_user_tag where tenant = '' and tag = '' and number <= 9 order by number desc limit 9")).toEqual([
      expect.stringMatching(/INDEX end_user_tag_page \(tenant=\? AND tag=\? AND number<\?\)$/),
    ]);
    expect(
      explained("select number from end_user where tenant = '' and status = ? and status <> 'active' and number <= 9 order by number desc limit 9"),
    ).toEqual([expect.stringMatching(/INDEX end_user_unusual \(tenant=\? AND status=\? AND number<\?\)$/)]);
    const heardOf = "tenant = '' and last_interaction_at >= '' and (last_interaction_at, number) < ('', 1)";
    expect(explained(`select name from end_user where ${heardOf} order by last_interaction_at desc, number desc limit 9`)).toEqual([
      expect.stringMatching(/INDEX end_user_last_contact \(tenant=\? AND/),
    ]);
    for (const table of searchTables)
      expect(explained(`select rowid from ${table} where ${table} match ? and rowid <= 9 and rowid >= 1 order by rowid desc limit 9`)).toEqual([
        expect.stringMatching(/^SCAN \w+ VIRTUAL TABLE INDEX/),
      ]);
    db.close();
    await database.close();
  });
});
