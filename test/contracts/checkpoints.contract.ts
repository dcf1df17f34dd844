import type { Checkpoints } from '@kith/application';

/** What every adapter of {@link Checkpoints} does. `reopen` gives the same checkpoints as another process would see them. */
export function checkpointsContract(name: string, make: () => { checkpoints: Checkpoints; reopen: () => Checkpoints }): void {
  describe(`${name} keeps checkpoints`, () => {
    it('begins each at the beginning', async () => expect(await make().checkpoints.read('a')).toBe(0n));

    it('gives back the last one written, each name its own, also beyond what a double can count', async () => {
      const { checkpoints, reopen } = make();
      await checkpoints.write('a', 5n);
      await checkpoints.write('a', 9_007_199_254_740_993n);
      await checkpoints.write('b', 7n);
      for (const seen of [checkpoints, reopen()])
        expect([await seen.read('a'), await seen.read('b'), await seen.read('c')]).toEqual([9_007_199_254_740_993n, 7n, 0n]);
    });

    it('can be closed twice', async () => {
      const { checkpoints } = make();
      await checkpoints.close();
      await checkpoints.close();
    });
  });
}
