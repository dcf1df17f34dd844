import type { Decider } from '../decider';
import { blanksForgotten, type Marked, newsOf, tagMarks, tagNewsOf } from '../marked-profile';
import { LetOut, type MembershipStep, OnMemberships, TakeIn, TakeOut } from '../membership/membership.commands';
import { decideMembership, type Member, membershipsOf, withMembership } from '../membership/memberships';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import {
  AbandonEndUser,
  AddNote,
  CertifyErasure,
  type ChangeLifecycle,
  ChangeProfile,
  ChoosePrimary,
  CompleteEndUser,
  type EndUserStep,
  EraseProfile,
  SetTags,
} from './end-user.commands';
import type { EndUserErased, EndUserEvent } from './end-user.events';
import { LinkStep, SeparateMember } from './link.commands';
import { decideLink, isAlone, type Linkable, linked, linksOf, unreserved, unsealed } from './links';

/** What the rules need to know of a person: where it stands, and which key seals what is written of it. */
export interface EndUser extends Linkable, Marked, Member {
  readonly keyId: string | undefined;
  /** Its last erasure. A profile that was erased with the person it belongs to has no members there. */
  readonly erasure?: EndUserErased['data'];
  /** Nothing of its last erasure is left to do. */
  readonly isErasureCertified?: true;
  /** Ids of the erasures that are certified. */
  readonly certified?: readonly string[];
  /** It was deleted when it was erased: whoever belongs to it is as hidden as before. */
  readonly isHidden?: true;
  /** Why it was abandoned: who holds the point that was lost. */
  readonly lostTo?: string;
  /** What it was when it was deleted. */
  readonly before?: 'active' | 'suspended';
  /** Digest of the chosen contact point of each channel. */
  readonly primary?: Readonly<Record<string, string>>;
}

/** The most tags of one end user, and the most custom fields. */
export const profileLimits = { tags: 50, fields: 50 } as const;

export const endUser: Decider<EndUser, EndUserStep, EndUserEvent> = {
  stream: (step) => streamOf.endUser(step.tenant, step instanceof LinkStep ? step.id : step.endUserId),
  initial: { status: 'unknown', keyId: undefined },

  evolve(state, event) {
    switch (event.type) {
      case 'EndUserCreated':
        return { status: 'active', keyId: event.keyId };
      case 'EndUserCreationAbandoned':
        return { ...state, status: 'abandoned', lostTo: event.data.holderId };
      case 'EndUserProfileChanged':
        return { ...state, values: { ...state.values, ...event.data.marks } };
      case 'EndUserTagged':
      case 'EndUserUntagged':
        return { ...state, tags: { ...state.tags, ...tagMarks(event.data.marks, event.type === 'EndUserTagged') } };
      case 'EndUserNoted':
        return state;
      case 'PrimaryContactPointChosen':
        return { ...state, primary: { ...state.primary, [event.data.channel]: event.data.contactPointId } };
      case 'EndUserSuspended':
        return { ...state, status: 'suspended' };
      case 'EndUserReinstated':
        return { ...state, status: 'active' };
      case 'EndUserDeleted':
        return { ...state, status: 'deleted', before: state.status === 'suspended' ? 'suspended' : 'active' };
      case 'EndUserRestored':
        return { ...state, status: state.before ?? 'active' };
      case 'EndUserErased':
        return erased(state, event);
      case 'EndUserErasureCertified':
        return { ...state, isErasureCertified: true, certified: [...(state.certified ?? []), event.data.erasure] };
      case 'OrganizationJoined':
      case 'OrganizationLeft':
      case 'DefaultOrganizationChosen':
        return { ...state, memberships: withMembership(membershipsOf(state), event) };
      case 'MergeReserved':
      case 'MergeRefused':
      case 'MergeReservationReleased':
      case 'EndUserMerged':
      case 'EndUserSeparated':
      case 'EndUserUnmerged':
      case 'EndUsersDeclaredDifferent':
      case 'DifferenceWithdrawn':
        return { ...state, links: linked(linksOf(state), event) };
      case 'EndUserAbsorbed':
        return { ...blanksForgotten(state), links: linked(linksOf(state), event) };
    }
  },

  decide(command, state) {
    if (command instanceof CompleteEndUser) return complete(command, state);
    if (command instanceof AbandonEndUser) return abandon(command, state);
    if (command instanceof LinkStep) return decideLink(command, command instanceof SeparateMember ? together(command, state) : state);
    if (command instanceof OnMemberships) return changeMembership(command, state);
    if (command instanceof ChangeProfile) return change(command, living(unsealed(state)));
    if (command instanceof SetTags) return setTags(command, living(unsealed(state)));
    if (command instanceof AddNote) return living(unsealed(state)) && [{ type: 'EndUserNoted', data: { note: command.note } }];
    if (command instanceof ChoosePrimary) return choosePrimary(command, living(unsealed(state)));
    if (command instanceof EraseProfile) return erase(command, state);
    if (command instanceof CertifyErasure) return certify(command, state);
    return changeLifecycle(command, unreserved(state));
  },
};

