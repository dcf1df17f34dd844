import {
  type Difference,
  EndMerge,
  type EndUserEvent,
  endUser,
  ForgetDifference,
  isAlone,
  linksOf,
  membersOf,
  PassSeparation,
  RememberDifference,
  SeparateMember,
  type Separation,
} from '@kith/domain';
import { given } from '../support/given';
import { absorbed, created, declared, deleted, different, erased, from, into, merged, reserved, separated, unmerged } from '../support/link-events';

describe('an unmerge', () => {
  const cluster = [created, absorbed('m1', 'b', ['b', 'c'], [different('c', 'x')]), absorbed('m2', 'd', ['d'], [different('d', 'y')])];
  const separate = (mergeId: string, mergedId: string, members: string[], reason?: string) =>
    new SeparateMember('acme', 'a', mergeId, mergedId, members, reason);
  const separation: Separation = { mergeId: 'm0', mergedId: 'c', members: ['c'], differentFrom: [different('c', 'x')] };

  it('begins at the profile that stands for the cluster: those who leave take along whom they are different from', () => {
    given(endUser, ...cluster)
      .when(separate('m1', 'b', ['b', 'c'], 'two sisters'))
      .then({
        type: 'EndUserSeparated',
        data: { mergeId: 'm1', mergedId: 'b', members: ['b', 'c'], differentFrom: [different('c', 'x')], reason: 'two sisters' },
      });
    const { state } = given(endUser, ...cluster, separated('m1', 'b', ['b', 'c'], { differentFrom: [different('c', 'x')] }));
    expect([membersOf('a', state), linksOf(state).differences]).toEqual([['a', 'd'], [different('d', 'y')]]);
  });
  it('says on its first step that the profile is to come back alone, and passes on no more than who has left', () => {
    const alone = new SeparateMember('acme', 'a', 'm1', 'b', ['b', 'c'], undefined, true);
    const decided: EndUserEvent = {
      type: 'EndUserSeparated',
      data: { mergeId: 'm1', mergedId: 'b', members: ['b', 'c'], differentFrom: [different('c', 'x')], alone: true },
    };
    given(endUser, ...cluster)
      .when(alone)
      .then(decided);
    expect(given(endUser, ...cluster, decided).state).toEqual(
      given(endUser, ...cluster, separated('m1', 'b', ['b', 'c'], { differentFrom: [different('c', 'x')] })).state,
    );
  });
  it('says through which merge a profile came that was merged further down', () => {
    given(endUser, ...cluster)
      .when(separate('m0', 'c', ['c']))
      .then(separated('m0', 'c', ['c'], { throughMergeId: 'm1', differentFrom: [different('c', 'x')] }));
    const { state } = given(endUser, ...cluster, separated('m0', 'c', ['c'], { throughMergeId: 'm1' }));
    expect(membersOf('a', state)).toEqual(['a', 'b', 'd']);
  });
  it('begins nowhere else, and not while another merge is open', () => {
    given(endUser, ...cluster, merged('z', ['a', 'b', 'c', 'd'], from({ attemptId: 't9', mergeId: 'm9' })))
      .when(separate('m1', 'b', ['b', 'c']))
      .refuses('end-user-merged');
    given(endUser, ...cluster, reserved(into({ attemptId: 't9' })))
      .when(separate('m1', 'b', ['b', 'c']))
      .refuses('merge-in-progress');
  });
  it('waits for another one of the same cluster that has not come down yet', () => {
    given(endUser, ...cluster, separated('m0', 'c', ['c']))
      .when(separate('m1', 'b', ['b', 'c']))
      .refuses('merge-in-progress');
    given(endUser, ...cluster, separated('m1', 'b', ['b', 'c']))
      .when(separate('m0', 'c', ['c']))
      .refuses('end-user-merged');
  });
  it('is begun once, and may be begun when the survivor is gone', () => {
    given(endUser, ...cluster, separated('m1', 'b', ['b', 'c']))
      .when(separate('m1', 'b', ['b', 'c']))
      .then();
    for (const gone of [deleted, erased])
      given(endUser, ...cluster, gone)
        .when(separate('m2', 'd', ['d']))
        .then(separated('m2', 'd', ['d'], { differentFrom: [different('d', 'y')] }));
  });
  it('passes through those in between, once, sealed as they are', () => {
    const between = [created, absorbed('m0', 'c', ['c'], [different('c', 'x')]), merged('a', ['b', 'c'])];
    const pass = new PassSeparation('acme', 'b', separation);
    given(endUser, ...between)
      .when(pass)
      .then(separated('m0', 'c', ['c'], { differentFrom: [different('c', 'x')] }));
    given(endUser, ...between, separated('m0', 'c', ['c']))
      .when(pass)
      .then();
    given(endUser, created).when(pass).then();
  });
  it('passes through late without harm to a merge that came after it', () => {
    const again = [created, absorbed('m0', 'c', ['c']), separated('m0', 'c', ['c']), absorbed('m7', 'c', ['c'])];
    given(endUser, ...again)
      .when(new PassSeparation('acme', 'b', separation))
      .then();
  });
  it('ends at the profile that comes back, with whom its members are different from by now', () => {
    const end = new EndMerge('acme', 'c', separation, 'two sisters');
    const history = [created, declared(different('c', 'old')), merged('b', ['c'], into({ mergeId: 'm0' }), [different('c', 'old')])];
    given(endUser, ...history)
      .when(end)
      .then({ type: 'EndUserUnmerged', data: { mergeId: 'm0', members: ['c'], differentFrom: [different('c', 'x')], reason: 'two sisters' } });
    const { state } = given(endUser, ...history, unmerged('m0', ['c'], [different('c', 'x')]));
    expect([linksOf(state).survivor, linksOf(state).differences, linksOf(state).merges]).toEqual([undefined, [different('c', 'x')], { m0: 'undone' }]);
  });
  it('ends once, and ends no other merge of the same profile', () => {
    const end = new EndMerge('acme', 'c', separation);
    given(endUser, created, merged('b', ['c'], into({ mergeId: 'm0' })), unmerged('m0', ['c']))
      .when(end)
      .then();
    given(endUser, created, merged('b', ['c'], into({ mergeId: 'm7' })))
      .when(end)
      .then();
    given(endUser, created).when(end).then();
  });
  it('leaves both as they were before the merge', () => {
    const before = given(endUser, created).state;
    const survivor = given(endUser, created, absorbed('m1', 'b', ['b']), separated('m1', 'b', ['b'])).state;
    const back = given(endUser, created, merged('a', ['b']), unmerged('m1', ['b'])).state;
    for (const [id, state] of [
      ['a', survivor],
      ['b', back],
    ] as const) {
      expect([state.status, membersOf(id, state), isAlone(state), linksOf(state).survivor, linksOf(state).differences]).toEqual([
        before.status,
        [id],
        true,
        undefined,
        [],
      ]);
    }
  });
});

