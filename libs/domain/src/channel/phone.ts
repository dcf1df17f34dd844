import { Metadata, type MetadataJson, type NumberingPlan } from 'libphonenumber-js/core';
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import numberingPlans from 'libphonenumber-js/max/metadata';
import type { Normalised } from './channel';
import { callerIn, type Dialled, dialledIn, inAscii } from './dialled';

const none = (reason: string): Normalised => ({ kind: 'none', reason });
const invalid = (reason: string): Normalised => ({ kind: 'invalid', reason });

/** Whether numbers of this ISO 3166-1 alpha-2 region (upper case) can be read without their country code. */
export const isSupportedRegion = (region: string): region is CountryCode => /^[A-Z]{2}$/.test(region) && isSupportedCountry(region);

/**
 * What networks and providers say in place of a number: RFC 3323 4.1 and 3GPP TS 24.229 (anonymous, unavailable, unknown),
 * ETSI EN 300 089 and carriers' displays (withheld, private, restricted, out of area), and minus one.
 */
const withheld =
  /^(?:-[12]|(?:anonymous|blocked|hidden|no|not available|out of area|private|restricted|unavailable|unknown|withheld|n\/a|none|null|undefined)(?:[ _-]?(?:caller|calling|number|call|id))*)$/;

/** Display names that ask to hide the number behind them (RFC 3323 4.1); `Unknown` only says that the name is not known. */
const askedForPrivacy = /^(?:anonymous|private|restricted|withheld)\b/i;

/** Numbers that spell ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE on a keypad, as Twilio hands them over. No subscriber has them. */
const spelledWithheld = new Set(['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253']);

/**
 * Old forms of numbers that still reach, or once reached, the same subscriber, and the form dialled today; by calling code, on the
 * national number. Written here and not left to the library, whose patterns forget a form some years after it went.
 */
const formDialledToday: Readonly<Record<string, readonly [RegExp, string]>> = {
  // Mexico: IFT, Plan Técnico Fundamental de Numeración (2019): prefixes 01, 044, 045 and the mobiles' 1 went on 3 August 2019.
  '52': [/^(?:01|04[45]|1)(?<subscriber>[2-9]\d{9})$/, '$<subscriber>'],
  // Brazil: Anatel, Resolução 553/2010: mobiles got a 9 ahead; trunked radio, which began with 7, kept eight digits.
  '55': [/^(?<area>[1-9][1-9])(?<subscriber>[689]\d{7})$/, '$<area>9$<subscriber>'],
  // Benin: ARCEP, 30 November 2024: 01 ahead of every number of eight digits.
  '229': [/^(?<subscriber>[2-9]\d{7})$/, '01$<subscriber>'],
};

/**
 * `e164/1`: `+` and at most 15 digits (ITU-T E.164), `;ext=` and up to 20 more for an extension (RFC 3966); of trimmed text of bounded
 * length. A number of possible length is taken even when no pattern knows it, because plans change faster than any table of them.
 */
