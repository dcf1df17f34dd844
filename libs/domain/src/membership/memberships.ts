import { refuse } from '../refusal';
import { ChangeDefault, GiveBackToDomain, type LetOut, type MembershipStep, TakeIn } from './membership.commands';
import type { LeavingCause, MembershipCause, MembershipEvent } from './membership.events';

/** The organizations of one profile. */
export interface Memberships {
  /** Oldest first. */
  readonly joined: readonly { readonly organizationId: string; readonly cause: MembershipCause }[];
  /** Null: somebody chose none. Undefined: nobody chose. It may be one that only another profile of the person is a member of, or no more. */
  readonly default?: string | null | undefined;
  /** Those that it was taken out of by hand: not joined by domain. */
  readonly barred: readonly string[];
}

/** The most organizations of one profile. */
export const membershipLimit = 100;

const none: Memberships = { joined: [], barred: [] };

export interface Member {
  readonly memberships?: Memberships;
}

export const membershipsOf = ({ memberships }: Member): Memberships => memberships ?? none;

/** Whether it is a member of this organization. */
export const isMemberOf = ({ joined }: Pick<Memberships, 'joined'>, organizationId: string): boolean =>
  joined.some((one) => one.organizationId === organizationId);

/**
 * The default organization of a person, of its profiles: the one that stands for them first, the others as they were absorbed. The first
 * profile that has something to say decides: what was chosen as long as the person is a member of it, else its oldest membership. Null: none.
 */
export function defaultOrganizationOf(profiles: readonly Pick<Memberships, 'joined' | 'default'>[]): string | null {
  const isMember = (organizationId: string) => profiles.some((profile) => isMemberOf(profile, organizationId));
  for (const { joined, default: chosen } of profiles) {
    if (chosen === null) return null;
    if (chosen !== undefined && isMember(chosen)) return chosen;
    const [oldest] = joined;
    if (oldest) return oldest.organizationId;
  }
  return null;
}

export function withMembership(known: Memberships, event: MembershipEvent): Memberships {
  const { organizationId } = event.data;
  switch (event.type) {
    case 'OrganizationJoined': {
      const { cause, default: isDefault } = event.data;
      const one = { organizationId: event.data.organizationId, cause };
      // Joined by hand what was joined by domain before: it goes on.
      const joined = isMemberOf(known, one.organizationId)
        ? known.joined.map((known) => (known.organizationId === one.organizationId ? one : known))
        : [...known.joined, one];
      const barred = known.barred.filter((id) => id !== organizationId);
      return { joined, barred, default: isDefault ? one.organizationId : known.default };
    }
    case 'OrganizationLeft': {
      const { organizationId: left, cause, default: next } = event.data;
      const barred = cause === 'manual' && !known.barred.includes(left) ? [...known.barred, left] : known.barred;
      const joined = known.joined.filter((one) => one.organizationId !== left);
      // Who chose none among what there was did not choose it for what comes after the last has gone.
      const choseNone = known.default === null && (joined.length > 0 || known.joined.length === 0);
      return { joined, barred, default: next ?? (choseNone ? null : undefined) };
    }
    case 'DefaultOrganizationChosen':
      return { ...known, default: event.data.organizationId };
  }
}

/** Of a living profile; by hand only on the one that stands for the person, which the caller has made sure of. */
export function decideMembership(step: MembershipStep, state: Member): readonly MembershipEvent[] {
  const known = membershipsOf(state);
  if (step instanceof TakeIn) return takeIn(step, known);
  if (step instanceof ChangeDefault) return changeDefault(step, known);
  if (step instanceof GiveBackToDomain) return giveBack(step, known);
  return letOut(step, known);
}

function takeIn({ organizationId, cause, asDefault }: TakeIn, known: Memberships): readonly MembershipEvent[] {
  const standing = known.joined.find((one) => one.organizationId === organizationId);
  if (cause === 'domain' && (standing || known.barred.includes(organizationId))) return [];
  // What somebody said outlives the address that brought it about.
  if (standing && standing.cause !== 'domain')
    return asDefault && known.default !== organizationId ? [{ type: 'DefaultOrganizationChosen', data: { organizationId } }] : [];
  if (!standing && known.joined.length >= membershipLimit) {
    if (cause === 'domain') return [];
    refuse('organization-limit-reached', `An end user is a member of at most ${membershipLimit} organizations.`);
  }
  const isFirst = known.joined.length === 0 && (known.default === undefined || (known.default === null && cause !== 'domain'));
  return [{ type: 'OrganizationJoined', data: { organizationId, cause, default: asDefault || isFirst || known.default === organizationId } }];
}

function letOut({ organizationIds, cause }: LetOut, known: Memberships): readonly MembershipEvent[] {
  const events: MembershipEvent[] = [];
  let now = known;
  for (const organizationId of new Set(organizationIds)) {
    const standing = now.joined.find((one) => one.organizationId === organizationId);
    const isNews = standing ? endsAny(cause) || standing.cause === cause : cause === 'manual' && !now.barred.includes(organizationId);
    if (!isNews) continue;
    const stay = now.joined.find((one) => one.organizationId !== organizationId);
    const next = standing && now.default === organizationId ? (stay?.organizationId ?? null) : (now.default ?? null);
    const left: MembershipEvent = { type: 'OrganizationLeft', data: { organizationId, cause, default: next } };
    events.push(left);
    now = withMembership(now, left);
  }
  return events;
}

function giveBack({ organizationId }: GiveBackToDomain, known: Memberships): readonly MembershipEvent[] {
  const isImports = known.joined.some((one) => one.organizationId === organizationId && one.cause === 'import');
  return isImports ? [{ type: 'OrganizationJoined', data: { organizationId, cause: 'domain', default: known.default === organizationId } }] : [];
}

/** Somebody's word, or the end of the organization, ends a membership whatever began it. */
const endsAny = (cause: LeavingCause): boolean => cause === 'manual' || cause === 'deleted';

function changeDefault({ organizationId, others }: ChangeDefault, known: Memberships): readonly MembershipEvent[] {
  const all = [...known.joined.map((one) => one.organizationId), ...others];
  if (organizationId !== null && !all.includes(organizationId)) refuse('not-a-member');
  const isSo = known.default === organizationId || (organizationId === null && known.default === undefined && all.length === 0);
  return isSo ? [] : [{ type: 'DefaultOrganizationChosen', data: { organizationId } }];
}
