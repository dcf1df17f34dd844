/** A count of what one side left behind, by kind; equal on both sides when they did the same work. */
export type Tally = Readonly<Record<string, number | string>>;

/** How long single inputs waited for their answers, in milliseconds; only of sides that measure it. */
export interface Waits {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One of the programs that are compared. Lives in a process of its own. */
export interface Side {
  /** Works on `count` inputs from number `from` on; resolves when all of it is durable and can be read. */
  work(from: number, count: number): Promise<void>;
  /** Ends what goes on behind after the work, untimed, so that it does not weigh on the other side's lap. */
  settle?(): Promise<void>;
  /** Of the last lap. */
  waits?(): Waits | undefined;
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** Opens a side in its process. The options were made by the benchmark that wants it. */
export type OpenSide<Options> = (options: Options) => Promise<Side>;

/** From the benchmark to a side's process. */
export type ToSide = { readonly ask: 'work'; readonly from: number; readonly count: number } | { readonly ask: 'tally' } | { readonly ask: 'close' };

/** From a side's process: one answer to each question, in order; `open` comes unasked. */
export type FromSide =
  | { readonly answer: 'open' }
  | { readonly answer: 'work'; readonly seconds: number; readonly cpuMicros: number; readonly rssMiB: number; readonly waits?: Waits }
  | { readonly answer: 'tally'; readonly tally: Tally }
  | { readonly answer: 'closed' }
  | { readonly answer: 'failed'; readonly reason: string };
