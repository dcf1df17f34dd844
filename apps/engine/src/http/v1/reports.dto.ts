import { ApiProperty } from '@nestjs/swagger';

const Count = (example: number) => ApiProperty({ type: 'integer', minimum: 0, example });
const Seconds = (example: number) => ApiProperty({ type: 'number', nullable: true, minimum: 0, example });

/** From opening to the first time that a ticket was solved, in seconds, to within 1 %; null when none was. */
export class TimeToFirstSolveAnswer {
  @Seconds(5_400)
  median: number | null;
  @Seconds(86_400)
  p90: number | null;
}

/** Tickets of a period, under the organization that they were of at the time of each thing. */
export class ReportedTicketsAnswer {
  @Count(12)
  opened: number;
  @Count(10)
  solved: number;
  @Count(1)
  reopened: number;
  /** Neither solved nor closed at the end of the period. */
  @Count(4)
  backlog: number;
  timeToFirstSolve: TimeToFirstSolveAnswer;
}

/** How many interactions there were by a channel, in a direction. */
export class ReportedInteractionsAnswer {
  /** @example 'email' */
  channel: string;
  direction: 'inbound' | 'outbound';
  @Count(42)
  count: number;
}

/** Persons, each counted once however many profiles were merged. */
export class ReportedEndUsersAnswer {
  /** Who had an interaction in the period. */
  @Count(20)
  active: number;
  /** Of these, whose first interaction ever was in it. */
  @Count(3)
  new: number;
  /** Of these, all others. */
  @Count(17)
  returning: number;
  /** Members at the end of the period; of the tenant, all who were there then. */
  @Count(100)
  members: number;
  /** Of the members, those who could be reached on more than one channel. */
  @Count(31)
  multiChannel: number;
  /** Of the members, those with an e-mail address, 0 to 1; null without members. */
  @ApiProperty({ type: 'number', nullable: true, minimum: 0, maximum: 1, example: 0.93 })
  emailShare: number | null;
}

/** What is counted in some time. */
export class ReportCountsAnswer {
  tickets: ReportedTicketsAnswer;
  /** By channel and then direction, those that there were. */
  interactions: ReportedInteractionsAnswer[];
  endUsers: ReportedEndUsersAnswer;
  /** Of end users; of an organization, those that a member took part in. */
  @Count(1)
  merges: number;
  @Count(0)
  unmerges: number;
}

/** What is counted in a day, week or month. */
export class ReportPeriodAnswer extends ReportCountsAnswer {
  /** @example '2026-03-02T23:00:00.000Z' */
  from: string;
  /**
   * Not included.
   * @example '2026-03-03T23:00:00.000Z'
   */
  to: string;
  /**
   * `2026-03-03`, `2026-W10` or `2026-03`. The first and the last period may be cut off by the days asked for.
   * @example '2026-03-03'
   */
  label: string;
}

/** What happened, period by period and in all. */
export class ReportAnswer {
  /**
   * The organization that stands for the one asked for; null for all of the tenant.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  organizationId: string | null;
  /** @example 'Europe/Paris' */
  timeZone: string;
  by: 'day' | 'week' | 'month';
  periods: ReportPeriodAnswer[];
  /** Persons are counted once in the whole time: these are no sums. */
  totals: ReportCountsAnswer;
}
