/** Whether two JSON values are the same, whatever the order of their members. */
export function isDeepStrictEqualJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [inA, inB] = [Object.entries(a), b as Record<string, unknown>];
  return inA.length === Object.keys(b).length && inA.every(([name, value]) => Object.hasOwn(inB, name) && isDeepStrictEqualJson(value, inB[name]));
}
