import {
  AbandonEndUser,
  AddNote,
  ChangeLifecycle,
  ChangeProfile,
  ChoosePrimary,
  CompleteEndUser,
  type EndUserEvent,
  EraseProfile,
  endUser,
  type Lifecycle,
  linksOf,
  type MarkedValue,
  mayHold,
  type ProfileChanges,
  profileLimits,
  SetTags,
} from '@kith/domain';
import { given } from '../support/given';

const created: EndUserEvent = { type: 'EndUserCreated', data: { origin: 'api', name: 'Léa' }, keyId: 'k1' };
const abandoned: EndUserEvent = { type: 'EndUserCreationAbandoned', data: { lostPoint: 'd1', holderId: 'max' } };
const suspended: EndUserEvent = { type: 'EndUserSuspended', data: {} };
const deleted: EndUserEvent = { type: 'EndUserDeleted', data: {} };
const restored: EndUserEvent = { type: 'EndUserRestored', data: {} };
const complete = new CompleteEndUser('acme', 'lea', 'api', { name: 'Léa', tags: ['vip'] });
const abandon = new AbandonEndUser('acme', 'lea', 'd1', 'max');

describe('an end user', () => {
  it('comes to life with its profile', () =>
    given(endUser)
      .when(complete)
      .then({ type: 'EndUserCreated', data: { origin: 'api', name: 'Léa', tags: ['vip'] } }));
  it('comes to life once', () => given(endUser, created).when(complete).then());
  it('is abandoned with the point that was lost and to whom', () => given(endUser).when(abandon).then(abandoned));
  it('stays alive when it came to life before it could be abandoned', () => given(endUser, created).when(abandon).then());
  it('stays abandoned when it was abandoned before it could come to life', () => given(endUser, abandoned).when(complete).then());
  it('is abandoned once', () => given(endUser, abandoned).when(abandon).then());
  it('is suspended and reinstated, each once', () => {
    given(endUser, created)
      .when(new ChangeLifecycle('acme', 'lea', 'suspend', 'abuse'))
      .then({ type: 'EndUserSuspended', data: { reason: 'abuse' } });
    given(endUser, created, suspended)
      .when(new ChangeLifecycle('acme', 'lea', 'suspend'))
      .then();
    given(endUser, created, suspended)
      .when(new ChangeLifecycle('acme', 'lea', 'reinstate'))
      .then({ type: 'EndUserReinstated', data: {} });
    given(endUser, created)
      .when(new ChangeLifecycle('acme', 'lea', 'reinstate'))
      .then();
  });
  it('is deleted once, also while suspended', () => {
    given(endUser, created, suspended)
      .when(new ChangeLifecycle('acme', 'lea', 'delete'))
      .then(deleted);
    given(endUser, created, deleted)
      .when(new ChangeLifecycle('acme', 'lea', 'delete'))
      .then();
  });
  it('takes no order before it lives or after it is gone', () => {
    given(endUser)
      .when(new ChangeLifecycle('acme', 'lea', 'suspend'))
      .refuses('end-user-not-found');
    given(endUser, abandoned)
      .when(new ChangeLifecycle('acme', 'lea', 'delete'))
      .refuses('end-user-not-found');
    given(endUser, created, deleted)
      .when(new ChangeLifecycle('acme', 'lea', 'reinstate'))
      .refuses('end-user-deleted');
  });
  it('may hold points while it is being created and while it lives', () => {
    expect([given(endUser), given(endUser, created), given(endUser, created, suspended)].map((g) => mayHold(g.state))).toEqual([true, true, true]);
    expect([given(endUser, abandoned), given(endUser, created, deleted)].map((g) => mayHold(g.state))).toEqual([false, false]);
  });
  it('names the key that seals what is written of it, whatever happens later', () =>
    expect(given(endUser, created, suspended, deleted).state.keyId).toBe('k1'));
});

const to = (state: Lifecycle, reason?: string) => new ChangeLifecycle('acme', 'lea', state, reason);

