import { normalise } from '@kith/domain';
import fc from 'fast-check';
import { type Case, read, titled } from './shown';

const cases: readonly Case[] = [
  ['@LeaMartin', null, 'leamartin', 'X help center: usernames ignore case'],
  ['LeaMartin', null, 'leamartin', 'X help center: the @ is how it is shown'],
  ['  @lea_martin ', null, 'lea_martin', 'X help center: letters, digits and underscores, up to 15'],
  ['lea.martin', null, 'lea.martin', 'Instagram help center: letters, digits, points and underscores, up to 30'],
  ['lea..martin_', null, 'lea..martin_', 'what a network gave out is not ours to judge'],
  ['Lea_Martin_75', null, 'lea_martin_75', 'Telegram FAQ: usernames ignore case, 5 to 32 of a to z, 0 to 9 and _'],
  ['123456789', null, '123456789', 'Telegram Bot API: numeric user id'],
  ['-1001234567890', null, '-1001234567890', 'Telegram Bot API: numeric chat id'],
  ['lea-martin.example.org', null, 'lea-martin.example.org', 'AT Protocol: handles are host names'],
  ['ЛЕА', null, 'леа', 'a tenant’s own channel may allow any script; lower case of the Unicode standard'],
  ['le\u0301a', null, 'léa', 'Unicode NFC'],
  ['लिआ', null, 'लिआ', 'Unicode: marks belong to the name'],
  ['', null, 'none: empty', 'no name'],
  ['@', null, 'none: empty', 'no name'],
  ['@@lea', null, 'invalid: not-a-handle', 'one leading @ is dropped, no more'],
  ['lea@mastodon.example', null, 'invalid: not-a-handle', 'WebFinger accounts are no handles of one network'],
  ['lea martin', null, 'invalid: not-a-handle', 'a display name'],
  ['https://t.me/lea', null, 'invalid: not-a-handle', 'a link; its path may be a group, a bot or an invitation'],
  ['t.me/lea', null, 'invalid: not-a-handle', 'a link'],
  ['___', null, 'invalid: not-a-handle', 'no letter or digit'],
  ['le\u200da', null, 'invalid: not-a-handle', 'UTS 36: invisible, would look like another key'],
  ['lea😀', null, 'invalid: not-a-handle', 'no letter of any script'],
  ['a'.repeat(64), null, 'a'.repeat(64), 'bounded'],
  ['a'.repeat(65), null, 'invalid: too-long', 'bounded'],
  ['a'.repeat(100_000), null, 'invalid: too-long', 'bounded before anything else'],
  ['le\na', null, 'invalid: not-text', 'control characters'],
  ['le\u0000a', null, 'invalid: not-text', 'NUL'],
  ['le\ud800a', null, 'invalid: not-text', 'lone surrogate'],
];

describe('handle/1', () => {
  it.each(cases.map(([input, , expected, source]) => [titled(input), expected, source, input] as const))(
    'reads %s as %s (%s)',
    (_title, expected, _source, input) => expect(read('handle/1', input)).toBe(expected),
  );

  it('keeps a key as it is, makes it bounded and printable, and never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.stringMatching(/^@?[A-Za-z0-9_.]{1,30}$/)),
        (value) => {
          const result = normalise('handle/1', value, { defaultRegion: null });
          if (result.kind !== 'key') return;
          expect(result.key.length).toBeLessThanOrEqual(64);
          expect(result.key).toMatch(/^[^\p{C}\p{Z}@]+$/u);
          expect(normalise('handle/1', result.key, { defaultRegion: null })).toEqual(result);
        },
      ),
      { numRuns: 5_000 },
    ));

  it('reads a name the same in any case, with and without its @', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_]{0,14}$/), (name) => {
        expect(read('handle/1', ` @${name.toUpperCase()} `)).toBe(name.toLowerCase());
        expect(read('handle/1', name)).toBe(name.toLowerCase());
      }),
    ));
});
