/** A quarter of an hour: all offsets of time zones since October 1979 are multiples of it. */
export const slotMs = 900_000;
export const slotsOfDay = 96;

/** The slot that a moment is in. What was before 1970 counts as of its first slot. */
export const slotOf = (ms: number): number => Math.max(0, Math.floor(ms / slotMs));

/** Which month, in UTC, a slot is in; they are counted from January 1970 on. */
export function monthOf(slot: number): number {
  const date = new Date(slot * slotMs);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The first slot of a month. */
export const startOfMonth = (month: number): number => slotOf(Date.UTC(1970, month, 1));

/** The month that begins nearest to a slot. */
export function nearestMonth(slot: number): number {
  const month = monthOf(slot);
  return slot - startOfMonth(month) <= startOfMonth(month + 1) - slot ? month : month + 1;
}

/** What is kept of a moment. @param time RFC 3339 */
export function whenOf(time: string): { readonly slot: number; readonly month: number } {
  const slot = slotOf(Date.parse(time));
  return { slot, month: monthOf(slot) };
}
