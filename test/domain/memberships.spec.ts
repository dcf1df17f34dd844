import {
  AdvanceSweep,
  ChangeDefault,
  defaultOrganizationOf,
  type EndUserEvent,
  endUser,
  GiveBackToDomain,
  type LeavingCause,
  LetOut,
  type MembershipCause,
  type MembershipSweepEvent,
  type Memberships,
  membershipLimit,
  membershipSweep,
  membershipsOf,
  StartSweep,
  TakeIn,
  TakeOut,
} from '@kith/domain';
import { given } from '../support/given';
import { created, deleted, erased, merged, suspended } from '../support/link-events';

const joined = (organizationId: string, cause: MembershipCause = 'manual', isDefault = false): EndUserEvent => ({
  type: 'OrganizationJoined',
  data: { organizationId, cause, default: isDefault },
});
const left = (organizationId: string, cause: LeavingCause, next: string | null = null): EndUserEvent => ({
  type: 'OrganizationLeft',
  data: { organizationId, cause, default: next },
});
const chosen = (organizationId: string | null): EndUserEvent => ({ type: 'DefaultOrganizationChosen', data: { organizationId } });
const takeIn = (organizationId: string, cause: MembershipCause = 'manual', asDefault = false) => new TakeIn('acme', 'a', organizationId, cause, asDefault);
const letOut = (cause: LeavingCause, ...ids: string[]) => new LetOut('acme', 'a', ids, cause);
const takeOut = (...ids: string[]) => new TakeOut('acme', 'a', ids);
const choose = (organizationId: string | null, others: string[] = []) => new ChangeDefault('acme', 'a', organizationId, others);
const stateAfter = (...events: EndUserEvent[]): Memberships => membershipsOf(given(endUser, created, ...events).state);

