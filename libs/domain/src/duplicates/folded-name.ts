import { defaultSettings } from '../settings/settings';

/** Letters that have no decomposition in Unicode, as people without them on their keyboard write them. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n' };
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/**
 * Marks that people leave out: accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic. The vowel signs of Indic
 * scripts and the voicing marks of kana are marks to Unicode, too, but another name without them.
 */
const optionalMarks =
  /[\u0300-\u036f]|[\u0591-\u05bd]|\u05bf|[\u05c1\u05c2]|[\u05c4\u05c5]|\u05c7|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\ufe20-\ufe2f]/g;

/** What stands in a name where nobody knows it. */
const nobody: ReadonlySet<string> = new Set(defaultSettings.blocklist.map(({ value }) => wordsIn(value)));

/** The longest name that is compared, in UTF-16 units of its folded form. */
const longest = 200;

/**
 * A name without case, accents, width, punctuation and spacing: its words in their order with a space between (compatibility
 * decomposition, UAX #15). Undefined for what names nobody.
 */
export function foldedName(name: string): string | undefined {
  const words = wordsIn(name);
  return words === '' || words.length > longest || nobody.has(words) ? undefined : words;
}

function wordsIn(text: string): string {
  // Lower case of a dotted capital I brings a mark of its own, so it comes first.
  const lower = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(optionalMarks, '')
    .replace(special, (letter) => plain[letter] as string);
  // An apostrophe is in a name, not between two.
  return (lower.replace(/['\u2018\u2019\u02bc]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
