import {
  type AnyLinkStep,
  asLink,
  CopyDecision,
  DecideMerge,
  EndMerge,
  type EndUser,
  endUser,
  FenceMerge,
  linksOf,
  linkTypes,
  membersOf,
  type Organization,
  type OrganizationEvent,
  type OrganizationLinkEvent,
  organization,
  organizationCode,
  PassSeparation,
  Refusal,
  type RefusalCode,
  RememberDifference,
  ReserveMerge,
  RetireOrganization,
  refuseOrganization,
  SeparateMember,
  unreservedOrganization,
  unsealedOrganization,
} from '@kith/domain';
import fc from 'fast-check';
import { given } from '../support/given';
import { at, from, into, created as profileCreated, deleted as profileDeleted } from '../support/link-events';

const born: OrganizationEvent = { type: 'OrganizationCreated', data: { origin: 'api', name: 'Acme', nameId: 'n1' }, keyId: 'k1' };
const deleted: OrganizationEvent = { type: 'OrganizationDeleted', data: {} };
const side = { members: ['a'], differentFrom: [] };
const reserved = (attempt = into()): OrganizationEvent => ({ type: 'OrganizationMergeReserved', data: { ...attempt, ...side } });
const sealed = (survivorId: string, members = ['a']): OrganizationEvent => {
  const { attemptId, mergeId, named } = from();
  return { type: 'OrganizationMerged', data: { attemptId, mergeId, named, survivorId, members, differentFrom: [] } };
};
const reserve = (attempt = into()) => new ReserveMerge('acme', 'a', attempt, at);
const decide = (attempt = into()) => new DecideMerge('acme', 'b', { ...attempt, otherId: 'a' }, ['a'], [], at);
const refused = (reason: 'organization-deleted' | 'organization-merged' | 'organization-not-found' | 'merge-in-progress' | 'timed-out'): OrganizationEvent => ({
  type: 'OrganizationMergeRefused',
  data: { attemptId: 't1', reason },
});

describe('two organizations that are one', () => {
  it('are linked by the steps of end users, on streams and under names of their own', () => {
    expect(organization.stream(reserve())).toBe('organization-acme.a');
    given(organization, born).when(reserve()).then(reserved());
    given(organization, born)
      .when(decide())
      .then({
        type: 'OrganizationMerged',
        data: { attemptId: 't1', mergeId: 'm1', named: into().named, survivorId: 'a', members: ['b'], differentFrom: [] },
      });
    given(organization, born)
      .when(decide(from()))
      .then({ type: 'OrganizationAbsorbed', data: { attemptId: 't1', mergeId: 'm1', mergedId: 'a', members: ['a'], differentFrom: [] } });
    given(organization, born, reserved())
      .when(new CopyDecision('acme', 'a', 't1', { merged: false, reason: 'end-user-deleted' }))
      .then({ type: 'OrganizationMergeReservationReleased', data: { attemptId: 't1', reason: 'organization-deleted' } });
  });

  it('are refused in words of their own, at each step', () => {
    given(organization).when(reserve()).refuses('organization-not-found');
    given(organization, born, deleted).when(reserve()).refuses('organization-deleted');
    given(organization, born, sealed('b'))
      .when(reserve(into({ attemptId: 't2' })))
      .refuses('organization-merged');
    given(organization, born, reserved(into({ attemptId: 't0' })))
      .when(reserve())
      .refuses('merge-in-progress');
    given(organization).when(decide()).then(refused('organization-not-found'));
    given(organization, born, deleted).when(decide()).then(refused('organization-deleted'));
    given(organization, born, sealed('x', ['b']))
      .when(decide(into({ attemptId: 't2', mergeId: 'm2' })))
      .then({ type: 'OrganizationMergeRefused', data: { attemptId: 't2', reason: 'organization-merged' } });
    given(organization, born)
      .when(new FenceMerge('acme', 'b', 't1'))
      .then(refused('timed-out'));
  });

  it('decide nothing once merged, and nothing that changes where they stand while they wait', () => {
    const { state: merged } = given(organization, born, sealed('b'));
    expect(() => unsealedOrganization(merged)).toThrow(expect.objectContaining({ code: 'organization-merged' }));
    const { state: waiting } = given(organization, born, reserved());
    expect(unsealedOrganization(waiting)).toBe(waiting);
    expect(() => unreservedOrganization(waiting)).toThrow(expect.objectContaining({ code: 'merge-in-progress' }));
    given(organization, born, reserved()).when(new RetireOrganization('acme', 'a')).refuses('merge-in-progress');
  });

  it('tell a caller of organizations, and of nobody else', () => {
    expect(() => refuseOrganization('merge-in-progress')).toThrow('of the organizations is under way');
    expect([organizationCode('timed-out'), organizationCode('already-merged')]).toEqual(['merge-in-progress', 'organizations-already-merged']);
    expect(() => refuseOrganization('declared-different')).toThrow('are not refused a merge because of declared-different');
  });

  it('are never declared different', () => {
    const difference = { declarationId: 'd1', endUserId: 'a', otherId: 'x' };
    expect(() => organization.decide(new RememberDifference('acme', 'a', difference), given(organization, born).state)).toThrow('never declared different');
  });
});

/** What an organization is refused, by what an end user is. */
const saidOfOrganizations: Partial<Record<RefusalCode, RefusalCode>> = {
  'already-merged': 'organizations-already-merged',
  'end-user-deleted': 'organization-deleted',
  'end-user-merged': 'organization-merged',
  'end-user-not-found': 'organization-not-found',
  'merge-in-progress': 'merge-in-progress',
};

