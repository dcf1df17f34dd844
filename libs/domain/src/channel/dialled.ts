/** Who is calling, as networks and people write it. */
export interface Caller {
  /** The name in front of the address; empty when there is none. */
  readonly name: string;
  /** What stands where the number should: the user part of a SIP URI, what follows `tel:`, or everything. */
  readonly address: string;
  /** The host of a SIP URI; empty otherwise. */
  readonly host: string;
}

/** A number as it would be dialled. */
export interface Dialled {
  /** Digits, with a plus ahead when they begin with a country code. */
  readonly number: string;
  /** 1 to 20 digits, kept exactly. */
  readonly extension: string | undefined;
}

/** The zeros of the decimal digits people type numbers with: Arabic-Indic, Persian, the Indic scripts, Thai, Lao, Tibetan, Myanmar, Khmer, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10];

/**
 * The same text with ASCII digits, signs, dashes and spaces, without invisible characters: address books wrap numbers in
 * direction marks (U+202A … U+202C), Japanese keyboards type in full width.
 */
export function inAscii(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text.replace(/[^ -~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code <= first + 9);
    if (zero !== undefined) return String(code - zero);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (/\s/.test(character)) return ' ';
    if (/[\u2010-\u2015\u2212\u30fc\u00b7]/.test(character)) return '-';
    return /\p{Cf}/u.test(character) ? '' : character;
  });
}

/** Takes apart `"Name" <address>` (RFC 3261 20.10), SIP URIs (RFC 3261 19.1) and `tel:` URIs (RFC 3966). */
export function callerIn(text: string): Caller {
  const [, given = '', inner] = /^([^<>]*)<([^<>]*)>/.exec(text) ?? [];
  const name = given.replaceAll('"', '').trim();
  const uri = (inner ?? text).trim();
  const [, user, host] = /^sips?:([^@]*)@([^@;?]*)/i.exec(uri) ?? [];
  if (user !== undefined && host !== undefined) return { name, address: user, host: host.replace(/:\d*$/, '').toLowerCase() };
  return { name, address: uri.replace(/^(?:tel|sips?):/i, '').trim(), host: '' };
}

/** Labels of an extension, as libphonenumber knows them. */
const labelled = /^(?:,{1,2}|x|#|~|ext(?:n|ension)?|доб|anexo|int)[ .:]*(\d{1,20})#?$/iu;

/** The number and extension that this writes, undefined when it writes something else. */
export function dialledIn(address: string): Dialled | undefined {
  const end = address.search(/[^\d+() ./-]/);
  const written = (end < 0 ? address : address.slice(0, end)).trim();
  const rest = end < 0 ? '' : address.slice(end);
  const number = written.replace(/[() ./-]/g, '');
  // A single digit behind a point is what a spreadsheet makes of a number; read as a digit it would be somebody else's.
  if (!/^\+?\d+$/.test(number) || /\.\d$/.test(written)) return undefined;
  if (rest.startsWith(';')) return withParameters(number, rest);
  const extension = labelled.exec(rest)?.[1];
  return rest !== '' && extension === undefined ? undefined : { number, extension };
}

/** RFC 3966 5: an extension is part of the address, a global context goes ahead of a local number, others route the call. */
function withParameters(number: string, parameters: string): Dialled | undefined {
  let dialled: Dialled = { number, extension: undefined };
  for (const parameter of parameters.slice(1).split(';')) {
    const [name = '', value = ''] = parameter.split('=', 2);
    const digits = value.replace(/[() ./-]/g, '');
    if (/^ *ext$/i.test(name)) {
      if (!/^\d{1,20}$/.test(digits)) return undefined;
      dialled = { ...dialled, extension: digits };
    } else if (/^ *phone-context$/i.test(name) && /^\+\d+$/.test(digits) && !number.startsWith('+')) {
      dialled = { ...dialled, number: digits + number };
    }
  }
  return dialled;
}
