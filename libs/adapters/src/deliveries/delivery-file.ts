import { dataFiles } from '../data-files';
import type { OwnFile } from '../sqlite-own-file';

/** It holds positions and ids, nothing of what was sent; losing it means that every webhook begins again where it was created. */
export const deliveryFile: OwnFile = {
  name: dataFiles.deliveries,
  format: 1,
  schema: `
  CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    reached INTEGER,
    last_success_at INTEGER,
    last_failure_at INTEGER,
    last_failure_status INTEGER,
    last_failure_error TEXT
  ) STRICT;
  CREATE TABLE pending (
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    lane TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    replay INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE dead_letter (
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    lane TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    died_at INTEGER NOT NULL,
    status_code INTEGER,
    error TEXT,
    PRIMARY KEY (webhook_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempt (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    replay INTEGER NOT NULL,
    at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    status_code INTEGER,
    error TEXT,
    outcome TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempt_webhook ON attempt (webhook_id, no);
  CREATE TABLE replay_command (
    webhook_id TEXT NOT NULL,
    command_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    replayed INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, command_id)
  ) STRICT, WITHOUT ROWID;
`,
};