const ids = ['a', 'b', 'c', 'd'] as const;
type People = ReadonlyMap<string, EndUser>;
/** What is done next, where everybody stands: undefined when there is nothing of the kind to do. */
type Next = (people: People, count: number) => AnyLinkStep | undefined;
const linksIn = (people: People, one: string) => linksOf(people.get(one) ?? endUser.initial);

const begin =
  (one: string, other: string, role: 'survivor' | 'merged'): Next =>
  (_, count) => {
    const named = role === 'survivor' ? { survivorId: one, mergedId: other } : { survivorId: other, mergedId: one };
    return new ReserveMerge('acme', one, { attemptId: `t${count}`, mergeId: `m${count}`, otherId: other, role, named, reason: 'one firm' }, at);
  };
const goOn =
  (one: string, isFenced: boolean): Next =>
  (people) => {
    const { reservation } = linksIn(people, one);
    if (!reservation) return undefined;
    const { members, differentFrom, otherId, attemptId } = reservation;
    const decision = linksIn(people, otherId).attempts[attemptId];
    if (decision) return new CopyDecision('acme', one, attemptId, decision, 'one firm');
    return isFenced
      ? new FenceMerge('acme', otherId, attemptId)
      : new DecideMerge('acme', otherId, { ...reservation, otherId: one }, members, differentFrom, at);
  };
const separate =
  (one: string, alone: boolean): Next =>
  (people) => {
    const last = linksIn(people, one).absorbed.at(-1);
    const members = last && membersOf(last.mergedId, people.get(last.mergedId) ?? endUser.initial);
    return last && members && new SeparateMember('acme', one, last.mergeId, last.mergedId, members, 'two', alone);
  };
const pass =
  (one: string, to: string, isLast: boolean): Next =>
  (people) => {
    const [last] = linksIn(people, one).separations;
    return last && (isLast ? new EndMerge('acme', last.mergedId, last, 'two') : new PassSeparation('acme', to, last));
  };

const id = fc.constantFrom(...ids);
const next: fc.Arbitrary<Next> = fc.oneof(
  fc.tuple(id, id, fc.constantFrom('survivor' as const, 'merged' as const)).map((what) => begin(...what)),
  fc.tuple(id, fc.integer({ max: 3, min: 0 })).map(([one, n]) => goOn(one, n === 0)),
  fc.tuple(id, fc.boolean()).map((what) => separate(...what)),
  fc.tuple(id, id, fc.boolean()).map((what) => pass(...what)),
);

function taken<T>(decided: () => readonly T[]): readonly T[] | RefusalCode {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Whatever can be decided or refused, once. */
const everything: (Next | string)[] = [
  ...[begin('a', 'b', 'survivor'), goOn('a', false), goOn('a', false), begin('b', 'c', 'survivor'), begin('a', 'b', 'survivor')],
  ...[separate('a', false), pass('a', 'a', true), begin('a', 'c', 'survivor'), begin('a', 'd', 'survivor'), goOn('a', true), goOn('a', true)],
  ...[begin('b', 'c', 'merged'), goOn('b', false), goOn('b', false), 'd', begin('d', 'c', 'survivor')],
];

/** The same four, as end users and as organizations. */
class Twins {
  readonly people = new Map<string, EndUser>(ids.map((one) => [one, endUser.evolve(endUser.initial, profileCreated)]));
  private readonly firms = new Map<string, Organization>(ids.map((one) => [one, organization.evolve(organization.initial, born)]));

  remove(one: string): void {
    this.people.set(one, endUser.evolve(this.people.get(one) as EndUser, profileDeleted));
    this.firms.set(one, organization.evolve(this.firms.get(one) as Organization, deleted));
  }

  /** What either decided, or why not, once it was seen to be the same. */
  take(step: AnyLinkStep): readonly string[] {
    const [person, firm] = [this.people.get(step.id) as EndUser, this.firms.get(step.id) as Organization];
    const ours = taken(() => endUser.decide(step, person));
    const theirs = taken(() => organization.decide(step, firm));
    if (typeof ours === 'string' || typeof theirs === 'string') {
      expect(theirs).toBe(saidOfOrganizations[ours as RefusalCode]);
      return [String(theirs)];
    }
    expect((theirs as readonly OrganizationLinkEvent[]).map(asLink)).toEqual(ours);
    const [nextPerson, nextFirm] = [ours.reduce(endUser.evolve, person), theirs.reduce(organization.evolve, firm)];
    expect(linksOf(nextFirm)).toEqual(linksOf(nextPerson));
    this.people.set(step.id, nextPerson);
    this.firms.set(step.id, nextFirm);
    return theirs.map(({ type }) => type);
  }
}

describe('whatever steps come, in whatever order', () => {
  it('organizations decide and remember what end users would, under their own names', () => {
    const seen = new Set<string>();
    const acts = fc.array(fc.oneof({ weight: 30, arbitrary: next }, { weight: 1, arbitrary: id }), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(acts, (given) => {
        const twins = new Twins();
        for (const [count, one] of given.entries()) {
          if (typeof one === 'string') twins.remove(one);
          const step = typeof one === 'string' ? undefined : one(twins.people, count);
          if (step) for (const what of twins.take(step)) seen.add(what);
        }
      }),
      { numRuns: 300, examples: [[everything]] },
    );
    // Otherwise the property says nothing of them.
    expect([...seen].sort()).toEqual(
      [...Object.keys(linkTypes), 'merge-in-progress', 'organization-deleted', 'organization-merged', 'organizations-already-merged'].sort(),
    );
  });
});
