import type { Checkpoints } from '@kith/application';

type MaybeLater<T> = T | Promise<T>;

/** What every adapter of {@link Checkpoints} does. `reopen` gives the same checkpoints as another process would see them. */
export function checkpointsContract(name: string, make: () => MaybeLater<{ checkpoints: Checkpoints; reopen: () => MaybeLater<Checkpoints> }>): void {
  describe(`${name} keeps checkpoints`, () => {
    it('begins each at the beginning', async () => expect(await (await make()).checkpoints.read('a')).toBe(0n));

    it('gives back the last one written, each name its own, also beyond what a double can count', async () => {
      const { checkpoints, reopen } = await make();
      expect(await checkpoints.move('a', 0n, 5n)).toBe(true);
      expect(await checkpoints.move('a', 5n, 9_007_199_254_740_993n)).toBe(true);
      expect(await checkpoints.move('b', 0n, 7n)).toBe(true);
      for (const seen of [checkpoints, await reopen()])
        expect([await seen.read('a'), await seen.read('b'), await seen.read('c')]).toEqual([9_007_199_254_740_993n, 7n, 0n]);
    });

    it('moves none from where it is not', async () => {
      const { checkpoints, reopen } = await make();
      expect(await checkpoints.move('a', 3n, 4n)).toBe(false);
      expect(await checkpoints.move('a', 0n, 4n)).toBe(true);
      expect(await (await reopen()).move('a', 4n, 6n)).toBe(true);
      expect(await checkpoints.move('a', 4n, 5n)).toBe(false);
      expect(await checkpoints.read('a')).toBe(6n);
    });

    it('lets exactly one of many move it from where it is, the first time and later', async () => {
      const { checkpoints, reopen } = await make();
      const movers = [checkpoints, await reopen(), await reopen(), await reopen()];
      let at = 0n;
      for (let round = 0; round < 20; round += 1) {
        const next = (mover: number) => at + 1n + BigInt(mover % movers.length);
        const moved = await Promise.all([...movers, ...movers].map((mover, index) => mover.move('a', at, next(index))));
        expect(moved.filter(Boolean)).toHaveLength(1);
        at = next(moved.indexOf(true));
        expect(await checkpoints.read('a')).toBe(at);
      }
    });

    it('can be closed twice', async () => {
      const { checkpoints } = await make();
      await checkpoints.close();
      await checkpoints.close();
    });
  });
}
