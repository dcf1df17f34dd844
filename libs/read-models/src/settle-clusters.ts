import { type QueryCreator, type SelectQueryBuilder, sql } from 'kysely';
import { linksChanged, tagsChanged } from './end-user-links';
import { membersChanged } from './end-user-organizations';
import { seen, seenAs, seenWhenAssigned } from './end-user-rows';
import { settleMembers } from './settle-members';
import { onlyAfter, type Params, type Statement, statement } from './statement';
import type { ClusterStaleTable, EndUserTable, SearchStaleTable, Tables } from './tables';

type Db = QueryCreator<Tables>;
type Nothing = Params<object>;

// By this name the database's planner, and whoever works out what a statement reads, are told of a table.
const endUser = sql.table('end_user');
const stale = sql.table('cluster_stale');

/** Profiles, each with the one that stands for its cluster. */
const withCanonical = (db: Db) =>
  db
    .selectFrom('end_user as one')
    .innerJoin('end_user as canonical', (join) => join.onRef('canonical.tenant', '=', 'one.tenant').onRef('canonical.id', '=', 'one.canonical_id'));

const mark = (which: (db: Db) => SelectQueryBuilder<Tables & Record<'canonical', EndUserTable>, 'canonical', object>) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('cluster_stale')
      .columns(['part', 'number'])
      .expression(
        which(db)
          .select([sql.lit<ClusterStaleTable['part']>('members').as('part'), 'canonical.number'])
          .distinct(),
      )
      .onConflict((c) => c.doNothing()),
  );

const staleNumbers = (db: Db) => db.selectFrom('cluster_stale').select('number');

/** Before links are followed anew: the clusters that profiles were in. */
const markFormer = mark((db) => withCanonical(db).where('one.number', 'in', staleNumbers(db).where('part', '=', 'links')));

/** Names and contact points of a cluster are searched under the number of the profile that stands for it, which is another one now. */
const researched = (part: SearchStaleTable['part']) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('search_stale')
      .columns(['part', 'number'])
      .expression((eb) =>
        eb
          .selectFrom('cluster_stale')
          .select([sql.lit(part).as('part') as never, 'number'])
          .distinct()
          .where('part', 'in', [sql.lit('links'), sql.lit('members')] as never),
      )
      .onConflict((c) => c.doNothing()),
  );

/** From each changed profile up to the one that stands for it now, and from there down to everybody. No link leads in a circle. */
const reached = sql<{ tenant: string; id: string; canonical_id: string }>`(
  with recursive above(tenant, id, survivor_id) as (
    select one.tenant, one.id, one.survivor_id from ${stale} as stale join ${endUser} as one on one.number = stale.number where stale.part = 'links'
    union
    select one.tenant, one.id, one.survivor_id from above join ${endUser} as one on one.tenant = above.tenant and one.id = above.survivor_id
  ),
  below(tenant, id, canonical_id) as (
    select tenant, id, id from above where survivor_id is null
    union
    select one.tenant, one.id, below.canonical_id from below
      join ${endUser} as one on one.tenant = below.tenant and one.survivor_id = below.id and one.survivor_id is not null
  )
  select tenant, id, canonical_id from below
)`;
const followLinks = statement((db, _: Nothing) =>
  db
    .updateTable('end_user')
    .from(reached.as('reached'))
    .set((eb) => ({ canonical_id: eb.ref('reached.canonical_id') }))
    .whereRef('end_user.tenant', '=', 'reached.tenant')
    .whereRef('end_user.id', '=', 'reached.id')
    .whereRef('end_user.canonical_id', '<>', 'reached.canonical_id'),
);

/** Whatever changed of a profile, the cluster that it is in now has changed. */
const markPresent = mark((db) => withCanonical(db).where('one.number', 'in', staleNumbers(db)));

const forgetTags = statement((db, _: Nothing) => db.deleteFrom('search_tag').where('number', 'in', staleNumbers(db)));

/**
 * Tags of merged profiles. One that a profile above took off is hidden when that was after the last of the merges between:
 * `path` has each profile with everybody above it, and where in the log the last merge between the two stands.
 */
