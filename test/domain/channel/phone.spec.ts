import { isSupportedRegion, normalise } from '@kith/domain';
import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { type Case, read, titled } from './shown';

const plans: readonly Case[] = [
  // Each region in its own form, with numbers set aside for fiction or examples where the regulator has some.
  ['06 39 98 12 34', 'FR', '+33639981234', 'FR: ARCEP décision 2018-0881, numbers for fiction 06 39 98'],
  ['+33 (0)6 39 98 12 34', null, '+33639981234', 'FR: trunk 0 is not dialled from abroad (ITU-T E.123 §7.2); people write it'],
  ['0033 6 39 98 12 34', 'FR', '+33639981234', 'ITU-T E.164 §9.4: recommended international prefix 00'],
  ['639981234', 'FR', '+33639981234', 'FR: without trunk prefix, as spreadsheets leave it'],
  ['33639981234', 'FR', '+33639981234', 'libphonenumber maybeExtractCountryCode: own country code without plus'],
  ['07700 900123', 'GB', '+447700900123', 'GB: Ofcom, numbers for drama use'],
  ['(020) 7946 0958', 'GB', '+442079460958', 'GB: Ofcom, numbers for drama use, London'],
  ['+44 (0) 20 7946 0958', null, '+442079460958', 'GB: Ofcom; trunk 0 in brackets'],
  ['011 44 20 7946 0958', 'US', '+442079460958', 'US: NANPA, international prefix 011'],
  ['(202) 555-0123', 'US', '+12025550123', 'US: ATIS-0300115, 555-0100 to 555-0199 are fictional'],
  ['1-202-555-0123', 'US', '+12025550123', 'US: NANPA, trunk prefix 1'],
  ['202.555.0123', 'CA', '+12025550123', 'CA: CNAC, one plan with US under +1'],
  ['1 (876) 555-0123', 'JM', '+18765550123', 'JM: OUR Jamaica, +1 876'],
  ['030 23125 123', 'DE', '+493023125123', 'DE: BNetzA, Rufnummern für Medienproduktionen, Berlin'],
  ['0171 3920012', 'DE', '+491713920012', 'DE: BNetzA, Rufnummern für Medienproduktionen, mobile'],
  ['030/23125-123', 'DE', '+493023125123', 'DE: DIN 5008 before 2001 wrote a slash'],
  ['06 698 12345', 'IT', '+390669812345', 'IT: AGCOM delibera 8/15/CIR, the leading 0 belongs to the number'],
  ['+39 06 698 12345', null, '+390669812345', 'IT: the same from abroad'],
  ['312 345 6789', 'IT', '+393123456789', 'IT: mobiles have no leading 0'],
  ['612 34 56 78', 'ES', '+34612345678', 'ES: CNMC Plan nacional de numeración, closed nine-digit plan'],
  ['912 345 678', 'PT', '+351912345678', 'PT: ANACOM Plano Nacional de Numeração'],
  ['06 12345678', 'NL', '+31612345678', 'NL: ACM Nummerplan telefoon- en ISDN-diensten'],
  ['0470 12 34 56', 'BE', '+32470123456', 'BE: BIPT, mobiles 04xx'],
  ['078 123 45 67', 'CH', '+41781234567', 'CH: BAKOM, mobiles 07x'],
  ['0664 123456', 'AT', '+43664123456', 'AT: RTR, mobiles 06xx, open length'],
  ['070-174 06 05', 'SE', '+46701740605', 'SE: PTS, numbers for books and films'],
  ['406 12 345', 'NO', '+4740612345', 'NO: Nkom, closed eight-digit plan'],
  ['32 12 34 56', 'DK', '+4532123456', 'DK: Energistyrelsen, closed eight-digit plan'],
  ['041 2345678', 'FI', '+358412345678', 'FI: Traficom regulation 32'],
  ['512 345 678', 'PL', '+48512345678', 'PL: UKE, no trunk prefix'],
  ['601 123 456', 'CZ', '+420601123456', 'CZ: ČTÚ, no trunk prefix'],
  ['06 20 123 4567', 'HU', '+36201234567', 'HU: NMHH, trunk prefix 06'],
  ['0712 034 567', 'RO', '+40712034567', 'RO: ANCOM, trunk prefix 0'],
  ['691 234 5678', 'GR', '+306912345678', 'GR: EETT, closed ten-digit plan'],
  ['8 (912) 345-67-89', 'RU', '+79123456789', 'RU: trunk prefix 8'],
  ['8 (800) 555-35-35', 'RU', '+78005553535', 'RU: an 800 number, of which the 8 is no prefix'],
  ['8 (771) 000 9998', 'KZ', '+77710009998', 'KZ: shares +7, told apart by 7xx'],
  ['050 123 4567', 'UA', '+380501234567', 'UA: NKEK, trunk prefix 0'],
  ['0501 234 56 78', 'TR', '+905012345678', 'TR: BTK, trunk prefix 0'],
  ['050-234-5678', 'IL', '+972502345678', 'IL: Ministry of Communications, trunk prefix 0'],
  ['050 123 4567', 'AE', '+971501234567', 'AE: TDRA, trunk prefix 0'],
  ['051 234 5678', 'SA', '+966512345678', 'SA: CST, trunk prefix 0'],
  ['0100 123 4567', 'EG', '+201001234567', 'EG: NTRA, trunk prefix 0'],
  ['0650-123456', 'MA', '+212650123456', 'MA: ANRT, ten digits with trunk 0'],
  ['0802 123 4567', 'NG', '+2348021234567', 'NG: NCC, trunk prefix 0'],
  ['071 123 4567', 'ZA', '+27711234567', 'ZA: ICASA, trunk prefix 0'],
  ['0712 123456', 'KE', '+254712123456', 'KE: CA Kenya, trunk prefix 0'],
  ['01 23 45 67 89', 'CI', '+2250123456789', 'CI: ARTCI, ten digits since 31 January 2021, the 0 is no prefix'],
  ['081234 56789', 'IN', '+918123456789', 'IN: DoT National Numbering Plan 2003, trunk prefix 0 for mobiles of other circles'],
  ['131 2345 6789', 'CN', '+8613123456789', 'CN: MIIT, mobiles have no trunk prefix'],
  ['090-1234-5678', 'JP', '+819012345678', 'JP: MIC, trunk prefix 0'],
  ['010 44 20 7946 0958', 'JP', '+442079460958', 'JP: MIC, international prefix 010'],
  ['010 90-1234-5678', 'JP', 'invalid: impossible', 'JP: MIC, so this is +90, where no subscriber has eight digits (TR: BTK)'],
  ['010-2000-1234', 'KR', '+821020001234', 'KR: MSIT, trunk prefix 0'],
  ['0912 345 678', 'TW', '+886912345678', 'TW: NCC, trunk prefix 0'],
  ['8123 4567', 'SG', '+6581234567', 'SG: IMDA, closed eight-digit plan'],
  ['5123 4567', 'HK', '+85251234567', 'HK: OFCA, closed eight-digit plan'],
  ['0491 570 156', 'AU', '+61491570156', 'AU: ACMA, numbers for use in creative works'],
  ['0011 44 20 7946 0958', 'AU', '+442079460958', 'AU: ACMA, international prefix 0011'],
  ['021 123 4567', 'NZ', '+64211234567', 'NZ: NAD, trunk prefix 0'],
  ['0812-345-678', 'ID', '+62812345678', 'ID: Kominfo, trunk prefix 0'],
  ['312 345', 'AD', '+376312345', 'AD: Andorra Telecom, six digits are a whole number'],
  ['22158', 'SH', '+29022158', 'SH: Sure, five digits are a whole number'],
  ['4002', 'NU', '+6834002', 'NU: Telecom Niue, four digits are a whole number'],
  ['+800 1234 5678', null, '+80012345678', 'ITU-T E.169.1: universal international freephone'],
  ['+883 5100 0000 0094', null, '+883510000000094', 'ITU-T E.164.1: international networks'],
  ['4915123456789', 'DE', '+4915123456789', 'DE: own country code without plus, though area 0491 could be meant'],
  ['62812345678', 'ID', '+62812345678', 'ID: own country code without plus, though area 0628 could be meant'],
  ['5540041234', 'BR', '+555540041234', 'BR: area code 55, not the country code: what it would be is no mobile'],
  ['442079460958', 'FR', 'invalid: too-long', 'another country’s code needs its plus: guessing it makes other people of typing errors'],
  ['0061 491 570 156', 'AU', '+61491570156', 'AU: dials 0011 abroad; 00 is written all the same'],
  ['00 44 20 7946 0958', 'US', '+442079460958', 'US: dials 011 abroad; 00 is written all the same'],
  ['005511987654321', 'BR', '+5511987654321', 'BR: dials 00 and a carrier code; 55 is one of them and the country code too'],
];

