import { type RawBuilder, sql } from 'kysely';
import { slotMs } from './report-time';
import { type Params, statement } from './statement';

type Nothing = Params<object>;

/** Times to solve are told apart to within 1 %: by so many steps between a power of two and the next. */
const steps = 64;
/** Of more than this, some two hundred years, no more is told. */
const mostDoublings = 27;

/** Seconds, rounded to the nearest step. */
function rounded(seconds: RawBuilder<number>): RawBuilder<number> {
  const cases = Array.from({ length: mostDoublings }, (_, i) => {
    const step = 2 ** i;
    const upTo = sql.lit(steps * 2 * step);
    return sql`when ${seconds} < ${upTo} then (${seconds} + ${sql.lit(Math.floor(step / 2))}) / ${sql.lit(step)} * ${sql.lit(step)}`;
  });
  return sql<number>`case ${sql.join(cases, sql` `)} else ${sql.lit(steps * 2 ** mostDoublings)} end`;
}

const inOrder = sql`partition by tenant, ticket_id order by at, position`;

/** Of each ticket that something was told of: status and organization from each moment on, and what they were before. */
const moments = sql`(
  select tenant, at, month, opened, done, organization_id, opened_at,
    lag(done) over (${inOrder}) as was, lag(organization_id) over (${inOrder}) as left_id, sum(done) over (${inOrder}) as times_done
  from (
    select tenant, ticket_id, at, position, month, opened, opened_at,
      max(done) over (partition by tenant, ticket_id, nth_status) as done, max(organization_id) over (partition by tenant, ticket_id, nth_organization) as organization_id
    from (
      select tenant, ticket_id, at, position, month, opened, done, organization_id, opened_at,
        count(done) over (${inOrder}) as nth_status, count(organization_id) over (${inOrder}) as nth_organization
      from (
        select one.*, max(case when one.opened = 1 then one.at end) over (partition by one.tenant, one.ticket_id) as opened_at
        from (select distinct tenant, ticket_id from ${sql.table('report_told')}) as noted cross join ${sql.table('report_ticket_event')} as one
        where one.tenant = noted.tenant and one.ticket_id = noted.ticket_id
      ) as told where at >= opened_at
    ) as numbered
  ) as filled
)`;

/** How a moment counts: for the organization that it names, when the condition holds. */
const effects = [
  { measure: 'opened', n: 1, of: 'organization_id', when: 'opened = 1' },
  { measure: 'solved', n: 1, of: 'organization_id', when: 'done = 1 and coalesce(was, 0) = 0' },
  { measure: 'reopened', n: 1, of: 'organization_id', when: 'done = 0 and was = 1' },
  { measure: 'backlog', n: 1, of: 'organization_id', when: 'done = 0 and (was is null or was = 1 or left_id <> organization_id)' },
  { measure: 'backlog', n: -1, of: 'left_id', when: 'was = 0 and (done = 1 or left_id <> organization_id)' },
  { measure: 'first-solve', n: 1, of: 'organization_id', when: 'done = 1 and times_done = 1' },
] as const;

const took = rounded(sql<number>`((at - opened_at) / 1000)`);
const slot = sql`at / ${sql.lit(slotMs)}`;

const effectsOf = (sign: 1 | -1) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('report_delta')
      .columns(['tenant', 'organization_id', 'measure', 'value', 'slot', 'month', 'n'])
      .expression(
        sql`with moments as materialized (select * from ${moments} as moments),
          effects as materialized (${sql.join(
            effects.map(
              ({ measure, n, of, when }) => sql`
                select tenant, ${sql.ref(of)} as organization_id, ${sql.lit(measure)} as measure,
                  ${measure === 'first-solve' ? took : sql`0`} as value, ${slot} as slot, month, ${sql.lit(sign * n)} as n
                from moments where ${sql.raw(when)}`,
            ),
            sql` union all `,
          )})
          select tenant, scope, measure, value, slot, month, cast(sum(n) as bigint) from (
            select tenant, organization_id as scope, measure, value, slot, month, n from effects where organization_id <> ''
            union all
            select tenant, '*', measure, value, slot, month, n from effects
          ) as counted group by tenant, scope, measure, value, slot, month having sum(n) <> 0`,
      ),
  );
/** What the tickets that something was told of count for. */
export const ticketEffects = { off: effectsOf(-1), on: effectsOf(1) };
