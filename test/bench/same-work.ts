import type { Tally } from './side';

/** True when both sides left the same behind; else what differs, first of one and then of the other. */
export function isSameWork(one: Tally, other: Tally): true | Readonly<Record<string, readonly unknown[]>> {
  const kinds = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((kind) => one[kind] !== other[kind]);
  return kinds.length === 0 ? true : Object.fromEntries(kinds.map((kind) => [kind, [one[kind], other[kind]]]));
}
