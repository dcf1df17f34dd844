import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteReadDatabase } from '@kith/adapters';
import type { ReadDatabase } from '@kith/read-models';
import { readDatabaseContract } from '../../contracts/read-db.contract';

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

  it('says to rebuild when the file was made by a newer program', async () => {
    const database = await SqliteReadDatabase.open(folder);
    await database.kysely
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: 'now' } as never)
      .execute();
    await database.close();
    await expect(SqliteReadDatabase.open(folder)).rejects.toThrow('rebuild them');
  });

  it('begins anew when the database that is named is not there', async () => {
    const database = await SqliteReadDatabase.open(folder);
    const { serving } = database;
    await database.close();
    rmSync(path(serving));
    const again = await SqliteReadDatabase.open(folder);
    expect([...(await again.checkpoints()).values()]).toEqual([0n, 0n, 0n, 0n]);
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
    db.close();
    await database.close();
  });
});
