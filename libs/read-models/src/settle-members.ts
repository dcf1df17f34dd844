import { type QueryCreator, sql } from 'kysely';
import { linksChanged } from './end-user-links';
import { membersChanged } from './end-user-organizations';
import { seen, seenAs, seenWhenAssigned } from './end-user-rows';
import { standsForOthers } from './member-rows';
import { onlyAfter, type Params, type Statement, statement } from './statement';
import type { ClusterStaleTable, Tables } from './tables';

type Db = QueryCreator<Tables>;
type Nothing = Params<object>;

// By this name the database's planner, and whoever works out what a statement reads, are told of a table.
const endUser = sql.table('end_user');
const stale = sql.table('cluster_stale');
const own = sql.table('end_user_organization');

const staleNumbers = (db: Db) => db.selectFrom('cluster_stale').select('number');

/** What is of a profile shows with the one that stands for it. */
const markCanonical = statement((db, _: Nothing) =>
  db
    .insertInto('cluster_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('cluster_stale as stale')
        .innerJoin('end_user as one', 'one.number', 'stale.number')
        .innerJoin('end_user as canonical', (join) => join.onRef('canonical.tenant', '=', 'one.tenant').onRef('canonical.id', '=', 'one.canonical_id'))
        .select([sql.lit<ClusterStaleTable['part']>('organizations').as('part'), 'canonical.number'])
        .distinct()
        .where('stale.part', '=', sql.lit('organizations' as const)),
    )
    .onConflict((c) => c.doNothing()),
);

/** People in each organization of those that are stale. */
const counted = sql<{ tenant: string; organization_id: string; people: number }>`(
  select tenant, organization_id, count(*) as people from ${sql.table('organization_member')} where number in (select number from ${stale}) group by tenant, organization_id
)`;
const countOut = statement((db, _: Nothing) =>
  db
    .updateTable('organization_size')
    .from(counted.as('counted'))
    .set((eb) => ({ people: eb('organization_size.people', '-', eb.ref('counted.people')) }))
    .whereRef('organization_size.tenant', '=', 'counted.tenant')
    .whereRef('organization_size.organization_id', '=', 'counted.organization_id'),
);
const forgetMembers = statement((db, _: Nothing) => db.deleteFrom('organization_member').where('number', 'in', staleNumbers(db)));

/**
 * Persons, each by the profile that stands for them, with the organizations of all their profiles. Sorted by their own name or, without
 * one, that of who was merged first. Joined in this order: SQLite would go through all of a table for a few of its rows.
 */
const present = sql<{ tenant: string; organization_id: string; number: number; last_interaction_at: string; name: string }>`(
  select canonical.tenant, each_one.organization_id, canonical.number, canonical.last_interaction_at,
    coalesce(canonical.searched_name, (
      select other.searched_name from ${endUser} as other
      where other.tenant = canonical.tenant and other.canonical_id = canonical.id and other.survivor_id is not null and other.searched_name is not null
      order by other.merged_position, other.number limit 1
    ), '') as name
  from (
    select one.number, joined.organization_id from ${stale} as stale cross join ${endUser} as one cross join ${own} as joined
      where one.number = stale.number and joined.tenant = one.tenant and joined.end_user_id = one.id
    union
    select one.number, joined.organization_id from ${stale} as stale cross join ${endUser} as one cross join ${endUser} as merged cross join ${own} as joined
      where one.number = stale.number and one.member_count > 1
        and merged.tenant = one.tenant and merged.canonical_id = one.id and merged.survivor_id is not null
        and joined.tenant = merged.tenant and joined.end_user_id = merged.id
  ) as each_one
  cross join ${endUser} as canonical
  where canonical.number = each_one.number and canonical.survivor_id is null and (canonical.status in ('active', 'suspended') or ${standsForOthers('canonical')})
)`;
const writeMembers = statement((db, _: Nothing) =>
  db
    .insertInto('organization_member')
    .columns(['tenant', 'organization_id', 'number', 'last_interaction_at', 'name'])
    .expression((eb) => eb.selectFrom(present.as('present')).select(['tenant', 'organization_id', 'number', 'last_interaction_at', 'name'])),
);
const countIn = statement((db, _: Nothing) =>
  db
    .insertInto('organization_size')
    .columns(['tenant', 'organization_id', 'people'])
    .expression((eb) =>
      eb
        .selectFrom(counted.as('counted'))
        .select(['tenant', 'organization_id', 'people'])
        // Where the next words are no part of a join.
        .where(sql<boolean>`true`),
    )
    .onConflict((c) =>
      c.columns(['tenant', 'organization_id']).doUpdateSet((eb) => ({ people: eb('organization_size.people', '+', eb.ref('excluded.people')) })),
    ),
);
const forgetEmpty = statement((db, _: Nothing) => db.deleteFrom('organization_size').where('people', '=', sql.lit(0)));

/** What lists of members know of when each was heard of; an index has those of whom that is another time. */
const noteMembers = statement((db, _: Nothing) =>
  db
    .updateTable('end_user')
    .set((eb) => ({
      member_last_at: eb
        .case()
        .when(eb.exists(eb.selectFrom('organization_member as listed').select('listed.number').whereRef('listed.number', '=', 'end_user.number')))
        .then(eb.ref('end_user.last_interaction_at'))
        .else(null)
        .end(),
    }))
    .where('number', 'in', staleNumbers(db)),
);
const noteHeard = statement((db, _: Nothing) =>
  db
    .updateTable('organization_member')
    .from('end_user')
    .set((eb) => ({ last_interaction_at: eb.ref('end_user.last_interaction_at') }))
    .whereRef('end_user.member_last_at', '<>', 'end_user.last_interaction_at')
    .whereRef('organization_member.number', '=', 'end_user.number'),
);
const forgetHeard = statement((db, _: Nothing) =>
  db
    .updateTable('end_user')
    .set((eb) => ({ member_last_at: eb.ref('last_interaction_at') }))
    .whereRef('member_last_at', '<>', 'last_interaction_at'),
);

/**
 * Brings who is in which organization up to date with what profiles joined, with whom they were merged, and with when they were heard of.
 * To run when links are followed and clusters counted, and before it is forgotten which are stale.
 */
export const settleMembers: readonly Statement[] = [
  ...onlyAfter([membersChanged], [markCanonical({})]),
  ...onlyAfter([membersChanged, linksChanged], [countOut({}), forgetMembers({}), writeMembers({}), countIn({}), forgetEmpty({}), noteMembers({})]),
  ...onlyAfter([linksChanged, seen, seenAs, seenWhenAssigned], [noteHeard({}), forgetHeard({})]),
];
