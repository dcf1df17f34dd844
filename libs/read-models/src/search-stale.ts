import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables';

/**
 * Everybody in the cluster that `end_user` stands for; none for who was merged, and itself alone, without looking, for who is alone.
 * The others of a cluster are few: they are found by an index that has nobody else.
 */
const membersOf = sql<{ id: string; number: number; searched_name: string | null }>`(
  select end_user.id, end_user.number, end_user.searched_name where end_user.survivor_id is null
  union all
  select one.id, one.number, one.searched_name from ${sql.table('end_user')} as one
  where end_user.member_count > 1 and one.tenant = end_user.tenant and one.canonical_id = end_user.id and one.survivor_id is not null
)`;

/**
 * The names that are out of date in the search, as they are now, in the order of their numbers.
 * @param joined all names of a cluster with spaces between; each database has its own word for it
 */
export const staleNames = (db: QueryCreator<Tables>, joined: RawBuilder<string>) =>
  db
    .selectFrom('search_stale as stale')
    .innerJoin('end_user', 'end_user.number', 'stale.number')
    .select((e) => ['stale.number as rowid', e.selectFrom(membersOf.as('member')).select(joined.as('all')).as('name')])
    .where('stale.part', '=', 'name')
    .orderBy('stale.number');

/** The same for contact points. @param joined all that is searched of the points of a cluster, a line each */
export const stalePoints = (db: QueryCreator<Tables>, joined: RawBuilder<string>) =>
  db
    .selectFrom('search_stale as stale')
    .innerJoin('end_user', 'end_user.number', 'stale.number')
    .select((e) => [
      'stale.number as rowid',
      e
        .selectFrom(membersOf.as('member'))
        .innerJoin('end_user_contact_point as point', (join) => join.onRef('point.tenant', '=', 'end_user.tenant').onRef('point.end_user_id', '=', 'member.id'))
        .select(joined.as('all'))
        .as('points'),
    ])
    .where('stale.part', '=', 'points')
    .orderBy('stale.number');
