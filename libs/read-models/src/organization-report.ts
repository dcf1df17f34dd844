import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';
import { Counts, countsIn, monthsIn, standingAt } from './report-counts';
import { everywhere, standingMeasures } from './report-measures';
import { type Period, periodsOf, type Stretch, timeOfSlot } from './report-periods';
import { activeIn, newIn } from './report-persons';
import { ReportReads, type ReportScope } from './report-reads';
import type { ReportSpan, ReportStep } from './report-span';

/** How many interactions there were by a channel, in a direction. */
export interface ReportedInteractions {
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound';
  readonly count: number;
}

/** Persons, each counted once however many profiles were merged. */
export interface ReportedEndUsers {
  /** Who had an interaction in the period. */
  readonly active: number;
  /** Of these, whose first interaction ever was in it. */
  readonly new: number;
  /** Of these, all others. */
  readonly returning: number;
  /** Members at the end of the period; of the tenant, all who were there then. */
  readonly members: number;
  /** Of the members, those who could be reached on more than one channel. */
  readonly multiChannel: number;
  /** Of the members, those with an e-mail address, 0 to 1 in four digits; null without members. */
  readonly emailShare: number | null;
}

export interface ReportedTickets {
  readonly opened: number;
  readonly solved: number;
  readonly reopened: number;
  /** Neither solved nor closed at the end of the period. */
  readonly backlog: number;
  /** From opening to the first time that it was solved, of those for which that was in the period; seconds, to within 1 %. Null when none was. */
  readonly timeToFirstSolve: { readonly median: number | null; readonly p90: number | null };
}

/** What is counted in some time. */
export interface ReportCounts {
  readonly tickets: ReportedTickets;
  /** By channel and then direction, those that there were. */
  readonly interactions: readonly ReportedInteractions[];
  readonly endUsers: ReportedEndUsers;
  /** Of end users; of an organization, those that a member took part in. */
  readonly merges: number;
  readonly unmerges: number;
}

export interface ReportPeriod extends ReportCounts {
  /** RFC 3339 UTC. */
  readonly from: string;
  /** RFC 3339 UTC, not included. */
  readonly to: string;
  /** `2026-03-03`, `2026-W10` or `2026-03`. The first and the last period may be cut off by the days asked for. */
  readonly label: string;
}

/** What happened, period by period and in all: persons are counted once in the whole time, so totals of them are no sums. */
export interface Report {
  /** Of the organization that stands for the one that was asked for; null for all of the tenant. */
  readonly organizationId: string | null;
  readonly timeZone: string;
  readonly by: ReportStep;
  readonly periods: readonly ReportPeriod[];
  readonly totals: ReportCounts;
}

/**
 * What happened with an organization and those that were merged into it, or with all of a tenant (null), in business time.
 * An organization that is not known has a report of nothing. @throws BadReportSpan
 */
export class OrganizationReport extends Query<Report> {
  static readonly needs: readonly ProjectionName[] = ['reports'];
  constructor(
    readonly tenant: string,
    readonly organizationId: string | null,
    readonly span: ReportSpan,
  ) {
    super();
  }
}

@QueryHandler(OrganizationReport)
export class OrganizationReportHandler implements IQueryHandler<OrganizationReport> {
  private readonly reads: ReportReads;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.reads = new ReportReads(database);
  }

  async execute({ tenant, organizationId, span }: OrganizationReport): Promise<Report> {
    const stretches = periodsOf(span);
    const { scope, scopes } = await this.scopesOf(tenant, organizationId);
    const [first, last] = [stretches[0] as Period, stretches.at(-1) as Period];
    const whole = { from: first.from, to: last.to };
    const [before, months, merges, all] = await Promise.all([
      standingAt(this.reads, scopes, whole.from),
      monthsIn(this.reads, scopes, stretches),
      scope.organizationId === everywhere ? [] : this.reads.merges({ ...scope, ...whole }),
      this.personsIn(scope, whole),
    ]);
    const found = await Promise.all(
      stretches.map(async (stretch) => ({ counts: await countsIn(this.reads, scopes, months, stretch), persons: await this.personsIn(scope, stretch) })),
    );
    const [stands, sum] = [new Counts().addAll(before), new Counts()];
    const periods = found.map(({ counts, persons }, i): ReportPeriod => {
      const { from, to, label } = stretches[i] as Period;
      counts.add(merges.filter(({ slot }) => slot >= from && slot < to).map(({ kind, n }) => ({ measure: kind, value: 0, n })));
      stands.addAll(counts, standingMeasures);
      sum.addAll(counts);
      return { from: timeOfSlot(from), to: timeOfSlot(to), label, ...shown(counts, stands, persons) };
    });
    const { by, timeZone } = span;
    return { organizationId: organizationId === null ? null : scope.organizationId, timeZone, by, periods, totals: shown(sum, stands, all) };
  }

  /** Persons are counted under the organization that stands for those that are one, all else under each of them. */
  private async scopesOf(tenant: string, organizationId: string | null): Promise<{ scope: ReportScope; scopes: readonly ReportScope[] }> {
    const named = { tenant, organizationId: organizationId ?? everywhere };
    if (organizationId === null) return { scope: named, scopes: [named] };
    const [link] = await this.reads.standing(named);
    const scope = { tenant, organizationId: link?.canonical_id ?? organizationId };
    const merged = await this.reads.merged(scope);
    return { scope, scopes: [scope, ...merged.map(({ id }) => ({ tenant, organizationId: id }))] };
  }

  private async personsIn(scope: ReportScope, stretch: Stretch): Promise<Persons> {
    const [active, newcomers] = await Promise.all([activeIn(this.reads, scope, stretch), newIn(this.reads, scope, stretch)]);
    return { active, new: newcomers };
  }
}

type Persons = Pick<ReportedEndUsers, 'active' | 'new'>;

/** @param stands what there is at the end @param persons who were active */
function shown(counts: Counts, stands: Counts, persons: Persons): ReportCounts {
  const [median = null, p90 = null] = counts.percentiles('first-solve', [0.5, 0.9]);
  const [members, withEmail] = [stands.of('members'), stands.of('with-email')];
  return {
    tickets: {
      opened: counts.of('opened'),
      solved: counts.of('solved'),
      reopened: counts.of('reopened'),
      backlog: stands.of('backlog'),
      timeToFirstSolve: { median, p90 },
    },
    interactions: counts.measures
      .flatMap((measure) => {
        const [, direction, channel] = /^(inbound|outbound) (.*)$/.exec(measure) ?? [];
        return channel === undefined ? [] : [{ channel, direction: direction as 'inbound' | 'outbound', count: counts.of(measure) }];
      })
      .sort(byChannel),
    endUsers: {
      ...persons,
      returning: persons.active - persons.new,
      members,
      multiChannel: stands.of('multi-channel'),
      emailShare: members === 0 ? null : Math.round((withEmail / members) * 10_000) / 10_000,
    },
    merges: counts.of('merges'),
    unmerges: counts.of('unmerges'),
  };
}

function byChannel(one: ReportedInteractions, other: ReportedInteractions): number {
  if (one.channel !== other.channel) return one.channel < other.channel ? -1 : 1;
  return one.direction < other.direction ? -1 : 1;
}
