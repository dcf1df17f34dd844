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
      const values = this.byMeasure.get(measure) ?? new Map<number, number>();
      this.byMeasure.set(measure, values);
      values.set(value, (values.get(value) ?? 0) + sign * n);
    }
    return this;
  }

  addAll(other: Counts): this {
    for (const [measure, values] of other.byMeasure) this.add([...values].map(([value, n]) => ({ measure, value, n })));
    return this;
  }

  of(measure: string): number {
    return this.byMeasure.get(measure)?.get(0) ?? 0;
  }

  /** In their order, those that there were. */
  get measures(): readonly string[] {
    return [...this.byMeasure.keys()].filter((measure) => this.of(measure) !== 0).sort();
  }

  /** The value that this share of all does not exceed (nearest rank); null of none. */
  percentile(measure: string, share: number): number | null {
    const values = [...(this.byMeasure.get(measure) ?? [])].filter(([, n]) => n > 0).sort(([one], [other]) => one - other);
    let left = Math.ceil(share * values.reduce((sum, [, n]) => sum + n, 0));
    for (const [value, n] of values) {
      left -= n;
      if (left <= 0) return value;
    }
    return null;
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
  return [{ grain: 'month', from: first, to: end, sign: 1 } as const, between(from, first, 1), between(to, end, -1)].filter((part) => part.from < part.to);
}

/** All that was before. */
function partsBefore(to: number): readonly Part[] {
  const month = monthOf(to);
  return [
    { grain: 'month', from: 0, to: month, sign: 1 },
    { grain: 'slot', from: startOfMonth(month), to, sign: 1 },
  ];
}

async function read(reads: ReportReads, scopes: readonly ReportScope[], parts: readonly Part[], isStanding: boolean): Promise<Counts> {
  const all = scopes.flatMap((scope) =>
    parts.map(async ({ grain, from, to, sign }) => ({
      rows: await reads.counts({ ...scope, grain: isStanding ? `standing-${grain}` : grain, from, to }),
      sign,
    })),
  );
  return (await Promise.all(all)).reduce((counts, { rows, sign }) => counts.add(rows, sign), new Counts());
}

/** What happened in a stretch of time, and by how much changed what stands. */
export async function countsIn(reads: ReportReads, scopes: readonly ReportScope[], stretch: Stretch): Promise<Counts> {
  const parts = partsOf(stretch);
  const [happened, stands] = await Promise.all([read(reads, scopes, parts, false), read(reads, scopes, parts, true)]);
  return happened.addAll(stands);
}

/** What stood at a moment: only {@link standingMeasures}. */
export const standingAt = (reads: ReportReads, scopes: readonly ReportScope[], slot: number): Promise<Counts> => read(reads, scopes, partsBefore(slot), true);
