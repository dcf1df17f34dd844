/** How a run is to be done. */
export interface RunOptions {
  /** Each side works once a round. */
  readonly rounds: number;
  /** Replaces the size that the benchmark has by itself: contact points, events or interactions, as its page says. */
  readonly size: number | undefined;
  /** Seconds of load for one server in one round; only servers are measured by time. */
  readonly seconds: number;
  /** Where what takes long to fill in is kept, and found again by the next run; a folder that goes with the run when undefined. */
  readonly keep: string | undefined;
  /** What is missing may be fetched from npm's registry. */
  readonly install: boolean;
  /** Tells a person what is going on; never part of the result. */
  readonly tell: (line: string) => void;
}

/** One figure, as `--json` prints it. */
export interface Measured {
  readonly name: string;
  /** Median over the rounds, how many times as fast as the other side; for `memory`, MiB. Null when it could not be measured here. */
  readonly ratio: number | null;
  /** The number to reach; for `memory`, to stay below. */
  readonly reach: number;
  readonly holds: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One comparison, or several that share their preparation. */
export interface Benchmark {
  readonly name: string;
  /** One sentence: what is compared with what. */
  readonly about: string;
  run(options: RunOptions): Promise<readonly Measured[]>;
}
