import type { SearchedFor } from './search-text';

/** A stretch of numbers, from `upTo` down to `from`, at most `limit`. */
export interface Stretch {
  readonly from: number;
  readonly upTo: number;
  readonly limit: number;
}

/** What a name is looked for by: full text of SQLite, and for PostgreSQL the words as a JSON array. */
export type NamesMatch = { readonly match: string; readonly words: string };
/** What contact points are looked for by: full text of SQLite, and for PostgreSQL the runs of each part as a JSON array of arrays; and the parts, to compare with. */
export type PointsMatch = { readonly match: string; readonly runs: string; readonly one: string; readonly two: string; readonly three: string };

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** All words, each as the beginning of one; undefined for no words. */
export const namesMatch = ({ words }: SearchedFor): NamesMatch | undefined =>
  words.length === 0 ? undefined : { match: words.map((word) => `${quoted(word)}*`).join(' AND '), words: JSON.stringify(words) };

/** Any of the parts, each by its runs of three characters; undefined for no parts. */
export function pointsMatch({ parts }: SearchedFor): PointsMatch | undefined {
  const [one, two = one, three = one] = parts;
  if (one === undefined || two === undefined || three === undefined) return undefined;
  const match = parts.map((part) => `(${runsOf(part).map(quoted).join(' AND ')})`).join(' OR ');
  return { match, runs: JSON.stringify([runsOf(one), two === one ? noRuns : runsOf(two), three === two ? noRuns : runsOf(three)]), one, two, three };
}

/** In no contact point: for a part that there is not. */
const noRuns = [''] as const;

/** The most runs that are looked up; what they find is compared with the whole text anyway. */
const mostRuns = 12;

function runsOf(part: string): readonly string[] {
  const characters = [...part];
  const runs = characters.slice(2).map((_, i) => characters.slice(i, i + 3).join(''));
  return [...new Set(runs)].slice(0, mostRuns);
}
