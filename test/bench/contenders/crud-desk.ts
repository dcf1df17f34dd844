import { DatabaseSync } from 'node:sqlite';
import { interaction } from '../inputs';

/** How much each of the two users has. */
export interface DeskSize {
  readonly points: number;
  readonly interactions: number;
}

/**
 * A support desk as it is usually written: each contact point and each interaction has the id of its user, and a merge moves
 * all of them. One file in WAL mode, flushed at each commit, prepared statements, the indexes that such a desk reads by.
 */
export class CrudDesk {
  private readonly db: DatabaseSync;
  private readonly sql;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -65536;
      CREATE TABLE user (id TEXT PRIMARY KEY, name TEXT NOT NULL, merged_into TEXT) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_point (id INTEGER PRIMARY KEY, user_id TEXT NOT NULL, channel TEXT NOT NULL, key TEXT NOT NULL) STRICT;
      CREATE UNIQUE INDEX contact_point_key ON contact_point (channel, key);
      CREATE INDEX contact_point_user ON contact_point (user_id);
      CREATE TABLE interaction (id INTEGER PRIMARY KEY, source_id TEXT NOT NULL, user_id TEXT NOT NULL, contact_point_id INTEGER NOT NULL,
        channel TEXT NOT NULL, direction TEXT NOT NULL, occurred_at TEXT NOT NULL, summary TEXT) STRICT;
      CREATE UNIQUE INDEX interaction_source ON interaction (source_id);
      CREATE INDEX interaction_timeline ON interaction (user_id, occurred_at);
    `);
    this.sql = {
      user: this.db.prepare('INSERT INTO user VALUES (?, ?, NULL)'),
      point: this.db.prepare(`INSERT INTO contact_point VALUES (?, ?, 'email', ?)`),
      interaction: this.db.prepare(`INSERT INTO interaction VALUES (?, ?, ?, ?, 'email', 'inbound', ?, ?)`),
      begin: this.db.prepare('BEGIN IMMEDIATE'),
      movePoints: this.db.prepare('UPDATE contact_point SET user_id = ? WHERE user_id = ?'),
      moveInteractions: this.db.prepare('UPDATE interaction SET user_id = ? WHERE user_id = ?'),
      close: this.db.prepare('UPDATE user SET merged_into = ? WHERE id = ?'),
      commit: this.db.prepare('COMMIT'),
      rollback: this.db.prepare('ROLLBACK'),
    };
  }

  /** Puts in users with as much each, their interactions in no order of users. */
  fill(ids: readonly string[], { points, interactions }: DeskSize): void {
    const who = (n: number) => ids[n % ids.length] as string;
    const all = points * ids.length;
    this.sql.begin.run();
    for (const id of ids) this.sql.user.run(id, `User ${id}`);
    for (let n = 0; n < all; n++) this.sql.point.run(n, who(n), `crud-${n}@example.org`);
    for (let n = 0; n < interactions * ids.length; n++) {
      const { id, occurredAt = '', summary = null } = interaction(n, n);
      this.sql.interaction.run(n, id, who(n), n % all, occurredAt, summary);
    }
    this.sql.commit.run();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Milliseconds until the merge could be committed; it is rolled back instead, which is not counted, and neither is what a commit would write. */
  mergeRolledBack(survivorId: string, mergedId: string): number {
    const took = this.move(survivorId, mergedId);
    this.sql.rollback.run();
    return took;
  }

  /** Milliseconds until the merge is durable. */
  merge(survivorId: string, mergedId: string): number {
    const began = performance.now();
    this.move(survivorId, mergedId);
    this.sql.commit.run();
    return performance.now() - began;
  }

  close(): void {
    this.db.close();
  }

  private move(survivorId: string, mergedId: string): number {
    const began = performance.now();
    this.sql.begin.run();
    this.sql.movePoints.run(survivorId, mergedId);
    this.sql.moveInteractions.run(survivorId, mergedId);
    this.sql.close.run(survivorId, mergedId);
    return performance.now() - began;
  }
}