describe('a deleted end user', () => {
  it('is restored as it was, active or suspended', () => {
    given(endUser, created, deleted)
      .when(to('restore', 'mistake'))
      .then({ type: 'EndUserRestored', data: { reason: 'mistake' } });
    expect(given(endUser, created, deleted, restored).state.status).toBe('active');
    expect(given(endUser, created, suspended, deleted, restored).state.status).toBe('suspended');
    expect(given(endUser, created, suspended, deleted, restored, deleted, restored).state.status).toBe('suspended');
  });
  it('is restored once, and a living one needs no restoring', () => {
    given(endUser, created, deleted, restored).when(to('restore')).then();
    given(endUser, created).when(to('restore')).then();
    given(endUser).when(to('restore')).refuses('end-user-not-found');
    given(endUser, abandoned).when(to('restore')).refuses('end-user-not-found');
  });
  it('can be deleted again after it was restored', () => given(endUser, created, deleted, restored).when(to('delete')).then(deleted));
  it('takes no other order until it is restored', () => {
    const orders = [
      to('suspend'),
      new ChangeProfile('acme', 'lea', { name: 'Léa' }, [], {}, []),
      new SetTags('acme', 'lea', true, [], []),
      new AddNote('acme', 'lea', 'called'),
      new ChoosePrimary('acme', 'lea', 'email', 'd1'),
    ];
    for (const order of orders) given(endUser, created, deleted).when(order).refuses('end-user-deleted');
    for (const order of orders) given(endUser, abandoned).when(order).refuses('end-user-not-found');
  });
});

/** A change whose marks are as plain as can be: the slot is the path, the mark is the value. */
const change = (changes: ProfileChanges, born: Readonly<Record<string, string>> = {}) => {
  const { fields = {}, ...plain } = changes;
  const mark = (value: unknown) => (value === null ? '' : String(value));
  const values: MarkedValue[] = [
    ...Object.entries(plain).map(([name, value]) => ({ path: [name] as unknown as MarkedValue['path'], slot: name, mark: mark(value) })),
    ...Object.entries(fields).map(([name, value]) => ({ path: ['fields', name] as const, slot: `fields.${name}`, mark: mark(value) })),
  ];
  return new ChangeProfile('acme', 'lea', changes, values, born, ['name', 'locale', 'timeZone', 'details', 'notes']);
};
const changed = (data: ProfileChanges, marks: Record<string, string>): EndUserEvent => ({ type: 'EndUserProfileChanged', data: { ...data, marks } });

describe('the profile of an end user', () => {
  it('keeps of a change what says something new, with its marks', () => {
    given(endUser, created)
      .when(change({ name: 'Léa', locale: 'fr', fields: { plan: 'gold', seats: 3 } }, { name: 'Léa', 'fields.plan': 'gold' }))
      .then(changed({ locale: 'fr', fields: { seats: 3 } }, { locale: 'fr', 'fields.seats': '3' }));
    given(endUser, created)
      .when(change({ name: 'Léa' }, { name: 'Léa' }))
      .then();
  });
  it('goes by the last change, not by what it was created with', () => {
    const renamed = changed({ name: 'Lea' }, { name: 'Lea' });
    given(endUser, created, renamed)
      .when(change({ name: 'Lea' }, { name: 'Léa' }))
      .then();
    given(endUser, created, renamed)
      .when(change({ name: 'Léa' }, { name: 'Léa' }))
      .then(changed({ name: 'Léa' }, { name: 'Léa' }));
  });
  it('loses a value once: taking away what is not there changes nothing', () => {
    given(endUser, created)
      .when(change({ notes: null, fields: { plan: null } }, { 'fields.plan': 'gold' }))
      .then(changed({ fields: { plan: null } }, { 'fields.plan': '' }));
    given(endUser, created, changed({ fields: { plan: null } }, { 'fields.plan': '' }))
      .when(change({ fields: { plan: null } }, { 'fields.plan': 'gold' }))
      .then();
  });
  it('takes no more custom fields than there may be, and the place of one that was taken away', () => {
    const many = (from: number, to: number, value: string | null) => Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`f${from + i}`, value]));
    const marks = Object.fromEntries(Array.from({ length: profileLimits.fields }, (_, i) => [`fields.f${i}`, 'x']));
    given(endUser, created)
      .when(change({ fields: many(100, 101, 'x') }, marks))
      .refuses('profile-limit-reached');
    expect(endUser.decide(change({ fields: { ...many(0, 1, null), ...many(100, 101, 'x') } }, marks), given(endUser, created).state)).toHaveLength(1);
  });
});