const variants: readonly Case[] = [
  ['+55 11 8765-4321', null, '+5511987654321', 'BR: Anatel Resolução 553/2010, ninth digit'],
  ['+55 11 98765-4321', null, '+5511987654321', 'BR: the same subscriber as dialled today'],
  ['(11) 8765-4321', 'BR', '+5511987654321', 'BR: the same, national'],
  ['0 15 11 98765-4321', 'BR', '+5511987654321', 'BR: Anatel, carrier selection code 15'],
  ['+55 11 3765-4321', null, '+551137654321', 'BR: fixed lines begin with 2 to 5 and got no digit'],
  ['+55 11 7765-4321', null, '+551177654321', 'BR: Anatel Resolução 553/2010, trunked radio kept eight digits'],
  ['98765-4321', 'BR', 'invalid: impossible', 'BR: without its area code it is one subscriber in each area'],
  ['+54 9 11 2345 6789', null, '+5491123456789', 'AR: ENACOM Plan Fundamental de Numeración, mobile from abroad'],
  ['011 15-2345-6789', 'AR', '+5491123456789', 'AR: the same mobile from within'],
  ['+54 11 15 2345 6789', null, '+5491123456789', 'AR: the same, mixed up as people do'],
  ['+54 11 2345 6789', null, '+541123456789', 'AR: without 9 and 15 it is a fixed line'],
  ['+52 1 55 1234 5678', null, '+525512345678', 'MX: IFT, mobiles without 1 since 3 August 2019'],
  ['+52 55 1234 5678', null, '+525512345678', 'MX: the form of today'],
  ['044 55 1234 5678', 'MX', '+525512345678', 'MX: IFT, 044 to local mobiles until 2019'],
  ['045 55 1234 5678', 'MX', '+525512345678', 'MX: IFT, 045 to other mobiles until 2019'],
  ['01 55 1234 5678', 'MX', '+525512345678', 'MX: IFT, long-distance prefix 01 until 2019'],
  ['00 52 1 55 1234 5678', 'ES', '+525512345678', 'MX: the old form from abroad'],
  ['+229 97 12 34 56', null, '+2290197123456', 'BJ: ARCEP, 01 ahead of every number since 30 November 2024'],
  ['01 97 12 34 56', 'BJ', '+2290197123456', 'BJ: the form of today'],
];

