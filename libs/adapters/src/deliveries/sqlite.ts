import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type AttemptsPage,
  type DeadLetter,
  Deliveries,
  DeliveriesUnavailable,
  type DeliveryAttempt,
  type DeliveryStanding,
  type DeliveryStep,
  maxAttemptsKept,
  type PendingDelivery,
  type ReplayCommand,
} from '@kith/application';
import { openOwnFile, whileUsable } from '../sqlite-own-file';
import { immediate } from '../sqlite-transaction';
import { deliveryFile } from './delivery-file';

type Row = Record<string, unknown>;

/** Deliveries in a file of their own. One connection steps, others may read and replay. */
export class SqliteDeliveries extends Deliveries {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  /**
   * @param busyMs how long to wait for another connection's write
   * @throws Error when the file was written by a later version
   */
  constructor(folder: string, busyMs = 1_000) {
    super();
    this.db = openOwnFile(folder, deliveryFile, busyMs);
  }

  override async webhooks(): Promise<readonly string[]> {
    return this.all('SELECT id FROM webhook UNION SELECT webhook_id FROM pending UNION SELECT webhook_id FROM dead_letter').map(({ id }) => String(id));
  }

  override async standing(webhookId: string): Promise<DeliveryStanding> {
    const [row] = this.all('SELECT * FROM webhook WHERE id = ?', webhookId);
    const count = (table: string) => Number(this.all(`SELECT count(*) AS n FROM ${table} WHERE webhook_id = ?`, webhookId)[0]?.n);
    return {
      reached: (row?.reached as bigint | null | undefined) ?? undefined,
      pending: count('pending'),
      deadLetters: count('dead_letter'),
      lastSuccessAt: numberOf(row?.last_success_at),
      lastFailure:
        row?.last_failure_at == null
          ? null
          : {
              at: Number(row.last_failure_at),
              statusCode: numberOf(row.last_failure_status),
              error: row.last_failure_error as DeliveryAttempt['error'],
            },
    };
  }

  override async pending(webhookId: string): Promise<readonly PendingDelivery[]> {
    return this.all('SELECT * FROM pending WHERE webhook_id = ? ORDER BY position', webhookId).map((row) => ({
      ...eventOf(row),
      lane: String(row.lane),
      attempts: Number(row.attempts),
      nextAt: Number(row.next_at),
      recordedAt: Number(row.recorded_at),
      replay: Number(row.replay) === 1,
    }));
  }

  override async deadLetters(webhookId: string, { after, limit }: { after: bigint; limit: number }): Promise<readonly DeadLetter[]> {
    return this.all('SELECT * FROM dead_letter WHERE webhook_id = ? AND position > ? ORDER BY position LIMIT ?', webhookId, after, limit).map((row) => ({
      ...eventOf(row),
      lane: String(row.lane),
      attempts: Number(row.attempts),
      recordedAt: Number(row.recorded_at),
      diedAt: Number(row.died_at),
      ...resultOf(row),
    }));
  }

