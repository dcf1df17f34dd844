import { createIndex, type Db, type ReadIndex, table } from './table';

/** Makes the tables of retention runs. */
export async function createRetention(db: Db): Promise<void> {
  await table(db, 'retention_run', ['tenant', 'id'], {
    required: ['started_event', 'without_contact_since', 'status', 'started_at'],
    optional: ['advanced_at', 'ended_at'],
    numbers: ['expected', 'started_position', 'scanned', 'kept', 'erased', 'certified'],
  });
  await table(db, 'retention_erasure', ['tenant', 'end_user_id', 'run_id'], { required: ['erasure'] });
  // The projection itself finds the run by what caused an erasure.
  await createIndex(db, { name: 'retention_run_started', on: 'retention_run', columns: ['tenant', 'started_event'], unique: true });
}

/** By which retention runs are read. */
export const retentionIndexes: readonly ReadIndex[] = [
  { name: 'retention_run_page', on: 'retention_run', columns: ['tenant', 'started_position'], unique: true },
];
