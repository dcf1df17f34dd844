import { sql } from 'kysely';
import { standingMeasures } from './report-measures';
import { slotsOfDay } from './report-time';
import { type Params, type Statement, statement } from './statement';

type Nothing = Params<object>;

const delta = sql.table('report_delta');

const areStanding = sql.join(standingMeasures.map((measure) => sql.lit(measure)));
const grain = (of: 'slot' | 'month') => sql`case when measure in (${areStanding}) then ${sql.lit(`standing-${of}`)} else ${sql.lit(of)} end`;

/** Every delta counts for its slot and its month; what happens is also told day by day, in UTC. */
const add = statement((db, _: Nothing) =>
  db
    .insertInto('report_count')
    .columns(['tenant', 'organization_id', 'grain', 'at', 'measure', 'value', 'n'])
    .expression(
      sql`select tenant, organization_id, grain, at, measure, value, cast(sum(n) as bigint) from (
          select tenant, organization_id, ${grain('slot')} as grain, slot as at, measure, value, n from ${delta} as slots
          union all
          select tenant, organization_id, ${grain('month')}, month, measure, value, n from ${delta} as months
          union all
          select tenant, organization_id, ${sql.lit('day')}, slot / ${sql.lit(slotsOfDay)}, measure, value, n from ${delta} as days
            where measure <> ${sql.lit('first-solve')} and measure not in (${areStanding})
        ) as counted group by tenant, organization_id, grain, at, measure, value having sum(n) <> 0`,
    )
    .onConflict((c) =>
      c.columns(['tenant', 'organization_id', 'grain', 'at', 'measure', 'value']).doUpdateSet((eb) => ({ n: eb('report_count.n', '+', eb.ref('excluded.n')) })),
    ),
);
const addGapDeltas = statement((db, _: Nothing) =>
  db
    .insertInto('report_gap')
    .columns(['tenant', 'organization_id', 'unit', 'at', 'gap', 'n'])
    .expression(
      sql`select tenant, organization_id, unit, at, gap, cast(sum(n) as bigint) from ${sql.table('report_gap_delta')} as counted
        group by tenant, organization_id, unit, at, gap having sum(n) <> 0`,
    )
    .onConflict((c) =>
      c.columns(['tenant', 'organization_id', 'unit', 'at', 'gap']).doUpdateSet((eb) => ({ n: eb('report_gap.n', '+', eb.ref('excluded.n')) })),
    ),
);
/** An index has those of which nothing is left. */
const forgetNone = (table: 'report_count' | 'report_gap') => statement((db, _: Nothing) => db.deleteFrom(table as 'report_gap').where('n', '=', sql.lit(0)));

export const addCounts: readonly Statement[] = [add({}), forgetNone('report_count')({})];
export const addGaps: readonly Statement[] = [addGapDeltas({}), forgetNone('report_gap')({})];
