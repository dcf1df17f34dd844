import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresPlace } from '../postgres-schema';

/** How long a VACUUM of the keys may take, in milliseconds: it reads the pages that have changed since the last one, 10,000 keys in 200 of them. */
const vacuumMs = 60_000;
/** How long transactions that still see the overwritten rows are waited for, in milliseconds: those of Kith take a few. */
const waitMs = 1_000;

/**
 * Transactions that are older than a given one: VACUUM keeps what they can see, or might. Of other users it is told only where the role
 * may know it (`pg_read_all_stats`).
 */
const older = `
  SELECT 1 FROM pg_catalog.pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND greatest(age(backend_xid), age(backend_xmin)) > age($1::xid8::xid) LIMIT 1
`;

/**
 * Removes what PostgreSQL keeps of rows that were overwritten. Whoever asks while one sweep is under way shares the next one.
 * @param againMs how long after a sweep that older transactions made vain the next one is made by itself
 */
export class Sweeping {
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private later: NodeJS.Timeout | undefined;
  /** An older transaction went on at the last sweep; whether it still does is looked up, but not waited for again. */
  private vain = false;

  constructor(
    private readonly place: PostgresPlace,
    private readonly againMs = 10_000,
  ) {}

  /** Resolves when a sweep that began after this call has ended. */
  sweep(): Promise<void> {
    this.next ??= this.current
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        this.current = this.sweepNow();
        return this.current;
      });
    return this.next;
  }

  close(): void {
    clearTimeout(this.later);
  }

  private async sweepNow(): Promise<void> {
    clearTimeout(this.later);
    this.vain = !(await this.nobodySeesWhatWas());
    // The index keeps its entry for the row, zeros and all, so there is nothing to clean up in it.
    const query = { text: 'VACUUM (INDEX_CLEANUP OFF, TRUNCATE OFF) kith_keys.data_key', query_timeout: vacuumMs };
    await this.place.twice((pool) => pool.query(query));
    if (this.vain) this.sweepLater();
  }

  /** Waits for the transactions of this moment. @returns false when one goes on for longer than is waited */
  private async nobodySeesWhatWas(): Promise<boolean> {
    const { rows } = await this.place.twice((pool) => pool.query<{ now: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS now'));
    for (const until = performance.now() + (this.vain ? 0 : waitMs); ; await pause(5)) {
      const { rowCount } = await this.place.twice((pool) => pool.query(older, [rows[0]?.now]));
      if (rowCount === 0) return true;
      if (performance.now() >= until) return false;
    }
  }

  private sweepLater(): void {
    if (this.place.closed) return;
    this.later = setTimeout(() => {
      // What fails now is done when the next key is destroyed, or by the server's own VACUUM.
      this.sweep().catch(() => undefined);
    }, this.againMs).unref();
  }
}
