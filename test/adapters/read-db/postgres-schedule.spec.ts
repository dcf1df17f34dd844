import { type Statement, statement } from '@kith/read-models';
import fc from 'fast-check';
import type { Access } from '../../../libs/adapters/src/read-db/postgres-footprint';
import { inRuns } from '../../../libs/adapters/src/read-db/postgres-schedule';

const modes = ['read', 'add', 'insert', 'write'] as const;
const access: fc.Arbitrary<Access> = fc.record({
  table: fc.constantFrom('holder', 'end_user', 'tenant'),
  mode: fc.constantFrom(...modes),
  apart: fc.constantFrom('key', undefined),
});
const footprints = fc.array(fc.array(access, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });
const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { minLength: 1, maxLength: 40 });

/** Whether two statements must stay in their order, as the words of the modes say it. */
function depend(one: readonly Access[], other: readonly Access[], isSameKey: boolean, isSameTemplate: boolean): 'no' | 'in order' | 'apart' {
  let worst: 'no' | 'in order' | 'apart' = 'no';
  for (const a of one)
    for (const b of other) {
      if (a.table !== b.table || (a.apart && b.apart && !isSameKey)) continue;
      const both = [a.mode, b.mode];
      if (both.every((mode) => mode === 'read') || both.every((mode) => mode === 'add')) continue;
      if (both.every((mode) => mode === 'insert') && isSameTemplate) worst = worst === 'apart' ? worst : 'in order';
      else worst = 'apart';
    }
  return worst;
}

describe('the schedule of statements', () => {
  it('leaves out none, and keeps the order of any two that could notice', () => {
    fc.assert(
      fc.property(footprints, steps, (given, order) => {
        const make = given.map(() => statement<{ key: string; n: number }>((db) => db.deleteFrom('holder')));
        const footprintOf = new Map(make.map((one, i) => [one({ key: '', n: 0 }).template, given[i] as readonly Access[]]));
        const all = order.map(([which, key], n) => (make[which % make.length] as (typeof make)[number])({ key: `k${key}`, n }));
        const runs = inRuns(all, (template) => footprintOf.get(template) as readonly Access[]);
        const places = new Map<Statement, readonly [run: number, index: number]>();
        for (const [i, run] of runs.entries()) for (const [j, one] of run.statements.entries()) places.set(one, [i, j]);
        expect(places.size).toBe(all.length);
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1)) {
            const of = ({ template }: Statement) => footprintOf.get(template) as readonly Access[];
            const how = depend(of(one), of(other), one.values.key === other.values.key, one.template === other.template);
            const [[run, index], [laterRun, laterIndex]] = [places.get(one) as [number, number], places.get(other) as [number, number]];
            if (how === 'apart') expect(run).toBeLessThan(laterRun);
            if (how === 'in order') expect(run < laterRun || (run === laterRun && index < laterIndex)).toBe(true);
          }
      }),
      { numRuns: 400 },
    );
  });

  it('does what belongs to different rows at once', () => {
    const write = statement<{ key: string }>((db) => db.deleteFrom('holder'));
    const all = Array.from({ length: 100 }, (_, i) => write({ key: `k${i % 50}` }));
    const runs = inRuns(all, () => [{ table: 'holder', mode: 'write', apart: 'key' }]);
    expect(runs.map((run) => run.statements.length)).toEqual([50, 50]);
  });
});
