/** How far a way through the log is. Positions of a log may have gaps, or be those of bytes: what is to come is judged by their share. */
export interface LogProgress {
  /** Position of the log that it has come to. */
  readonly done: bigint;
  /** Position of the log that it goes to. */
  readonly total: bigint;
  /** Of the log's positions, 0 to 1. */
  readonly share: number;
  /** Gone through this time. */
  readonly events: number;
  readonly perSecond: number;
  /** Infinity before the first event. */
  readonly secondsLeft: number;
}

interface Reached extends Pick<LogProgress, 'done' | 'total' | 'events'> {
  /** Where the log begins. */
  readonly begin: bigint;
  /** Where this run took it up; the beginning when absent. */
  readonly from?: bigint;
  readonly milliseconds: number;
}

/** The share is of all; the time left is judged by what this run has done. */
export function logProgress({ begin, from = begin, done, total, events, milliseconds }: Reached): LogProgress {
  const [ran, left] = [Number(done - (from > begin ? from : begin)), Number(total - done)];
  const share = left === 0 ? 1 : Number(done > begin ? done - begin : 0n) / Number(total - begin);
  const perSecond = milliseconds > 0 ? (events * 1000) / milliseconds : 0;
  const secondsLeft = left === 0 ? 0 : ran > 0 && milliseconds > 0 ? ((milliseconds / 1000) * left) / ran : Number.POSITIVE_INFINITY;
  return { done, total, share, events, perSecond, secondsLeft };
}
