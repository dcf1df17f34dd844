import type { Waits } from './side';

/** What one side did in one round. */
export interface Lap {
  /** Items in a second. */
  readonly rate: number;
  /** Processor time for one item in all threads, in microseconds; undefined where another process did the work. */
  readonly cpuMicros?: number;
  readonly waits?: Waits;
}

/** All laps of one side, in the order of the rounds. */
export type Laps = readonly Lap[];

/**
 * A B A B …: in every round each side works once, so that whatever slows the machine for a while slows all of them.
 * Which side begins changes from round to round, because the second one finds warmer caches and a busier disk.
 */
export async function alternate<Name extends string>(
  rounds: number,
  names: readonly Name[],
  lap: (name: Name, round: number) => Promise<Lap>,
  tell: (line: string) => void,
): Promise<Readonly<Record<Name, Laps>>> {
  const laps = new Map<Name, Lap[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) laps.get(name)?.push(await lap(name, round));
    tell(`round ${round + 1}: ${names.map((name) => `${name} ${Math.round(laps.get(name)?.[round]?.rate ?? 0)}/s`).join(', ')}`);
  }
  return Object.fromEntries(laps) as Record<Name, Lap[]>;
}

/** How many times as fast the first side was, round by round. */
export interface Ratio {
  readonly median: number;
  /** Lowest and highest of the rounds. */
  readonly range: readonly [number, number];
  readonly rounds: readonly number[];
}

export function ratioOf(first: Laps, second: Laps): Ratio {
  const rounds = first.map(({ rate }, i) => rounded(rate / (second[i] as Lap).rate));
  return { median: median(rounds), range: [Math.min(...rounds), Math.max(...rounds)], rounds };
}

/** Rates and processor time of one side, as they go into the detail of a figure. */
export function summary(laps: Laps): object {
  const cpu = laps.flatMap(({ cpuMicros }) => cpuMicros ?? []);
  return { ratePerSecond: Math.round(median(laps.map(({ rate }) => rate))), ...(cpu.length > 0 && { cpuMicrosEach: rounded(median(cpu)) }) };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return rounded(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2);
}

/** Three significant digits more than a noisy machine deserves. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
