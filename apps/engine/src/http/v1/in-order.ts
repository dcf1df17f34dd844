/** How a list of items is worked on. */
export interface Order<Item, Ready, Result> {
  /** The most items at once. */
  readonly atOnce: number;
  /** Makes an item ready, before its place in the order is known. */
  readonly prepare: (item: Item, index: number) => Promise<Ready>;
  /** Items that have a lane in common are worked on one after the other. */
  readonly lanes: (item: Ready) => readonly string[];
  readonly work: (item: Ready, index: number) => Promise<Result>;
}

/**
 * Works on items side by side, but in their order where they share a lane. Results are in the order of the items.
 * After a failure no further item is begun; it is thrown once those that were begun have ended.
 */
export async function inOrder<Item, Ready, Result>(items: readonly Item[], { atOnce, prepare, lanes, work }: Order<Item, Ready, Result>): Promise<Result[]> {
  const lastInLane = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const results = new Array<Result>(items.length);
  const failures: unknown[] = [];
  for (const [i, item] of items.entries()) {
    while (running.size >= atOnce) await Promise.race(running);
    if (failures.length > 0) break;
    const ready = await prepare(item, i);
    const own = lanes(ready);
    const before = own.flatMap((lane) => lastInLane.get(lane) ?? []);
    const done = Promise.all(before)
      .then(async () => {
        if (failures.length === 0) results[i] = await work(ready, i);
      })
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => running.delete(done));
    running.add(done);
    for (const lane of own) lastInLane.set(lane, done);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return results;
}
