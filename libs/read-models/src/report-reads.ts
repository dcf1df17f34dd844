import { type RawBuilder, sql } from 'kysely';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { ReportGrain } from './tables';

/** Whose figures are read. `organizationId` is of the one that stands for its kind, or `*` for the tenant. */
export interface ReportScope {
  readonly tenant: string;
  readonly organizationId: string;
}

type Range = ReportScope & { readonly from: number; readonly to: number };
/** What happened, what stands, or both. */
type CountRange = Range & { readonly grain: ReportGrain; readonly orGrain: ReportGrain };
type GapRange = Range & { readonly unit: 'day' | 'month' };
type EdgeRange = Range & { readonly others: number; readonly othersTo: number };

export interface CountRow {
  readonly measure: string;
  readonly value: number;
  readonly n: number;
}
interface NumberRow {
  readonly n: number | null;
}
/** What happened in a month, and by how much changed what stands. */
export interface MonthRow extends CountRow {
  readonly at: number;
}
export interface MergeCountRow {
  readonly kind: 'merges' | 'unmerges';
  readonly slot: number;
  readonly n: number;
}

const total = (what: RawBuilder<unknown>) => sql<number>`cast(${what} as bigint)`;

const groups = sql.table('report_organization_link');
const links = sql.table('report_link');
const activity = sql.table('report_activity');

/** Which organization stands for this one. */
const standing = query((db, p: Params<ReportScope>) =>
  db.selectFrom('report_organization_link').select('canonical_id').where('tenant', '=', p.tenant).where('id', '=', p.organizationId),
);
const merged = query((db, p: Params<ReportScope>) =>
  db.selectFrom('report_organization_link').select('id').where('tenant', '=', p.tenant).where('canonical_id', '=', p.organizationId),
);

const counts = query((db, p: Params<CountRange>) =>
  db
    .selectFrom('report_count')
    .select(['measure', 'value', total(sql`sum(n)`).as('n')])
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('grain', 'in', [p.grain, p.orGrain])
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .groupBy(['measure', 'value']),
);

/** Of all months of a range, month by month. */
const months = query((db, p: Params<Range>) =>
  db
    .selectFrom('report_count')
    .select(['at', 'measure', 'value', 'n'])
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('grain', 'in', [sql.lit<ReportGrain>('month'), sql.lit<ReportGrain>('standing-month')])
    .where('at', '>=', p.from)
    .where('at', '<', p.to),
);

const firstOfRange = query((db, p: Params<GapRange>) =>
  db
    .selectFrom('report_gap')
    .select(total(sql`sum(n)`).as('n'))
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('unit', '=', p.unit)
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .where((eb) => eb('gap', '>', eb('at', '-', p.from))),
);

const newcomers = query((db, p: Params<Range>) =>
  db
    .selectFrom('report_first')
    .select(total(sql`count(*)`).as('n'))
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('first_slot', '>=', p.from)
    .where('first_slot', '<', p.to)
    .where('here_slot', '<', p.to),
);

/** The same of whole months, as sums. */
const newcomersOfMonths = query((db, p: Params<Range>) =>
  db
    .selectFrom('report_gap')
    .select(total(sql`sum(n)`).as('n'))
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('unit', '=', sql.lit<'new'>('new'))
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .where((eb) => eb(eb('at', '+', eb.ref('gap')), '<', p.to)),
);

/** Those organizations that are one. */
const ofScope = (p: Params<ReportScope>) =>
  sql`(select ${p.organizationId} as id union all select one.id from ${groups} as one where one.tenant = ${p.tenant} and one.canonical_id = ${p.organizationId})`;

/**
 * How many persons were active from one slot to another, and not in other slots. What a person did is found by the person: conditions that
 * another index might be used for are hidden from whoever plans it.
 */
const onlyThen = (isTenant: boolean) =>
  query((db, p: Params<EdgeRange>) => {
    const named = (organization: RawBuilder<unknown>) => (isTenant ? sql`` : sql`and ${organization} in (select id from ${ofScope(p)} as named)`);
    return db
      .selectFrom(
        sql<{ person: string }>`(
          select distinct coalesce(own.canonical_id, one.end_user_id) as person from ${activity} as one
            left join ${links} as own on own.tenant = one.tenant and own.id = one.end_user_id
          where one.tenant = ${p.tenant} and one.slot >= ${p.from} and one.slot < ${p.to} ${named(sql`one.organization_id`)}
        )`.as('active'),
      )
      .select(total(sql`count(*)`).as('n'))
      .where(
        sql<boolean>`not exists (
          select 1 from ${activity} as other where other.tenant = ${p.tenant} and other.end_user_id in (
            select active.person union all select below.id from ${links} as below where below.tenant = ${p.tenant} and below.canonical_id = active.person
          ) and coalesce(other.slot, 0) >= ${p.others} and coalesce(other.slot, 0) < ${p.othersTo} ${named(sql`coalesce(other.organization_id, '')`)}
        )`,
      );
  });

/** A merge has one slot, whomever it is told of. */
const merges = query((db, p: Params<Range>) =>
  db
    .selectFrom('report_merge')
    .select(['kind', 'slot', total(sql`count(distinct merge_id)`).as('n')])
    .where('tenant', '=', p.tenant)
    .where('organization_id', 'in', sql<string>`(select id from ${ofScope(p)} as named)`)
    .where('slot', '>=', p.from)
    .where('slot', '<', p.to)
    .groupBy(['kind', 'slot']),
);

/** Reads what reports are made of. */
export class ReportReads {
  readonly standing: Prepared<ReportScope, { canonical_id: string }>;
  readonly merged: Prepared<ReportScope, { id: string }>;
  readonly counts: Prepared<CountRange, CountRow>;
  readonly months: Prepared<Range, MonthRow>;
  readonly firstOfRange: Prepared<GapRange, NumberRow>;
  /** From slot to slot. */
  readonly newcomers: Prepared<Range, NumberRow>;
  /** From month to month. */
  readonly newcomersOfMonths: Prepared<Range, NumberRow>;
  readonly onlyThen: Prepared<EdgeRange, NumberRow>;
  readonly onlyThenAnywhere: Prepared<EdgeRange, NumberRow>;
  readonly merges: Prepared<Range, MergeCountRow>;

  constructor(database: ReadDatabase) {
    this.standing = database.prepare(standing);
    this.merged = database.prepare(merged);
    this.counts = database.prepare(counts);
    this.months = database.prepare(months);
    this.firstOfRange = database.prepare(firstOfRange);
    this.newcomers = database.prepare(newcomers);
    this.newcomersOfMonths = database.prepare(newcomersOfMonths);
    this.onlyThen = database.prepare(onlyThen(false));
    this.onlyThenAnywhere = database.prepare(onlyThen(true));
    this.merges = database.prepare(merges);
  }
}
