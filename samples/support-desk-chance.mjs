// Chance that falls the same way every time, and the clock of the desk.

/** mulberry32: small, seeded, and the same on every machine. */
let seed = 20260301;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const below = (n) => Math.floor(random() * n);
export const chance = (p) => random() < p;
export const pick = (list) => list[below(list.length)];
export const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
export const weighted = (weights) => {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (left -= weight) < 0);
};

// Time: March 2026, Europe/Paris; summer time begins on Sunday 29 March at 01:00 UTC.
export const minute = 60_000;
const summerTime = Date.UTC(2026, 2, 29, 1);
const offsetHours = (at) => (at < summerTime ? 1 : 2);
export const onClock = (day, hour, min = below(60), second = below(60)) => {
  const local = Date.UTC(2026, 2, day, hour, min, second);
  return local - (local - 3_600_000 < summerTime ? 1 : 2) * 3_600_000;
};
export const utc = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
export const withOffset = (at) => `${new Date(at + offsetHours(at) * 3_600_000).toISOString().slice(0, 19)}+0${offsetHours(at)}:00`;
// Sunday is 0. Of telephones, only the staffed hours are of use.
const perWeekday = { calls: [0, 10, 8, 8, 8, 9, 2], writing: [3, 9, 8, 8, 8, 8, 4] };
const perHour = {
  calls: [0, 0, 0, 0, 0, 0, 0, 0, 1, 8, 10, 9, 4, 4, 8, 8, 7, 6, 2, 0, 0, 0, 0, 0],
  writing: [2, 1, 0, 0, 0, 1, 2, 4, 6, 8, 9, 8, 6, 7, 7, 7, 7, 7, 6, 5, 5, 5, 4, 3],
};
const days = Array.from({ length: 31 }, (_, i) => i + 1);
export const sometime = (kind) => onClock(days[weighted(days.map((day) => perWeekday[kind][new Date(Date.UTC(2026, 2, day)).getUTCDay()]))], weighted(perHour[kind]));