const writings: readonly Case[] = [
  ['tel:+33-6-39-98-12-34', null, '+33639981234', 'RFC 3966 §5.1.4: global number with visual separators'],
  ['TEL:+33639981234', null, '+33639981234', 'RFC 3986 §3.1: schemes are case-insensitive'],
  ['tel:+1-202-555-0123;ext=12', null, '+12025550123;ext=12', 'RFC 3966 §5.3: extension'],
  ['tel:+1-202-555-0123;isub=12;EXT=007', null, '+12025550123;ext=007', 'RFC 3966 §3: parameter names are case-insensitive'],
  ['tel:+12025550123;ext=1a', null, 'invalid: not-a-number', 'RFC 3966 §3: an extension is digits'],
  ['tel:555-0123;phone-context=+1202', null, '+12025550123', 'RFC 3966 §5.1.5: a global context goes ahead'],
  ['tel:+1-202-555-0123;phone-context=+44', null, '+12025550123', 'RFC 3966 §5.1.5: a context is for local numbers only'],
  ['tel:020-7946-0958;phone-context=example.com', 'GB', '+442079460958', 'RFC 3966 §5.1.5: a domain context says nothing about the plan'],
  ['tel:7042;phone-context=example.com', 'US', 'none: short-code', 'RFC 3966 §6: an internal number'],
  ['sip:+33639981234@gw.example.net;user=phone', null, '+33639981234', 'RFC 3261 §19.1.6: number in a SIP URI'],
  ['"Léa" <sips:+33639981234@gw.example.net:5061;transport=tcp>;tag=a48s', null, '+33639981234', 'RFC 3261 §20.20: From header'],
  ['"Léa" <0639981234>', 'FR', '+33639981234', 'Asterisk CALLERID(all)'],
  ['"Unknown" <+33639981234>', null, '+33639981234', 'the name is unknown, the number is not'],
  ['sip:alice@example.com', null, 'invalid: not-a-number', 'RFC 3261 §19.1.1: a user, no number'],
  ['sip:1001@pbx.example.com', 'US', 'none: short-code', 'an internal number'],
  ['+1 202 555 0123 ext. 12', null, '+12025550123;ext=12', 'ITU-T E.123 §8: extension with label'],
  ['+1 202 555 0123 x12', null, '+12025550123;ext=12', 'libphonenumber extension labels'],
  ['+1 202 555 0123 extension 0012', null, '+12025550123;ext=0012', 'an extension is digits as dialled, zeros included'],
  ['+1 202 555 0123,,12#', null, '+12025550123;ext=12', 'libphonenumber: auto-dialling'],
  ['+7 912 345-67-89 доб. 12', null, '+79123456789;ext=12', 'libphonenumber extension labels, Russian'],
  ['+12025550123;ext=123456789012345678901', null, 'invalid: not-a-number', 'libphonenumber: at most 20 digits of extension'],
  ['０９０－１２３４－５６７８', 'JP', '+819012345678', 'Unicode: full-width forms'],
  ['＋３３６３９９８１２３４', null, '+33639981234', 'Unicode: full-width plus'],
  ['٠٦٣٩٩٨١٢٣٤', 'FR', '+33639981234', 'Unicode: Arabic-Indic digits'],
  ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'IR', '+989123456789', 'Unicode: Persian digits'],
  ['०८१२३४५६७८९', 'IN', '+918123456789', 'Unicode: Devanagari digits'],
  ['\u202a+33 6 39 98 12 34\u202c', null, '+33639981234', 'UAX 9: direction marks from address books'],
  ['+33\u00a06\u202f39\u200998 12 34', null, '+33639981234', 'Unicode: spaces of typesetting'],
  ['+33–6–39–98–12–34', null, '+33639981234', 'Unicode: dashes of typesetting'],
  ['+33.6.39.98.12.34', null, '+33639981234', 'ITU-T E.123 wants spaces; points are common'],
];

