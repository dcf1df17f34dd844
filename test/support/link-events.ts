import type { Attempt, Difference, EndUserEvent } from '@kith/domain';

/** Profiles by one letter each, in the order of their ids: `a` is lower than `b`. */
export const at = '2026-03-03T10:00:00.000Z';
export const created: EndUserEvent = { type: 'EndUserCreated', data: { origin: 'api' }, keyId: 'k1' };
export const suspended: EndUserEvent = { type: 'EndUserSuspended', data: {} };
export const deleted: EndUserEvent = { type: 'EndUserDeleted', data: {} };
export const abandoned: EndUserEvent = { type: 'EndUserCreationAbandoned', data: { lostPoint: 'd1', holderId: 'max' } };
export const erased: EndUserEvent = { type: 'EndUserErased', data: { scope: 'profile', members: [] } };

export const different = (endUserId: string, otherId: string, more: Partial<Difference> = {}): Difference => ({
  declarationId: `${endUserId}≠${otherId}`,
  endUserId,
  otherId,
  ...more,
});
export const declared = (difference: Difference): EndUserEvent => ({ type: 'EndUsersDeclaredDifferent', data: difference });

/** The attempt to merge `b` into `a`; `a` reserves, `b` decides. */
export const into = (more: Partial<Attempt> = {}): Attempt => ({
  attemptId: 't1',
  mergeId: 'm1',
  otherId: 'b',
  role: 'survivor',
  named: { survivorId: 'a', mergedId: 'b' },
  ...more,
});
/** The attempt to merge `a` into `b`. */
export const from = (more: Partial<Attempt> = {}) => into({ role: 'merged', named: { survivorId: 'b', mergedId: 'a' }, ...more });
export const merging = ({ attemptId, mergeId, named }: Attempt) => ({ attemptId, mergeId, named });

export const reserved = (attempt = into(), members = ['a'], differentFrom: Difference[] = []): EndUserEvent => ({
  type: 'MergeReserved',
  data: { ...attempt, members, differentFrom },
});
export const merged = (survivorId: string, members: string[], attempt: Attempt = into(), differentFrom: Difference[] = []): EndUserEvent => ({
  type: 'EndUserMerged',
  data: { ...merging(attempt), survivorId, members, differentFrom },
});
export const absorbed = (mergeId: string, mergedId: string, members: string[], differentFrom: Difference[] = [], attemptId = `t-${mergeId}`): EndUserEvent => ({
  type: 'EndUserAbsorbed',
  data: { attemptId, mergeId, mergedId, members, differentFrom },
});
export const refused = (
  reason: 'declared-different' | 'timed-out' | 'end-user-deleted' | 'end-user-merged' | 'already-merged' | 'merge-in-progress' | 'end-user-erased',
) => ({ type: 'MergeRefused', data: { attemptId: 't1', reason } }) satisfies EndUserEvent;
export const separated = (
  mergeId: string,
  mergedId: string,
  members: string[],
  more: { throughMergeId?: string; differentFrom?: Difference[] } = {},
): EndUserEvent => ({
  type: 'EndUserSeparated',
  data: { mergeId, mergedId, members, differentFrom: [], ...more },
});
export const unmerged = (mergeId: string, members: string[], differentFrom: Difference[] = []): EndUserEvent => ({
  type: 'EndUserUnmerged',
  data: { mergeId, members, differentFrom },
});
