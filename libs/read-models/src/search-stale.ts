import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables';

/** The names that are out of date in the search, as they are now, in the order of their numbers. */
export const staleNames = (db: QueryCreator<Tables>) =>
  db
    .selectFrom('search_stale as stale')
    .innerJoin('end_user', 'end_user.number', 'stale.number')
    .select((e) => ['stale.number as rowid', e.fn.coalesce('searched_name', sql.lit('')).as('name')])
    .where('stale.part', '=', 'name')
    .orderBy('stale.number');

/** The same for contact points. @param joined all that is searched of an end user's points, a line each; each database has its own word for it */
export const stalePoints = (db: QueryCreator<Tables>, joined: RawBuilder<string>) =>
  db
    .selectFrom('search_stale as stale')
    .innerJoin('end_user', 'end_user.number', 'stale.number')
    .select((e) => [
      'stale.number as rowid',
      e
        .selectFrom('end_user_contact_point as point')
        .whereRef('point.tenant', '=', 'end_user.tenant')
        .whereRef('point.end_user_id', '=', 'end_user.id')
        .select(joined.as('all'))
        .as('points'),
    ])
    .where('stale.part', '=', 'points')
    .orderBy('stale.number');