const nobody: readonly Case[] = [
  ['', null, 'none: empty', 'no caller id'],
  ['   ', null, 'none: empty', 'no caller id'],
  ['\u200b', null, 'none: empty', 'nothing visible'],
  ['Anonymous', null, 'none: withheld', 'RFC 3323 §4.1.1.3'],
  ['anonymous', 'US', 'none: withheld', 'RFC 3323 §4.1.1.3'],
  ['sip:anonymous@anonymous.invalid', null, 'none: withheld', 'RFC 3323 §4.1.1.3'],
  ['"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1928301774', null, 'none: withheld', 'RFC 3323 §4.1.1.3'],
  ['"Anonymous" <sip:+33639981234@gw.example.net>', null, 'none: withheld', 'RFC 3323 §4.1: the caller asked for privacy'],
  ['sip:unavailable@unknown.invalid', null, 'none: withheld', '3GPP TS 24.229'],
  ['restricted', null, 'none: withheld', 'Twilio Voice, caller id values'],
  ['Private Number', null, 'none: withheld', 'carrier display'],
  ['unavailable', null, 'none: withheld', 'ETSI EN 300 089'],
  ['Withheld', null, 'none: withheld', 'ETSI EN 300 089'],
  ['No Caller ID', null, 'none: withheld', 'handset display'],
  ['unknown', null, 'none: withheld', '3GPP TS 24.229'],
  ['-1', null, 'none: withheld', 'minus one for no number'],
  ['+266696687', null, 'none: withheld', 'Twilio: ANONYMOUS on a keypad'],
  ['+7378742833', null, 'none: withheld', 'Twilio: RESTRICTED on a keypad'],
  ['+86282452253', null, 'none: withheld', 'Twilio: UNAVAILABLE on a keypad'],
  ['0000000000', 'FR', 'none: withheld', 'all zeros, no subscriber of any plan'],
  ['+00', null, 'none: withheld', 'all zeros, no subscriber of any plan'],
  ['112', 'FR', 'none: short-code', 'ETSI TS 122 101: emergency number'],
  ['911', 'US', 'none: short-code', 'NANPA N11 codes'],
  ['999', 'GB', 'none: short-code', 'Ofcom National Telephone Numbering Plan, B3.1.1'],
  ['36111', 'FR', 'none: short-code', 'AF2M SMS+ short codes'],
  ['72345', null, 'none: short-code', 'CTIA Short Code Monitoring Handbook, five or six digits'],
  ['*123#', null, 'none: short-code', '3GPP TS 22.090: USSD'],
  ['AMAZON', null, 'none: alphanumeric-sender', '3GPP TS 23.040 §9.1.2.5'],
  ['7-Eleven', 'US', 'none: alphanumeric-sender', '3GPP TS 23.040 §9.1.2.5: digits may begin it'],
  ['Crédit 24', null, 'none: alphanumeric-sender', '3GPP TS 23.038 §6.2.1: é is in the default alphabet'],
];