describe('joining an organization', () => {
  it('makes the first one the default, and a later one only when that is asked for', () => {
    given(endUser, created)
      .when(takeIn('x'))
      .then(joined('x', 'manual', true));
    given(endUser, created, joined('x', 'manual', true))
      .when(takeIn('y'))
      .then(joined('y'));
    given(endUser, created, joined('x', 'manual', true))
      .when(takeIn('y', 'manual', true))
      .then(joined('y', 'manual', true));
  });
  it('does nothing for who is a member by hand, but for making it the default', () => {
    given(endUser, created, joined('x', 'manual', true), joined('y'))
      .when(takeIn('y'))
      .then();
    given(endUser, created, joined('x', 'manual', true), joined('y'))
      .when(takeIn('y', 'import'))
      .then();
    given(endUser, created, joined('x', 'manual', true), joined('y'))
      .when(takeIn('y', 'manual', true))
      .then(chosen('y'));
    given(endUser, created, joined('x', 'manual', true))
      .when(takeIn('x', 'manual', true))
      .then();
  });
  it('by hand or import outlives the address that brought it about, and keeps its place and default', () => {
    for (const cause of ['manual', 'import'] as const) {
      given(endUser, created, joined('x', 'domain', true))
        .when(takeIn('x', cause))
        .then(joined('x', cause, true));
      given(endUser, created, joined('w', 'manual', true), joined('x', 'domain'))
        .when(takeIn('x', cause))
        .then(joined('x', cause));
    }
    const { joined: all } = stateAfter(joined('x', 'domain'), joined('y'), joined('x'));
    expect(all.map(({ organizationId, cause }) => `${organizationId} ${cause}`)).toEqual(['x manual', 'y manual']);
  });
  it('by domain is nothing new for a member, and for who was taken out by hand, until somebody takes it in by hand', () => {
    given(endUser, created, joined('x')).when(takeIn('x', 'domain')).then();
    given(endUser, created, joined('x'), left('x', 'manual')).when(takeIn('x', 'domain')).then();
    given(endUser, created, joined('x'), left('x', 'manual'))
      .when(takeIn('x'))
      .then(joined('x', 'manual', true));
    given(endUser, created, joined('x'), left('x', 'manual'), joined('x'), left('x', 'deleted'))
      .when(takeIn('x', 'domain'))
      .then(joined('x', 'domain', true));
  });
  it('is not stopped by a membership that ended with its address', () =>
    given(endUser, created, joined('x', 'domain', true), left('x', 'domain'))
      .when(takeIn('x', 'domain'))
      .then(joined('x', 'domain', true)));
  it('is bounded: refused by hand, left undone by domain', () => {
    const full = Array.from({ length: membershipLimit }, (_, i) => joined(`x${i}`, 'manual', i === 0));
    given(endUser, created, ...full)
      .when(takeIn('y'))
      .refuses('organization-limit-reached');
    given(endUser, created, ...full)
      .when(takeIn('y', 'domain'))
      .then();
    given(endUser, created, ...full)
      .when(takeIn('x1', 'manual', true))
      .then(chosen('x1'));
    given(endUser, created, ...full, left('x1', 'manual', 'x0'))
      .when(takeIn('y'))
      .then(joined('y'));
  });
  it('by hand is the person’s: refused on a profile that was merged, is gone or never was', () => {
    given(endUser, created, merged('c', ['a']))
      .when(takeIn('x'))
      .refuses('end-user-merged');
    given(endUser, created, deleted).when(takeIn('x')).refuses('end-user-deleted');
    given(endUser, created, erased).when(takeIn('x')).refuses('end-user-erased');
    given(endUser).when(takeIn('x')).refuses('end-user-not-found');
    given(endUser, created, suspended)
      .when(takeIn('x'))
      .then(joined('x', 'manual', true));
  });
  it('by domain is on whoever holds the address, merged or not, and on nobody who is gone or not there yet', () => {
    given(endUser, created, merged('c', ['a']))
      .when(takeIn('x', 'domain'))
      .then(joined('x', 'domain', true));
    given(endUser, created, suspended)
      .when(takeIn('x', 'domain'))
      .then(joined('x', 'domain', true));
    for (const history of [[], [created, deleted], [created, erased]])
      given(endUser, ...history)
        .when(takeIn('x', 'domain'))
        .then();
  });
});

