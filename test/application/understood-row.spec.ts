import { rowsTogether, TenantIdentifiers, understoodRow } from '@kith/application';
import { defaultSettings } from '@kith/domain';
import * as fc from 'fast-check';
import { rowsOf, type WrittenRow } from '../support/import-world';

const ids = new TenantIdentifiers(Buffer.alloc(32, 7));
const settings = { ...defaultSettings, defaultRegion: 'FR' };

const read = (row: WrittenRow) => {
  const [given] = rowsOf([row]);
  if (!given) throw new Error('no row');
  return understoodRow(given, settings, ids);
};
const problems = (row: WrittenRow) => {
  const found = read(row);
  return 'problems' in found ? found.problems.map(({ field, code }) => `${field} ${code}`) : [];
};
const understood = (row: WrittenRow) => {
  const found = read(row);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found;
};
const pointsOf = (row: WrittenRow) => understood(row).points.map(({ channel, scope, key, verified }) => [channel, scope, key, verified]);

describe('a row', () => {
  it('has its external ids first, its points once, and numbers of the default region', () =>
    expect(
      pointsOf({ email: ['Lea@Example.org', 'lea@example.org'], phone: '06 12 34 56 78', externalId: ' A-1 ', 'contactPoint.messenger.page.7': 'PSID' }),
    ).toEqual([
      ['external', 'external', 'A-1', false],
      ['email', '', 'lea@example.org', false],
      ['phone', '', '+33612345678', false],
      ['messenger', 'page.7', 'PSID', false],
    ]));

  it('says which of its points are verified: all, none, or by name', () => {
    const row = { email: ['a@example.org', 'b@example.org'], phone: '+33612345678' };
    const verified = (said: string | boolean | readonly string[]) => pointsOf({ ...row, verified: said }).map((point) => point[3]);
    expect(verified('yes')).toEqual([true, true, true]);
    expect(verified(false)).toEqual([false, false, false]);
    expect(verified(['email:b@example.org', '+33612345678'])).toEqual([false, true, true]);
    expect(problems({ ...row, verified: 'email:c@example.org' })).toEqual(['verified point-not-in-row']);
  });

  it('names the points to use on their channels', () => {
    expect(understood({ email: ['a@example.org', 'b@example.org'], primary: 'b@example.org' }).primary.map(({ key }) => key)).toEqual(['b@example.org']);
    expect(problems({ email: 'a@example.org', primary: 'b@example.org' })).toEqual(['primary point-not-in-row']);
  });

  it('keeps texts as they are, and values of custom fields with their types', () =>
    expect(
      understood({ name: ' Léa ', details: 'two\nlines', notes: '', tags: ['vip', 'vip', 'été'], 'fields.seats': 3, 'fields.trial': false, 'fields.x': '' })
        .profile,
    ).toEqual({
      name: ' Léa ',
      details: 'two\nlines',
      notes: '',
      tags: ['vip', 'été'],
      fields: { seats: 3, trial: false, x: '' },
    }));

  it('takes the names of customers for a role, and no other', () => {
    for (const role of ['', 'End-user', 'end user', 'CUSTOMER']) expect(problems({ email: 'a@example.org', role })).toEqual([]);
    for (const role of ['agent', 'admin', 'light agent']) expect(problems({ email: 'a@example.org', role })).toEqual(['role role-not-end-user']);
  });

  it('is refused when it says nothing, and for every wrong value', () => {
    expect(problems({})).toEqual([' row-empty']);
    expect(problems({ name: 'two\nlines', details: 'x'.repeat(10_001), 'fields.plan': 'x'.repeat(1001), 'fields.no': 2 ** 60 })).toEqual([
      'name text-invalid',
      'details value-too-long',
      'fields.plan value-too-long',
      'fields.no number-invalid',
    ]);
    expect(problems({ name: 'NUL \0', notes: '\ud800', tags: ['x'.repeat(65)], organization: '\u200b' })).toEqual([
      'name text-invalid',
      'notes text-invalid',
      'tags value-too-long',
      'organization organization-name-invalid',
    ]);
    expect(problems({ 'contactPoint.fax': '1', 'contactPoint.messenger': 'PSID', phone: '000', size: 'L' })).toEqual([
      'size field-unknown',
      'contactPoint.fax channel-unknown',
      'contactPoint.messenger contact-point-invalid',
      'phone contact-point-blocked',
    ]);
  });

  it('has no more points of a channel than the tenant allows, and tells ten problems at most', () => {
    const many = Array.from({ length: 51 }, (_, i) => `p${i}@example.org`);
    expect(problems({ email: many })).toEqual([' contact-point-limit-reached', 'email contact-point-limit-reached']);
    expect(problems({ email: Array.from({ length: 30 }, (_, i) => `wrong ${i}`) })).toHaveLength(10);
  });

  it('gives one value of a field, not two', () => {
    const [row] = rowsOf([{ name: 'Ana', email: 'a@example.org' }]);
    const twice = (value: string) =>
      understoodRow({ ...(row as NonNullable<typeof row>), values: [...(row?.values ?? []), { field: 'name', value }] }, settings, ids);
    expect(twice('Ana')).not.toHaveProperty('problems');
    expect(twice('Bo')).toMatchObject({ problems: [{ field: 'name', code: 'value-repeated' }] });
  });
});

describe('rows together', () => {
  const keys = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 3 }), { maxLength: 25 });

  it('are those that share a key, in their order, the groups by their first rows', () =>
    fc.assert(
      fc.property(keys, (all) => {
        const rows = all.map((keysOf, at) => ({ at, keysOf }));
        const groups = rowsTogether(rows, ({ keysOf }) => keysOf);
        expect(groups.flat().sort((a, b) => a.at - b.at)).toEqual(rows);
        for (const group of groups) expect(group).toEqual(group.toSorted((a, b) => a.at - b.at));
        expect(groups).toEqual(groups.toSorted((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0)));
        const groupOf = new Map(groups.flatMap((group, g) => group.map(({ at }) => [at, g] as const)));
        for (const one of rows)
          for (const other of rows) if (one.keysOf.some((key) => other.keysOf.includes(key))) expect(groupOf.get(one.at)).toBe(groupOf.get(other.at));
        // And no two are together without a chain of shared keys: as many groups as the graph has components.
        const seen = new Set<number>();
        let components = 0;
        for (const { at } of rows) {
          if (seen.has(at)) continue;
          components += 1;
          for (const open = [at]; open.length > 0; ) {
            const next = open.pop() as number;
            if (seen.has(next)) continue;
            seen.add(next);
            for (const other of rows) if (other.keysOf.some((key) => rows[next]?.keysOf.includes(key))) open.push(other.at);
          }
        }
        expect(groups).toHaveLength(components);
      }),
      { numRuns: 50 },
    ));
});
