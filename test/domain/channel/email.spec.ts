import { normalise } from '@kith/domain';
import fc from 'fast-check';
import { type Case, read, titled } from './shown';

const longLocal = 'a'.repeat(64);
const longDomain = `${`${'d'.repeat(63)}.`.repeat(2)}${'e'.repeat(57)}.org`;

const addresses: readonly Case[] = [
  ['lea@example.org', null, 'lea@example.org', 'RFC 5321 §4.1.2: dot-string'],
  ['  lea@example.org\r\n', null, 'lea@example.org', 'trimmed'],
  ['Lea@Example.ORG', null, 'lea@example.org', 'RFC 1035 §2.3.3: domains ignore case; no large provider tells local parts apart by it'],
  ['lea+shop@example.org', null, 'lea+shop@example.org', 'RFC 5233: a subaddress may be another mailbox'],
  ['l.e.a@example.org', null, 'l.e.a@example.org', 'RFC 5321 §2.3.11: only the host interprets its local parts'],
  ["o'neil@example.org", null, "o'neil@example.org", 'RFC 5322 §3.2.3: atext'],
  ['!#$%&*+-/=?^_`{|}~@example.org', null, '!#$%&*+-/=?^_`{|}~@example.org', 'RFC 5322 §3.2.3: atext'],
  ['123@example.org', null, '123@example.org', 'RFC 5322 §3.2.3: atext'],
  ['foo..bar@docomo.ne.jp', null, 'foo..bar@docomo.ne.jp', 'NTT docomo gave out addresses with dots in a row until 2009'],
  ['foo.@ezweb.ne.jp', null, 'foo.@ezweb.ne.jp', 'KDDI au gave out addresses with a dot at the end until 2009'],
  ['"foo..bar"@docomo.ne.jp', null, 'foo..bar@docomo.ne.jp', 'RFC 5321 §4.1.2: quoted and unquoted are the same mailbox'],
  ['"lea"@example.org', null, 'lea@example.org', 'RFC 5321 §4.1.2: quoted and unquoted are the same mailbox'],
  ['lea@example.org.', null, 'lea@example.org', 'RFC 1034 §3.1: the root label; RFC 5321 writes none'],
  ['lea@mail-1.example.co.uk', null, 'lea@mail-1.example.co.uk', 'RFC 1123 §2.1'],
  ['lea@3com.example', null, 'lea@3com.example', 'RFC 1123 §2.1: a label may begin with a digit'],
  [
    'lea@a--b.example',
    null,
    'lea@a--b.example',
    'RFC 1123 §2.1; hyphens in third and fourth place are not checked (UTS 46 CheckHyphens off in the URL standard)',
  ],
  [`${longLocal}@example.org`, null, `${longLocal}@example.org`, 'RFC 5321 §4.5.3.1.1: local part of 64 octets'],
  [`${longLocal}@${longDomain}`, null, `${longLocal}@${longDomain}`, 'RFC 1035 §2.3.4: labels of 63 octets; 254 octets in all'],
  ['lea@xn--a.example', null, 'lea@xn--a.example', 'RFC 5890 §2.3.2.1: whether an A-label decodes is its registry’s matter'],
];

const international: readonly Case[] = [
  ['lea@bücher.example', null, 'lea@xn--bcher-kva.example', 'RFC 3492 §7.1, RFC 5891'],
  ['lea@BÜCHER.example', null, 'lea@xn--bcher-kva.example', 'UTS 46 §4: mapped to lower case'],
  ['lea@bu\u0308cher.example', null, 'lea@xn--bcher-kva.example', 'UTS 46 §4: composed'],
  ['lea@XN--BCHER-KVA.example', null, 'lea@xn--bcher-kva.example', 'RFC 5890 §2.3.2.1: A-labels ignore case'],
  ['lea@straße.example', null, 'lea@xn--strae-oqa.example', 'UTS 46 §4: non-transitional, ß is not ss'],
  ['lea@例え.テスト', null, 'lea@xn--r8jz45g.xn--zckzah', 'IANA IDN test domains'],
  ['lea@مثال.إختبار', null, 'lea@xn--mgbh0fb.xn--kgbechtv', 'IANA IDN test domains, right to left'],
  ['lea@ｅｘａｍｐｌｅ。org', null, 'lea@example.org', 'UTS 46 §4: full width and ideographic full stop'],
  ['lea@exa\u00admple.org', null, 'lea@example.org', 'UTS 46 §4: soft hyphens are ignored'],
  ['LÉA@example.org', null, 'léa@example.org', 'RFC 6532 §3.1: composed; lower case of the Unicode standard'],
  ['le\u0301a@example.org', null, 'léa@example.org', 'RFC 6532 §3.1: NFC'],
  ['用户@example.org', null, '用户@example.org', 'RFC 6531 §3.3: UTF-8 local parts'],
  ['straße@example.org', null, 'straße@example.org', 'lower case, not folded: ß is not ss'],
  ['STRAẞE@example.org', null, 'straße@example.org', 'Unicode: lower case of U+1E9E is ß'],
  ['İ@example.org', null, 'i̇@example.org', 'Unicode SpecialCasing: U+0130 without locale is i and a dot above'],
  ['I@example.org', null, 'i@example.org', 'locale-free: not the Turkish dotless i'],
  ['ΣΑΣ@example.org', null, 'σας@example.org', 'Unicode SpecialCasing: final sigma'],
  ['ａ@example.org', null, 'ａ@example.org', 'NFC, not NFKC: a full-width a is another character'],
];

