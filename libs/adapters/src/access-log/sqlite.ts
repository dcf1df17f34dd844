import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type AccessEntry, type AccessFilter, AccessLog, AccessLogUnavailable, idBounds } from '@kith/application';
import { openOwnFile, whileUsable } from '../sqlite-own-file';
import { immediate } from '../sqlite-transaction';
import { accessLogFile } from './access-log-file';
import { listStatement } from './list-statement';

/** Notes in a file of their own. */
export class SqliteAccessLog extends AccessLog {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  /**
   * @param busyMs how long to wait for another connection's write: nothing else is done meanwhile
   * @throws Error when the file was written by a later version
   */
  constructor(folder: string, busyMs = 100) {
    super();
    this.db = openOwnFile(folder, accessLogFile, busyMs);
  }

  override async note(entries: readonly AccessEntry[]): Promise<void> {
    whileAvailable(() =>
      immediate(this.db, () => {
        const insert = this.statement('INSERT OR IGNORE INTO access_entry (tenant, id, key_id, kind, entry) VALUES (?, ?, ?, ?, ?)');
        const subject = this.statement('INSERT OR IGNORE INTO access_subject (tenant, end_user_id, id) VALUES (?, ?, ?)');
        for (const entry of entries) {
          insert.run(entry.tenant, entry.id, entry.keyId, entry.kind, JSON.stringify(entry));
          for (const endUserId of entry.endUserIds) subject.run(entry.tenant, endUserId, entry.id);
        }
      }),
    );
  }

  override async list(
    tenant: string,
    filter: AccessFilter,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<readonly AccessEntry[]> {
    const { text, values } = listStatement(tenant, filter, before, limit);
    return this.entries(text, ...values);
  }

  override async tenants(): Promise<readonly string[]> {
    const next = whileAvailable(() => this.statement('SELECT min(tenant) AS tenant FROM access_entry WHERE tenant > ?'));
    const found: string[] = [];
    for (let last = ''; ; ) {
      const tenant = whileAvailable(() => next.get(last)?.tenant);
      if (typeof tenant !== 'string') return found;
      found.push(tenant);
      last = tenant;
    }
  }

  override async forget(tenant: string, before: number, limit: number): Promise<number> {
    const { high } = idBounds({ to: before });
    return whileAvailable(() =>
      immediate(this.db, () => {
        const gone = this.entries('SELECT entry FROM access_entry WHERE tenant = ? AND id < ? ORDER BY id LIMIT ?', tenant, high, limit);
        const entry = this.statement('DELETE FROM access_entry WHERE tenant = ? AND id = ?');
        const subject = this.statement('DELETE FROM access_subject WHERE tenant = ? AND end_user_id = ? AND id = ?');
        for (const { id, endUserIds } of gone) {
          for (const endUserId of endUserIds) subject.run(tenant, endUserId, id);
          entry.run(tenant, id);
        }
        return gone.length;
      }),
    );
  }

  override async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  private entries(text: string, ...parameters: readonly SQLInputValue[]): readonly AccessEntry[] {
    return whileAvailable(() => this.statement(text).all(...parameters)).map(({ entry }) => JSON.parse(String(entry)) as AccessEntry);
  }

  private statement(text: string): StatementSync {
    const known = this.statements.get(text);
    if (known) return known;
    const made = this.db.prepare(text);
    this.statements.set(text, made);
    return made;
  }
}

const whileAvailable = <T>(work: () => T): T => whileUsable(accessLogFile, AccessLogUnavailable, work);
