import {
  type AttemptsPage,
  type DeadLetter,
  Deliveries,
  DeliveriesUnavailable,
  type DeliveryAttempt,
  type DeliveryStanding,
  type DeliveryStep,
  type PendingDelivery,
  type ReplayCommand,
} from '@kith/application';
import type { Pool } from 'pg';
import { inTransaction, isPassing, type PostgresOptions, postgresReason } from '../postgres';
import { openEngineSchema } from '../postgres-engine';
import type { PostgresPlace } from '../postgres-schema';
import { stepStatement, stepValues } from './postgres-step';

/** Positions are read as text: the driver makes numbers of them otherwise. */
type WithPosition<Row> = Omit<Row, 'position'> & { readonly position: string };

const pendingColumns = 'position::text, event_id AS "eventId", type, lane, attempts, next_at AS "nextAt", recorded_at AS "recordedAt", replay';
const letterColumns =
  'position::text, event_id AS "eventId", type, lane, attempts, recorded_at AS "recordedAt", died_at AS "diedAt", status_code AS "statusCode", error';
const attemptColumns =
  'position::text, event_id AS "eventId", type, attempt, replay, at, duration_ms AS "durationMs", status_code AS "statusCode", error, outcome';

const replayStatement = `
  WITH again AS (
    DELETE FROM kith_engine.dead_letter WHERE webhook_id = $1 AND ($2::int8 IS NULL OR position = $2)
    RETURNING position, event_id, type, lane, recorded_at
  ), put AS (
    INSERT INTO kith_engine.pending (webhook_id, position, event_id, type, lane, attempts, next_at, recorded_at, replay)
    SELECT $1, position, event_id, type, lane, 0, $3, recorded_at, true FROM again
    ON CONFLICT (webhook_id, position) DO UPDATE SET attempts = 0, next_at = excluded.next_at, replay = true
  ), kept AS (
    INSERT INTO kith_engine.replay_command (webhook_id, command_id, payload, replayed)
    SELECT $1, $4, $5, count(*) FROM again HAVING count(*) > 0
  )
  SELECT count(*)::int AS replayed FROM again
`;

/**
 * Deliveries that several processes share. A step or a replay whose answer is lost may have been stored all the same; either may be
 * given again: a step then says nothing new but that its tries are listed twice, a replay answers the same.
 */
export class PostgresDeliveries extends Deliveries {
  private constructor(private readonly place: PostgresPlace) {
    super();
  }

  /** @throws Error when the schema was made by a later version, or the server cannot be reached */
  static async open(options: PostgresOptions): Promise<PostgresDeliveries> {
    return new PostgresDeliveries(await openEngineSchema(options));
  }

  override async webhooks(): Promise<readonly string[]> {
    const text = 'SELECT id FROM kith_engine.webhook UNION SELECT webhook_id FROM kith_engine.pending UNION SELECT webhook_id FROM kith_engine.dead_letter';
    return (await this.rows<{ id: string }>(text)).map(({ id }) => id);
  }

  override async standing(webhookId: string): Promise<DeliveryStanding> {
    const text = `
      SELECT reached::text, last_success_at, last_failure_at, last_failure_status, last_failure_error,
        (SELECT count(*) FROM kith_engine.pending WHERE webhook_id = $1) AS pending,
        (SELECT count(*) FROM kith_engine.dead_letter WHERE webhook_id = $1) AS dead_letters
      FROM (SELECT 1) AS always LEFT JOIN kith_engine.webhook ON id = $1`;
    const [row] = await this.rows<StandingRow>(text, webhookId);
    if (!row) throw new Error('a query that always has one row had none');
    const { reached, pending, dead_letters, last_success_at, last_failure_at, last_failure_status, last_failure_error } = row;
    return {
      reached: reached === null ? undefined : BigInt(reached),
      pending,
      deadLetters: dead_letters,
      lastSuccessAt: last_success_at,
      lastFailure: last_failure_at === null ? null : { at: last_failure_at, statusCode: last_failure_status, error: last_failure_error },
    };
  }