export function e164(text: string, defaultRegion: string | null): Normalised {
  const region = defaultRegion !== null && isSupportedRegion(defaultRegion) ? defaultRegion : undefined;
  // Most values come in the form of the key. It needs no reading, only the rules of its plan.
  if (/^\+[1-9]\d{6,14}$/.test(text)) return subscriber({ number: text, extension: undefined }, region);
  const plain = inAscii(text).trim();
  if (plain === '') return none('empty');
  const { name, address, host } = callerIn(plain);
  if (askedForPrivacy.test(name) || withheld.test(address.toLowerCase()) || host.endsWith('.invalid')) return none('withheld');
  const dialled = dialledIn(address);
  if (dialled) return subscriber(dialled, region);
  if (/^[*#]\d{1,6}#?$/.test(address)) return none('short-code');
  return isSenderText(plain) ? none('alphanumeric-sender') : invalid('not-a-number');
}

/** 3GPP TS 23.040 9.1.2.5: a sender may be up to eleven characters of text, which nobody can answer. */
const isSenderText = (text: string): boolean => text.length <= 11 && /\p{L}/u.test(text) && !/[@:<>+]|(?:\d.*){7}/u.test(text);

function subscriber({ number, extension }: Dialled, region: CountryCode | undefined): Normalised {
  const international = number.startsWith('+');
  const digits = international ? number.slice(1) : number;
  if (/^0*$/.test(digits) || spelledWithheld.has(number)) return none('withheld');
  // Longer than any dialling prefix and carrier code before fifteen digits.
  if (digits.length > 25) return invalid('too-long');
  const short = !international && digits.length <= 6;
  if (!international && !region) return short ? none('short-code') : invalid('no-default-region');
  const parsed = region && !international ? parseNational(number, region) : parse(number, undefined);
  // Emergency and service numbers are this short; so are all numbers of some islands, which the numbering plan tells apart.
  if (short && !(typeof parsed === 'object' && parsed.isValid())) return none('short-code');
  if (typeof parsed === 'string') return invalid(parsed);
  return keyOf(parsed, { number, extension });
}

function keyOf(parsed: PhoneNumber, { number: given, extension }: Dialled): Normalised {
  const [oldForm, today] = formDialledToday[parsed.countryCallingCode] ?? [];
  const national = oldForm && today ? parsed.nationalNumber.replace(oldForm, today) : parsed.nationalNumber;
  const known = national === parsed.nationalNumber ? parsed : parse(`+${parsed.countryCallingCode}${national}`, undefined);
  if (typeof known === 'string') return invalid(known);
  if (known.number.length > 16) return invalid('too-long');
  if (!isKnownToPass(known, given) && !known.isValid()) {
    if (!isSubscriberLength(known)) return invalid(whyImpossible(known.number));
    if (isOneDigit(known)) return invalid('placeholder');
    // Without a pattern the library takes off what looks like a trunk prefix, and again next time; a key must read as itself.
    if (rereads(known)) return invalid('impossible');
  }
  return { kind: 'key', key: extension === undefined ? known.number : `${known.number};ext=${extension}` };
}

/**
 * In the region's way, with two readings beside it where they make a valid number. 00 ahead of a country code, in regions that dial
 * something else for it (ITU-T E.164 9.4 recommends 00, and people write it everywhere), unless the region's way is valid too. The
 * region's own country code without plus, as gateways and exports write it, also when digits can be read otherwise but this is a mobile.
 */
function parseNational(number: string, region: CountryCode): PhoneNumber | string {
  const inRegion = parse(number, region);
  const ownCode = number.startsWith(getCountryCallingCode(region));
  if (!ownCode && !number.startsWith('00')) return inRegion;
  const abroad = parse(`+${ownCode ? number : number.slice(2)}`, undefined);
  if (typeof abroad === 'string' || !abroad.isValid()) return inRegion;
  const settled = typeof inRegion === 'object' && inRegion.isValid() && !(ownCode && abroad.getType() === 'MOBILE');
  return settled ? inRegion : abroad;
}

/** Whether it is taken, valid or not, so that the costly question need not be asked: it came as it is, and of possible length. */
const isKnownToPass = (known: PhoneNumber, given: string): boolean => known.number === given && isSubscriberLength(known) && !isOneDigit(known);

/** What people type where a form insists on a number: all of them would be one person. */
const isOneDigit = ({ nationalNumber }: PhoneNumber): boolean => /^(\d)\1+$/.test(nationalNumber);

/** Whether the library makes another number of this one. */
function rereads({ number }: PhoneNumber): boolean {
  const again = parse(number, undefined);
  return typeof again === 'string' || again.number !== number;
}

function parse(number: string, region: CountryCode | undefined): PhoneNumber | string {
  try {
    return parsePhoneNumberWithError(number, { defaultCountry: region, extract: false });
  } catch (failure) {
    if (!(failure instanceof ParseError)) throw failure;
    return { TOO_SHORT: 'too-short', TOO_LONG: 'too-long', INVALID_COUNTRY: 'invalid-country-code' }[failure.message] ?? 'not-a-number';
  }
}

/** The part of the library's numbering plan that its types leave out. */
interface TypedNumberingPlan extends NumberingPlan {
  type(name: 'FIXED_LINE' | 'MOBILE'): { possibleLengths(): number[] } | undefined;
}

/**
 * Whether fixed lines or mobiles of its plan have numbers of this length. The lengths of service numbers do not count: a Brazilian
 * number without its area code has the length of an 0800 number, and stands for one subscriber in each area.
 */
function isSubscriberLength({ country, countryCallingCode, nationalNumber }: PhoneNumber): boolean {
  // The JSON module's inferred type is narrower than what the library declares for the same file.
  const plans = new Metadata(numberingPlans as unknown as MetadataJson);
  // The method also takes calling codes, for plans that belong to no country.
  plans.selectNumberingPlan(country ?? (countryCallingCode as string as CountryCode));
  const plan = plans.numberingPlan as TypedNumberingPlan | undefined;
  const lengths = (['FIXED_LINE', 'MOBILE'] as const).flatMap((type) => plan?.type(type)?.possibleLengths() ?? []);
  return (lengths.length > 0 ? lengths : (plan?.possibleLengths() ?? [])).includes(nationalNumber.length);
}

function whyImpossible(number: string): string {
  const reason = validatePhoneNumberLength(number);
  return reason === 'TOO_SHORT' ? 'too-short' : reason === 'TOO_LONG' ? 'too-long' : 'impossible';
}
