import {
  ChangeSettings,
  defaultSettings,
  defaultSurvivorship,
  goldenValues,
  inOrder,
  type MemberProfile,
  type SettingsChanges,
  type Survivorship,
  settings,
  survivorshipOrders,
} from '@kith/domain';
import fc from 'fast-check';
import { given } from '../support/given';
import { asking } from '../support/in-memory-engine';

type Said = Partial<Omit<MemberProfile, 'values' | 'tags'>> & { readonly name?: string; readonly locale?: string; readonly tags?: readonly string[] };

/** A profile created on the first of a month of its own, as the second word of its id says. */
const profile = (id: string, { name, locale, tags = [], ...said }: Said = {}): MemberProfile => ({
  id,
  createdAt: `2026-0${id.charCodeAt(0) - 96}-01T00:00:00.000Z`,
  lastInteractionAt: null,
  isVerified: false,
  survivorId: null,
  mergedPosition: null,
  values: { name: name ?? null, locale: locale ?? null, timeZone: null, details: null, notes: null },
  fields: {},
  tags: tags.map((tag, i) => ({ tag, position: id.charCodeAt(0) * 10 + i })),
  blanks: {},
  ...said,
});
const policy = (changes: Partial<Survivorship>): Survivorship => ({ ...defaultSurvivorship, ...changes });
const shown = (members: readonly MemberProfile[], changes: Partial<Survivorship> = {}) => goldenValues(members, 'b', policy(changes));

