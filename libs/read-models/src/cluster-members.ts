import type { QueryCreator } from 'kysely';
import { type Params, query } from './statement';
import type { Tables } from './tables';

export interface OfCluster {
  readonly tenant: string;
  /** Any member. */
  readonly endUserId: string;
}

/** Ids of all profiles of a cluster, the one that is asked for among them also when it is not known yet. Not sorted. */
export const memberIds = (db: QueryCreator<Tables>, p: Params<OfCluster>) =>
  db
    .selectNoFrom(p.endUserId.as('id'))
    .union(db.selectFrom('end_user').select('canonical_id as id').where('tenant', '=', p.tenant).where('id', '=', p.endUserId))
    .union(
      db
        .selectFrom('end_user as own')
        .innerJoin('end_user as merged', (join) => join.onRef('merged.tenant', '=', 'own.tenant').onRef('merged.canonical_id', '=', 'own.canonical_id'))
        .select('merged.id')
        .where('own.tenant', '=', p.tenant)
        .where('own.id', '=', p.endUserId)
        .where('merged.survivor_id', 'is not', null),
    );

export const members = query((db, p: Params<OfCluster>) => memberIds(db, p));
