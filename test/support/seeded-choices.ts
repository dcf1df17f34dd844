/** The same choices for the same seed (mulberry32). */
export function choicesFrom(seed: number): <T>(items: readonly T[]) => T {
  let state = seed;
  return <T>(items: readonly T[]) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return items[((t ^ (t >>> 14)) >>> 0) % items.length] as T;
  };
}
