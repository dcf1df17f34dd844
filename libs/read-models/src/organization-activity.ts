import { type RawBuilder, sql } from 'kysely';
import { type OfOrganization, oneOrganization, organizationIds } from './one-organization';
import type { Prepared, ReadDatabase } from './read-database';
import { query } from './statement';
import type { ReportGrain } from './tables';

/** What happened on one day. */
export interface DayOfActivity {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly inbound: number;
  readonly outbound: number;
  readonly ticketsOpened: number;
  readonly ticketsSolved: number;
}

/** On how many days activity is told of, today included. */
const daysTold = 30;
const dayMs = 86_400_000;

type OfDay = OfOrganization & { readonly day: number };
type Sums = { readonly [Figure in Exclude<keyof DayOfActivity, 'day'>]: number | null };

const grain = (name: ReportGrain) => sql.lit(name);
const total = (which: RawBuilder<unknown>) => sql<number | null>`cast(sum(case when ${which} then n else 0 end) as bigint)`;
const measuredAs = (direction: 'inbound' | 'outbound') => sql`measure >= ${sql.lit(`${direction} `)} and measure < ${sql.lit(`${direction}!`)}`;

/** From the counts that reports are made of: one day of one organization, in one pass and without sorting. */
const sums = query<OfDay, Sums>((db, p) =>
  db
    .selectFrom('report_count')
    .select([
      total(measuredAs('inbound')).as('inbound'),
      total(measuredAs('outbound')).as('outbound'),
      total(sql`measure = 'opened'`).as('ticketsOpened'),
      total(sql`measure = 'solved'`).as('ticketsSolved'),
    ])
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('grain', '=', grain('day'))
    .where('at', '=', p.day),
);

/** What stands is the sum of all that came and went. */
const backlog = query<OfOrganization, { n: number | null }>((db, p) =>
  db
    .selectFrom('report_count')
    .select(sql<number>`cast(sum(n) as bigint)`.as('n'))
    .where('tenant', '=', p.tenant)
    .where('organization_id', 'in', organizationIds(db, p))
    .where('grain', '=', grain('standing-month'))
    .where('measure', '=', sql.lit('backlog')),
);

/** Reads what happened with an organization, and what is still to be done. */
export class OrganizationActivity {
  private readonly organizations: Prepared<OfOrganization, { id: string }>;
  private readonly sums: Prepared<OfDay, Sums>;
  private readonly backlog: Prepared<OfOrganization, { n: number | null }>;

  constructor(database: ReadDatabase) {
    this.organizations = database.prepare(oneOrganization);
    this.sums = database.prepare(sums);
    this.backlog = database.prepare(backlog);
  }

  /** Day by day, the last one last. @param now RFC 3339: its day in UTC is the last one */
  async until(now: string, of: OfOrganization): Promise<readonly DayOfActivity[]> {
    const last = Math.floor(Date.parse(now) / dayMs);
    const ids = (await this.organizations(of)).map(({ id }) => id);
    return Promise.all(Array.from({ length: daysTold }, (_, i) => this.on(last - daysTold + 1 + i, of.tenant, ids)));
  }

  /** How many tickets are neither solved nor closed. */
  async unsolved(of: OfOrganization): Promise<number> {
    return (await this.backlog(of))[0]?.n ?? 0;
  }

  private async on(day: number, tenant: string, organizations: readonly string[]): Promise<DayOfActivity> {
    const rows = (await Promise.all(organizations.map(async (organizationId) => this.sums({ tenant, organizationId, day })))).flat();
    const all = (figure: keyof Sums) => rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0);
    return {
      day: new Date(day * dayMs).toISOString().slice(0, 10),
      inbound: all('inbound'),
      outbound: all('outbound'),
      ticketsOpened: all('ticketsOpened'),
      ticketsSolved: all('ticketsSolved'),
    };
  }
}