const refused: readonly Case[] = [
  ['06 39 98 12 34', null, 'invalid: no-default-region', 'ITU-T E.164: a national number needs its plan'],
  ['0033639981234', null, 'invalid: no-default-region', 'international prefixes are national too'],
  ['06 39 98 12', 'FR', 'invalid: too-short', 'FR: ARCEP, nine digits after the 0'],
  ['06 39 98 12 34 56', 'FR', 'invalid: too-long', 'FR: ARCEP, nine digits after the 0'],
  ['555-0123', 'US', 'invalid: too-short', 'US: NANPA, without area code'],
  ['+12345', null, 'invalid: too-short', 'NANPA: ten digits'],
  ['+999 123 456 789', null, 'invalid: invalid-country-code', 'ITU-T E.164.1: 999 is reserved'],
  ['+0639981234', null, 'invalid: invalid-country-code', 'ITU-T E.164.1: no country code begins with 0'],
  ['+49 30 1234567890123456', null, 'invalid: too-long', 'ITU-T E.164 §6: at most fifteen digits'],
  ['1-800-FLOWERS', 'US', 'invalid: not-a-number', 'letters stand for businesses, not for callers'],
  ['0639981234 or 0639981235', 'FR', 'invalid: not-a-number', 'two numbers are no identity'],
  ['++33639981234', null, 'invalid: not-a-number', 'ITU-T E.123 §7.1: one plus'],
  ['33639981234.0', 'FR', 'invalid: not-a-number', 'a spreadsheet made it a fraction'],
  ['3.36399812E+10', 'FR', 'invalid: not-a-number', 'a spreadsheet rounded it'],
  ['1111111111', 'US', 'invalid: placeholder', 'NANPA: no area code 111; what people type to pass a form'],
  ['+11111111111', null, 'invalid: placeholder', 'the same with its country code'],
  ['+359 0000 0003', null, 'invalid: impossible', 'BG: CRC, trunk prefix 0; taken off once, it would be taken off again'],
  ['lea@example.org', 'FR', 'invalid: not-a-number', 'an e-mail address'],
  ['+33 6 39\n98 12 34', null, 'invalid: not-text', 'control characters'],
  ['+3363998\u00001234', null, 'invalid: not-text', 'NUL'],
  ['+33639981234\ud800', null, 'invalid: not-text', 'lone surrogate'],
  ['0'.repeat(257), 'FR', 'invalid: too-long', 'bounded before anything else'],
];

