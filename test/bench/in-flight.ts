/** Does all pieces of work from number `from` on, at most `most` at once; the next begins as soon as one ends. */
export async function inFlight(from: number, count: number, most: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < from + count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(most, count) }, worker));
}
