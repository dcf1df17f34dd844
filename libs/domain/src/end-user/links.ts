import { refuse } from '../refusal';
import {
  type AnyLinkStep,
  CopyDecision,
  DecideMerge,
  EndMerge,
  FenceMerge,
  type ForgetDifference,
  type MergeDecision,
  PassSeparation,
  RememberDifference,
  ReserveMerge,
  SeparateMember,
  type Separation,
} from './link.commands';
import type { Difference, EndUserSeparated, LinkEvent, MergeRefusal, MergeReserved } from './link.events';

/** A cluster that was merged into this profile. */
export interface Absorbed {
  readonly mergeId: string;
  readonly mergedId: string;
  /** Those that came by it and are still here, `mergedId` among them. */
  readonly members: readonly string[];
}

/** What a profile has to do with others. What was settled is remembered for ever, because a step may come late. */
export interface Links {
  /** Whom it was merged into: sealed, it decides nothing any more but who it brought along. */
  readonly survivor?: { readonly id: string; readonly mergeId: string };
  /** It waits for another profile to decide a merge. */
  readonly reservation?: MergeReserved['data'];
  readonly absorbed: readonly Absorbed[];
  /** Of all members, while this profile stands for them. */
  readonly differences: readonly Difference[];
  readonly attempts: Readonly<Record<string, MergeDecision>>;
  readonly merges: Readonly<Record<string, 'standing' | 'undone'>>;
  /** What left it, last first. */
  readonly separations: readonly (Separation & { readonly throughMergeId?: string })[];
  readonly withdrawn: readonly string[];
}

/** A profile as far as links go; to them, an organization is one. */
export interface Linkable {
  /** `unknown`: no event yet, so perhaps being created. `abandoned`: never will be. */
  readonly status: 'unknown' | 'active' | 'suspended' | 'deleted' | 'erased' | 'abandoned';
  /** What it has to do with other profiles; absent as long as that is nothing. */
  readonly links?: Links;
}

const none: Links = { absorbed: [], differences: [], attempts: {}, merges: {}, separations: [], withdrawn: [] };

export const linksOf = ({ links }: Linkable): Links => links ?? none;

/** The profiles that it stands for, itself first. */
export const membersOf = (id: string, state: Linkable): readonly string[] => [id, ...linksOf(state).absorbed.flatMap(({ members }) => members)];

/** Whether nothing was merged into it that is still there. */
export const isAlone = (state: Linkable): boolean => linksOf(state).absorbed.length === 0;

/** Whether a difference counts at a time, RFC 3339 UTC. */
export const isStanding = ({ until }: Pick<Difference, 'until'>, at: string): boolean => until === undefined || until > at;

export function linked(links: Links, event: LinkEvent): Links {
  switch (event.type) {
    case 'MergeReserved':
      return { ...links, reservation: event.data };
    case 'MergeRefused':
    case 'MergeReservationReleased':
      return settled(links, event.data.attemptId, { merged: false, reason: event.data.reason });
    case 'EndUserMerged': {
      const { attemptId, mergeId, survivorId, members, differentFrom } = event.data;
      const after = settled(links, attemptId, { merged: true, members, differentFrom });
      return { ...after, survivor: { id: survivorId, mergeId }, merges: { ...links.merges, [mergeId]: 'standing' } };
    }
    case 'EndUserAbsorbed': {
      const { attemptId, mergeId, mergedId, members, differentFrom } = event.data;
      return {
        ...settled(links, attemptId, { merged: true, members: [], differentFrom: [] }),
        absorbed: [...links.absorbed, { mergeId, mergedId, members }],
        differences: [...links.differences, ...differentFrom],
        merges: { ...links.merges, [mergeId]: 'standing' },
      };
    }
    case 'EndUserSeparated':
      return separated(links, event.data);
    case 'EndUserUnmerged': {
      const { survivor: _, ...rest } = links;
      return { ...rest, differences: event.data.differentFrom, merges: { ...links.merges, [event.data.mergeId]: 'undone' } };
    }
    case 'EndUsersDeclaredDifferent': {
      const { reason: _, ...difference } = event.data;
      return { ...links, differences: [...links.differences.filter((d) => !isSamePair(d, difference)), difference] };
    }
    case 'DifferenceWithdrawn': {
      const { declarationId } = event.data;
      return { ...links, withdrawn: [...links.withdrawn, declarationId], differences: links.differences.filter((d) => d.declarationId !== declarationId) };
    }
  }
}

function settled({ reservation, ...links }: Links, attemptId: string, decision: MergeDecision): Links {
  const waiting = reservation && reservation.attemptId !== attemptId ? { reservation } : {};
  return { ...links, ...waiting, attempts: { ...links.attempts, [attemptId]: decision } };
}