describe('two profiles that are declared different', () => {
  const remember = (difference: Difference, reason?: string) => new RememberDifference('acme', 'a', difference, reason);
  const forget = (difference: Difference, reason?: string) => new ForgetDifference('acme', 'a', difference, reason);
  const withdrawn = ({ until: _, ...difference }: Difference): EndUserEvent => ({ type: 'DifferenceWithdrawn', data: difference });
  const cluster = [created, absorbed('m1', 'b', ['b'])];
  const until = '2026-04-01T00:00:00.000Z';

  it('are remembered by whoever stands for the one that was named, once', () => {
    given(endUser, ...cluster)
      .when(remember(different('b', 'x', { until }), 'father and son'))
      .then({ type: 'EndUsersDeclaredDifferent', data: { ...different('b', 'x', { until }), reason: 'father and son' } });
    given(endUser, ...cluster, declared(different('b', 'x')))
      .when(remember(different('b', 'x')))
      .then();
    given(endUser, ...cluster)
      .when(remember(different('c', 'x')))
      .refuses('end-user-merged');
  });
  it('are not in one cluster, says the side of the lower id; the other one follows it, also when they were merged meanwhile', () => {
    given(endUser, ...cluster)
      .when(remember(different('a', 'b')))
      .refuses('already-merged');
    given(endUser, ...cluster)
      .when(remember(different('b', 'a')))
      .then(declared(different('b', 'a')));
  });
  it('may be declared so until another time: the later word counts', () => {
    const longer = different('a', 'x', { declarationId: 'longer', until });
    given(endUser, created, declared(different('a', 'x')))
      .when(remember(longer))
      .then(declared(longer));
    expect(linksOf(given(endUser, created, declared(different('a', 'x')), declared(longer)).state).differences).toEqual([longer]);
  });
  it('wait while a merge is open, and ask for somebody who is there', () => {
    given(endUser, created, reserved())
      .when(remember(different('a', 'x')))
      .refuses('merge-in-progress');
    given(endUser, created, reserved())
      .when(forget(different('a', 'x')))
      .refuses('merge-in-progress');
    given(endUser, created, merged('z', ['a'], from()))
      .when(remember(different('a', 'x')))
      .refuses('end-user-merged');
    given(endUser)
      .when(remember(different('a', 'x')))
      .refuses('end-user-not-found');
  });
  it('are so no more when that is withdrawn, once', () => {
    given(endUser, created, declared(different('a', 'x')))
      .when(forget(different('a', 'x'), 'one person after all'))
      .then({ type: 'DifferenceWithdrawn', data: { ...different('a', 'x'), reason: 'one person after all' } });
    given(endUser, created, declared(different('a', 'x')), withdrawn(different('a', 'x')))
      .when(forget(different('a', 'x')))
      .then();
    const { state } = given(endUser, created, declared(different('a', 'x')), declared(different('a', 'y')), withdrawn(different('a', 'x')));
    expect(linksOf(state).differences).toEqual([different('a', 'y')]);
  });
  it('are not declared by a step that comes after the withdrawal, wherever it was withdrawn first', () => {
    given(endUser, created)
      .when(forget(different('a', 'x')))
      .then(withdrawn(different('a', 'x')));
    given(endUser, created, withdrawn(different('a', 'x')))
      .when(remember(different('a', 'x')))
      .then();
  });
});
