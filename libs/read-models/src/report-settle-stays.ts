import { sql } from 'kysely';
import { type Params, statement } from './statement';

type Nothing = Params<object>;

const [stale, links, groups, stay] = [sql.table('report_stale'), sql.table('report_link'), sql.table('report_organization_link'), sql.table('report_stay')];

/** From when to when something was so of the persons that are counted anew: as far as it is settled. */
const settled = sql`
  select one.tenant, coalesce(own.canonical_id, noted.end_user_id) as person, one.end_user_id, one.kind, one.channel,
    coalesce(kind.canonical_id, one.subject) as subject, one.from_slot, one.from_month,
    case when one.closed_new = 1 then null else one.to_slot end as to_slot, case when one.closed_new = 1 then null else one.to_month end as to_month
  from ${stale} as noted
    left join ${links} as own on own.tenant = noted.tenant and own.id = noted.end_user_id
    cross join ${stay} as one
    left join ${groups} as kind on one.kind = 'member' and kind.tenant = one.tenant and kind.id = one.subject
  where noted.part = 'stay' and one.tenant = noted.tenant and one.end_user_id = noted.end_user_id and one.opened_new = 0`;

/**
 * `present`: profiles that exist and are not deleted. `gone`: the one that stands for the person is deleted, and hides the others.
 * What is so of several profiles or by several contact points at once is so once.
 */
const turns = sql`
  select tenant, person, slot, month, n, case kind when 'point' then 'channel' when 'member' then 'member' else 'present' end as what,
    case kind when 'point' then channel when 'member' then subject else end_user_id end as which
  from edges
  union all
  select tenant, person, slot, month, -n, 'gone', '' from edges where kind = 'gone' and end_user_id = person
  union all
  select tenant, person, slot, month, n, 'email', '' from edges where kind = 'point' and channel = 'email'`;

const overTime = sql`partition by tenant, person, what, which order by slot`;
const ofScope = sql`partition by tenant, person, scope order by slot`;

const staysOf = (sign: 1 | -1) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('report_delta')
      .columns(['tenant', 'organization_id', 'measure', 'value', 'slot', 'month', 'n'])
      .expression(
        sql`with stays as materialized (${settled}),
          lasting as materialized (select * from stays where to_slot is null or to_slot > from_slot),
          edges as materialized (
            select tenant, person, end_user_id, kind, channel, subject, from_slot as slot, from_month as month, case kind when 'gone' then -1 else 1 end as n from lasting
            union all
            select tenant, person, end_user_id, kind, channel, subject, to_slot, to_month, case kind when 'gone' then 1 else -1 end
              from lasting where to_slot is not null
          ),
          turns as (select tenant, person, what, which, slot, month, sum(n) as n from (${turns}) as told group by tenant, person, what, which, slot, month),
          standing as (select tenant, person, what, which, slot, month, case when sum(n) over (${overTime}) > 0 then 1 else 0 end as so from turns),
          changes as materialized (
            select tenant, person, what, which, slot, month, so - coalesce(lag(so) over (${overTime}), 0) as n from standing
          ),
          scopes as (
            select distinct tenant, person, which as scope from changes where what = 'member'
            union all
            select distinct tenant, person, '*' from changes
          ),
          sums as (
            select scopes.tenant, scopes.person, scopes.scope, changes.slot, changes.month,
              sum(case when what = 'present' then n else 0 end) as present, sum(case when what = 'gone' then n else 0 end) as gone,
              sum(case when what = 'channel' then n else 0 end) as channels, sum(case when what = 'email' then n else 0 end) as emails,
              sum(case when what = 'member' then n else 0 end) as joined
            from scopes join changes on changes.tenant = scopes.tenant and changes.person = scopes.person
              and (changes.what <> 'member' or changes.which = scopes.scope)
            group by scopes.tenant, scopes.person, scopes.scope, changes.slot, changes.month
          ),
          running as (
            select tenant, person, scope, slot, month,
              case when sum(present) over (${ofScope}) > 0 and sum(gone) over (${ofScope}) = 0
                and (scope = '*' or sum(joined) over (${ofScope}) > 0) then 1 else 0 end as member,
              sum(channels) over (${ofScope}) as channels, sum(emails) over (${ofScope}) as emails
            from sums
          ),
          flags as (
            select tenant, person, scope, slot, month, member, case when member = 1 and channels > 1 then 1 else 0 end as multi,
              case when member = 1 and emails > 0 then 1 else 0 end as email
            from running
          ),
          deltas as materialized (
            select tenant, scope, slot, month, member - coalesce(lag(member) over (${ofScope}), 0) as member,
              multi - coalesce(lag(multi) over (${ofScope}), 0) as multi, email - coalesce(lag(email) over (${ofScope}), 0) as email
            from flags
          ),
          counted as (
            select tenant, scope, 'members' as measure, slot, month, member as n from deltas
            union all
            select tenant, scope, 'multi-channel', slot, month, multi from deltas
            union all
            select tenant, scope, 'with-email', slot, month, email from deltas
          )
          select tenant, scope, measure, 0, slot, month, cast(${sql.lit(sign)} * sum(n) as bigint) from counted where n <> 0
            group by tenant, scope, measure, slot, month having sum(n) <> 0`,
      ),
  );
/** What the persons whose stays have changed count for as members. */
export const stays = { off: staysOf(-1), on: staysOf(1) };
