import { stringify } from 'csv-stringify/sync';
import type { Report, ReportCounts } from './organization-report';

type Row = Readonly<Record<string, string | number | null>>;

const interactionColumn = (channel: string, direction: string): string => `interactions ${channel} ${direction}`;

function rowOf({ tickets, interactions, endUsers, merges, unmerges }: ReportCounts): Row {
  return {
    'tickets opened': tickets.opened,
    'tickets solved': tickets.solved,
    'tickets reopened': tickets.reopened,
    'tickets backlog': tickets.backlog,
    'seconds to first solve median': tickets.timeToFirstSolve.median,
    'seconds to first solve p90': tickets.timeToFirstSolve.p90,
    ...Object.fromEntries(interactions.map(({ channel, direction, count }) => [interactionColumn(channel, direction), count])),
    'end users active': endUsers.active,
    'end users new': endUsers.new,
    'end users returning': endUsers.returning,
    members: endUsers.members,
    'members on several channels': endUsers.multiChannel,
    'members with e-mail share': endUsers.emailShare,
    merges,
    unmerges,
  };
}

/**
 * A report as a table: a row for each period, a column for each figure, channels as the totals have them. RFC 4180; what a spreadsheet would
 * take for a formula is quoted away (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function reportCsv({ periods, totals }: Report): string {
  const ways = totals.interactions.map(({ channel, direction }) => interactionColumn(channel, direction));
  const none = Object.fromEntries(ways.map((way) => [way, 0]));
  const figures = Object.keys(rowOf(totals));
  const rows = periods.map((period) => ({ period: period.label, from: period.from, to: period.to, ...none, ...rowOf(period) }));
  return stringify(rows, { header: true, columns: ['period', 'from', 'to', ...figures], record_delimiter: 'windows', escape_formulas: true });
}
