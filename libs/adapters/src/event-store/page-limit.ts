/** A page of no events would never move on; asking for one is a bug of the caller. @throws RangeError */
export function pageLimit(limit: number): number {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('a page holds at least one event');
  return limit;
}
