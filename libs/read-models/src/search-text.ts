/** Letters that have no decomposition in Unicode, as people without them on their keyboard write them. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n' };
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Text without case, accents and ways of writing the same letter: compatibility decomposition (UAX #15) without combining diacritical marks. */
export function folded(text: string): string {
  const lower = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    // Lower case of a dotted capital I brings a mark of its own.
    .replace(/\u0307/g, '');
  return lower.replace(special, (letter) => plain[letter] as string);
}

/** The words of a text, folded: runs of letters, marks and digits. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A name as it is searched: its words with a space between. */
export const searchedName = (name: string): string => wordsOf(name).join(' ');

/** The name of an organization as it is searched and sorted by. */
export const searchedOrganization = (name: string | null | undefined): string =>
  folded(name ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** A contact point as it is searched: its key and its value as given, or the digits of a number as people write it; each once, a line each. */
export function searchedPoint({ key, value }: { readonly key: string; readonly value: string }): string {
  const [one, other = ''] = [folded(key), digitsOf(value) ?? folded(value)].map((text) => text.replace(/\s+/g, ' '));
  return one?.includes(other) ? one : `${one}\n${other}`;
}

/** What stands between the digits of a number as people write them. */
const written = /^[\s().+/\-\u2010-\u2015]*\d[\d\s().+/\-\u2010-\u2015]*$/;

/** The digits of what can be a number. */
const digitsOf = (text: string): string | undefined => (written.test(text) ? text.replace(/\D/g, '') : undefined);

/** The fewest characters that a contact point is found by. */
export const leastCharacters = 3;

/** What a person asked for, as it is looked for. */
export interface SearchedFor {
  /** Every one must begin a word of the name; none when the text has no words. */
  readonly words: readonly string[];
  /** One of them must be in a contact point; each has {@link leastCharacters} or more. */
  readonly parts: readonly string[];
}

/** What to look for. A number is looked for without the zero that is dialled before it inside a country, too. */
export function searchedFor(text: string): SearchedFor {
  const words = [...new Set(wordsOf(text))];
  const digits = digitsOf(text) ?? '';
  const forms = new Set([folded(text).replace(/\s+/g, ' ').trim(), digits, digits.replace(/^0(?=[1-9])/, '')]);
  return { words, parts: [...forms].filter((form) => [...form].length >= leastCharacters) };
}

/** Whether the texts that the search holds of an end user are what was asked for: what full text answers, told for one. */
export function isFoundBy({ words, parts }: SearchedFor, { name, points }: { readonly name: string; readonly points: string }): boolean {
  const own = name.split(' ');
  return (words.length > 0 && words.every((word) => own.some((one) => one.startsWith(word)))) || parts.some((part) => points.includes(part));
}