function separated(links: Links, { reason: _, alone: __, ...separation }: EndUserSeparated['data']): Links {
  const { mergeId, members } = separation;
  return {
    ...links,
    absorbed: links.absorbed.filter((a) => a.mergeId !== mergeId).map((a) => ({ ...a, members: a.members.filter((id) => !members.includes(id)) })),
    differences: links.differences.filter((d) => !members.includes(d.endUserId)),
    merges: { ...links.merges, [mergeId]: 'undone' },
    separations: [separation, ...links.separations],
  };
}

const isSamePair = (one: Difference, other: Difference) => one.endUserId === other.endUserId && one.otherId === other.otherId;

export function decideLink(command: AnyLinkStep, state: Linkable): readonly LinkEvent[] {
  if (command instanceof ReserveMerge) return reserve(command, state);
  if (command instanceof DecideMerge) return decideMerge(command, state);
  if (command instanceof FenceMerge) return refuseAttempt(command.attemptId, 'timed-out', state);
  if (command instanceof CopyDecision) return copy(command, state);
  if (command instanceof SeparateMember) return separate(command, state);
  if (command instanceof PassSeparation) return passOn(command.separation, linksOf(state));
  if (command instanceof EndMerge) return endMerge(command, linksOf(state));
  if (command instanceof RememberDifference) return remember(command, state);
  return forget(command, state);
}

function reserve({ id, attempt, at }: ReserveMerge, state: Linkable): readonly LinkEvent[] {
  const { differences, attempts, reservation } = linksOf(state);
  if (attempts[attempt.attemptId] || reservation?.attemptId === attempt.attemptId) return [];
  const { otherId, named } = attempt;
  const members = membersOf(id, state);
  const why = whyNot(state, members, ownNamed(attempt.role, attempt.named), [otherId]);
  if (why) refuse(why);
  if (differences.some((d) => isStanding(d, at) && [otherId, named.survivorId, named.mergedId].includes(d.otherId))) refuse('declared-different');
  return [{ type: 'MergeReserved', data: { ...attempt, members, differentFrom: differences } }];
}

/** The profile that was named on the side of whoever has this role. */
const ownNamed = (role: MergeReserved['data']['role'], { survivorId, mergedId }: { survivorId: string; mergedId: string }) =>
  role === 'survivor' ? survivorId : mergedId;

/** Why a profile takes part in no merge now with these others, its own side having been named by `named`. */
function whyNot(state: Linkable, members: readonly string[], named: string, others: readonly string[]): Exclude<MergeRefusal, 'timed-out'> | undefined {
  const { survivor, reservation } = linksOf(state);
  if (state.status === 'unknown' || state.status === 'abandoned') return 'end-user-not-found';
  if (survivor || !members.includes(named)) return 'end-user-merged';
  if (reservation) return 'merge-in-progress';
  if (state.status === 'deleted') return 'end-user-deleted';
  if (state.status === 'erased') return 'end-user-erased';
  return members.some((id) => others.includes(id)) ? 'already-merged' : undefined;
}

function decideMerge(command: DecideMerge, state: Linkable): readonly LinkEvent[] {
  const { id, attempt, members: others, differentFrom: theirs, at } = command;
  const { attemptId, mergeId, otherId, role, named, rule, reason } = attempt;
  const { differences, merges } = linksOf(state);
  const members = membersOf(id, state);
  const apart = (one: readonly Difference[], ids: readonly string[]) => one.some((d) => isStanding(d, at) && ids.includes(d.otherId));
  const why =
    whyNot(state, members, ownNamed(role === 'survivor' ? 'merged' : 'survivor', named), others) ??
    (merges[mergeId] ? 'already-merged' : undefined) ??
    (apart(differences, others) || apart(theirs, members) ? 'declared-different' : undefined);
  if (why) return refuseAttempt(attemptId, why, state);
  if (linksOf(state).attempts[attemptId]) return [];
  if (role === 'merged') return [{ type: 'EndUserAbsorbed', data: { attemptId, mergeId, mergedId: otherId, members: others, differentFrom: theirs } }];
  const asked = { ...(rule !== undefined && { rule }), ...(reason !== undefined && { reason }) };
  return [{ type: 'EndUserMerged', data: { attemptId, mergeId, named, ...asked, survivorId: otherId, members, differentFrom: differences } }];
}

/** The fence: whoever decided before has decided. */
const refuseAttempt = (attemptId: string, reason: MergeRefusal, state: Linkable): readonly LinkEvent[] =>
  linksOf(state).attempts[attemptId] ? [] : [{ type: 'MergeRefused', data: { attemptId, reason } }];

