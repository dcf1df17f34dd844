import type { Actor, ImportFormat, ImportMode } from '@kith/domain';

/** How far an import is. Nothing of its file is here: names and columns can be a person's. */
export interface ImportJobTable {
  tenant: string;
  id: string;
  mode: ImportMode;
  dry_run: number;
  format: ImportFormat;
  status: 'running' | 'cancelled' | 'ended' | 'failed' | 'reverting' | 'reverted';
  started_at: string;
  started_position: number;
  /** Who started it. */
  actor_kind: Actor['kind'];
  actor_id: string;
  on_behalf_of: string | null;
  /** When the last rows were done. */
  advanced_at: string | null;
  /** When it ended, failed or was cancelled. */
  ended_at: string | null;
  /** Why the rest of the file could not be read. */
  failure: string | null;
  bytes: number;
  bytes_read: number;
  row_count: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  organizations: number;
  reverted_at: string | null;
  undone: number;
  kept: number;
}

/** Of imports. */
export interface ImportTables {
  import_job: ImportJobTable;
}
