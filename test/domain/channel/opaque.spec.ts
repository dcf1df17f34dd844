import { normalise } from '@kith/domain';
import fc from 'fast-check';
import { type Case, read, titled } from './shown';

const cases: readonly Case[] = [
  ['cust-000123', null, 'cust-000123', 'the other system’s id, exact'],
  ['  cust-000123\n', null, 'cust-000123', 'trimmed'],
  ['Cust-A', null, 'Cust-A', 'case may tell two ids apart (Salesforce ids of 15 characters do)'],
  ['000123', null, '000123', 'zeros may tell two ids apart'],
  ['123', null, '123', 'numeric ids'],
  ['24015551234567890', null, '24015551234567890', 'Meta Messenger Platform: page-scoped id, beyond 2^53'],
  ['U4af4980629abcdef0123456789abcdef', null, 'U4af4980629abcdef0123456789abcdef', 'LINE Messaging API: user id'],
  ['a b', null, 'a b', 'spaces inside belong to it'],
  ['é', null, 'é', 'composed'],
  ['e\u0301', null, 'e\u0301', 'decomposed is another id: bytes decide, not letters'],
  ['\u200bx', null, '\u200bx', 'whoever made it compares it exactly'],
  ['@x', null, '@x', 'no rule of handles'],
  ['__proto__', null, '__proto__', 'nothing but text'],
  ['8f14e45f-ceea-467f-a0f6-1b2c3d4e5f60', null, '8f14e45f-ceea-467f-a0f6-1b2c3d4e5f60', 'RFC 9562: visitor id of a chat widget'],
  ['', null, 'none: empty', 'no id'],
  [' \u00a0 ', null, 'none: empty', 'no id'],
  ['x'.repeat(512), null, 'x'.repeat(512), 'bounded'],
  ['x'.repeat(513), null, 'invalid: too-long', 'bounded'],
  ['x'.repeat(100_000), null, 'invalid: too-long', 'bounded before anything else'],
  ['a\tb', null, 'invalid: not-text', 'control characters'],
  ['a\r\nb', null, 'invalid: not-text', 'control characters'],
  ['a\u0000', null, 'invalid: not-text', 'NUL: one database stores it, another refuses it'],
  ['a\u0085b', null, 'invalid: not-text', 'control characters of ISO 6429'],
  ['a\ud800', null, 'invalid: not-text', 'lone surrogate: would become U+FFFD, and one id with all others'],
];

describe('opaque/1', () => {
  it.each(cases.map(([input, , expected, source]) => [titled(input), expected, source, input] as const))(
    'reads %s as %s (%s)',
    (_title, expected, _source, input) => expect(read('opaque/1', input)).toBe(expected),
  );

  it('changes nothing but the space around, and never throws', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme-ascii', maxLength: 40 })), (value) => {
        const result = normalise('opaque/1', value, { defaultRegion: null });
        if (result.kind !== 'key') return;
        expect(result.key).toBe(value.trim());
        expect(result.key).not.toMatch(/\p{Cc}/u);
        expect(normalise('opaque/1', result.key, { defaultRegion: null })).toEqual(result);
      }),
      { numRuns: 5_000 },
    ));
});