const nobody: readonly Case[] = [
  ['', null, 'none: empty', 'no sender'],
  [' \t ', null, 'none: empty', 'no sender'],
  ['<>', null, 'none: empty', 'RFC 5321 §4.5.5: null reverse-path of bounces'],
  ['anonymous@anonymous.invalid', null, 'none: withheld', 'RFC 3323 §4.1.1.3, RFC 6761 §6.4'],
  ['lea@example.org.INVALID', null, 'none: withheld', 'RFC 6761 §6.4: names nothing'],
];

const refused: readonly Case[] = [
  ['anonymous', null, 'invalid: no-at-sign', 'RFC 5321 §4.1.2'],
  ['@example.org', null, 'invalid: no-local-part', 'RFC 5321 §4.1.2'],
  ['lea@', null, 'invalid: no-domain', 'RFC 5321 §4.1.2'],
  ['lea@.', null, 'invalid: no-domain', 'RFC 5321 §4.1.2'],
  ['Léa Martin <lea@example.org>', null, 'invalid: display-name', 'RFC 5322 §3.4: a mailbox, not an address'],
  ['<lea@example.org>', null, 'invalid: display-name', 'RFC 5321 §4.1.2: a path, not an address'],
  ['lea@example.org, max@example.org', null, 'invalid: several-addresses', 'RFC 5322 §3.4: a list'],
  ['lea@example.org;max@example.org', null, 'invalid: several-addresses', 'a list as Outlook writes it'],
  ['lea@max@example.org', null, 'invalid: several-addresses', 'RFC 5322 §3.2.3: @ is not atext'],
  ['lea martin@example.org', null, 'invalid: has-spaces', 'RFC 5322 §3.2.3'],
  ['lea@exam ple.org', null, 'invalid: invalid-domain', 'RFC 1123 §2.1'],
  ['"lea martin"@example.org', null, 'invalid: quoted-local-part', 'RFC 5321 §4.1.2: no host should need quotes'],
  ['"lea\\"x"@example.org', null, 'invalid: quoted-local-part', 'RFC 5321 §4.1.2'],
  ['""@example.org', null, 'invalid: quoted-local-part', 'RFC 5321 §4.1.2: empty'],
  ['.lea@example.org', null, 'invalid: invalid-local-part', 'RFC 5321 §4.1.2'],
  ['mailto:lea@example.org', null, 'invalid: invalid-local-part', 'RFC 6068: a link, not an address'],
  ['lea(work)@example.org', null, 'invalid: invalid-local-part', 'RFC 5322 §3.2.2: a comment'],
  ['le\u200ba@example.org', null, 'invalid: invalid-local-part', 'UTS 36: invisible, would look like another key'],
  ['le\u202ea@example.org', null, 'invalid: invalid-local-part', 'UTS 36: direction marks'],
  ['le\ue000a@example.org', null, 'invalid: invalid-local-part', 'Unicode: private use'],
  ['le\u{e0fff}a@example.org', null, 'invalid: invalid-local-part', 'Unicode: unassigned, its lower case may yet be made'],
  [`${'a'.repeat(65)}@example.org`, null, 'invalid: local-part-too-long', 'RFC 5321 §4.5.3.1.1'],
  [`${'é'.repeat(33)}@example.org`, null, 'invalid: local-part-too-long', 'RFC 6531 §3.3: octets of UTF-8'],
  [`${longLocal}@${longDomain}x`, null, 'invalid: too-long', 'RFC 5321 §4.5.3.1.3 with erratum 1690: 254 octets'],
  ['root@localhost', null, 'invalid: domain-without-dot', 'RFC 5321 §2.3.5: fully-qualified; RFC 7085'],
  ['postmaster@ai', null, 'invalid: domain-without-dot', 'RFC 7085: dotless domains are harmful'],
  ['lea@[192.0.2.1]', null, 'invalid: domain-literal', 'RFC 5321 §4.1.3: a machine, nobody’s lasting address'],
  ['lea@[IPv6:2001:db8::1]', null, 'invalid: domain-literal', 'RFC 5321 §4.1.3'],
  ['lea@192.0.2.1', null, 'invalid: invalid-domain', 'RFC 3696 §2: the last label is not a number'],
  ['lea@1.2', null, 'invalid: invalid-domain', 'URL standard: would be 1.0.0.2'],
  ['lea@１.２', null, 'invalid: invalid-domain', 'URL standard: would be 1.0.0.2, in full width'],
  ['lea@example.0x10', null, 'invalid: invalid-domain', 'URL standard: the last label is a number'],
  ['lea@example..org', null, 'invalid: invalid-domain', 'RFC 1123 §2.1: empty label'],
  ['lea@example.org..', null, 'invalid: invalid-domain', 'RFC 1034 §3.1: one root'],
  ['lea@-example.org', null, 'invalid: invalid-domain', 'RFC 1123 §2.1: begins with a hyphen'],
  ['lea@example-.org', null, 'invalid: invalid-domain', 'RFC 1123 §2.1: ends with a hyphen'],
  ['lea@my_host.example.org', null, 'invalid: invalid-domain', 'RFC 1123 §2.1: no underscores in host names'],
  [`lea@${'d'.repeat(64)}.org`, null, 'invalid: invalid-domain', 'RFC 1035 §2.3.4'],
  ['lea@example.org:25', null, 'invalid: invalid-domain', 'URL standard: a port'],
  ['lea@example.org/path', null, 'invalid: invalid-domain', 'URL standard: a path'],
  ['lea@example.org?subject=x', null, 'invalid: invalid-domain', 'URL standard: a query'],
  ['lea@ex%61mple.org', null, 'invalid: invalid-domain', 'URL standard: a percent escape'],
  ['lea@exa／mple.org', null, 'invalid: invalid-domain', 'URL standard: full-width solidus'],
  [`a@${`${'d'.repeat(63)}.`.repeat(3)}${'e'.repeat(58)}.org`, null, 'invalid: invalid-domain', 'RFC 1035 §2.3.4: a name of 253 octets'],
  ['lea@a\u200db.example', null, 'invalid: invalid-domain', 'RFC 5892 A.2: joiner without its context'],
  ['lea\r\nBcc: max@example.org', null, 'invalid: not-text', 'CWE-93: header injection'],
  ['le\ta@example.org', null, 'invalid: not-text', 'control characters'],
  ['le\u0000a@example.org', null, 'invalid: not-text', 'NUL'],
  ['le\udc00a@example.org', null, 'invalid: not-text', 'lone surrogate'],
  [`${'a'.repeat(100_000)}@example.org`, null, 'invalid: too-long', 'bounded before anything else'],
];

