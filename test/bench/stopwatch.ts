import { median, rounded } from './rounds';

/** How long things took, in milliseconds: of each round a list. */
export class Stopwatch<Kind extends string> {
  private readonly laps: Partial<Record<Kind, number[][]>> = {};

  note(kind: Kind, round: number, ms: number): void {
    const rounds = this.laps[kind] ?? [];
    this.laps[kind] = rounds;
    const lap = rounds[round] ?? [];
    rounds[round] = lap;
    lap.push(ms);
  }

  /** Median of each round. */
  medians(kind: Kind): readonly number[] {
    return (this.laps[kind] ?? []).map(median);
  }

  /** How many times as long the first kind takes as the second, round by round. */
  times(one: Kind, other: Kind): readonly number[] {
    const others = this.medians(other);
    return this.medians(one).map((ms, round) => rounded(ms / (others[round] ?? Number.NaN)));
  }
}

/** Lowest and highest of the rounds. */
export const rangeOf = (rounds: readonly number[]): readonly [number, number] => [Math.min(...rounds), Math.max(...rounds)];