const tags = (on: boolean, given: string[], born: string[] = []) =>
  new SetTags(
    'acme',
    'lea',
    on,
    given.map((tag) => ({ tag, mark: tag.toLowerCase() })),
    born,
  );
const tagged = (...given: string[]): EndUserEvent => ({ type: 'EndUserTagged', data: { tags: given, marks: given.map((t) => t.toLowerCase()) } });
const untagged = (...given: string[]): EndUserEvent => ({ type: 'EndUserUntagged', data: { tags: given, marks: given.map((t) => t.toLowerCase()) } });

describe('the tags of an end user', () => {
  it('are put on and taken off once, those of the creation included', () => {
    given(endUser, created)
      .when(tags(true, ['Vip', 'New'], ['vip']))
      .then(tagged('New'));
    given(endUser, created, tagged('New'))
      .when(tags(true, ['New'], ['vip']))
      .then();
    given(endUser, created)
      .when(tags(false, ['Vip', 'Other'], ['vip']))
      .then(untagged('Vip'));
    given(endUser, created, untagged('Vip'))
      .when(tags(false, ['Vip'], ['vip']))
      .then();
    given(endUser, created, untagged('Vip'))
      .when(tags(true, ['Vip'], ['vip']))
      .then(tagged('Vip'));
  });
  it('are no more than there may be', () => {
    const full = Array.from({ length: profileLimits.tags }, (_, i) => `t${i}`);
    given(endUser, created)
      .when(tags(true, ['one-more'], full))
      .refuses('profile-limit-reached');
    given(endUser, created, untagged('t0'))
      .when(tags(true, ['one-more'], full))
      .then(tagged('one-more'));
    given(endUser, created)
      .when(tags(false, ['t0'], [...full, 'beyond']))
      .then(untagged('t0'));
  });
});

describe('beside its profile, an end user', () => {
  it('has notes, the same one as often as it is written', () => {
    const noted: EndUserEvent = { type: 'EndUserNoted', data: { note: 'called' } };
    given(endUser, created, noted)
      .when(new AddNote('acme', 'lea', 'called'))
      .then(noted);
  });
  it('has one primary contact point of each channel, chosen once', () => {
    const chosen: EndUserEvent = { type: 'PrimaryContactPointChosen', data: { channel: 'email', contactPointId: 'd1' } };
    given(endUser, created)
      .when(new ChoosePrimary('acme', 'lea', 'email', 'd1'))
      .then(chosen);
    given(endUser, created, chosen)
      .when(new ChoosePrimary('acme', 'lea', 'email', 'd1'))
      .then();
    expect(endUser.decide(new ChoosePrimary('acme', 'lea', 'phone', 'd1'), given(endUser, created, chosen).state)).toHaveLength(1);
    expect(endUser.decide(new ChoosePrimary('acme', 'lea', 'email', 'd2'), given(endUser, created, chosen).state)).toHaveLength(1);
  });
});