describe('email/1', () => {
  it.each([...addresses, ...international, ...nobody, ...refused].map(([input, , expected, source]) => [titled(input), expected, source, input] as const))(
    'reads %s as %s (%s)',
    (_title, expected, _source, input) => expect(read('email/1', input)).toBe(expected),
  );
});

describe('email/1, whatever is given', () => {
  // Not those that claim to be A-labels: they are taken as they are, and the parser refuses some of them (see the table).
  const label = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,10}[a-zA-Z0-9])?$/).filter((each) => !/^xn--/i.test(each));
  const asciiDomain = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  const local = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{1,20}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }));
  const domain = fc.oneof(
    asciiDomain,
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((d) => `${d}.example`),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const address = fc.tuple(local, domain).map(([l, d]) => `${l}@${d}`);
  const options = { defaultRegion: null };

  it('keeps a key as it is, makes it bounded and printable, and never throws', () =>
    fc.assert(
      fc.property(fc.oneof(address, fc.string({ unit: 'binary', maxLength: 300 }), fc.emailAddress()), (value) => {
        const result = normalise('email/1', value, options);
        if (result.kind !== 'key') return;
        expect(new TextEncoder().encode(result.key).length).toBeLessThanOrEqual(254);
        expect(result.key).toMatch(/^[^\p{C}\p{Z}]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/u);
        expect(normalise('email/1', result.key, options)).toEqual(result);
      }),
      { numRuns: 5_000 },
    ));

  it('reads an ASCII domain as the URL parser does, though it does not ask it', () =>
    fc.assert(
      fc.property(asciiDomain, (given) => {
        const key = read('email/1', `lea@${given}`);
        // The soft hyphen maps to nothing, so this is the same domain by way of the parser.
        expect(read('email/1', `lea@\u00ad${given}`)).toBe(key);
        if (key.startsWith('lea@')) expect(key).toBe(`lea@${new URL(`http://${given}`).hostname}`);
      }),
      { numRuns: 5_000 },
    ));

  it('reads a plain address as it reads the same one by way of all its rules', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9+._-]{1,70}$/), asciiDomain, fc.constantFrom('org', 'Example', 'invalid', 'x'), (local, domain, last) => {
        const host = `${domain}.${last}`;
        // A dot at the end is no plain form any more, and means the same domain.
        expect(read('email/1', `${local}@${host}`)).toBe(read('email/1', `${local}@${host}.`));
      }),
      { numRuns: 5_000 },
    ));

  it('reads an ASCII address the same in any case and with any space around', () =>
    fc.assert(
      fc.property(fc.emailAddress(), (value) => {
        const key = read('email/1', value);
        expect(key).toBe(value.toLowerCase());
        expect([read('email/1', value.toUpperCase()), read('email/1', ` ${value}\n`)]).toEqual([key, key]);
      }),
    ));
});