  override async attempts(webhookId: string, { before, limit }: { before?: number; limit: number }): Promise<AttemptsPage> {
    const rows = this.all(
      'SELECT * FROM attempt WHERE webhook_id = ? AND no < ? ORDER BY no DESC LIMIT ?',
      webhookId,
      before ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    return { attempts: shown.map(attemptOf), next: rows.length > limit ? numberOf(shown.at(-1)?.no) : null };
  }

  override async step(webhookId: string, { reached, rewindTo, put = [], drop = [], bury = [], attempts = [] }: DeliveryStep): Promise<void> {
    this.inOne(() => {
      if (rewindTo !== undefined) this.run('UPDATE webhook SET reached = ? WHERE id = ?', rewindTo, webhookId);
      this.run(
        `INSERT INTO webhook (id, reached) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET reached = max(ifnull(reached, excluded.reached), ifnull(excluded.reached, reached))`,
        webhookId,
        reached ?? null,
      );
      for (const position of drop) this.run('DELETE FROM pending WHERE webhook_id = ? AND position = ?', webhookId, position);
      for (const one of put) this.put(webhookId, one);
      for (const letter of bury) this.bury(webhookId, letter);
      for (const attempt of attempts) this.tried(webhookId, attempt);
      if (attempts.length > 0) this.forgetOldAttempts(webhookId);
    });
  }

  override async replay(webhookId: string, which: bigint | 'all', now: number, { commandId, payload }: ReplayCommand): Promise<number | undefined> {
    return this.inOne(() => {
      const [before] = this.all('SELECT payload, replayed FROM replay_command WHERE webhook_id = ? AND command_id = ?', webhookId, commandId);
      if (before) return before.payload === payload ? Number(before.replayed) : undefined;
      const some = which === 'all' ? '' : 'AND position = ?';
      const parameters = which === 'all' ? [webhookId] : [webhookId, which];
      const replayed = this.run(
        `INSERT INTO pending (webhook_id, position, event_id, type, lane, attempts, next_at, recorded_at, replay)
         SELECT webhook_id, position, event_id, type, lane, 0, ?, recorded_at, 1 FROM dead_letter WHERE webhook_id = ? ${some}`,
        now,
        ...parameters,
      );
      this.run(`DELETE FROM dead_letter WHERE webhook_id = ? ${some}`, ...parameters);
      if (replayed > 0)
        this.run('INSERT INTO replay_command (webhook_id, command_id, payload, replayed) VALUES (?, ?, ?, ?)', webhookId, commandId, payload, replayed);
      return replayed;
    });
  }

  override async forget(webhookId: string): Promise<void> {
    this.inOne(() => {
      this.run('DELETE FROM webhook WHERE id = ?', webhookId);
      for (const table of ['pending', 'dead_letter', 'attempt', 'replay_command']) this.run(`DELETE FROM ${table} WHERE webhook_id = ?`, webhookId);
    });
  }

  override async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  private put(webhookId: string, { position, eventId, type, lane, attempts, nextAt, recordedAt, replay }: PendingDelivery): void {
    this.run(
      `INSERT INTO pending (webhook_id, position, event_id, type, lane, attempts, next_at, recorded_at, replay) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (webhook_id, position) DO UPDATE SET attempts = excluded.attempts, next_at = excluded.next_at, replay = excluded.replay`,
      ...[webhookId, position, eventId, type, lane, attempts, nextAt, recordedAt, replay ? 1 : 0],
    );
  }

  private bury(webhookId: string, { position, eventId, type, lane, attempts, recordedAt, diedAt, statusCode, error }: DeadLetter): void {
    this.run('DELETE FROM pending WHERE webhook_id = ? AND position = ?', webhookId, position);
    this.run(
      'INSERT OR REPLACE INTO dead_letter (webhook_id, position, event_id, type, lane, attempts, recorded_at, died_at, status_code, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[webhookId, position, eventId, type, lane, attempts, recordedAt, diedAt, statusCode, error],
    );
  }

  private tried(webhookId: string, { position, eventId, type, attempt, replay, at, durationMs, statusCode, error, outcome }: DeliveryAttempt): void {
    this.run(
      'INSERT INTO attempt (webhook_id, position, event_id, type, attempt, replay, at, duration_ms, status_code, error, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[webhookId, position, eventId, type, attempt, replay ? 1 : 0, at, durationMs, statusCode, error, outcome],
    );
    if (outcome === 'delivered') this.run('UPDATE webhook SET last_success_at = ? WHERE id = ?', at, webhookId);
    else
      this.run('UPDATE webhook SET last_failure_at = ?, last_failure_status = ?, last_failure_error = ? WHERE id = ?', ...[at, statusCode, error, webhookId]);
  }

  private forgetOldAttempts(webhookId: string): void {
    this.run(
      'DELETE FROM attempt WHERE webhook_id = ? AND no <= (SELECT no FROM attempt WHERE webhook_id = ? ORDER BY no DESC LIMIT 1 OFFSET ?)',
      ...[webhookId, webhookId, maxAttemptsKept],
    );
  }

  private inOne<T>(work: () => T): T {
    return whileUsable(deliveryFile, DeliveriesUnavailable, () => immediate(this.db, work));
  }

  private all(sql: string, ...parameters: readonly SQLInputValue[]): readonly Row[] {
    return whileUsable(deliveryFile, DeliveriesUnavailable, () => this.statement(sql).all(...parameters) as Row[]);
  }

  /** How many rows it changed. */
  private run(sql: string, ...parameters: readonly SQLInputValue[]): number {
    return Number(this.statement(sql).run(...parameters).changes);
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.db.prepare(sql);
    made.setReadBigInts(true);
    this.statements.set(sql, made);
    return made;
  }
}

const numberOf = (value: unknown): number | null => (value == null ? null : Number(value));

const eventOf = (row: Row) => ({ position: row.position as bigint, eventId: String(row.event_id), type: String(row.type) });

const resultOf = (row: Row) => ({ statusCode: numberOf(row.status_code), error: row.error as DeliveryAttempt['error'] });

const attemptOf = (row: Row): DeliveryAttempt => ({
  ...eventOf(row),
  attempt: Number(row.attempt),
  replay: Number(row.replay) === 1,
  at: Number(row.at),
  durationMs: Number(row.duration_ms),
  ...resultOf(row),
  outcome: row.outcome as DeliveryAttempt['outcome'],
});
