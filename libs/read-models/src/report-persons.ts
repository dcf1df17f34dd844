import { everywhere } from './report-measures';
import type { Stretch } from './report-periods';
import type { ReportReads, ReportScope } from './report-reads';
import { mostGap } from './report-settle-activity';
import { nearestMonth, slotsOfDay, startOfMonth } from './report-time';

/** Whole months where it comes as near to them as to any days, or is too long for days; else whole days. */
interface Core extends Stretch {
  readonly unit: 'day' | 'month';
  /** The same in days, or months. */
  readonly first: number;
  readonly end: number;
}

const nearestDay = (slot: number): number => Math.round(slot / slotsOfDay);

/** The whole months that come nearest. */
function monthsOf({ from, to }: Stretch): Core {
  const [first, end] = [nearestMonth(from), nearestMonth(to)];
  return { unit: 'month', first, end, from: startOfMonth(first), to: startOfMonth(end) };
}

function coreOf(stretch: Stretch): Core {
  const [first, end] = [nearestDay(stretch.from), nearestDay(stretch.to)];
  const days: Core = { unit: 'day', first, end, from: first * slotsOfDay, to: end * slotsOfDay };
  const months = monthsOf(stretch);
  const areMonths = days.from === months.from && days.to === months.to;
  return areMonths || end - first >= mostGap ? months : days;
}

/**
 * How many persons were active in a stretch of time: those of whole days or months as sums, and at both ends who was active only there.
 * What lies between an end and the nearest whole day is half a day at most.
 */
export async function activeIn(reads: ReportReads, scope: ReportScope, stretch: Stretch): Promise<number> {
  const only = async (those: Stretch, others: Stretch): Promise<number> => {
    if (those.from >= those.to) return 0;
    const read = scope.organizationId === everywhere ? reads.onlyThenAnywhere : reads.onlyThen;
    const [row] = await read({ ...scope, ...those, others: others.from, othersTo: others.to });
    return row?.n ?? 0;
  };
  const { from, to } = stretch;
  const core = coreOf(stretch);
  if (core.from >= core.to || from >= core.to || to <= core.from) return only(stretch, { from: 0, to: 0 });
  const [rows, sooner, later, after, before] = await Promise.all([
    reads.firstOfRange({ ...scope, unit: core.unit, from: core.first, to: core.end }),
    only({ from, to: core.from }, core),
    only({ from: core.from, to: from }, { from, to: core.to }),
    only({ from: core.to, to }, { from, to: core.to }),
    only({ from: to, to: core.to }, stretch),
  ]);
  return (rows[0]?.n ?? 0) + sooner - later + after - before;
}

/** How many persons were active for the first time in a stretch of time: of whole months as sums, else by their first activity one by one. */
export async function newIn(reads: ReportReads, scope: ReportScope, { from, to }: Stretch): Promise<number> {
  const months = monthsOf({ from, to });
  const areMonths = months.from === from && months.to === to;
  const [row] = areMonths ? await reads.newcomersOfMonths({ ...scope, from: months.first, to: months.end }) : await reads.newcomers({ ...scope, from, to });
  return row?.n ?? 0;
}