/** Creation and abandonment race for the first event of the stream; whoever is first has settled it for ever. */
function complete({ origin, profile }: CompleteEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreated', data: { origin, ...profile } }] : [];
}

function abandon({ lostPoint, holderId }: AbandonEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreationAbandoned', data: { lostPoint, holderId } }] : [];
}

function change(command: ChangeProfile, state: EndUser): readonly EndUserEvent[] {
  const news = newsOf(command.changes, command, state, isAlone(state));
  if (!news) return [];
  if (news.fields > profileLimits.fields) refuse('profile-limit-reached', `An end user has at most ${profileLimits.fields} custom fields.`);
  return [{ type: 'EndUserProfileChanged', data: news.data }];
}

function setTags(command: SetTags, state: EndUser): readonly EndUserEvent[] {
  const news = tagNewsOf(command, state, isAlone(state));
  if (!news) return [];
  if (!command.on) return [{ type: 'EndUserUntagged', data: news.data }];
  if (news.count > profileLimits.tags) refuse('profile-limit-reached', `An end user has at most ${profileLimits.tags} tags.`);
  return [{ type: 'EndUserTagged', data: news.data }];
}

function choosePrimary({ channel, contactPointId }: ChoosePrimary, state: EndUser): readonly EndUserEvent[] {
  return state.primary?.[channel] === contactPointId ? [] : [{ type: 'PrimaryContactPointChosen', data: { channel, contactPointId } }];
}

function changeLifecycle({ to, reason }: ChangeLifecycle, state: EndUser): readonly EndUserEvent[] {
  const data = reason === undefined ? {} : { reason };
  switch (to) {
    case 'suspend':
      return living(state).status === 'suspended' ? [] : [{ type: 'EndUserSuspended', data }];
    case 'reinstate':
      return living(state).status === 'active' ? [] : [{ type: 'EndUserReinstated', data }];
    case 'delete':
      return state.status === 'deleted' ? [] : living(state) && [{ type: 'EndUserDeleted', data }];
    case 'restore':
      return state.status === 'deleted' ? [{ type: 'EndUserRestored', data }] : living(state) && [];
  }
}

/** By hand it is the person's; by domain the address's holder's, also of one that was merged; whoever is gone joins nothing, but can be let out. */
function changeMembership(step: MembershipStep, state: EndUser): readonly EndUserEvent[] {
  if (step instanceof LetOut && !(step instanceof TakeOut)) return state.status === 'unknown' ? [] : decideMembership(step, state);
  if (step instanceof TakeIn && step.cause === 'domain') return mayHold(state) && state.status !== 'unknown' ? decideMembership(step, state) : [];
  return decideMembership(step, living(unsealed(state)));
}

function erased({ isErasureCertified: _, ...state }: EndUser, { data }: EndUserErased): EndUser {
  return { ...state, status: 'erased', erasure: data, ...(state.status === 'deleted' && { isHidden: true }) };
}

/** A profile of a cluster is erased where it stands; the person goes with the profile that stands for it. */
function erase({ scope, members }: EraseProfile, state: EndUser): readonly EndUserEvent[] {
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  const isWhole = scope === 'person' && members.length > 0;
  // Of a person whose canonical profile was erased by itself, the others are still there.
  const isDone = state.status === 'erased' && (!isWhole || state.erasure?.scope === 'person' || isAlone(state));
  if (isDone) return [];
  if (linksOf(isWhole ? unsealed(state) : state).reservation) refuse('merge-in-progress');
  return [{ type: 'EndUserErased', data: { scope, members } }];
}

function certify({ certificate }: CertifyErasure, { certified }: EndUser): readonly EndUserEvent[] {
  return certified?.includes(certificate.erasure) ? [] : [{ type: 'EndUserErasureCertified', data: certificate }];
}

/** @throws Refusal while a whole person is being erased: nobody comes out of it half erased */
function together({ mergeId }: SeparateMember, state: EndUser): EndUser {
  const isUnderWay = state.erasure?.scope === 'person' && state.erasure.members.length > 0 && !state.isErasureCertified;
  if (isUnderWay && linksOf(state).merges[mergeId] !== 'undone')
    refuse('end-user-erased', 'The person is being erased: nobody is separated from it until that is certified.');
  return state;
}

/** @throws Refusal for an end user who is not, is not yet, or is no more */
export function living(state: EndUser): EndUser {
  if (state.status === 'erased') refuse('end-user-erased');
  if (state.status === 'deleted') refuse('end-user-deleted', 'The end user was deleted; restore it first.');
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  return state;
}

/** Whether a point can belong to it: it is, or may yet become, a profile. */
export const mayHold = ({ status }: EndUser): boolean => status === 'active' || status === 'suspended' || status === 'unknown';

/** Whether it was erased with all whom it stands for. */
export const isErasedWhole = ({ status, erasure }: EndUser): boolean => status === 'erased' && erasure?.scope === 'person';

/**
 * Whether those whom it stands for are there, as far as it goes: of a profile that was erased by itself, the others are. Nothing is
 * written on its own stream any more, because its key is destroyed.
 */
export const isThere = (state: EndUser): boolean => mayHold(state) || (state.status === 'erased' && state.erasure?.scope === 'profile' && !state.isHidden);