function copy({ attemptId, decision, reason }: CopyDecision, state: Linkable): readonly LinkEvent[] {
  const { reservation } = linksOf(state);
  if (reservation?.attemptId !== attemptId) return [];
  if (!decision.merged) return [{ type: 'MergeReservationReleased', data: { attemptId, reason: decision.reason } }];
  const { mergeId, otherId, role, named, rule, members, differentFrom } = reservation;
  if (role === 'survivor') {
    const { members: theirs, differentFrom: theirDifferences } = decision;
    return [{ type: 'EndUserAbsorbed', data: { attemptId, mergeId, mergedId: otherId, members: theirs, differentFrom: theirDifferences } }];
  }
  const asked = { ...(rule !== undefined && { rule }), ...(reason !== undefined && { reason }) };
  return [{ type: 'EndUserMerged', data: { attemptId, mergeId, named, ...asked, survivorId: otherId, members, differentFrom } }];
}

function separate({ mergeId, mergedId, members, reason, alone }: SeparateMember, state: Linkable): readonly LinkEvent[] {
  const { merges, absorbed } = linksOf(state);
  if (merges[mergeId] === 'undone') return [];
  unreserved(state);
  const counted = absorbed.flatMap((a) => a.members);
  if (!counted.includes(mergedId)) refuse('end-user-merged');
  // Somebody else's separation has not come down to the merged profile yet.
  if (members.some((id) => !counted.includes(id))) refuse('merge-in-progress');
  const { type, data } = separation({ mergeId, mergedId, members, differentFrom: [] }, linksOf(state), reason);
  return [{ type, data: { ...data, ...(alone && { alone }) } }];
}

function separation({ mergeId, mergedId, members }: Separation, { absorbed, differences }: Links, reason?: string): EndUserSeparated {
  const through = absorbed.find((a) => a.members.includes(mergedId) && a.mergeId !== mergeId)?.mergeId;
  const differentFrom = differences.filter((d) => members.includes(d.endUserId));
  const data = { mergeId, mergedId, members, ...(through !== undefined && { throughMergeId: through }), differentFrom };
  return { type: 'EndUserSeparated', data: { ...data, ...(reason !== undefined && { reason }) } };
}

function passOn(passed: Separation, links: Links): readonly LinkEvent[] {
  const isCounted = links.absorbed.some((a) => a.members.includes(passed.mergedId));
  return links.merges[passed.mergeId] === 'undone' || !isCounted ? [] : [separation(passed, links)];
}

function endMerge({ separation: { mergeId, members, differentFrom }, reason }: EndMerge, { survivor }: Links): readonly LinkEvent[] {
  if (survivor?.mergeId !== mergeId) return [];
  return [{ type: 'EndUserUnmerged', data: { mergeId, members, differentFrom, ...(reason !== undefined && { reason }) } }];
}

function remember({ id, difference, reason }: RememberDifference, state: Linkable): readonly LinkEvent[] {
  const { differences, withdrawn } = linksOf(state);
  if (withdrawn.includes(difference.declarationId) || differences.some((d) => isSamePair(d, difference) && d.until === difference.until)) return [];
  const members = membersOf(id, counting(difference.endUserId, id, state));
  // The first side has decided. The second only follows; by then they may have been merged, when the declaration was for a short time.
  if (difference.endUserId < difference.otherId && members.includes(difference.otherId))
    refuse('already-merged', 'The two end users are in one cluster: unmerge them first.');
  return [{ type: 'EndUsersDeclaredDifferent', data: { ...difference, ...(reason !== undefined && { reason }) } }];
}

/** Written also where it is not known: a declaration under way must find that it was withdrawn. */
function forget({ id, difference, reason }: ForgetDifference, state: Linkable): readonly LinkEvent[] {
  if (linksOf(state).withdrawn.includes(difference.declarationId)) return [];
  counting(difference.endUserId, id, state);
  return [{ type: 'DifferenceWithdrawn', data: { ...difference, ...(reason !== undefined && { reason }) } }];
}

/** @throws Refusal unless this profile stands for the named one, and waits for nobody */
function counting(named: string, id: string, state: Linkable): Linkable {
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  if (!membersOf(id, state).includes(named)) refuse('end-user-merged');
  return unreserved(state);
}

/** @throws Refusal when it was merged into another profile, which decides for it */
export function unsealed<State extends Linkable>(state: State): State {
  if (linksOf(state).survivor) refuse('end-user-merged');
  return state;
}

/** @throws Refusal also when it waits for another profile to decide a merge */
export function unreserved<State extends Linkable>(state: State): State {
  if (linksOf(unsealed(state)).reservation) refuse('merge-in-progress');
  return state;
}
