import type { FieldValue } from '@kith/domain';

/** What the HTTP interface takes, too: the longest texts, in UTF-16 units, and the most of each in one row. */
export const rowLimits = { name: 200, text: 10_000, tag: 64, fieldName: 64, field: 1_000, locale: 35, timeZone: 64, tags: 50, fields: 50, points: 50 } as const;

/** Control characters other than tab and line ends. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const controlsAndLineEnds = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** A value as it is understood, or the code of what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly code: string };

/** One line of text, as names and tags are. */
export const line = (value: string, longest: number): Read<string> => textWithout(value, longest, controlsAndLineEnds);

/** Text of any number of lines. */
export const text = (value: string, longest: number): Read<string> => textWithout(value, longest, controls);

function textWithout(value: string, longest: number, forbidden: RegExp): Read<string> {
  // The length decides before any pattern looks at the text.
  if (value.length > longest) return { code: 'value-too-long' };
  return !value.isWellFormed() || forbidden.test(value) ? { code: 'text-invalid' } : { value };
}

/** A BCP 47 language tag. */
export function languageTag(value: string): Read<string> {
  if (value.length > rowLimits.locale) return { code: 'value-too-long' };
  try {
    return Intl.getCanonicalLocales(value).length === 1 ? { value } : { code: 'locale-invalid' };
  } catch {
    return { code: 'locale-invalid' };
  }
}

/** Zones that were looked up and found: making a formatter for each row is slow. */
const knownZones = new Set<string>();

/** A time zone of the IANA database. */
export function timeZone(value: string): Read<string> {
  if (knownZones.has(value)) return { value };
  if (value.length > rowLimits.timeZone) return { code: 'value-too-long' };
  // Offsets such as +01:00 are taken by Intl, but are no zone.
  if (!/^[A-Za-z]/.test(value)) return { code: 'time-zone-invalid' };
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return { code: 'time-zone-invalid' };
  }
  if (knownZones.size < 1_000) knownZones.add(value);
  return { value };
}

/** The value of a custom field: a text, a number that JSON carries exactly, or a boolean. */
export function fieldValue(value: FieldValue): Read<FieldValue> {
  if (typeof value === 'string') return text(value, rowLimits.field);
  if (typeof value === 'boolean') return { value };
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? { value } : { code: 'number-invalid' };
}

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0'].map((word) => [word, false] as const),
]);

/** Yes or no, as files say it. */
export function yesOrNo(value: FieldValue): Read<boolean> {
  const found = typeof value === 'boolean' ? value : words.get(String(value).trim().toLowerCase());
  return found === undefined ? { code: 'boolean-invalid' } : { value: found };
}

/** What support desks call people who are customers. Team members live elsewhere. */
const customers = new Set(['', 'end user', 'end-user', 'end_user', 'enduser', 'customer', 'contact', 'requester']);

/** Whether a role is that of an end user. */
export const isEndUserRole = (role: string): boolean => customers.has(role.trim().toLowerCase());