const tagsBelow = sql<{ number: number; tag: string; tenant: string }>`(
  with recursive cluster(number, tenant, id) as (
    select one.number, one.tenant, one.id from ${endUser} as one
    where one.number in (select number from ${stale}) and one.survivor_id is null
  ),
  path(tenant, number, above_id, id, merged_position) as (
    select cluster.tenant, cluster.number, one.survivor_id, one.id, one.merged_position from cluster
      join ${endUser} as one on one.tenant = cluster.tenant and one.canonical_id = cluster.id and one.survivor_id is not null
    union all
    select path.tenant, path.number, above.survivor_id, path.id,
      case when above.merged_position > path.merged_position then above.merged_position else path.merged_position end
    from path join ${endUser} as above on above.tenant = path.tenant and above.id = path.above_id and above.survivor_id is not null
  )
  select distinct cluster.number, tagged.tag, cluster.tenant from cluster
    join ${endUser} as one on one.tenant = cluster.tenant and one.canonical_id = cluster.id and one.survivor_id is not null
    join ${sql.table('end_user_tag')} as tagged on tagged.tenant = one.tenant and tagged.end_user_id = one.id
  where not exists (
    select 1 from path join ${sql.table('end_user_blank')} as blank
      on blank.tenant = path.tenant and blank.end_user_id = path.above_id and blank.what = 'tags.' || tagged.tag and blank.position > path.merged_position
    where path.number = cluster.number and path.id = one.id
  )
)`;
const writeTags = statement((db, _: Nothing) =>
  db
    .insertInto('search_tag')
    .columns(['number', 'tag', 'tenant'])
    .expression((eb) => eb.selectFrom(tagsBelow.as('below')).select(['number', 'tag', 'tenant'])),
);

/** Clusters of which a merged profile was heard: an index has these. */
const markHeard = mark((db) =>
  withCanonical(db).where('one.number', 'in', (eb) =>
    eb.selectFrom('end_user').select('number').where('survivor_id', 'is not', null).whereRef('own_last_interaction_at', '<>', 'last_interaction_at'),
  ),
);

/** How many the clusters are, and when any of them was last heard of. */
const counted = sql<{ number: number; at: string; people: number }>`(
  select number, max(at) as at, count(*) as people from (
    select one.number, one.own_last_interaction_at as at from ${stale} as stale join ${endUser} as one on one.number = stale.number
      where stale.part = 'members'
    union all
    select canonical.number, one.own_last_interaction_at from ${stale} as stale
      join ${endUser} as canonical on canonical.number = stale.number
      join ${endUser} as one on one.tenant = canonical.tenant and one.canonical_id = canonical.id and one.survivor_id is not null
      where stale.part = 'members'
  ) as each_one group by number
)`;
const countMembers = statement((db, _: Nothing) =>
  db
    .updateTable('end_user')
    .from(counted.as('counted'))
    .set((eb) => ({ last_interaction_at: eb.ref('counted.at'), member_count: eb.ref('counted.people') }))
    .whereRef('end_user.number', '=', 'counted.number'),
);
const forgetHeard = statement((db, _: Nothing) =>
  db
    .updateTable('end_user')
    .set((eb) => ({ last_interaction_at: eb.ref('own_last_interaction_at') }))
    .where('survivor_id', 'is not', null)
    .whereRef('own_last_interaction_at', '<>', 'last_interaction_at'),
);

const forgetStale = statement((db, _: Nothing) => db.deleteFrom('cluster_stale'));

/**
 * Brings what is known of clusters up to date with links, tags and interactions of the profiles in them, and notes what of their search
 * is not, at the end of a transaction. A profile's own rows stay its own.
 */
export const settleClusters: readonly Statement[] = [
  ...onlyAfter([linksChanged], [markFormer({}), researched('name')({}), researched('points')({}), followLinks({})]),
  ...onlyAfter([linksChanged, tagsChanged], [markPresent({}), forgetTags({}), writeTags({})]),
  ...onlyAfter([seen, seenAs, seenWhenAssigned], [markHeard({})]),
  ...onlyAfter([linksChanged, seen, seenAs, seenWhenAssigned], [countMembers({}), forgetHeard({})]),
  ...settleMembers,
  ...onlyAfter([linksChanged, tagsChanged, membersChanged, seen, seenAs, seenWhenAssigned], [forgetStale({})]),
];
