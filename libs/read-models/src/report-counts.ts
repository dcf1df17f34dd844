import { standingMeasures } from './report-measures';
import type { Stretch } from './report-periods';
import type { CountRow, ReportReads, ReportScope } from './report-reads';
import { monthOf, nearestMonth, startOfMonth } from './report-time';

/** A sum over slots or months; taken off where it reaches too far. */
interface Part {
  readonly grain: 'slot' | 'month';
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
}

/** How often each measure was counted: by value, which is 0 but for times to solve. */
export class Counts {
  private readonly byMeasure = new Map<string, Map<number, number>>();

  add(rows: readonly CountRow[], sign = 1): this {
    for (const { measure, value, n } of rows) {
      let values = this.byMeasure.get(measure);
      if (!values) {
        values = new Map();
        this.byMeasure.set(measure, values);
      }
      values.set(value, (values.get(value) ?? 0) + sign * n);
    }
    return this;
  }

  /** @param measures all when absent */
  addAll(other: Counts, measures: Iterable<string> = other.byMeasure.keys()): this {
    for (const measure of measures) for (const [value, n] of other.byMeasure.get(measure) ?? []) this.add([{ measure, value, n }]);
    return this;
  }

  of(measure: string): number {
    return this.byMeasure.get(measure)?.get(0) ?? 0;
  }

  /** In their order, those that there were. */
  get measures(): readonly string[] {
    return [...this.byMeasure.keys()].filter((measure) => this.of(measure) !== 0).sort();
  }

  /** The values that these shares of all, in their order, do not exceed (nearest rank); null of none. */
  percentiles(measure: string, shares: readonly number[]): readonly (number | null)[] {
    const values = [...(this.byMeasure.get(measure) ?? [])].filter(([, n]) => n > 0).sort(([one], [other]) => one - other);
    const all = values.reduce((sum, [, n]) => sum + n, 0);
    let [next, counted] = [0, 0];
    return shares.map((share) => {
      while (next < values.length && counted < Math.ceil(share * all)) counted += values[next++]?.[1] ?? 0;
      return values[next - 1]?.[0] ?? null;
    });
  }
}

/** The whole months that lie nearest, and slots between these and the ends: in most time zones a few hours. */
function partsOf({ from, to }: Stretch): readonly Part[] {
  const [first, end] = [nearestMonth(from), nearestMonth(to)];
  if (first >= end) return [{ grain: 'slot', from, to, sign: 1 }];
  const between = (slot: number, month: number, sign: 1 | -1): Part => {
    const start = startOfMonth(month);
    return slot < start ? { grain: 'slot', from: slot, to: start, sign } : { grain: 'slot', from: start, to: slot, sign: sign === 1 ? -1 : 1 };
  };
  return [{ grain: 'month', from: first, to: end, sign: 1 } as const, between(from, first, 1), between(to, end, -1)].filter(isLong);
}

/** All that was before. */
function partsBefore(to: number): readonly Part[] {
  const month = monthOf(to);
  const parts: readonly Part[] = [
    { grain: 'month', from: 0, to: month, sign: 1 },
    { grain: 'slot', from: startOfMonth(month), to, sign: 1 },
  ];
  return parts.filter(isLong);
}

const isLong = ({ from, to }: Part): boolean => from < to;

/** What is read at once for all stretches: what the whole months of them counted. */
export type Months = ReadonlyMap<number, readonly CountRow[]>;

export async function monthsIn(reads: ReportReads, scopes: readonly ReportScope[], stretches: readonly Stretch[]): Promise<Months> {
  const parts = stretches.flatMap(partsOf).filter(({ grain }) => grain === 'month');
  if (parts.length === 0) return new Map();
  const [from, to] = [Math.min(...parts.map((part) => part.from)), Math.max(...parts.map((part) => part.to))];
  const rows = await Promise.all(scopes.map(async (scope) => reads.months({ ...scope, from, to })));
  return Map.groupBy(rows.flat(), ({ at }) => at);
}

/** What happened in a stretch of time, and by how much changed what stands. */
export async function countsIn(reads: ReportReads, scopes: readonly ReportScope[], months: Months, stretch: Stretch): Promise<Counts> {
  const counts = new Counts();
  for (const { grain, from, to, sign } of partsOf(stretch)) {
    if (grain === 'month') for (let month = from; month < to; month++) counts.add(months.get(month) ?? []);
    else for (const scope of scopes) counts.add(await reads.counts({ ...scope, grain, orGrain: 'standing-slot', from, to }), sign);
  }
  return counts;
}

/** What stood at a moment: only {@link standingMeasures}. */
export async function standingAt(reads: ReportReads, scopes: readonly ReportScope[], slot: number): Promise<Counts> {
  const counts = new Counts();
  for (const { grain, from, to } of partsBefore(slot)) {
    const standing = `standing-${grain}` as const;
    for (const scope of scopes) counts.add(await reads.counts({ ...scope, grain: standing, orGrain: standing, from, to }));
  }
  return counts;
}
