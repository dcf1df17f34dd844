import { type Db, type ReadIndex, table } from './table';

/** Makes the table of imports. */
export async function createImports(db: Db): Promise<void> {
  await table(db, 'import_job', ['tenant', 'id'], {
    required: ['mode', 'format', 'status', 'started_at', 'actor_kind', 'actor_id'],
    optional: ['on_behalf_of', 'advanced_at', 'ended_at', 'failure', 'reverted_at'],
    numbers: [
      'dry_run',
      'started_position',
      'bytes',
      'bytes_read',
      'row_count',
      'created',
      'changed',
      'unchanged',
      'refused',
      'organizations',
      'undone',
      'kept',
    ],
  });
}

/** By which imports are read. */
export const importIndexes: readonly ReadIndex[] = [{ name: 'import_job_page', on: 'import_job', columns: ['tenant', 'started_position'], unique: true }];
