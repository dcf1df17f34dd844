import type { Checkpoints } from '@kith/application';

/** What every adapter of {@link Checkpoints} does. `reopen` gives the same checkpoints as another process would see them. */
export function checkpointsContract(name: string, make: () => { checkpoints: Checkpoints; reopen: () => Checkpoints }): void {
  describe(`${name} keeps checkpoints`, () => {
    it('begins each at the beginning', async () => expect(await make().checkpoints.read('a')).toBe(0n));

    it('gives back the last one written, each name its own, also beyond what a double can count', async () => {
      const { checkpoints, reopen } = make();
      expect(await checkpoints.move('a', 0n, 5n)).toBe(true);
      expect(await checkpoints.move('a', 5n, 9_007_199_254_740_993n)).toBe(true);
      expect(await checkpoints.move('b', 0n, 7n)).toBe(true);
      for (const seen of [checkpoints, reopen()])
        expect([await seen.read('a'), await seen.read('b'), await seen.read('c')]).toEqual([9_007_199_254_740_993n, 7n, 0n]);
    });

    it('moves none from where it is not', async () => {
      const { checkpoints, reopen } = make();
      expect(await checkpoints.move('a', 3n, 4n)).toBe(false);
      expect(await checkpoints.move('a', 0n, 4n)).toBe(true);
      expect(await reopen().move('a', 4n, 6n)).toBe(true);
      expect(await checkpoints.move('a', 4n, 5n)).toBe(false);
      expect(await checkpoints.read('a')).toBe(6n);
    });

    it('can be closed twice', async () => {
      const { checkpoints } = make();
      await checkpoints.close();
      await checkpoints.close();
    });
  });
}
