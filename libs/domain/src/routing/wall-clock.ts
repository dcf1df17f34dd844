import type { Hours } from './routing';

/** What a clock on the wall and the calendar beside it show. */
export interface WallTime {
  /** ISO 8601 weekday: 1 is Monday, 7 Sunday. */
  readonly day: number;
  /** Since midnight, 0 to 1,439. */
  readonly minute: number;
}

/** A zone, with what its clock showed last: most decisions that follow each other are of the same minute. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  last: { readonly minute: number; readonly shown: WallTime } | undefined;
}

/** The most zones that are kept: there are as many, but each can be written in many ways. */
const maxZones = 500;
const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (zones.size >= maxZones) zones.clear();
  const made: Zone = { format, last: undefined };
  zones.set(timeZone, made);
  return made;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** @param at milliseconds since 1970 UTC */
export function wallTime(timeZone: string, at: number): WallTime {
  const zone = zoneOf(timeZone);
  const minute = Math.floor(at / 60_000);
  if (zone.last?.minute === minute) return zone.last.shown;
  const parts = Object.fromEntries(zone.format.formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = { day: weekdays.indexOf(parts.weekday ?? '') + 1, minute: Number(parts.hour) * 60 + Number(parts.minute) };
  zone.last = { minute, shown };
  return shown;
}

/** Whether it is a time zone of the IANA database, or an offset such as `+05:30`, as this runtime knows them. */
export function isTimeZone(name: string): boolean {
  if (name.length > 64) return false;
  try {
    return zoneOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** Minutes since midnight of `HH:MM`; undefined for what is none. `24:00` is one for the end of a range. */
export function minutesOf(text: string): number | undefined {
  if (text === '24:00') return 1_440;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/**
 * Whether the clock on the wall stands within these hours, at milliseconds since 1970 UTC. It is the clock that decides, not the time that has passed: on the day it is
 * put forward a range within the skipped hour is empty, and on the day it is put back the repeated hour counts twice.
 */
export function officeHours({ timeZone, days, from, to }: Hours): (at: number) => boolean {
  const [first, end] = [minutesOf(from) ?? 0, minutesOf(to) ?? 1_440];
  const begins = new Set(days);
  return (at) => {
    const { day, minute } = wallTime(timeZone, at);
    if (first < end) return begins.has(day) && minute >= first && minute < end;
    const yesterday = day === 1 ? 7 : day - 1;
    return (minute >= first && begins.has(day)) || (minute < end && begins.has(yesterday));
  };
}
