/** A retention run, and how far it is. */
export interface RetentionRunTable {
  tenant: string;
  id: string;
  /** Id of the event that started it, which is the cause of what it erases. */
  started_event: string;
  without_contact_since: string;
  expected: number;
  status: 'running' | 'cancelled' | 'ended';
  started_at: string;
  started_position: number;
  /** When the last page was done. */
  advanced_at: string | null;
  /** When it ended or was cancelled. */
  ended_at: string | null;
  /** Of the pages that are done. */
  scanned: number;
  kept: number;
  /** Persons that it has erased by now, and those of them whose erasure is certified. */
  erased: number;
  certified: number;
}

/** A person that a retention run has erased, until that is certified. By the profile that stood for it. */
export interface RetentionErasureTable {
  tenant: string;
  end_user_id: string;
  run_id: string;
  /** Id of the event. */
  erasure: string;
}

/** Of retention runs. */
export interface RetentionTables {
  retention_run: RetentionRunTable;
  retention_erasure: RetentionErasureTable;
}
