import {
  CopyDecision,
  DecideMerge,
  type Difference,
  type EndUserEvent,
  endUser,
  FenceMerge,
  linksOf,
  type MergeDecision,
  membersOf,
  ReserveMerge,
} from '@kith/domain';
import { given } from '../support/given';
import {
  abandoned,
  absorbed,
  at,
  created,
  declared,
  deleted,
  different,
  erased,
  from,
  into,
  merged,
  merging,
  refused,
  reserved,
  separated,
  suspended,
  unmerged,
} from '../support/link-events';

const reserve = (attempt = into(), time = at) => new ReserveMerge('acme', 'a', attempt, time);
/** What `b` is asked to decide; for it, the other one is `a`. */
const decide = (attempt = into(), members = ['a'], differentFrom: Difference[] = [], time = at) =>
  new DecideMerge('acme', 'b', { ...attempt, otherId: 'a' }, members, differentFrom, time);

describe('the lower id of a merge', () => {
  it('is reserved with what it brings along: its members and whom they are different from', () =>
    given(endUser, created, absorbed('m0', 'c', ['c', 'd'], [different('d', 'x')]), declared(different('a', 'y')))
      .when(reserve(into({ reason: 'same voice', rule: 'phones-1' })))
      .then(reserved(into({ reason: 'same voice', rule: 'phones-1' }), ['a', 'c', 'd'], [different('d', 'x'), different('a', 'y')])));
  it('is reserved once for an attempt, and never again after the attempt was settled', () => {
    given(endUser, created, reserved()).when(reserve()).then();
    given(endUser, created, reserved(), { type: 'MergeReservationReleased', data: { attemptId: 't1', reason: 'timed-out' } })
      .when(reserve())
      .then();
    given(endUser, created, reserved(), absorbed('m1', 'b', ['b'], [], 't1'), separated('m1', 'b', ['b']))
      .when(reserve())
      .then();
  });
  it('joins no second merge while one is open', () =>
    given(endUser, created, reserved())
      .when(reserve(into({ attemptId: 't2', mergeId: 'm2', otherId: 'c' })))
      .refuses('merge-in-progress'));
  it('must live, and stand for its cluster', () => {
    given(endUser).when(reserve()).refuses('end-user-not-found');
    given(endUser, abandoned).when(reserve()).refuses('end-user-not-found');
    given(endUser, created, deleted).when(reserve()).refuses('end-user-deleted');
    given(endUser, created, erased).when(reserve()).refuses('end-user-erased');
    given(endUser, created, merged('c', ['a'], from()))
      .when(reserve(into({ attemptId: 't2' })))
      .refuses('end-user-merged');
    given(endUser, created, suspended).when(reserve()).then(reserved());
  });
  it('must count the profile that was named, and not the other one', () => {
    const named = { survivorId: 'c', mergedId: 'b' };
    given(endUser, created)
      .when(reserve(into({ named })))
      .refuses('end-user-merged');
    given(endUser, created, absorbed('m0', 'c', ['c']))
      .when(reserve(into({ named })))
      .then(reserved(into({ named }), ['a', 'c']));
    given(endUser, created, absorbed('m0', 'b', ['b']))
      .when(reserve())
      .refuses('already-merged');
  });
  it('must not be different from the other one, nor from the one that was named for it, as long as the declaration lasts', () => {
    const until = '2026-03-03T10:00:00.001Z';
    given(endUser, created, declared(different('a', 'b')))
      .when(reserve())
      .refuses('declared-different');
    given(endUser, created, declared(different('a', 'n')))
      .when(reserve(into({ named: { survivorId: 'a', mergedId: 'n' } })))
      .refuses('declared-different');
    given(endUser, created, declared(different('a', 'b', { until })))
      .when(reserve())
      .refuses('declared-different');
    given(endUser, created, declared(different('a', 'b', { until })))
      .when(reserve(into(), until))
      .then(reserved(into(), ['a'], [different('a', 'b', { until })]));
  });
});

