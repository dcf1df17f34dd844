/**
 * Splits rows into groups that have nothing to do with each other: rows that share a key are in one group, however many rows lie between.
 * Groups are in the order of their first rows, and rows inside a group in the order given: one after the other, with the groups side by side,
 * they come to the same as all of them one after the other. Pure.
 */
export function rowsTogether<Row>(rows: readonly Row[], keysOf: (row: Row) => Iterable<string>): readonly (readonly Row[])[] {
  const parents = rows.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] as number;
    // The way up is shortened for those who ask next (path compression).
    for (let at = i; at !== root; ) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const owners = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    for (const key of keysOf(row)) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, i);
      else {
        const [one, other] = [rootOf(owner), rootOf(i)];
        // The earlier row leads, so that groups come in the order of their first rows.
        parents[Math.max(one, other)] = Math.min(one, other);
      }
    }
  }
  const groups = new Map<number, Row[]>();
  for (const [i, row] of rows.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups.values()];
}
