import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClaimName, longestOrganizationName, type OrganizationNameEvent, organizationName, organizationNameKey, ReleaseName, usableName } from '@kith/domain';
import fc from 'fast-check';
import { given } from '../support/given';
import { choicesFrom } from '../support/seeded-choices';

describe('two names are one', () => {
  it.each([
    ['in another case', 'Acme GmbH', 'ACME gmbh'],
    ['with one sharp s or two, small or capital', 'Straße', 'STRASSE'],
    ['with a capital sharp s', 'STRAẞE', 'straße'],
    ['with a sigma in the middle or at the end', 'ΟΔΟΣ', 'οδος'],
    ['with a dotless i that another language writes with a dot', 'KIRIM', 'Kırım'],
    ['with more white space', '  Acme \t  Inc ', 'Acme\u00a0Inc'],
    ['with letters composed or not', 'M\u00fcller', 'Mu\u0308ller'],
    ['in another width', 'ＡＣＭＥ', 'acme'],
    ['with a ligature', 'ﬁnance', 'Finance'],
    ['with signs that nobody sees', 'A\u00adc\u200bm\u2060e', 'Acme'],
  ])('%s', (_, one, other) => expect(organizationNameKey(one)).toBe(organizationNameKey(other)));
});

describe('two names are two', () => {
  it.each([
    ['with an accent or without', 'Société', 'Societe'],
    ['with punctuation or without', 'Acme, Inc.', 'Acme Inc'],
    ['with a space or without', 'Data Dog', 'Datadog'],
    ['in another script that looks the same', 'Acme', 'Асme'],
  ])('%s', (_, one, other) => expect(organizationNameKey(one)).not.toBe(organizationNameKey(other)));
});

describe('the folding of names', () => {
  it('reads today as on the day it was frozen; a difference needs a new version of the rule, not a new file', () => {
    const lines = readFileSync(join(__dirname, 'organization-names-1.tsv'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1_200);
    const drifted = lines.filter((line) => {
      const [input = '', folded = ''] = line.split('\t');
      return JSON.stringify(organizationNameKey(JSON.parse(input) as string)) !== folded;
    });
    expect(drifted).toEqual([]);
  });

  it('is the same for what it made, and for either case and any normal form of a name', () => {
    const any = fc.integer({ min: 1, max: 0x10_ffff }).map((point) => (point >= 0xd800 && point < 0xe000 ? '-' : String.fromCodePoint(point)));
    const name = fc.array(fc.oneof(fc.constantFrom(...' ßẞıİΣςſﬁǆŉ\u0345\u0301\u00ad'), any), { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(name, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (given, form) => {
        const key = organizationNameKey(given);
        return [key, given.normalize(form), given.toLowerCase()].every((other) => organizationNameKey(other) === key);
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuses what shows nothing, and what is too long', () => {
    for (const name of ['', '  ', '\u200b', '\u3164 \u00ad', 'x'.repeat(longestOrganizationName + 1)]) expect(() => usableName(name)).toThrow('name');
    expect(usableName('x'.repeat(longestOrganizationName))).toHaveLength(longestOrganizationName);
  });
});

const claim = (organizationId: string, atRevision = -1) => new ClaimName('acme', 'n1', organizationId, atRevision, { renames: { name: 'Acme', changes: {} } });
const claimed = (organizationId: string, atRevision = -1): OrganizationNameEvent => ({
  type: 'OrganizationNameClaimed',
  data: { organizationId, atRevision, renames: { name: 'Acme', changes: {} } },
});
const release = (organizationId: string) => new ReleaseName('acme', 'n1', organizationId, 'renamed');
const released = (organizationId: string): OrganizationNameEvent => ({ type: 'OrganizationNameReleased', data: { organizationId, cause: 'renamed' } });

describe('the name of an organization', () => {
  it('is claimed while nobody has it', () => {
    given(organizationName).when(claim('a', 4)).then(claimed('a', 4));
    given(organizationName, claimed('a'), released('a')).when(claim('b')).then(claimed('b'));
  });
  it('is nobody else’s while it is held, nor claimed again by its holder', () => {
    given(organizationName, claimed('a')).when(claim('b')).refuses('organization-name-taken', { holderId: 'a' });
    given(organizationName, claimed('a')).when(claim('a', 7)).refuses('organization-name-taken', { holderId: 'a' });
  });
  it('is given back by its holder alone, once', () => {
    given(organizationName, claimed('a')).when(release('b')).then();
    given(organizationName, claimed('a')).when(release('a')).then(released('a'));
    given(organizationName, claimed('a'), released('a')).when(release('a')).then();
  });
  it('never has two holders, whoever does what', () => {
    const choose = choicesFrom(7);
    let state = organizationName.initial;
    let held: string | undefined;
    for (let i = 0; i < 300; i++) {
      const id = choose(['a', 'b', 'c']);
      try {
        for (const event of organizationName.decide(choose([claim(id, i), release(id)]), state)) {
          if (event.type === 'OrganizationNameClaimed') expect(held).toBeUndefined();
          else expect(held).toBe(event.data.organizationId);
          held = event.type === 'OrganizationNameClaimed' ? event.data.organizationId : undefined;
          state = organizationName.evolve(state, event);
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'organization-name-taken', details: { holderId: held } });
      }
      expect(state.holder?.organizationId).toBe(held);
    }
  });
});
