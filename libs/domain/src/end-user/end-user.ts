import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { AbandonEndUser, AddNote, type ChangeLifecycle, ChangeProfile, ChoosePrimary, CompleteEndUser, type EndUserStep, SetTags } from './end-user.commands';
import type { EndUserEvent, EndUserProfileChanged, Marks } from './end-user.events';

/** What the rules need to know of a person: where it stands, and which key seals what is written of it. */
export interface EndUser {
  /** `unknown`: no event yet, so perhaps being created. `abandoned`: never will be. */
  readonly status: 'unknown' | 'active' | 'suspended' | 'deleted' | 'abandoned';
  readonly keyId: string | undefined;
  /** Why it was abandoned: who holds the point that was lost. */
  readonly lostTo?: string;
  /** What it was when it was deleted. */
  readonly before?: 'active' | 'suspended';
  /** Marks of the values that were changed since the creation. */
  readonly values?: Marks;
  /** Marks of the tags that were put on or taken off since the creation. */
  readonly tags?: Readonly<Record<string, boolean>>;
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
    }
  },

  decide(command, state) {
    if (command instanceof CompleteEndUser) return complete(command, state);
    if (command instanceof AbandonEndUser) return abandon(command, state);
    if (command instanceof ChangeProfile) return change(command, living(state));
    if (command instanceof SetTags) return setTags(command, living(state));
    if (command instanceof AddNote) return living(state) && [{ type: 'EndUserNoted', data: { note: command.note } }];
    if (command instanceof ChoosePrimary) return choosePrimary(command, living(state));
    return changeLifecycle(command, state);
  },
};

/** Creation and abandonment race for the first event of the stream; whoever is first has settled it for ever. */
function complete({ origin, profile }: CompleteEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreated', data: { origin, ...profile } }] : [];
}

function abandon({ lostPoint, holderId }: AbandonEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreationAbandoned', data: { lostPoint, holderId } }] : [];
}

function change({ changes, values, born, plainSlots }: ChangeProfile, state: EndUser): readonly EndUserEvent[] {
  const known: Marks = { ...born, ...state.values };
  const news = values.filter(({ slot, mark }) => (known[slot] ?? '') !== mark);
  if (news.length === 0) return [];
  const marks = Object.fromEntries(news.map(({ slot, mark }) => [slot, mark]));
  const fields = Object.entries({ ...known, ...marks }).filter(([slot, mark]) => mark !== '' && !plainSlots.includes(slot));
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
  const known: Readonly<Record<string, boolean>> = { ...Object.fromEntries(born.map((mark) => [mark, true])), ...state.tags };
  const news = tags.filter(({ mark }) => (known[mark] ?? false) !== on);
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

/** @throws Refusal for an end user who is not, is not yet, or is no more */
export function living(state: EndUser): EndUser {
  if (state.status === 'deleted') refuse('end-user-deleted', 'The end user was deleted; restore it first.');
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  return state;
}

/** Whether a point can belong to it: it is, or may yet become, a profile. */
export const mayHold = ({ status }: EndUser): boolean => status === 'active' || status === 'suspended' || status === 'unknown';
