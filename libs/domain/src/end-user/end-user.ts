import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import {
  AbandonEndUser,
  AddNote,
  type ChangeLifecycle,
  ChangeProfile,
  ChoosePrimary,
  CompleteEndUser,
  type EndUserStep,
  EraseProfile,
  SetTags,
} from './end-user.commands';
import type { EndUserEvent, EndUserProfileChanged } from './end-user.events';
import { LinkStep } from './link.commands';
import { decideLink, isAlone, type Linkable, linked, linksOf, unreserved, unsealed } from './links';

/** What the rules need to know of a person: where it stands, and which key seals what is written of it. */
export interface EndUser extends Linkable {
  readonly keyId: string | undefined;
  /** Why it was abandoned: who holds the point that was lost. */
  readonly lostTo?: string;
  /** What it was when it was deleted. */
  readonly before?: 'active' | 'suspended';
  /** Marks of the values that were changed since the creation; undefined for one that was taken away before somebody was merged into it. */
  readonly values?: Readonly<Record<string, string | undefined>>;
  /** Marks of the tags that were put on or taken off since the creation; undefined likewise. */
  readonly tags?: Readonly<Record<string, boolean | undefined>>;
  /** Digest of the chosen contact point of each channel. */
  readonly primary?: Readonly<Record<string, string>>;
}

/** The most tags of one end user, and the most custom fields. */
export const profileLimits = { tags: 50, fields: 50 } as const;

export const endUser: Decider<EndUser, EndUserStep, EndUserEvent> = {
  stream: ({ tenant, endUserId }) => streamOf.endUser(tenant, endUserId),
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
        return { ...state, tags: { ...state.tags, ...Object.fromEntries(event.data.marks.map((mark) => [mark, event.type === 'EndUserTagged'])) } };
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
        return { ...state, status: 'erased' };
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
    if (command instanceof LinkStep) return decideLink(command, state);
    if (command instanceof ChangeProfile) return change(command, living(unsealed(state)));
    if (command instanceof SetTags) return setTags(command, living(unsealed(state)));
    if (command instanceof AddNote) return living(unsealed(state)) && [{ type: 'EndUserNoted', data: { note: command.note } }];
    if (command instanceof ChoosePrimary) return choosePrimary(command, living(unsealed(state)));
    if (command instanceof EraseProfile) return erase(command, state);
    return changeLifecycle(command, unreserved(state));
  },
};

/** What was taken away before may come back with whoever is merged into it: then it can be taken away again. */
function blanksForgotten({ values, tags, ...state }: EndUser): EndUser {
  const forgotten = <T>(marks: Readonly<Record<string, T | undefined>>, blank: T) =>
    Object.fromEntries(Object.entries(marks).map(([slot, mark]) => [slot, mark === blank ? undefined : mark]));
  return { ...state, ...(values && { values: forgotten(values, '') }), ...(tags && { tags: forgotten(tags, false) }) };
}

/** Creation and abandonment race for the first event of the stream; whoever is first has settled it for ever. */
function complete({ origin, profile }: CompleteEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreated', data: { origin, ...profile } }] : [];
}

function abandon({ lostPoint, holderId }: AbandonEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreationAbandoned', data: { lostPoint, holderId } }] : [];
}

function change({ changes, values, born, plainSlots }: ChangeProfile, state: EndUser): readonly EndUserEvent[] {
  const known: NonNullable<EndUser['values']> = { ...born, ...state.values };
  // What is blank here may come from a merged profile: taking it away is news, once.
  const none = isAlone(state) ? '' : undefined;
  const news = values.filter(({ slot, mark }) => (known[slot] ?? none) !== mark);
  if (news.length === 0) return [];
  const marks = Object.fromEntries(news.map(({ slot, mark }) => [slot, mark]));
  const fields = Object.entries({ ...known, ...marks }).filter(([slot, mark]) => mark && !plainSlots.includes(slot));
  if (fields.length > profileLimits.fields) refuse('profile-limit-reached', `An end user has at most ${profileLimits.fields} custom fields.`);
  return [{ type: 'EndUserProfileChanged', data: { ...only(changes, news), marks } }];
}

/** The part of the changes that says something new. */
function only({ fields = {}, ...plain }: ChangeProfile['changes'], news: ChangeProfile['values']): Omit<EndUserProfileChanged['data'], 'marks'> {
  const given = new Map(Object.entries(plain));
  const values = news.flatMap(({ path: [name, member] }) => (member === undefined ? [[name, given.get(name)]] : []));
  const members = news.flatMap(({ path: [, member] }) => (member === undefined ? [] : [[member, fields[member] ?? null]]));
  return { ...Object.fromEntries(values), ...(members.length > 0 && { fields: Object.fromEntries(members) }) };
}

function setTags({ on, tags, born }: SetTags, state: EndUser): readonly EndUserEvent[] {
  const known: NonNullable<EndUser['tags']> = { ...Object.fromEntries(born.map((mark) => [mark, true])), ...state.tags };
  const none = isAlone(state) ? false : undefined;
  const news = tags.filter(({ mark }) => (known[mark] ?? none) !== on);
  if (news.length === 0) return [];
  const data = { tags: news.map(({ tag }) => tag), marks: news.map(({ mark }) => mark) };
  const count = Object.values(known).filter(Boolean).length;
  if (on && count + news.length > profileLimits.tags) refuse('profile-limit-reached', `An end user has at most ${profileLimits.tags} tags.`);
  return [on ? { type: 'EndUserTagged', data } : { type: 'EndUserUntagged', data }];
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

/** A profile of a cluster is erased where it stands; the person goes with the profile that stands for it. */
function erase({ scope, members }: EraseProfile, state: EndUser): readonly EndUserEvent[] {
  if (state.status === 'erased') return [];
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  if (scope === 'person') unreserved(state);
  else if (linksOf(state).reservation) refuse('merge-in-progress');
  return [{ type: 'EndUserErased', data: { scope, members } }];
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