describe('the values of a cluster', () => {
  const survivor = profile('b', { name: 'Bea' });
  const quiet = profile('a', { name: 'Ann', locale: 'fr', survivorId: 'b', mergedPosition: 10 });
  const heard = profile('c', { locale: 'de', lastInteractionAt: '2026-08-01T00:00:00.000Z', survivorId: 'b', mergedPosition: 20 });

  it('are the survivor’s, and what it does not say is the most recently active one’s', () => {
    expect(shown([quiet, survivor, heard])).toMatchObject({ values: { name: 'Bea', locale: 'de', timeZone: null }, sources: { name: 'b', locale: 'c' } });
    expect(shown([quiet, survivor, heard]).sources).not.toHaveProperty('timeZone');
  });

  it.each([
    ['survivor-first', 'b c a'],
    ['most-recent', 'c b a'],
    ['oldest', 'a b c'],
    ['verified-first', 'a b c'],
  ] as const)('are asked of the profiles in the order %s', (order, expected) => {
    const members = [{ ...quiet, isVerified: order === 'verified-first' }, survivor, heard];
    expect(
      inOrder(members, order, 'b')
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });

  it('are asked of the lower id where nothing else tells the profiles apart', () => {
    const at = { createdAt: '2026-01-01T00:00:00.000Z', lastInteractionAt: '2026-02-01T00:00:00.000Z' };
    const members = ['d', 'c', 'a'].map((id) => profile(id, { ...at, survivorId: 'b', mergedPosition: 1 }));
    for (const order of survivorshipOrders) expect([order, inOrder(members, order, 'b').map(({ id }) => id)]).toEqual([order, ['a', 'c', 'd']]);
  });

  it('take an interaction for more recent than the creation of somebody who was never heard of only when it is', () => {
    const old = profile('a', { name: 'Ann', lastInteractionAt: '2026-01-15T00:00:00.000Z', survivorId: 'b', mergedPosition: 1 });
    expect(shown([survivor, old], { name: 'most-recent' }).values.name).toBe('Bea');
  });

  it('have the tags and custom fields of all, of a field that several have the survivor’s, each with where it comes from', () => {
    const one = profile('b', { tags: ['vip', 'b'], fields: { plan: 'gold' } });
    const other = profile('a', { tags: ['early', 'vip'], fields: { plan: 'free', seats: 3 }, survivorId: 'b', mergedPosition: 10 });
    expect(shown([other, one])).toMatchObject({
      tags: ['early', 'vip', 'b'],
      fields: { plan: 'gold', seats: 3 },
      sources: { 'fields.plan': 'b', 'fields.seats': 'a', 'tags.vip': 'b', 'tags.early': 'a', 'tags.b': 'b' },
    });
  });

  it('have the tags and custom fields of one profile by any other rule: the first that has any', () => {
    const none = profile('b');
    const some = profile('a', { tags: ['early'], fields: { street: 'High Street' }, survivorId: 'b', mergedPosition: 10 });
    const more = profile('c', { tags: ['late'], fields: { street: 'Mill Lane', town: 'York' }, survivorId: 'b', mergedPosition: 20 });
    expect(shown([none, some, more], { tags: 'oldest', fields: 'most-recent' })).toMatchObject({
      tags: ['early'],
      fields: { street: 'Mill Lane', town: 'York' },
    });
    expect(shown([none, some, more], { tags: 'survivor-first', fields: 'oldest' })).toMatchObject({ tags: ['late'], fields: { street: 'High Street' } });
    expect(shown([none, some, more], { fields: 'oldest' }).fields).not.toHaveProperty('town');
  });
});

describe('what a profile took away', () => {
  const ann = profile('a', { name: 'Ann', tags: ['vip'], fields: { plan: 'gold' }, survivorId: 'b', mergedPosition: 10 });

  it('is hidden of those who had come to it before, and of nobody who came later', () => {
    const taken = profile('b', { blanks: { name: 15, 'tags.vip': 15, 'fields.plan': 15 } });
    expect(shown([taken, ann])).toEqual({ ...shown([profile('b')]), sources: {} });
    const later = { ...ann, mergedPosition: 20 };
    expect(shown([taken, later])).toMatchObject({ values: { name: 'Ann' }, tags: ['vip'], fields: { plan: 'gold' } });
  });

  it('is hidden of those who came with another, from when that one came', () => {
    const between = profile('c', { survivorId: 'b', mergedPosition: 30 });
    const below = { ...ann, survivorId: 'c' };
    const taken = (position: number) => profile('b', { blanks: { name: position } });
    expect(shown([taken(20), between, below]).values.name).toBe('Ann');
    expect(shown([taken(40), between, below]).values.name).toBeNull();
    expect(shown([profile('b'), { ...between, blanks: { name: 20 } }, below]).values.name).toBeNull();
    expect(shown([profile('b'), { ...between, blanks: { name: 5 } }, below]).values.name).toBe('Ann');
  });

  it('hides nothing of who did so, nor of the one above', () => {
    const taken = { ...ann, blanks: { locale: 50 } };
    expect(shown([profile('b', { locale: 'fr' }), taken])).toMatchObject({ values: { name: 'Ann', locale: 'fr' } });
  });
});

describe('any cluster', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as const;
  const times = fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z');
  const member = fc.record({
    createdAt: times,
    lastInteractionAt: fc.option(times),
    isVerified: fc.boolean(),
    name: fc.option(fc.constantFrom('Ann', 'Bea'), { nil: undefined }),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    fields: fc.dictionary(fc.constantFrom('p', 'q'), fc.nat(3)),
    mergedPosition: fc.nat(50),
    blanks: fc.dictionary(fc.constantFrom('name', 'tags.x', 'fields.p'), fc.nat(60)),
  });
  const clusters = fc.tuple(fc.array(member, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(4), { minLength: 5, maxLength: 5 })).map(([members, into]) =>
    members.map((said, i) =>
      profile(ids[i] as string, {
        ...said,
        ...(i === 0 ? { survivorId: null, mergedPosition: null } : { survivorId: ids[(into[i] as number) % i] as string }),
      }),
    ),
  );
  const rules = fc.constantFrom(...survivorshipOrders, 'union' as const);
  const policies = fc.record({ name: fc.constantFrom(...survivorshipOrders), fields: rules, tags: rules });

  it('shows what one of its profiles says and names that one, whatever the policy, and in whatever order they are read', () =>
    fc.assert(
      fc.property(clusters, policies, (members, changes) => {
        const golden = goldenValues(members, 'a', policy(changes));
        const of = (id: string | undefined) => members.find((one) => one.id === id) as MemberProfile;
        if (golden.values.name !== null) expect(of(golden.sources.name).values.name).toBe(golden.values.name);
        for (const [name, value] of Object.entries(golden.fields)) expect(of(golden.sources[`fields.${name}`]).fields[name]).toBe(value);
        for (const tag of golden.tags) expect(of(golden.sources[`tags.${tag}`]).tags.map((one) => one.tag)).toContain(tag);
        expect(Object.keys(golden.sources)).toHaveLength((golden.values.name === null ? 0 : 1) + Object.keys(golden.fields).length + golden.tags.length);
        expect(goldenValues([...members].reverse(), 'a', policy(changes))).toEqual({ ...golden, tags: expect.anything() });
      }),
    ));

  it('shows a name whenever somebody says one, unless somebody above has taken it away', () =>
    fc.assert(
      fc.property(clusters, policies, (members, changes) => {
        const unblanked = members.map((one) => ({ ...one, blanks: {} }));
        expect(goldenValues(unblanked, 'a', policy(changes)).values.name === null).toBe(members.every((one) => one.values.name === null));
      }),
    ));
});

describe('the settings', () => {
  const change = (changes: SettingsChanges) => new ChangeSettings(asking(), changes);

  it('change the rules that are named, and keep the others', () => {
    const first = { type: 'SettingsChanged', data: { version: 1, changes: { survivorship: { name: 'oldest' } } } } as const;
    const second = { type: 'SettingsChanged', data: { version: 2, changes: { survivorship: { tags: 'most-recent' } } } } as const;
    expect(given(settings, first, second).state.survivorship).toEqual({ ...defaultSettings.survivorship, name: 'oldest', tags: 'most-recent' });
    given(settings, first)
      .when(change({ survivorship: { name: 'oldest' } }))
      .then();
  });

  it('refuse a rule that is none, and union where there is but one value', () => {
    const wrong = [
      [{ name: 'union' }, '/survivorship/name'],
      [{ notes: 'newest' }, '/survivorship/notes'],
      [{ tags: 'all' }, '/survivorship/tags'],
      [{ shoeSize: 'oldest' }, '/survivorship/shoeSize'],
    ] as const;
    for (const [survivorship, pointer] of wrong)
      given(settings)
        .when(change({ survivorship: survivorship as Partial<Survivorship> }))
        .refuses('settings-invalid', { pointer });
  });
});
