import {
  CertifyErasure,
  ChangeLifecycle,
  type EndUserErasureCertified,
  type EndUserEvent,
  EraseProfile,
  endUser,
  isErasedWhole,
  isThere,
  SeparateMember,
} from '@kith/domain';
import { given } from '../support/given';

const created: EndUserEvent = { type: 'EndUserCreated', data: { origin: 'api' } };
const deleted: EndUserEvent = { type: 'EndUserDeleted', data: {} };
const absorbed: EndUserEvent = { type: 'EndUserAbsorbed', data: { attemptId: 't', mergeId: 'm', mergedId: 'ann', members: ['ann'], differentFrom: [] } };
const erased = (scope: 'profile' | 'person', ...members: string[]): EndUserEvent => ({ type: 'EndUserErased', data: { scope, members } });
const certificate: EndUserErasureCertified['data'] = {
  erasure: 'e1',
  scope: 'person',
  profiles: ['lea', 'ann'],
  keys: ['k1', 'k2'],
  contactPoints: [],
  overwritten: ['read-models'],
};
const certified: EndUserEvent = { type: 'EndUserErasureCertified', data: certificate };
const person = new EraseProfile('acme', 'lea', 'person', ['lea', 'ann']);
const profile = new EraseProfile('acme', 'lea', 'profile', []);
const part = new EraseProfile('acme', 'lea', 'person', []);
const separate = new SeparateMember('acme', 'lea', 'm', 'ann', ['ann']);

describe('erasing', () => {
  it('fixes who goes with the person, and is done once', () => {
    given(endUser, created, absorbed)
      .when(person)
      .then(erased('person', 'lea', 'ann'));
    for (const again of [person, profile, part])
      given(endUser, created, absorbed, erased('person', 'lea', 'ann'))
        .when(again)
        .then();
  });

  it('takes the rest of a person whose canonical profile was erased by itself, and nothing more of one that stood alone', () => {
    given(endUser, created, absorbed, erased('profile')).when(profile).then();
    given(endUser, created, absorbed, erased('profile'))
      .when(person)
      .then(erased('person', 'lea', 'ann'));
    given(endUser, created, erased('profile'))
      .when(new EraseProfile('acme', 'lea', 'person', ['lea']))
      .then();
    given(endUser, created, absorbed, erased('person')).when(person).then();
  });

  it('takes who was deleted, and whoever was erased is never restored', () => {
    given(endUser, created, deleted)
      .when(person)
      .then(erased('person', 'lea', 'ann'));
    given(endUser, created, deleted, erased('person', 'lea'))
      .when(new ChangeLifecycle('acme', 'lea', 'restore'))
      .refuses('end-user-erased');
    given(endUser).when(profile).refuses('end-user-not-found');
  });

  it('lets nobody come out of a person until that is certified', () => {
    given(endUser, created, absorbed, erased('person', 'lea', 'ann'))
      .when(separate)
      .refuses('end-user-erased');
    const after = given(endUser, created, absorbed, erased('person', 'lea', 'ann'), certified);
    expect(endUser.decide(separate, after.state)).toMatchObject([{ type: 'EndUserSeparated' }]);
    const again = given(endUser, created, absorbed, erased('person', 'lea', 'ann'), certified, {
      type: 'EndUserSeparated',
      data: { mergeId: 'm', mergedId: 'ann', members: ['ann'], differentFrom: [] },
    });
    expect(endUser.decide(separate, again.state)).toEqual([]);
  });

  it('lets the others come out of a cluster when the profile that stands for it was erased by itself', () => {
    expect(endUser.decide(separate, given(endUser, created, absorbed, erased('profile')).state)).toMatchObject([{ type: 'EndUserSeparated' }]);
  });

  it('is certified once, each erasure for itself', () => {
    given(endUser, created, erased('profile'))
      .when(new CertifyErasure('acme', 'lea', certificate))
      .then(certified);
    given(endUser, created, erased('profile'), certified)
      .when(new CertifyErasure('acme', 'lea', certificate))
      .then();
    const twice = given(endUser, created, absorbed, erased('profile'), certified, erased('person', 'lea', 'ann'));
    expect(twice.state.isErasureCertified).toBeUndefined();
    expect(endUser.decide(new CertifyErasure('acme', 'lea', { ...certificate, erasure: 'e2' }), twice.state)).toHaveLength(1);
  });

  it('leaves others there when one profile goes, unless they were hidden before', () => {
    const states = [[erased('profile')], [deleted, erased('profile')], [erased('person', 'lea', 'ann')], [erased('profile'), erased('person', 'lea', 'ann')]];
    const seen = states.map((events) => given(endUser, created, absorbed, ...events).state);
    expect(seen.map(isThere)).toEqual([true, false, false, false]);
    expect(seen.map(isErasedWhole)).toEqual([false, false, true, true]);
  });
});
