import { type Params, query } from './statement';
import type { MergeTable } from './tables';

/** The link that a merge made, and whether it still stands. */
export type MergeLink = Pick<MergeTable, 'merged_id' | 'survivor_id' | 'position' | 'undone' | 'undone_position'>;

/** The link of a merge by the id of the merge. */
export const linkOf = query((db, p: Params<{ readonly tenant: string; readonly mergeId: string }>) =>
  db
    .selectFrom('merge')
    .select(['merged_id', 'survivor_id', 'position', 'undone', 'undone_position'])
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.mergeId),
);