describe('leaving an organization', () => {
  it('makes the oldest that is left the default when it was that, and no other choice', () => {
    given(endUser, created, joined('x', 'manual', true), joined('y'), joined('z'))
      .when(takeOut('x'))
      .then(left('x', 'manual', 'y'));
    given(endUser, created, joined('x', 'manual', true), joined('y'))
      .when(takeOut('y'))
      .then(left('y', 'manual', 'x'));
    given(endUser, created, joined('x', 'manual', true))
      .when(takeOut('x'))
      .then(left('x', 'manual'));
  });
  it('of several decides on one after the other', () =>
    given(endUser, created, joined('x', 'manual', true), joined('y'), joined('z'))
      .when(takeOut('x', 'y', 'x'))
      .then(left('x', 'manual', 'y'), left('y', 'manual', 'z')));
  it('by hand is remembered also by who is no member, once', () => {
    given(endUser, created).when(takeOut('x')).then(left('x', 'manual'));
    given(endUser, created, left('x', 'manual')).when(takeOut('x')).then();
    given(endUser, created, joined('y', 'manual', true))
      .when(takeOut('x', 'y'))
      .then(left('x', 'manual', 'y'), left('y', 'manual'));
    given(endUser, created, left('x', 'manual')).when(takeIn('x', 'domain')).then();
  });
  it('by domain ends nothing that was not begun by domain', () => {
    given(endUser, created, joined('x', 'domain', true))
      .when(letOut('domain', 'x'))
      .then(left('x', 'domain'));
    for (const cause of ['manual', 'import'] as const) given(endUser, created, joined('x', cause)).when(letOut('domain', 'x')).then();
    given(endUser, created).when(letOut('domain', 'x')).then();
  });
  it('by an import that is taken back ends what an import began, and bars nothing', () => {
    given(endUser, created, joined('x', 'import', true), joined('y'))
      .when(letOut('import', 'x', 'y'))
      .then(left('x', 'import', 'y'));
    for (const cause of ['manual', 'domain'] as const) given(endUser, created, joined('x', cause)).when(letOut('import', 'x')).then();
    given(endUser, created).when(letOut('import', 'x')).then();
    given(endUser, created, joined('x', 'import', true), left('x', 'import'))
      .when(takeIn('x', 'domain'))
      .then(joined('x', 'domain', true));
    expect(stateAfter(joined('x', 'import', true), left('x', 'import'))).toEqual({ joined: [], barred: [], default: undefined });
  });
  it('that was by domain before an import is so again without a break, with its place and default', () => {
    const giveBack = new GiveBackToDomain('acme', 'a', 'x');
    given(endUser, created, joined('x', 'domain', true), joined('y'), joined('x', 'import', true))
      .when(giveBack)
      .then(joined('x', 'domain', true));
    given(endUser, created, joined('w', 'manual', true), joined('x', 'domain'), joined('x', 'import'))
      .when(giveBack)
      .then(joined('x', 'domain'));
    for (const cause of ['manual', 'domain'] as const) given(endUser, created, joined('x', cause)).when(giveBack).then();
    given(endUser, created).when(giveBack).then();
    given(endUser, created, joined('x', 'import'), deleted).when(giveBack).refuses('end-user-deleted');
    const { joined: all } = stateAfter(joined('x', 'domain', true), joined('y'), joined('x', 'import', true), joined('x', 'domain', true));
    expect(all.map(({ organizationId, cause }) => `${organizationId} ${cause}`)).toEqual(['x domain', 'y manual']);
  });
  it('with the organization ends every membership, also of who was merged or is gone', () => {
    for (const cause of ['manual', 'import', 'domain'] as const)
      for (const more of [[], [deleted], [erased], [merged('c', ['a'])]])
        given(endUser, created, joined('x', cause, true), ...more)
          .when(letOut('deleted', 'x'))
          .then(left('x', 'deleted'));
    given(endUser, created).when(letOut('deleted', 'x')).then();
    given(endUser).when(letOut('deleted', 'x')).then();
  });
  it('by hand is refused on the profile of somebody who is gone, and on one that does not stand for the person any more', () => {
    given(endUser, created, merged('c', ['a']))
      .when(takeOut('x'))
      .refuses('end-user-merged');
    given(endUser, created, deleted).when(takeOut('x')).refuses('end-user-deleted');
    given(endUser, created, merged('c', ['a']))
      .when(letOut('manual', 'x'))
      .then(left('x', 'manual'));
  });
});

