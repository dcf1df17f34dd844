import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';

/** Control characters other than tab and line ends. */
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const controlsAndLineEnds = /[\x00-\x1f\x7f\u2028\u2029]/;
/** RFC 3339 date-time; a space or a lower-case t are not taken. */
const dateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A rule that answers undefined for what it takes, and else the sentence of what it takes. */
const rule = (name: string, complaint: (value: unknown) => string | undefined, options?: { each?: boolean }): PropertyDecorator =>
  ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => complaint(value) === undefined,
        defaultMessage: ({ value }: ValidationArguments = {} as ValidationArguments) => firstComplaint(value, complaint, options?.each),
      },
    },
    options,
  );

function firstComplaint(value: unknown, complaint: (value: unknown) => string | undefined, each = false): string {
  if (!each || !Array.isArray(value)) return complaint(value) ?? '';
  const at = value.findIndex((one) => complaint(one) !== undefined);
  return `Item ${at}: ${complaint(value[at])}`;
}

function lineComplaint(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== 'string') return 'The value must be a text.';
  // The length decides before any pattern looks at the text.
  if (value.length > max || value.length < min) return `The text must have ${min} to ${max} characters.`;
  return controlsAndLineEnds.test(value) ? 'The text must be one line without control characters.' : undefined;
}

/** One line of text, by UTF-16 units. */
export const Line = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minLength: min, maxLength: max }),
    rule('line', (value) => lineComplaint(value, min, max)),
  );

/** A list of so many items; what they are is said by another rule. */
export const List = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minItems: min, maxItems: max }),
    rule('list', (value) =>
      Array.isArray(value) && value.length >= min && value.length <= max ? undefined : `The value must be a list of ${min} to ${max} items.`,
    ),
  );

/** A list of so many objects. Said here, because the rules of a nested class find no fault in a list where its object belongs. */
export const Objects = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minItems: min, maxItems: max }),
    rule('objects', (value) => {
      if (!Array.isArray(value) || value.length < min || value.length > max) return `The value must be a list of ${min} to ${max} items.`;
      const at = value.findIndex((item) => typeof item !== 'object' || item === null || Array.isArray(item));
      return at < 0 ? undefined : `Item ${at} must be an object.`;
    }),
  );

/** Each item of an array is one line of text. */
export const Lines = (max: number, min = 1): PropertyDecorator => rule('lines', (value) => lineComplaint(value, min, max), { each: true });

/** Text of any number of lines. */
export const Text = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxLength: max, ...(min > 0 && { minLength: min }) }),
    rule('text', (value) => {
      if (typeof value !== 'string') return 'The value must be a text.';
      if (value.length > max) return `The text must have at most ${max} characters.`;
      if (value.length < min) return `The text must have at least ${min} characters.`;
      return controls.test(value) ? 'The text must have no control characters but tabs and line ends.' : undefined;
    }),
  );

/** A whole number. */
export const Integer = (max: number, min = 0): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
    rule('integer', (value) =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? undefined : `The value must be a whole number from ${min} to ${max}.`,
    ),
  );

/** May be left out; null is a value like any other, which the other rules judge. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** Must be there; null is said with it. */
export const MayBeNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null);

/** The instant as RFC 3339 UTC with milliseconds; undefined for what is no RFC 3339 date-time or no day of the calendar. */
export function instant(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const parts = dateTime.exec(text)?.slice(1, 7).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  // Date takes 31 February for a day in March.
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (year < 1900 || local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day || local.getUTCHours() !== hour || minute > 59 || second > 59)
    return undefined;
  return new Date(text).toISOString();
}

/** An RFC 3339 date-time with its offset. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ format: 'date-time' }),
    rule('instant', (value) =>
      typeof value === 'string' && instant(value) !== undefined
        ? undefined
        : 'The value must be an RFC 3339 date and time with offset, such as 2026-03-03T10:00:00Z.',
    ),
  );

const dayMs = 86_400_000;

/** An RFC 3339 date-time with its offset, at least so many days ago. */
export const InstantAgo = (days: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ format: 'date-time' }),
    rule('instantAgo', (value) => {
      const at = typeof value === 'string' ? instant(value) : undefined;
      return at !== undefined && Date.parse(at) <= Date.now() - days * dayMs
        ? undefined
        : `The value must be an RFC 3339 date and time with offset, at least ${days === 1 ? 'a day' : `${days} days`} ago.`;
    }),
  );

/** A BCP 47 language tag. */
export const LanguageTag = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxLength: 35 }),
    rule('languageTag', (value) =>
      typeof value === 'string' && value.length <= 35 && isLanguageTag(value) ? undefined : 'The value must be a BCP 47 language tag, such as fr or pt-BR.',
    ),
  );

/** Each item of an array is a BCP 47 language tag. */
export const LanguageTags = (): PropertyDecorator =>
  rule(
    'languageTags',
    (value) =>
      typeof value === 'string' && value.length <= 35 && isLanguageTag(value) ? undefined : 'The value must be a BCP 47 language tag, such as fr or pt-BR.',
    { each: true },
  );

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Names that were looked up and found: making a formatter for each request is slow. */
const knownZones = new Set<string>();

/** A time zone of the IANA database. */
export const TimeZone = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxLength: 64 }),
    rule('timeZone', (value) =>
      typeof value === 'string' && value.length <= 64 && isTimeZone(value) ? undefined : 'The value must be an IANA time zone, such as Europe/Paris.',
    ),
  );

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  // Offsets such as +01:00 are taken by Intl, but are no zone.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size < 1_000) knownZones.add(name);
  return true;
}

const maxMembers = 50;
const fieldValues = [{ type: 'string', maxLength: 1000 }, { type: 'number' }, { type: 'boolean' }];

/** Custom fields: at most 50 members of text, number or boolean. */
export const CustomFields = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'object', maxProperties: maxMembers, additionalProperties: { oneOf: fieldValues } }),
    rule('customFields', (value) => fieldsComplaint(value)),
  );

/** Changes of custom fields: the same, and null for a member that is taken away. */
export const CustomFieldChanges = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'object', maxProperties: maxMembers, additionalProperties: { oneOf: [...fieldValues, { type: 'null' }] } }),
    rule('customFieldChanges', (value) => fieldsComplaint(value, true)),
  );

function fieldsComplaint(value: unknown, orNull = false): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'The value must be an object.';
  const members = Object.entries(value);
  if (members.length > maxMembers) return `The object must have at most ${maxMembers} members.`;
  for (const [i, [name, member]] of members.entries()) {
    const complaint = lineComplaint(name, 1, 64);
    if (complaint) return `Name of member ${i}: ${complaint}`;
    if (orNull && member === null) continue;
    if (
      typeof member === 'string' ? member.length > 1000 || controls.test(member) : typeof member === 'number' ? !isExact(member) : typeof member !== 'boolean'
    )
      return `Member ${i} must be a text of at most 1000 characters, a number that JSON carries exactly, or a boolean.`;
  }
  return undefined;
}

/** What was written is what was read: no overflow to infinity, no integer that lost its last digits. */
const isExact = (value: number): boolean => Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
