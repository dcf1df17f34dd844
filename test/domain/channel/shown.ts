import { type Normalised, type NormaliserName, normalise } from '@kith/domain';

/** One row of a table of cases: input, default region, what comes of it as `shown`, and where that is written. */
export type Case = readonly [input: string, region: string | null, expected: string, source: string];

/** A result on one line: the key, or `none: …` or `invalid: …` with the reason. */
export const shown = (result: Normalised): string => (result.kind === 'key' ? result.key : `${result.kind}: ${result.reason}`);

/** What a normaliser makes of a value, on one line. */
export const read = (normaliser: NormaliserName, value: string, defaultRegion: string | null = null): string =>
  shown(normalise(normaliser, value, { defaultRegion }));

/** An input as a test title can hold it. */
export const titled = (text: string): string => (text.length > 60 ? `${JSON.stringify(text.slice(0, 40))}… (${text.length} units)` : JSON.stringify(text));
