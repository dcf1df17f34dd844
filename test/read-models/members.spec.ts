import fc from 'fast-check';
import { Effort, Members, nextCommon } from '../../libs/read-models/src/members';

const highest = 9999;
const sparse = fc.uniqueArray(fc.nat(highest), { maxLength: 30, size: 'max' }).map((list) => list.sort((one, other) => other - one));
const dense = fc
  .record({ step: fc.integer({ min: 1, max: 60 }), from: fc.nat(highest), size: fc.nat(3000) })
  .map(({ step, from, size }) => Array.from({ length: size }, (_, i) => from - i * step).filter((number) => number >= 0));
const numbers = fc.oneof(sparse, dense);
const reads = (list: readonly number[]) => (upTo: number, limit: number) => list.filter((number) => number <= upTo).slice(0, limit);

const isIn = (lists: readonly (readonly number[])[], number: number) => lists.some((list) => list.includes(number));

describe('the common members of sets', () => {
  it('are found in descending order, each once, however often the effort is spent on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(numbers, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 12, max: 400 }),
        async (sets, enough) => {
          const found: number[] = [];
          let pages = 0;
          for (let number = highest; number >= 0; pages += 1) {
            const effort = new Effort(enough);
            const members = sets.map((lists, i) => new Members(lists.map(reads), 1, effort, i % 2 ? async (one) => isIn(lists, one) : undefined));
            for (;;) {
              const reached = await nextCommon(members, number, effort);
              number = reached ? reached.number : -1;
              if (!reached?.isCommon) break;
              found.push(number);
              number -= 1;
            }
            expect(pages).toBeLessThanOrEqual(highest);
          }
          expect(found).toEqual(Array.from({ length: highest + 1 }, (_, i) => highest - i).filter((number) => sets.every((lists) => isIn(lists, number))));
        },
      ),
    );
  });

  it('cost as many reads as the rarest set has members, whatever the size of the others', async () => {
    const effort = new Effort(1000);
    let count = 0;
    const everybody = (upTo: number, limit: number) => {
      count += 1;
      return Array.from({ length: limit }, (_, i) => upTo - i).filter((number) => number >= 0);
    };
    const few = [900_000, 500_000, 3];
    const sets = [new Members([everybody], 1, effort), new Members([reads(few)], 1, effort)];
    const found: number[] = [];
    for (let reached = await nextCommon(sets, 999_999, effort); reached; reached = await nextCommon(sets, reached.number - 1, effort))
      found.push(reached.number);
    expect(found).toEqual(few);
    expect(count).toBeLessThanOrEqual(2 * few.length + 2);
  });

  it('are asked for singly where a set says that it is cheaper and the other one is rare', async () => {
    const effort = new Effort(1000);
    let count = 0;
    const odd = (upTo: number, limit: number) => {
      count += 1;
      const first = upTo % 2 === 1 ? upTo : upTo - 1;
      return Array.from({ length: limit }, (_, i) => first - 2 * i).filter((number) => number >= 0);
    };
    const pairs = Array.from({ length: 8 }, (_, i) => 950_000 - i * 50_000).flatMap((even) => [even, even - 1]);
    const sets = [new Members([reads(pairs)], 1, effort), new Members([odd], 50, effort, async (number) => number % 2 === 1)];
    const found: number[] = [];
    for (let reached = await nextCommon(sets, 999_999, effort); reached; reached = await nextCommon(sets, reached.number - 1, effort))
      found.push(reached.number);
    expect(found).toEqual(pairs.filter((number) => number % 2 === 1));
    expect(count).toBeLessThanOrEqual(4);
  });

  it('are asked for one by one, too', async () => {
    const effort = new Effort(100);
    const set = new Members([reads([9, 5]), reads([7])], 1, effort);
    expect([await set.has(9), await set.has(8), await set.has(7), await set.has(5)]).toEqual([true, false, true, true]);
  });
});
