import { type DeadLetter, type DeliveryAttempt, type DeliveryStep, maxAttemptsKept, type PendingDelivery } from '@kith/application';

/**
 * A whole step is one statement: nothing of it is stored unless all is, and no process can be frozen halfway with the others waiting.
 * Its parts see the tables as they were before it, so what `tried` adds is counted, not read, by `forgotten`; and no two of them may
 * touch the same row.
 */
export const stepStatement = `
  WITH standing AS (
    INSERT INTO kith_engine.webhook AS kept (id, reached, last_success_at, last_failure_at, last_failure_status, last_failure_error)
    VALUES ($1, greatest($2::int8, $3::int8), $4, $5::int8, $6, $7)
    ON CONFLICT (id) DO UPDATE SET
      reached = greatest(coalesce($2, kept.reached), $3),
      last_success_at = coalesce(excluded.last_success_at, kept.last_success_at),
      last_failure_at = coalesce(excluded.last_failure_at, kept.last_failure_at),
      last_failure_status = CASE WHEN $5 IS NULL THEN kept.last_failure_status ELSE excluded.last_failure_status END,
      last_failure_error = CASE WHEN $5 IS NULL THEN kept.last_failure_error ELSE excluded.last_failure_error END
  ), dropped AS (
    DELETE FROM kith_engine.pending WHERE webhook_id = $1 AND position = ANY($8::int8[])
  ), put AS (
    INSERT INTO kith_engine.pending (webhook_id, position, event_id, type, lane, attempts, next_at, recorded_at, replay)
    SELECT $1, position, "eventId", type, lane, attempts, "nextAt", "recordedAt", replay
    FROM json_to_recordset($9) AS one (position int8, "eventId" text, type text, lane text, attempts int, "nextAt" int8, "recordedAt" int8, replay boolean)
    ON CONFLICT (webhook_id, position) DO UPDATE SET
      event_id = excluded.event_id, type = excluded.type, lane = excluded.lane, attempts = excluded.attempts,
      next_at = excluded.next_at, recorded_at = excluded.recorded_at, replay = excluded.replay
  ), buried AS (
    INSERT INTO kith_engine.dead_letter (webhook_id, position, event_id, type, lane, attempts, recorded_at, died_at, status_code, error)
    SELECT $1, position, "eventId", type, lane, attempts, "recordedAt", "diedAt", "statusCode", error
    FROM json_to_recordset($10) AS one
      (position int8, "eventId" text, type text, lane text, attempts int, "recordedAt" int8, "diedAt" int8, "statusCode" int, error text)
    ON CONFLICT (webhook_id, position) DO UPDATE SET
      event_id = excluded.event_id, type = excluded.type, lane = excluded.lane, attempts = excluded.attempts,
      recorded_at = excluded.recorded_at, died_at = excluded.died_at, status_code = excluded.status_code, error = excluded.error
  ), forgotten AS (
    DELETE FROM kith_engine.attempt
    WHERE json_array_length($11) > 0 AND webhook_id = $1 AND no <= (
      SELECT no FROM kith_engine.attempt WHERE webhook_id = $1 ORDER BY no DESC OFFSET ${maxAttemptsKept} - json_array_length($11) LIMIT 1
    )
  )
  INSERT INTO kith_engine.attempt (webhook_id, position, event_id, type, attempt, replay, at, duration_ms, status_code, error, outcome)
  SELECT $1, (one->>'position')::int8, one->>'eventId', one->>'type', (one->>'attempt')::int, (one->>'replay')::boolean, (one->>'at')::int8,
    (one->>'durationMs')::float8, (one->>'statusCode')::int, one->>'error', one->>'outcome'
  FROM json_array_elements($11) WITH ORDINALITY AS tried (one, nth) ORDER BY nth
`;

/** The statement's values. A step drops first, then puts, then buries: what it says last of a position is what is stored. */
export function stepValues(webhookId: string, { reached, rewindTo, put = [], drop = [], bury = [], attempts = [] }: DeliveryStep): readonly unknown[] {
  const puts = new Map(put.map((one) => [one.position, one]));
  const letters = new Map(bury.map((letter) => [letter.position, letter]));
  for (const position of letters.keys()) puts.delete(position);
  const gone = [...drop, ...letters.keys()].filter((position) => !puts.has(position));
  const success = attempts.findLast(({ outcome }) => outcome === 'delivered');
  const failure = attempts.findLast(({ outcome }) => outcome !== 'delivered');
  return [
    webhookId,
    rewindTo ?? null,
    reached ?? null,
    success?.at ?? null,
    failure?.at ?? null,
    failure?.statusCode ?? null,
    failure?.error ?? null,
    gone,
    list([...puts.values()]),
    list([...letters.values()]),
    list(attempts.slice(-maxAttemptsKept)),
  ];
}

/** Positions go as text: a double cannot count them. */
const list = (rows: readonly (PendingDelivery | DeadLetter | DeliveryAttempt)[]): string =>
  JSON.stringify(rows.map((row) => ({ ...row, position: String(row.position) })));