  override async pending(webhookId: string): Promise<readonly PendingDelivery[]> {
    const text = `SELECT ${pendingColumns} FROM kith_engine.pending WHERE webhook_id = $1 ORDER BY pending.position`;
    return (await this.rows<WithPosition<PendingDelivery>>(text, webhookId)).map(counted);
  }

  override async deadLetters(webhookId: string, { after, limit }: { after: bigint; limit: number }): Promise<readonly DeadLetter[]> {
    const text = `
      SELECT ${letterColumns} FROM kith_engine.dead_letter WHERE webhook_id = $1 AND position > $2 ORDER BY dead_letter.position LIMIT $3`;
    return (await this.rows<WithPosition<DeadLetter>>(text, webhookId, after, limit)).map(counted);
  }

  override async attempts(webhookId: string, { before, limit }: { before?: number; limit: number }): Promise<AttemptsPage> {
    const text = `SELECT no, ${attemptColumns} FROM kith_engine.attempt WHERE webhook_id = $1 AND no < $2 ORDER BY no DESC LIMIT $3`;
    const rows = await this.rows<WithPosition<DeliveryAttempt> & { no: number }>(text, webhookId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    const shown = rows.slice(0, limit);
    return { attempts: shown.map(({ no: _, ...attempt }) => counted(attempt)), next: rows.length > limit ? (shown.at(-1)?.no ?? null) : null };
  }

  override async step(webhookId: string, step: DeliveryStep): Promise<void> {
    await whileAvailable(() => this.place.pool.query({ name: 'step', text: stepStatement, values: [...stepValues(webhookId, step)] }));
  }

  override replay(webhookId: string, which: bigint | 'all', now: number, { commandId, payload }: ReplayCommand): Promise<number | undefined> {
    return whileAvailable(() =>
      inTransaction(this.place.pool, async (client) => {
        // The same command twice at once: the second one waits here, and then finds what the first one did.
        await client.query("SELECT pg_advisory_xact_lock(hashtextextended('kith_engine.replay ' || $1, 0))", [webhookId]);
        const { rows: before } = await client.query<{ payload: string; replayed: number }>(
          'SELECT payload, replayed FROM kith_engine.replay_command WHERE webhook_id = $1 AND command_id = $2',
          [webhookId, commandId],
        );
        if (before[0]) return before[0].payload === payload ? before[0].replayed : undefined;
        const { rows } = await client.query<{ replayed: number }>(replayStatement, [webhookId, which === 'all' ? null : which, now, commandId, payload]);
        return rows[0]?.replayed;
      }),
    );
  }

  override async forget(webhookId: string): Promise<void> {
    const text = `
      WITH a AS (DELETE FROM kith_engine.webhook WHERE id = $1),
        b AS (DELETE FROM kith_engine.pending WHERE webhook_id = $1),
        c AS (DELETE FROM kith_engine.dead_letter WHERE webhook_id = $1),
        d AS (DELETE FROM kith_engine.attempt WHERE webhook_id = $1)
      DELETE FROM kith_engine.replay_command WHERE webhook_id = $1`;
    await whileAvailable(() => this.place.twice((pool) => pool.query(text, [webhookId])));
  }

  override close(): Promise<void> {
    return this.place.close();
  }

  private async rows<Row extends object>(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
    const { rows } = await whileAvailable(() => this.place.twice((pool: Pool) => pool.query<Row>(text, [...values])));
    return rows;
  }
}

interface StandingRow {
  readonly reached: string | null;
  readonly pending: number;
  readonly dead_letters: number;
  readonly last_success_at: number | null;
  readonly last_failure_at: number | null;
  readonly last_failure_status: number | null;
  readonly last_failure_error: DeliveryAttempt['error'];
}

const counted = <Row extends { readonly position: string }>({ position, ...row }: Row) => ({ position: BigInt(position), ...row });

/** Runs the work. @throws DeliveriesUnavailable for what another try may get past */
async function whileAvailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isPassing(error)) throw new DeliveriesUnavailable(`deliveries cannot be used at the moment: ${postgresReason(error)}`, { cause: error });
    throw error;
  }
}
