/** In the order in which they are preferred. */
export const delimiters = [',', ';', '\t'] as const;

const linesLooked = 50;

/**
 * The delimiter of CSV by its first lines: the one that they have the same number of, outside of quotes; of several, the one there is most of.
 * A line that the beginning cuts off is not looked at.
 */
export function delimiterOf(beginning: string): string {
  const rated = delimiters.map((delimiter) => ({ delimiter, ...rate(countsIn(beginning, delimiter)) }));
  // A stable sort: the first of equals stays the first.
  const [best] = rated.toSorted((one, other) => other.alike - one.alike || other.count - one.count);
  return best && best.count > 0 ? best.delimiter : ',';
}

/** How many there are in the first line, and what share of the lines has as many. */
function rate(counts: readonly number[]): { readonly count: number; readonly alike: number } {
  const [count = 0] = counts;
  return { count, alike: count === 0 ? 0 : counts.filter((other) => other === count).length / counts.length };
}

function countsIn(text: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let [count, quoted, filled] = [0, false, false];
  const ended = () => {
    if (filled) counts.push(count);
    [count, filled] = [0, false];
  };
  for (const char of text) {
    if (counts.length === linesLooked) return counts;
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) ended();
    else filled = true;
    if (!quoted && char === delimiter) count++;
  }
  if (counts.length === 0) ended();
  return counts;
}