const all = [...plans, ...variants, ...writings, ...nobody, ...refused];

describe('e164/1', () => {
  it.each(all.map(([input, region, expected, source]) => [titled(input), region ?? 'no region', expected, source, input, region] as const))(
    'reads %s (%s) as %s (%s)',
    (_title, _shownRegion, expected, _source, input, region) => expect(read('e164/1', input, region)).toBe(expected),
  );

  it('has cases of at least 25 countries', () => expect(new Set(all.map(([, region]) => region)).size).toBeGreaterThan(25));

  it('takes a number that no pattern knows when a subscriber of its plan could have it, because plans change faster than tables', () => {
    expect(read('e164/1', '+44 6012 345678')).toBe('+446012345678');
    expect(read('e164/1', '+1 011 555 0123')).toBe('+10115550123');
    expect(read('e164/1', '+61 12 345 678')).toBe('invalid: impossible');
  });

  it('gives every form in which a number of any country is written one key', () => {
    for (const region of getCountries()) {
      const example = getExampleNumber(region, examples);
      if (!example) continue;
      const key = read('e164/1', example.number);
      const forms = [example.formatInternational(), example.getURI(), example.number.replace('+', '\uff0b')];
      expect([region, ...forms.map((form) => read('e164/1', form))]).toEqual([region, key, key, key]);
      expect([region, read('e164/1', example.formatNational(), region)]).toEqual([region, key]);
    }
  });

  it('knows regions by their ISO code in upper case, and nothing else', () => {
    expect(['FR', 'US', 'XK', 'AC'].map(isSupportedRegion)).toEqual([true, true, true, true]);
    expect(['fr', 'ZZ', '', 'FRA', '001', '__proto__', 'constructor'].map(isSupportedRegion)).toEqual([false, false, false, false, false, false, false]);
  });

  it('reads national numbers under an unknown region as without one', () => expect(read('e164/1', '0639981234', 'ZZ')).toBe('invalid: no-default-region'));
});

describe('e164/1, whatever is given', () => {
  const regions = fc.constantFrom(null, 'FR', 'US', 'BR', 'AR', 'MX', 'DE', 'IT', 'RU', 'BJ', 'SH', 'JP', 'ZZ');
  const digits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max });
  const scribble = fc.string({ unit: fc.constantFrom(...'0123456789+()-./ ;x#*,=ext', '\u202a', '\uff11', '\u0661'), maxLength: 40 });
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    scribble,
    digits(20),
    digits(18).map((d) => `+${d}`),
    fc.tuple(fc.constantFrom('+52', '+55', '+54', '+229', '+33', '+7', '+39', '+49', '+1', '+225', '+290', '+800'), digits(13)).map((p) => p.join('')),
    fc.tuple(digits(14), digits(22)).map(([d, e]) => `+${d};ext=${e}`),
  );

  it('keeps a key as it is, makes it of bounded digits, and never throws', () =>
    fc.assert(
      fc.property(anything, regions, (value, defaultRegion) => {
        const result = normalise('e164/1', value, { defaultRegion });
        if (result.kind !== 'key') return;
        expect(result.key).toMatch(/^\+[1-9]\d{3,14}(;ext=\d{1,20})?$/);
        for (const region of [defaultRegion, null, 'US']) expect(normalise('e164/1', result.key, { defaultRegion: region })).toEqual(result);
      }),
      { numRuns: 5_000 },
    ));

  it('reads a number that comes in the form of a key as it reads any other way to write it', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          digits(15),
          fc.tuple(fc.constantFrom('52', '55', '54', '229', '33', '7', '39', '49', '1'), digits(11)).map((p) => p.join('')),
        ),
        (number) => expect(read('e164/1', `+${number}`)).toBe(read('e164/1', `tel:+${number}`)),
      ),
      { numRuns: 3_000 },
    ));
});
