import { RecentlyUsed } from '@kith/application';
import { BadReportSpan, mostPeriods, type ReportSpan, type ReportStep } from './report-span';
import { slotMs, slotOf } from './report-time';

/** A stretch of time: slots from one to another, which is not in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Period extends Stretch {
  readonly label: string;
}

const dayMs = 86_400_000;
/** Days of time zones, whose beginning is kept: to ask what a clock on the wall shows takes longer than to read what was counted. */
const startsOfDays = new RecentlyUsed<number>(10_000);
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Names do not depend on case.
  const name = timeZone.toUpperCase();
  const known = formats.get(name);
  if (known) return known;
  // Offsets such as +05:07 are taken by Intl, but are no zone.
  if (!/^[a-z]/i.test(timeZone)) throw noZone();
  try {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', ...numeric });
    formats.set(name, format);
    return format;
  } catch {
    throw noZone();
  }
}

const noZone = () => new BadReportSpan('timeZone', 'not the name of a time zone');

/** What a clock on the wall shows, as milliseconds in UTC would show it. */
function wallOf(format: Intl.DateTimeFormat, ms: number): number {
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * When a day begins in a time zone. Where its midnight comes twice, at the first; where clocks skip it, when they do.
 * @param day midnight of that date, in UTC @returns milliseconds
 */
export function startOfDay(day: number, timeZone: string): number {
  const name = `${timeZone} ${day}`;
  const known = startsOfDays.get(name);
  if (known !== undefined) return known;
  const start = lookedUp(day, timeZone);
  startsOfDays.set(name, start);
  return start;
}

function lookedUp(day: number, timeZone: string): number {
  const format = formatOf(timeZone);
  const offsetAt = (ms: number) => wallOf(format, ms) - ms;
  const [before, after] = [offsetAt(day - dayMs), offsetAt(day + dayMs)];
  const found = [...new Set([day - before, day - after])].sort((a, b) => a - b).find((ms) => wallOf(format, ms) === day);
  if (found !== undefined) return found;
  let [low, high] = [day - dayMs, day + dayMs];
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** @throws BadReportSpan */
function dayOf(text: string, part: 'from' | 'to'): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day) || dateOf(day) !== text) throw new BadReportSpan(part, 'not a date, such as 2026-03-01');
  if (day < 0) throw new BadReportSpan(part, 'before 1970');
  return day;
}

const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** 0 is Monday. */
const weekdayOf = (day: number): number => (new Date(day).getUTCDay() + 6) % 7;

/** Where the next day, week or month begins. */
function next(day: number, by: ReportStep): number {
  if (by === 'day') return day + dayMs;
  if (by === 'week') return day + (7 - weekdayOf(day)) * dayMs;
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

function labelOf(day: number, by: ReportStep): string {
  if (by === 'day') return dateOf(day);
  if (by === 'month') return dateOf(day).slice(0, 7);
  // ISO 8601: a week is of the year that its Thursday is in.
  const thursday = day + (3 - weekdayOf(day)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The periods of a span, without those that clocks skipped. Bounds are exact over changes of the clock; in zones whose offset was once no
 * multiple of a quarter of an hour (none since October 1979), a bound is taken to the quarter before. @throws BadReportSpan
 */
export function periodsOf({ from, to, by, timeZone }: ReportSpan): readonly Period[] {
  const [first, end] = [dayOf(from, 'from'), dayOf(to, 'to')];
  if (end <= first) throw new BadReportSpan('to', 'not after the first day');
  formatOf(timeZone);
  const periods: Period[] = [];
  const slotAt = (day: number) => slotOf(startOfDay(day, timeZone));
  for (let [day, start] = [first, slotAt(first)]; day < end; ) {
    const until = Math.min(next(day, by), end);
    const stop = slotAt(until);
    if (stop > start) periods.push({ from: start, to: stop, label: labelOf(day, by) });
    if (periods.length > mostPeriods) throw new BadReportSpan('to', `more than ${mostPeriods} periods`);
    [day, start] = [until, stop];
  }
  if (periods.length === 0) throw new BadReportSpan('from', 'a day that the clocks of the time zone skipped');
  return periods;
}

/** RFC 3339 UTC. */
export const timeOfSlot = (slot: number): string => new Date(slot * slotMs).toISOString();