const all = [
  to('suspend'),
  to('reinstate'),
  to('delete'),
  to('restore'),
  change({ name: 'Lea' }),
  tags(true, ['New']),
  new AddNote('acme', 'lea', 'called'),
  new ChoosePrimary('acme', 'lea', 'email', 'd1'),
  new EraseProfile('acme', 'lea', 'person', ['lea']),
];
const side = { members: ['lea'], differentFrom: [] };
const attempt = { attemptId: 't1', mergeId: 'm1', named: { survivorId: 'max', mergedId: 'lea' } };
const merged: EndUserEvent = { type: 'EndUserMerged', data: { ...attempt, ...side, survivorId: 'max' } };
const unmerged: EndUserEvent = { type: 'EndUserUnmerged', data: { mergeId: 'm1', ...side } };
const reserved: EndUserEvent = { type: 'MergeReserved', data: { ...attempt, ...side, otherId: 'max', role: 'merged' } };
const absorbed: EndUserEvent = { type: 'EndUserAbsorbed', data: { attemptId: 't2', mergeId: 'm2', mergedId: 'ann', members: ['ann'], differentFrom: [] } };

describe('an end user that was merged', () => {
  it('takes no order any more: whoever it was merged into does', () => {
    for (const order of all) given(endUser, created, merged).when(order).refuses('end-user-merged');
  });
  it('takes orders again, as it was, when the merge is undone', () => {
    given(endUser, created, suspended, merged, unmerged).when(to('reinstate')).then({ type: 'EndUserReinstated', data: {} });
    expect(given(endUser, created, suspended, merged, unmerged).state.keyId).toBe('k1');
  });
  it('is erased where it stands, alone, and its links stay', () => {
    const erased: EndUserEvent = { type: 'EndUserErased', data: { scope: 'profile', members: [] } };
    given(endUser, created, merged)
      .when(new EraseProfile('acme', 'lea', 'profile', []))
      .then(erased);
    given(endUser, created, merged, erased)
      .when(new EraseProfile('acme', 'lea', 'profile', []))
      .then();
    expect(linksOf(given(endUser, created, merged, erased).state).survivor).toEqual({ id: 'max', mergeId: 'm1' });
  });
});

describe('an end user that waits for a merge to be decided', () => {
  it('takes ordinary edits, and no order that would change what the merge rests on', () => {
    const taken = (order: (typeof all)[number]) => endUser.decide(order, given(endUser, created, reserved).state).length;
    expect(
      [change({ name: 'Lea' }), tags(true, ['New']), new AddNote('acme', 'lea', 'called'), new ChoosePrimary('acme', 'lea', 'email', 'd1')].map(taken),
    ).toEqual([1, 1, 1, 1]);
    for (const order of [
      to('suspend'),
      to('reinstate'),
      to('delete'),
      to('restore'),
      new EraseProfile('acme', 'lea', 'person', ['lea']),
      new EraseProfile('acme', 'lea', 'profile', []),
    ])
      given(endUser, created, reserved).when(order).refuses('merge-in-progress');
  });
});

describe('an end user that others were merged into', () => {
  it('can say once that it has no such value or tag: one of theirs may show', () => {
    given(endUser, created, absorbed)
      .when(change({ locale: null }))
      .then(changed({ locale: null }, { locale: '' }));
    given(endUser, created, absorbed, changed({ locale: null }, { locale: '' }))
      .when(change({ locale: null }))
      .then();
    given(endUser, created, absorbed)
      .when(tags(false, ['Vip']))
      .then(untagged('Vip'));
    given(endUser, created, absorbed, untagged('Vip'))
      .when(tags(false, ['Vip']))
      .then();
  });
  it('can say it again after somebody else was merged into it', () => {
    given(endUser, created, changed({ locale: null }, { locale: '' }), untagged('Vip'), absorbed)
      .when(change({ locale: null }, { locale: 'fr' }))
      .then(changed({ locale: null }, { locale: '' }));
    given(endUser, created, untagged('Vip'), absorbed)
      .when(tags(false, ['Vip'], ['vip']))
      .then(untagged('Vip'));
    given(endUser, created, untagged('Vip'), absorbed)
      .when(tags(true, ['Vip'], ['vip']))
      .then(tagged('Vip'));
  });
});