describe('the higher id of a merge decides it', () => {
  it('as the merged one: sealed, with what it brings along', () =>
    given(endUser, created, absorbed('m0', 'c', ['c'], [different('c', 'x')]))
      .when(decide(into({ reason: 'same voice', rule: 'phones-1' })))
      .then({
        type: 'EndUserMerged',
        data: { ...merging(into()), survivorId: 'a', members: ['b', 'c'], differentFrom: [different('c', 'x')], reason: 'same voice', rule: 'phones-1' },
      }));
  it('as the survivor: it counts the other cluster as its own', () => {
    const after = given(endUser, created).when(decide(from(), ['a', 'd'], [different('d', 'x')]));
    after.then(absorbed('m1', 'a', ['a', 'd'], [different('d', 'x')], 't1'));
    const { state } = given(endUser, created, absorbed('m1', 'a', ['a', 'd'], [different('d', 'x')], 't1'));
    expect(membersOf('b', state)).toEqual(['b', 'a', 'd']);
    expect(linksOf(state).differences).toEqual([different('d', 'x')]);
  });
  it('once: who comes late finds it decided, whatever happened since', () => {
    given(endUser, created, merged('a', ['b']))
      .when(decide())
      .then();
    given(endUser, created, merged('a', ['b']), unmerged('m1', ['b']))
      .when(decide())
      .then();
    given(endUser, created, absorbed('m1', 'a', ['a'], [], 't1'))
      .when(decide(from()))
      .then();
    given(endUser, created, absorbed('m1', 'a', ['a'], [], 't1'), separated('m1', 'a', ['a']))
      .when(decide(from()))
      .then();
    given(endUser, created, refused('timed-out')).when(decide()).then();
  });
  it('against it, in words that stay: what speaks against the merge is no error but the decision', () => {
    given(endUser, created, deleted).when(decide()).then(refused('end-user-deleted'));
    given(endUser, created, erased).when(decide()).then(refused('end-user-erased'));
    given(endUser, created, merged('x', ['b'], into({ attemptId: 't0', mergeId: 'm0' })))
      .when(decide())
      .then(refused('end-user-merged'));
    given(endUser, created, reserved(into({ attemptId: 't0', mergeId: 'm0', otherId: 'c' }), ['b']))
      .when(decide())
      .then(refused('merge-in-progress'));
    given(endUser, created, absorbed('m0', 'a', ['a']))
      .when(decide())
      .then(refused('already-merged'));
    given(endUser, created)
      .when(decide(into({ named: { survivorId: 'a', mergedId: 'n' } })))
      .then(refused('end-user-merged'));
  });
  it('against it, when a member of one side is different from one of the other, whichever side knows', () => {
    given(endUser, created, declared(different('b', 'd')))
      .when(decide(into(), ['a', 'd']))
      .then(refused('declared-different'));
    given(endUser, created, absorbed('m0', 'c', ['c']))
      .when(decide(into(), ['a'], [different('a', 'c')]))
      .then(refused('declared-different'));
    given(endUser, created, declared(different('b', 'x')))
      .when(decide(into(), ['a'], [different('a', 'y')]))
      .then(merged('a', ['b'], into(), [different('b', 'x')]));
    given(endUser, created, declared(different('b', 'a', { until: at })))
      .when(decide())
      .then(merged('a', ['b'], into(), [different('b', 'a', { until: at })]));
  });
  it('against a merge that was undone, asked for once more under the same id', () =>
    given(endUser, created, absorbed('m1', 'a', ['a'], [], 't0'), separated('m1', 'a', ['a']))
      .when(decide(from()))
      .then(refused('already-merged')));
  it('not at all after the fence', () => {
    given(endUser, created)
      .when(new FenceMerge('acme', 'b', 't1'))
      .then(refused('timed-out'));
    given(endUser, created, refused('timed-out'))
      .when(new FenceMerge('acme', 'b', 't1'))
      .then();
  });
  it('before the fence, which then comes too late', () => {
    given(endUser, created, merged('a', ['b']))
      .when(new FenceMerge('acme', 'b', 't1'))
      .then();
    given(endUser, created, absorbed('m1', 'a', ['a'], [], 't1'))
      .when(new FenceMerge('acme', 'b', 't1'))
      .then();
  });
  it('for this attempt alone: another one is decided afresh', () =>
    given(endUser, created, refused('timed-out'))
      .when(decide(into({ attemptId: 't2', mergeId: 'm2' })))
      .then(merged('a', ['b'], into({ attemptId: 't2', mergeId: 'm2' }))));
});

describe('the lower id copies the decision', () => {
  const copy = (decision: MergeDecision, reason?: string) => new CopyDecision('acme', 'a', 't1', decision, reason);
  const yes: MergeDecision = { merged: true, members: ['b', 'c'], differentFrom: [different('c', 'x')] };
  const no: MergeDecision = { merged: false, reason: 'declared-different' };

  it('as the survivor, with the members of the other one', () =>
    given(endUser, created, reserved())
      .when(copy(yes))
      .then(absorbed('m1', 'b', ['b', 'c'], [different('c', 'x')], 't1')));
  it('as the merged one, with its own members as they were when it was reserved', () =>
    given(endUser, created, reserved(from({ rule: 'phones-1' }), ['a', 'd'], [different('d', 'y')]))
      .when(copy(yes, 'same voice'))
      .then({
        type: 'EndUserMerged',
        data: { ...merging(from()), survivorId: 'b', members: ['a', 'd'], differentFrom: [different('d', 'y')], reason: 'same voice', rule: 'phones-1' },
      }));
  it('and is free again when it was refused', () => {
    const released: EndUserEvent = { type: 'MergeReservationReleased', data: { attemptId: 't1', reason: 'declared-different' } };
    given(endUser, created, reserved()).when(copy(no)).then(released);
    expect(linksOf(given(endUser, created, reserved(), released).state).reservation).toBeUndefined();
  });
  it('once, and not for another attempt', () => {
    given(endUser, created, reserved(), absorbed('m1', 'b', ['b'], [], 't1'))
      .when(copy(yes))
      .then();
    given(endUser, created, reserved(into({ attemptId: 't2' })))
      .when(copy(yes))
      .then();
    given(endUser, created).when(copy(yes)).then();
  });
  it('whatever was written about itself meanwhile', () => {
    const renamed: EndUserEvent = { type: 'EndUserProfileChanged', data: { locale: 'fr', marks: { locale: 'm' } } };
    given(endUser, created, reserved(), renamed)
      .when(copy(yes))
      .then(absorbed('m1', 'b', ['b', 'c'], [different('c', 'x')], 't1'));
  });
});
