import { AbandonEndUser, ChangeLifecycle, CompleteEndUser, type EndUserEvent, endUser, mayHold } from '@kith/domain';
import { given } from '../support/given';

const created: EndUserEvent = { type: 'EndUserCreated', data: { origin: 'api', name: 'Léa' }, keyId: 'k1' };
const abandoned: EndUserEvent = { type: 'EndUserCreationAbandoned', data: { lostPoint: 'd1', holderId: 'max' } };
const suspended: EndUserEvent = { type: 'EndUserSuspended', data: {} };
const deleted: EndUserEvent = { type: 'EndUserDeleted', data: {} };
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
