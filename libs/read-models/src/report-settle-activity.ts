import { type QueryCreator, sql } from 'kysely';
import { slotsOfDay } from './report-time';
import { type Params, statement } from './statement';
import type { Tables } from './tables';

type Nothing = Params<object>;

/** Gaps of days are told apart up to so many, as no month has more days. Longer ones, and none before, count as this. */
export const mostGap = 32;
/** The gap of a month with none before. */
const noMonthBefore = 1_000_000;

const [stale, links, groups, activity] = [
  sql.table('report_stale'),
  sql.table('report_link'),
  sql.table('report_organization_link'),
  sql.table('report_activity'),
];

/** When the persons that are counted anew were active, under each organization that stands for its kind and anywhere. */
const active = sql`(
  select one.tenant, coalesce(own.canonical_id, noted.end_user_id) as person, one.slot, one.month,
    case when everywhere.so = 1 then '*' else coalesce(kind.canonical_id, one.organization_id) end as scope
  from ${stale} as noted
    left join ${links} as own on own.tenant = noted.tenant and own.id = noted.end_user_id
    cross join ${activity} as one
    left join ${groups} as kind on kind.tenant = one.tenant and kind.id = one.organization_id
    cross join (select 0 as so union all select 1) as everywhere
  where noted.part = 'activity' and one.tenant = noted.tenant and one.end_user_id = noted.end_user_id
    and (everywhere.so = 1 or one.organization_id <> '')
)`;

const byTime = sql`partition by tenant, scope, person order by slot`;
const cap = sql.lit(mostGap);
/**
 * A day or month in which a person was active before has no gap, and does not count again. Whose month here has none before is told a third
 * time, under the month of its first activity anywhere.
 */
const gapsOf = (sign: 1 | -1) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('report_gap_delta')
      .columns(['tenant', 'organization_id', 'unit', 'at', 'gap', 'n'])
      .expression(
        sql`with steps as materialized (
            select tenant, scope, slot / ${sql.lit(slotsOfDay)} as day, month,
              slot / ${sql.lit(slotsOfDay)} - lag(slot) over (${byTime}) / ${sql.lit(slotsOfDay)} as days, month - lag(month) over (${byTime}) as months,
              min(month) over (partition by tenant, person) as first_month
            from ${active} as active
          )
          select tenant, scope, 'day', day, case when days < ${cap} then days else ${cap} end as gap, ${sql.lit(sign)} * count(*) from steps
            where days is null or days > 0 group by tenant, scope, day, case when days < ${cap} then days else ${cap} end
          union all
          select tenant, scope, 'month', month, coalesce(months, ${sql.lit(noMonthBefore)}) as gap, ${sql.lit(sign)} * count(*) from steps
            where months is null or months > 0 group by tenant, scope, month, coalesce(months, ${sql.lit(noMonthBefore)})
          union all
          select tenant, scope, 'new', first_month, month - first_month as gap, ${sql.lit(sign)} * count(*) from steps
            where months is null group by tenant, scope, first_month, month - first_month`,
      ),
  );
/** What the days and months of these persons count for. */
export const gaps = { off: gapsOf(-1), on: gapsOf(1) };

/** Whose person another profile stands for now, or none. PostgreSQL looks them up one by one, because it knows nothing of how few there are. */
export const forgetFirsts = statement(
  (db, _: Nothing) =>
    db
      .deleteFrom('report_first')
      .where((eb) =>
        eb(
          eb.refTuple('tenant', 'end_user_id'),
          'in',
          eb.selectFrom('report_stale').select(['tenant', 'end_user_id']).where('part', '=', sql.lit<'activity'>('activity')).$asTuple('tenant', 'end_user_id'),
        ),
      ),
  { build: forgetFirstsByKey },
);
function forgetFirstsByKey(db: QueryCreator<Tables>, _: Nothing) {
  return db.deleteFrom('report_first').where(
    sql<boolean>`report_first.ctid = any (array(
      select found.ctid from ${stale} as noted
        cross join lateral (
          select one.ctid from ${sql.table('report_first')} as one where one.tenant = noted.tenant and one.end_user_id = noted.end_user_id offset 0
        ) as found
      where noted.part = 'activity'
    ))`,
  );
}
export const firstsAgain = statement((db, _: Nothing) =>
  db
    .insertInto('report_first')
    .columns(['tenant', 'end_user_id', 'organization_id', 'first_slot', 'here_slot'])
    .expression(
      sql`select tenant, person, scope, min(here) over (partition by tenant, person), here
        from (select tenant, person, scope, min(slot) as here from ${active} as active group by tenant, person, scope) as firsts where true`,
    )
    .onConflict((c) =>
      c
        .columns(['tenant', 'end_user_id', 'organization_id'])
        .doUpdateSet((eb) => ({ first_slot: eb.ref('excluded.first_slot'), here_slot: eb.ref('excluded.here_slot') }))
        .where((eb) =>
          eb.or([eb('report_first.first_slot', '<>', eb.ref('excluded.first_slot')), eb('report_first.here_slot', '<>', eb.ref('excluded.here_slot'))]),
        ),
    ),
);
