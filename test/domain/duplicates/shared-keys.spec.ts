import { foldedName, nameAndPlaceOf, nameAt, sharedKeys } from '@kith/domain';
import fc from 'fast-check';

describe('a name without what people leave out', () => {
  it.each([
    ['Léa Martin', 'lea martin'],
    ['LEA  MARTIN', 'lea martin'],
    ['  Lea\u00a0Martin\t', 'lea martin'],
    ['Le\u0301a Martin', 'lea martin'],
    ['Martin, Léa', 'martin lea'],
    ['Jean-Luc Petit', 'jean luc petit'],
    ['Martina O’Leary', 'martina oleary'],
    ["Martina O'Leary", 'martina oleary'],
    ['Łukasz Nowak', 'lukasz nowak'],
    ['Søren Ærø', 'soren aero'],
    ['Strauß', 'strauss'],
    ['İstanbul Kaya', 'istanbul kaya'],
    ['Ｌｅａ　Ｍａｒｔｉｎ', 'lea martin'],
    ['Ἀλέξανδρος', 'αλεξανδρος'],
    ['Фёдор Королёв', 'федор королев'],
    ['مُحَمَّد', 'محمد'],
    ['李小龍', '李小龍'],
    ['Ann Lee 2', 'ann lee 2'],
  ])('of %s is %s', (name, folded) => expect(foldedName(name)).toBe(folded));

  it('keeps what makes another name: the order of words, vowel signs, voicing marks', () => {
    expect(foldedName('Ann Lee')).not.toBe(foldedName('Lee Ann'));
    expect(foldedName('राम')).not.toBe(foldedName('रम'));
    expect(foldedName('かき')).not.toBe(foldedName('かぎ'));
  });

  it('is none for what names nobody, or is no name', () => {
    for (const name of ['', ' ', '!?', 'Unknown', 'ANONYMOUS', 'n/a', '😀', 'x'.repeat(201)]) expect(foldedName(name)).toBeUndefined();
  });

  it('is folded itself, and holds no sign that could be taken for the one before a domain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const folded = foldedName(name);
        if (folded === undefined) return;
        expect(folded).toMatch(/^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*$/u);
        expect(foldedName(folded)).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a contact point has in common with others', () => {
  const of = (normaliser: 'email/1' | 'e164/1' | 'handle/1' | 'opaque/1', key: string, scope = '') => sharedKeys({ scope, key, normaliser });

  it('is the mailbox, and the domain unless anybody can have an address there', () => {
    expect(of('email/1', 'ann.lee+x@gmail.com')).toEqual({ key: 'annlee@gmail.com', domain: null });
    expect(of('email/1', 'ann.lee@acme.example')).toEqual({ key: 'ann.lee@acme.example', domain: 'acme.example' });
    expect(of('email/1', 'ann@web.de')).toEqual({ key: 'ann@web.de', domain: null });
  });
  it('is the key itself on other channels', () => {
    expect(of('e164/1', '+33612345678')).toEqual({ key: '+33612345678', domain: null });
    expect(of('handle/1', 'ann.lee')).toEqual({ key: 'ann.lee', domain: null });
  });
  it('is nothing for an id within a scope', () => expect(of('opaque/1', '4711', 'crm')).toBeUndefined());
});

describe('a name at a domain', () => {
  it('is one key however the name is written, and can be taken apart again', () => {
    const key = nameAt('Léa  MARTIN', 'acme.example');
    expect(key).toBe(nameAt('Lea Martin', 'acme.example'));
    expect(nameAndPlaceOf(key as string)).toEqual({ name: 'lea martin', place: 'acme.example' });
    expect(nameAt('unknown', 'acme.example')).toBeUndefined();
  });
});
