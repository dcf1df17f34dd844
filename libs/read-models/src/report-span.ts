/** What a report is cut into; weeks begin on Monday (ISO 8601). */
export type ReportStep = 'day' | 'week' | 'month';

/** Which time a report is of, as a calendar on the wall of its time zone has it. */
export interface ReportSpan {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** The day after the last one. */
  readonly to: string;
  readonly by: ReportStep;
  /** IANA name. */
  readonly timeZone: string;
}

/** No such span, or one of more than `mostPeriods` periods. */
export class BadReportSpan extends Error {
  override readonly name = 'BadReportSpan';
  constructor(
    /** Which part of the span is wrong. */
    readonly part: keyof ReportSpan,
    message: string,
  ) {
    super(message);
  }
}

/** The most periods of a report. */
export const mostPeriods = 400;
