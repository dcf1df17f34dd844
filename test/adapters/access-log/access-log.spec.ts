import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MemoryAccessLog, SqliteAccessLog } from '@kith/adapters';
import { type AccessFilter, AccessLogUnavailable } from '@kith/application';
import { listStatement } from '../../../libs/adapters/src/access-log/list-statement';
import { accessLogContract, noted } from '../../contracts/access-log.contract';

accessLogContract('MemoryAccessLog', () => {
  const log = new MemoryAccessLog();
  return { log, reopen: () => log };
});

describe('SqliteAccessLog', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kith-access-log-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true });
  });

  accessLogContract('SqliteAccessLog', () => {
    const at = folder();
    return { log: new SqliteAccessLog(at), reopen: () => new SqliteAccessLog(at) };
  });

  it('refuses a file of a later version', () => {
    const at = folder();
    const db = new DatabaseSync(join(at, 'access-log.sqlite'));
    db.exec('PRAGMA user_version = 2');
    db.close();
    expect(() => new SqliteAccessLog(at)).toThrow('later version');
  });

  it('says when it cannot be used at the moment, stores nothing of the batch then, and can be used afterwards', async () => {
    const at = folder();
    const log = new SqliteAccessLog(at, 20);
    const other = new DatabaseSync(join(at, 'access-log.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(log.note([noted(1)])).rejects.toThrow(AccessLogUnavailable);
    await expect(log.forget('acme', Date.now(), 9)).rejects.toThrow(/cannot be used at the moment/);
    other.exec('ROLLBACK');
    other.exec("CREATE TRIGGER full BEFORE INSERT ON access_subject BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    await expect(log.note([noted(1, { endUserIds: [] }), noted(2)])).rejects.toThrow('disk full');
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([]);
    other.exec('DROP TRIGGER full');
    other.close();
    await log.note([noted(1)]);
    expect(await log.list('acme', {}, { limit: 9 })).toEqual([noted(1)]);
  });

  it('finds what it lists by an index, whatever the conditions', async () => {
    const at = folder();
    const log = new SqliteAccessLog(at);
    const db = new DatabaseSync(join(at, 'access-log.sqlite'), { readOnly: true });
    const planOf = (filter: AccessFilter) => {
      const { text, values } = listStatement('acme', filter, undefined, 9);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
      return plan.map(({ detail }) => String(detail)).join('; ');
    };
    const [keyId, kind, endUserId] = ['lea', 'export', '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'] as const;
    expect(planOf({})).toMatch(/^SEARCH e USING PRIMARY KEY \(tenant=\? AND id>\? AND id<\?\)$/);
    expect(planOf({ keyId })).toMatch(/access_entry_key \(tenant=\? AND key_id=\? AND id>\? AND id<\?\)$/);
    expect(planOf({ kind })).toMatch(/access_entry_kind \(tenant=\? AND kind=\? AND id>\? AND id<\?\)$/);
    expect(planOf({ keyId, kind })).toMatch(/access_entry_key_kind \(tenant=\? AND key_id=\? AND kind=\? AND id>\? AND id<\?\)$/);
    for (const filter of [{ endUserId }, { endUserId, keyId, kind }])
      expect(planOf(filter)).toMatch(
        /^SEARCH s USING PRIMARY KEY \(tenant=\? AND end_user_id=\? AND id>\? AND id<\?\); SEARCH e USING PRIMARY KEY \(tenant=\? AND id=\?\)$/,
      );
    db.close();
    await log.close();
  });
});
