/*
 * Reports count in quarters of an hour of business time (UTC): all offsets of time zones are multiples of it, so days, weeks and months
 * anywhere are sums of them. A `slot` counts them from 1970 on, a `day` days in UTC, a `month` months.
 * `organization_id` is of an organization as it was named, `''` for none, `*` for all of the tenant.
 */

/** What something is counted by. What stands until it is taken back, such as a backlog, is counted apart from what happens. */
export type ReportGrain = 'slot' | 'day' | 'month' | 'standing-slot' | 'standing-month';

/** How often something happened: sums for every slot and every month; of what happens, but for times to solve, also for every day in UTC. */
export interface ReportCountTable {
  tenant: string;
  organization_id: string;
  grain: ReportGrain;
  /** Which slot or month. */
  at: number;
  /** `inbound <channel>`, `outbound <channel>`, or one of a few words. */
  measure: string;
  /** Of `first-solve` the seconds that it took, rounded; 0 of all others. */
  value: number;
  n: number;
}

/** What has happened since rows were settled: none after a transaction. */
export type ReportDeltaTable = Omit<ReportCountTable, 'grain' | 'at'> & { slot: number; month: number };

/** In which slots an end user had interactions, under which organization. */
export interface ReportActivityTable {
  tenant: string;
  end_user_id: string;
  organization_id: string;
  slot: number;
  month: number;
}

/**
 * How many persons were active on a day (in a month), whose last one before was `gap` days (months) ago. Of who was active on any of the
 * days A to B, just one of these days has a gap that reaches behind A, the first: so numbers of different persons are sums. Gaps of days are
 * told apart up to 32. `new`: how many were active first of all in month `at`, and here first `gap` months after that. Of the organization that
 * stands for those that are one.
 */
export interface ReportGapTable {
  tenant: string;
  organization_id: string;
  unit: 'day' | 'month' | 'new';
  at: number;
  gap: number;
  n: number;
}
export type ReportGapDeltaTable = ReportGapTable;

/** When a person, named by the profile that stands for it, was heard of first, anywhere and under an organization that stands for its kind. */
export interface ReportFirstTable {
  tenant: string;
  end_user_id: string;
  organization_id: string;
  /** Slot of the first interaction. */
  first_slot: number;
  /** Slot of the first one under the organization. */
  here_slot: number;
}

/** Who was merged, and who stands for it. `survivor_id` is ahead of `canonical_id` until rows are settled; null there for who came back. */
export interface ReportLinkTable {
  tenant: string;
  id: string;
  survivor_id: string | null;
  canonical_id: string;
}

/** An end user or an organization whose links changed: none after a transaction. */
export interface ReportRelinkedTable {
  tenant: string;
  id: string;
}

/** Profiles whose persons are to be counted anew: none after a transaction. */
export interface ReportStaleTable {
  part: 'activity' | 'stay';
  tenant: string;
  end_user_id: string;
}

/** What is told of a ticket: the opening, a status, a move. */
export interface ReportTicketEventTable {
  tenant: string;
  ticket_id: string;
  /** Business time, milliseconds since 1970. */
  at: number;
  position: number;
  month: number;
  opened: number;
  /** Whether it is solved or closed from here on; null when that is not said. */
  done: number | null;
  /** Null when that is not said. */
  organization_id: string | null;
}

/** An interaction that nobody has yet. */
export interface ReportOpenTable {
  tenant: string;
  id: string;
  slot: number;
  month: number;
  measure: string;
}

/**
 * From when to when something of a profile was so. `new` and `closed_new` say that rows have to be settled for its beginning, its end.
 * `here`: it existed; `gone`: it was deleted; `member` of an organization; `point`: it held a contact point.
 */
export interface ReportStayTable {
  tenant: string;
  end_user_id: string;
  kind: 'here' | 'gone' | 'member' | 'point';
  /** Organization, or digest of the contact point. */
  subject: string;
  from_position: number;
  /** Of a contact point. */
  channel: string;
  from_slot: number;
  from_month: number;
  to_position: number | null;
  to_slot: number | null;
  to_month: number | null;
  opened_new: number;
  closed_new: number;
}

/** A profile that took part in a merge, or in undoing it: none after a transaction. */
export interface ReportPartyTable {
  tenant: string;
  end_user_id: string;
  merge_id: string;
  kind: 'merges' | 'unmerges';
  slot: number;
  position: number;
}

/** A merge of end users, or its undoing, in which a member of an organization took part. */
export interface ReportMergeTable {
  tenant: string;
  organization_id: string;
  slot: number;
  kind: 'merges' | 'unmerges';
  merge_id: string;
}

export interface ReportTables {
  report_count: ReportCountTable;
  report_delta: ReportDeltaTable;
  report_activity: ReportActivityTable;
  report_heard: ReportActivityTable;
  report_gap: ReportGapTable;
  report_gap_delta: ReportGapDeltaTable;
  report_first: ReportFirstTable;
  report_link: ReportLinkTable;
  report_relinked: ReportRelinkedTable;
  report_organization_link: ReportLinkTable;
  report_organization_relinked: ReportRelinkedTable;
  report_stale: ReportStaleTable;
  report_ticket_event: ReportTicketEventTable;
  report_told: ReportTicketEventTable;
  report_open: ReportOpenTable;
  report_stay: ReportStayTable;
  report_party: ReportPartyTable;
  report_merge: ReportMergeTable;
}
