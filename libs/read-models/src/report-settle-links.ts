import { type RawBuilder, sql } from 'kysely';
import { type Params, type Statements, statement } from './statement';

type Nothing = Params<object>;
type Mark = (found: RawBuilder<unknown>) => Statements<object>;

const [stale, links, groups, regrouped] = (['report_stale', 'report_link', 'report_organization_link', 'report_organization_relinked'] as const).map((name) =>
  sql.table(name),
) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];

/** Organizations for which another one may stand than before: those whose links changed, and all below. No link leads in a circle. */
const moved = sql`(
  with recursive moved(tenant, id) as (
    select tenant, id from ${regrouped}
    union
    select below.tenant, below.id from moved cross join ${groups} as below where below.tenant = moved.tenant and below.survivor_id = moved.id
  )
  select tenant, id from moved
)`;

/** Profiles whose persons count elsewhere when organizations become one, or come apart. */
export const staleAfterOrganizations: readonly ((markStale: Mark) => Statements<object>)[] = [
  (markStale) =>
    markStale(sql`(
      select distinct 'activity' as part, one.tenant, one.end_user_id as id from ${moved} as moved cross join ${sql.table('report_activity')} as one
        where one.tenant = moved.tenant and one.organization_id = moved.id
    )`),
  (markStale) =>
    markStale(sql`(
      select distinct 'stay' as part, one.tenant, one.end_user_id as id from ${moved} as moved cross join ${sql.table('report_stay')} as one
        where one.tenant = moved.tenant and one.kind = 'member' and one.subject = moved.id
    )`),
];

/** From each of these up to the one that stands for it now. `of` has tenant and id. */
const reached = (table: RawBuilder<unknown>, of: RawBuilder<unknown>) => sql<{ tenant: string; id: string; canonical_id: string }>`(
  with recursive up(tenant, id, at) as (
    select one.tenant, one.id, coalesce(one.survivor_id, one.id) from (select distinct tenant, id from ${of} as given) as noted cross join ${table} as one
      where one.tenant = noted.tenant and one.id = noted.id
    union all
    select up.tenant, up.id, above.survivor_id from up cross join ${table} as above
      where above.tenant = up.tenant and above.id = up.at and above.survivor_id is not null
  )
  select tenant, id, at as canonical_id from up
    where not exists (select 1 from ${table} as above where above.tenant = up.tenant and above.id = up.at and above.survivor_id is not null)
)`;

const follow = (name: 'report_link' | 'report_organization_link', table: RawBuilder<unknown>, of: RawBuilder<unknown>) =>
  statement((db, _: Nothing) =>
    db
      .updateTable(name as 'report_link')
      .from(reached(table, of).as('reached'))
      .set((eb) => ({ canonical_id: eb.ref('reached.canonical_id') }))
      .whereRef(`${name as 'report_link'}.tenant`, '=', 'reached.tenant')
      .whereRef(`${name as 'report_link'}.id`, '=', 'reached.id')
      .whereRef(`${name as 'report_link'}.canonical_id`, '<>', 'reached.canonical_id'),
  );
export const followEndUsers = follow('report_link', links, sql`(select tenant, end_user_id as id from ${stale})`);
export const followOrganizations = follow('report_organization_link', groups, moved);

const forgetUnlinked = (name: 'report_link' | 'report_organization_link') =>
  statement((db, _: Nothing) => db.deleteFrom(name as 'report_link').where('survivor_id', 'is', null));
export const forgetEndUserLinks = forgetUnlinked('report_link');
export const forgetOrganizationLinks = forgetUnlinked('report_organization_link');
