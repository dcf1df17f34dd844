import type { PostgresOptions } from './postgres';
import { PostgresPlace, type PostgresSchema } from './postgres-schema';

/** How long any answer may take, in milliseconds: less than the time within which another process takes work over. */
const answerMs = 3_000;

/**
 * What engines keep for themselves, apart from the read models, which can be thrown away: how far reactors and webhooks are, and who
 * does what, and who has read of whom. It holds positions and ids, nothing of what was said.
 */
const engineSchema: PostgresSchema = {
  name: 'kith_engine',
  steps: [
    (client) =>
      client.query(`
        CREATE TABLE kith_engine.reactor_checkpoint (name text PRIMARY KEY, position int8 NOT NULL) WITH (fillfactor = 50);
        CREATE TABLE kith_engine.lease (
          name text PRIMARY KEY,
          holder text NOT NULL,
          held_until timestamptz NOT NULL,
          status json,
          said_at timestamptz NOT NULL
        ) WITH (fillfactor = 50);
        CREATE TABLE kith_engine.lease_request (no int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, request text NOT NULL);
        CREATE INDEX lease_request_name ON kith_engine.lease_request (name, no);
        CREATE TABLE kith_engine.webhook (
          id text COLLATE "C" PRIMARY KEY,
          reached int8,
          last_success_at int8,
          last_failure_at int8,
          last_failure_status int,
          last_failure_error text
        ) WITH (fillfactor = 50);
        CREATE TABLE kith_engine.pending (
          webhook_id text COLLATE "C" NOT NULL,
          position int8 NOT NULL,
          event_id text NOT NULL,
          type text NOT NULL,
          lane text NOT NULL,
          attempts int NOT NULL,
          next_at int8 NOT NULL,
          recorded_at int8 NOT NULL,
          replay boolean NOT NULL,
          PRIMARY KEY (webhook_id, position)
        );
        CREATE TABLE kith_engine.dead_letter (
          webhook_id text COLLATE "C" NOT NULL,
          position int8 NOT NULL,
          event_id text NOT NULL,
          type text NOT NULL,
          lane text NOT NULL,
          attempts int NOT NULL,
          recorded_at int8 NOT NULL,
          died_at int8 NOT NULL,
          status_code int,
          error text,
          PRIMARY KEY (webhook_id, position)
        );
        CREATE TABLE kith_engine.attempt (
          no int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          webhook_id text COLLATE "C" NOT NULL,
          position int8 NOT NULL,
          event_id text NOT NULL,
          type text NOT NULL,
          attempt int NOT NULL,
          replay boolean NOT NULL,
          at int8 NOT NULL,
          duration_ms float8 NOT NULL,
          status_code int,
          error text,
          outcome text NOT NULL
        );
        CREATE INDEX attempt_webhook ON kith_engine.attempt (webhook_id, no);
        CREATE TABLE kith_engine.replay_command (
          webhook_id text COLLATE "C" NOT NULL,
          command_id text NOT NULL,
          payload text NOT NULL,
          replayed int NOT NULL,
          PRIMARY KEY (webhook_id, command_id)
        );
      `),
    (client) =>
      client.query(`
        CREATE TABLE kith_engine.access_entry (
          tenant text COLLATE "C" NOT NULL,
          id text COLLATE "C" NOT NULL,
          key_id text COLLATE "C" NOT NULL,
          kind text COLLATE "C" NOT NULL,
          entry json NOT NULL,
          PRIMARY KEY (tenant, id)
        );
        CREATE INDEX access_entry_key ON kith_engine.access_entry (tenant, key_id, id);
        CREATE INDEX access_entry_kind ON kith_engine.access_entry (tenant, kind, id);
        CREATE INDEX access_entry_key_kind ON kith_engine.access_entry (tenant, key_id, kind, id);
        CREATE TABLE kith_engine.access_subject (
          tenant text COLLATE "C" NOT NULL,
          end_user_id text COLLATE "C" NOT NULL,
          id text COLLATE "C" NOT NULL,
          PRIMARY KEY (tenant, end_user_id, id)
        );
      `),
  ],
};

/** @throws NewerSchema and whatever the driver throws */
export function openEngineSchema(options: PostgresOptions): Promise<PostgresPlace> {
  return PostgresPlace.open(options, engineSchema, answerMs);
}
