import { joinedCell, neutralCell, plainCell, pointName, splitCell, textCell } from '@kith/application';
import fc from 'fast-check';

/** Everything that somebody could take for something else. */
const nasty = fc.string({ unit: fc.constantFrom(...'\'"=+-@\t\r\n,;| a🙂é\u00a0\ufeff\u2028'), maxLength: 8 });
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }));

describe('a list in one cell', () => {
  it.each(['values', 'words'] as const)('comes back exactly, whatever is in its %s', (of) => {
    fc.assert(fc.property(fc.array(text), (values) => expect(splitCell(joinedCell(values, of), of)).toEqual(values)));
  });

  it('comes back exactly also through what keeps formulas from spreadsheets', () => {
    fc.assert(fc.property(fc.array(text), (values) => expect(splitCell(plainCell(neutralCell(joinedCell(values))))).toEqual(values)));
  });

  it('has plain values on lines of their own, and quotes those that would fall apart', () => {
    expect(joinedCell(['lea@example.org', 'Acme, Inc.', 'Acme Corp', '5" disks', '"A"', ''])).toBe(
      'lea@example.org\n"Acme, Inc."\nAcme Corp\n5" disks\n"""A"""\n""',
    );
    expect(joinedCell(['vip', 'very important'], 'words')).toBe('vip\n"very important"');
  });

  it('is read as support desks write it', () => {
    expect(splitCell(' a@b.org, c@d.org;e@f.org|g@h.org\r\ni@j.org,, ')).toEqual(['a@b.org', 'c@d.org', 'e@f.org', 'g@h.org', 'i@j.org']);
    expect(splitCell('vip gold  silver,bronze', 'words')).toEqual(['vip', 'gold', 'silver', 'bronze']);
    expect(splitCell('Acme Corp, "Foo, Bar" ; "half', 'values')).toEqual(['Acme Corp', 'Foo, Bar', '"half']);
    expect(splitCell('"Foo" Bar, x')).toEqual(['"Foo" Bar', 'x']);
    expect(splitCell('')).toEqual([]);
  });

  it('costs time in proportion to its length, also when quotes are never closed', () => {
    for (const part of ['"a,', '"', '""a,', '" ,', '"""a,', ' "']) {
      const cell = part.repeat(131_072 / part.length);
      const began = performance.now();
      splitCell(cell);
      splitCell(cell, 'words');
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
});

describe('a text in a cell', () => {
  it('comes back exactly, also the empty one', () => {
    fc.assert(fc.property(text, (value) => expect(plainCell(textCell(value))).toBe(value)));
  });

  it('is never an empty cell, and never begins like a formula', () => {
    fc.assert(fc.property(text, (value) => expect(textCell(value)).toMatch(/^[^=+\-@\t\r]/)));
  });

  it('is what it was where nothing had to be done', () => {
    expect(['=1+1', '-5', "'tis", "'=x", "'", '', '5" disks'].map(textCell)).toEqual(["'=1+1", "'-5", "'tis", "''=x", "''", "'", '5" disks']);
  });
});

it('names contact points by channel, scope and value', () => {
  expect(pointName({ channel: 'email', scope: '', value: 'lea@example.org' })).toBe('email:lea@example.org');
  expect(pointName({ channel: 'external', scope: 'crm', value: '42' })).toBe('external.crm:42');
});