describe('the default organization', () => {
  it('is one that the person is a member of, through whichever profile', () => {
    given(endUser, created, joined('x', 'manual', true), joined('y'))
      .when(choose('y'))
      .then(chosen('y'));
    given(endUser, created, joined('x', 'manual', true))
      .when(choose('z'))
      .refuses('not-a-member');
    given(endUser, created, joined('x', 'manual', true))
      .when(choose('z', ['z']))
      .then(chosen('z'));
    given(endUser, created, chosen('z')).when(choose('z')).refuses('not-a-member');
    given(endUser, created, joined('x', 'manual', true))
      .when(choose('x'))
      .then();
  });
  it('may be none, as long as there is anything to choose from', () => {
    given(endUser, created, joined('x', 'manual', true))
      .when(choose(null))
      .then(chosen(null));
    given(endUser, created, joined('x', 'manual', true), chosen(null))
      .when(choose(null))
      .then();
    given(endUser, created).when(choose(null)).then();
    given(endUser, created)
      .when(choose(null, ['z']))
      .then(chosen(null));
    expect(stateAfter(joined('x'), joined('y'), chosen(null), left('x', 'manual')).default).toBeNull();
    expect(stateAfter(chosen(null), left('x', 'manual')).default).toBeNull();
    expect(stateAfter(joined('x'), chosen(null), left('x', 'domain')).default).toBeUndefined();
    expect(stateAfter(joined('x', 'manual', true), left('x', 'domain')).default).toBeUndefined();
  });
  it('stays none when an address brings another one, and not when somebody does', () => {
    given(endUser, created, chosen(null)).when(takeIn('x', 'domain')).then(joined('x', 'domain'));
    given(endUser, created, chosen(null))
      .when(takeIn('x'))
      .then(joined('x', 'manual', true));
    given(endUser, created, joined('x'), chosen(null)).when(takeIn('y')).then(joined('y'));
  });
  it('stays what was chosen of another profile of the person', () => {
    given(endUser, created, chosen('z')).when(takeIn('x')).then(joined('x'));
    given(endUser, created, chosen('z'))
      .when(takeIn('x', 'manual', true))
      .then(joined('x', 'manual', true));
  });

  const profile = (chosen: string | null | undefined, ...ids: string[]) => ({
    default: chosen,
    joined: ids.map((organizationId) => ({ organizationId, cause: 'manual' as const })),
  });
  it('of a person is what the first profile says that has something to say', () => {
    expect(defaultOrganizationOf([])).toBeNull();
    expect(defaultOrganizationOf([profile(undefined)])).toBeNull();
    expect(defaultOrganizationOf([profile('y', 'x', 'y')])).toBe('y');
    expect(defaultOrganizationOf([profile(undefined), profile('z', 'z')])).toBe('z');
    expect(defaultOrganizationOf([profile(null, 'x'), profile('z', 'z')])).toBeNull();
    expect(defaultOrganizationOf([profile('z', 'x'), profile('y', 'z', 'y')])).toBe('z');
  });
  it('of a person is none that it is a member of no more', () => {
    expect(defaultOrganizationOf([profile('gone', 'x'), profile('z', 'z')])).toBe('x');
    expect(defaultOrganizationOf([profile('gone'), profile('z', 'z')])).toBe('z');
    expect(defaultOrganizationOf([profile('gone')])).toBeNull();
  });
});

describe('a sweep', () => {
  const occasion = { because: 'organization-deleted', organizationId: 'x' } as const;
  const started: MembershipSweepEvent = { type: 'MembershipSweepStarted', data: { occasion } };
  const advanced: MembershipSweepEvent = { type: 'MembershipSweepAdvanced', data: { after: 'e5', scanned: 5, joined: 2, left: 1 } };
  const ended: MembershipSweepEvent = { type: 'MembershipSweepEnded', data: { scanned: 7, joined: 3, left: 1 } };
  const page = { scanned: 2, joined: 1, left: 0 };
  it('begins once', () => {
    given(membershipSweep)
      .when(new StartSweep('acme', 's', occasion))
      .then(started);
    given(membershipSweep, started)
      .when(new StartSweep('acme', 's', occasion))
      .then();
    given(membershipSweep, started, ended)
      .when(new StartSweep('acme', 's', occasion))
      .then();
  });
  it('adds each page to what was done before, once', () => {
    given(membershipSweep, started)
      .when(new AdvanceSweep('acme', 's', '', 'e5', { scanned: 5, joined: 2, left: 1 }))
      .then(advanced);
    given(membershipSweep, started, advanced)
      .when(new AdvanceSweep('acme', 's', '', 'e5', page))
      .then();
    given(membershipSweep, started, advanced)
      .when(new AdvanceSweep('acme', 's', 'e5', null, page))
      .then(ended);
    given(membershipSweep, started, advanced, ended)
      .when(new AdvanceSweep('acme', 's', 'e5', null, page))
      .then();
    given(membershipSweep)
      .when(new AdvanceSweep('acme', 's', '', null, page))
      .then();
  });
});
