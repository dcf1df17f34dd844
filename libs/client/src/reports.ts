import { type Caller, read, signalOf } from './caller';
import type { ReadOptions, Report, ReportSpan } from './types';

/** What happened in the tenant, counted. */
export class Reports {
  constructor(private readonly caller: Caller) {}

  /**
   * What happened, day by day, week by week or month by month, with and without an organization.
   * @example const { totals } = await kith.reports.find({ from: '2026-01-01', to: '2026-04-01', by: 'week' });
   */
  find({ signal, ...span }: ReadOptions & ReportSpan): Promise<Report> {
    const init = { params: { query: { ...span, format: 'json' as const } }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) };
    return reported(this.caller.api.GET('/v1/report', init));
  }
}

/** A report that was asked for as JSON: the text of a table is none. @throws KithProblem, KithUnreachable */
export const reported = async (call: Parameters<typeof read<Report | string>>[0]): Promise<Report> => (await read(call)) as Report;
