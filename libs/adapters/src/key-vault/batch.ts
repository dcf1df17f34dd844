/** How many keys are made ahead at the least. */
export const smallestBatch = 32;
/** How many keys are made in one transaction at the most. */
export const largestBatch = 512;
/** A batch that is used up within this time, in milliseconds, makes the next one twice as large; otherwise half as large. */
const busyBatch = 1000;

/** How many keys to make next, after a batch that lasted so many milliseconds. */
export function batchAfter(batch: number, lastedMs: number): number {
  return lastedMs < busyBatch ? Math.min(batch * 2, largestBatch) : Math.max(batch / 2, smallestBatch);
}
