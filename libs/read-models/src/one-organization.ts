import type { QueryCreator } from 'kysely';
import { type Params, query } from './statement';
import type { Tables } from './tables';

export interface OfOrganization {
  readonly tenant: string;
  /** Any of those that are one. */
  readonly organizationId: string;
}

/** Ids of all organizations that are one with this one, the one that is asked for among them also when it is not known yet. Not sorted. */
export const organizationIds = (db: QueryCreator<Tables>, p: Params<OfOrganization>) =>
  db
    .selectNoFrom(p.organizationId.as('id'))
    .union(db.selectFrom('organization').select('canonical_id as id').where('tenant', '=', p.tenant).where('id', '=', p.organizationId))
    .union(
      db
        .selectFrom('organization as own')
        .innerJoin('organization as merged', (join) => join.onRef('merged.tenant', '=', 'own.tenant').onRef('merged.canonical_id', '=', 'own.canonical_id'))
        .select('merged.id')
        .where('own.tenant', '=', p.tenant)
        .where('own.id', '=', p.organizationId)
        .where('merged.survivor_id', 'is not', null),
    );

export const oneOrganization = query((db, p: Params<OfOrganization>) => organizationIds(db, p));
