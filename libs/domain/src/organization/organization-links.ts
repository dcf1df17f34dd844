import type { AnyLinkStep } from '../end-user/link.commands';
import type { LinkEvent, MergeRefusal } from '../end-user/link.events';
import { decideLink, type Linkable, type Links, linked, unreserved, unsealed } from '../end-user/links';
import { Refusal, type RefusalCode, refuse } from '../refusal';
import type { OrganizationLinkEvent, OrganizationMergeRefusal } from './organization-link.events';

/*
 * Organizations are merged by the end users' protocol: its rules decide, and what they say is said here in the words of organizations.
 */

/** Why organizations are not merged. They are neither erased nor declared different. */
type Why = Exclude<MergeRefusal, 'declared-different' | 'end-user-erased'>;

const ofOrganizations: Readonly<Record<Why, OrganizationMergeRefusal>> = {
  'already-merged': 'organizations-already-merged',
  'end-user-deleted': 'organization-deleted',
  'end-user-merged': 'organization-merged',
  'end-user-not-found': 'organization-not-found',
  'merge-in-progress': 'merge-in-progress',
  'timed-out': 'timed-out',
};
const ofTheProtocol: Readonly<Record<OrganizationMergeRefusal, Why>> = {
  'organizations-already-merged': 'already-merged',
  'organization-deleted': 'end-user-deleted',
  'organization-merged': 'end-user-merged',
  'organization-not-found': 'end-user-not-found',
  'merge-in-progress': 'merge-in-progress',
  'timed-out': 'timed-out',
};

const isWhy = (code: string): code is Why => Object.hasOwn(ofOrganizations, code);

function saidOfOrganizations(why: MergeRefusal): OrganizationMergeRefusal {
  if (!isWhy(why)) throw new Error(`organizations are not refused a merge because of ${why}`);
  return ofOrganizations[why];
}

/** Refuses a command on organizations for a reason of the protocol. */
export function refuseOrganization(why: MergeRefusal): never {
  const code = organizationCode(why);
  return code === 'merge-in-progress' ? refuse(code, 'Another merge or unmerge of one of the organizations is under way.') : refuse(code);
}

/** The code under which organizations are refused for a reason of the protocol. */
export function organizationCode(why: MergeRefusal): RefusalCode {
  const said = saidOfOrganizations(why);
  return said === 'timed-out' ? 'merge-in-progress' : said;
}

function inTheirWords<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    return error instanceof Refusal && isWhy(error.code) ? refuseOrganization(error.code) : raise(error);
  }
}

function raise(error: unknown): never {
  throw error;
}

/** Decides a step of a merge or unmerge of organizations. */
export const decideOrganizationLink = (step: AnyLinkStep, state: Linkable): readonly OrganizationLinkEvent[] =>
  inTheirWords(() => decideLink(step, state)).map(asOrganizationLink);

/** What an organization has to do with others after this event. */
export const linkedOrganization = (links: Links, event: OrganizationLinkEvent): Links => linked(links, asLink(event));

/** @throws Refusal `organization-merged` when it was merged into another one, which decides for it */
export const unsealedOrganization = <State extends Linkable>(state: State): State => inTheirWords(() => unsealed(state));

/** @throws Refusal `merge-in-progress` also when it waits for another one to decide a merge */
export const unreservedOrganization = <State extends Linkable>(state: State): State => inTheirWords(() => unreserved(state));

function asOrganizationLink(event: LinkEvent): OrganizationLinkEvent {
  switch (event.type) {
    case 'MergeReserved':
      return { ...event, type: 'OrganizationMergeReserved' };
    case 'MergeRefused':
      return { type: 'OrganizationMergeRefused', data: { ...event.data, reason: saidOfOrganizations(event.data.reason) } };
    case 'MergeReservationReleased':
      return { type: 'OrganizationMergeReservationReleased', data: { ...event.data, reason: saidOfOrganizations(event.data.reason) } };
    case 'EndUserMerged':
      return { ...event, type: 'OrganizationMerged' };
    case 'EndUserAbsorbed':
      return { ...event, type: 'OrganizationAbsorbed' };
    case 'EndUserSeparated':
      return { ...event, type: 'OrganizationSeparated' };
    case 'EndUserUnmerged':
      return { ...event, type: 'OrganizationUnmerged' };
    case 'EndUsersDeclaredDifferent':
    case 'DifferenceWithdrawn':
      throw new Error('organizations are never declared different');
  }
}

/** What the protocol calls the events of organizations. */
export const linkTypes: Readonly<Record<OrganizationLinkEvent['type'], LinkEvent['type']>> = {
  OrganizationMergeReserved: 'MergeReserved',
  OrganizationMergeRefused: 'MergeRefused',
  OrganizationMergeReservationReleased: 'MergeReservationReleased',
  OrganizationMerged: 'EndUserMerged',
  OrganizationAbsorbed: 'EndUserAbsorbed',
  OrganizationSeparated: 'EndUserSeparated',
  OrganizationUnmerged: 'EndUserUnmerged',
};

/** What an event of organizations is to the protocol. */
export function asLink(event: OrganizationLinkEvent): LinkEvent {
  switch (event.type) {
    case 'OrganizationMergeReserved':
      return { ...event, type: 'MergeReserved' };
    case 'OrganizationMergeRefused':
      return { type: 'MergeRefused', data: { ...event.data, reason: ofTheProtocol[event.data.reason] } };
    case 'OrganizationMergeReservationReleased':
      return { type: 'MergeReservationReleased', data: { ...event.data, reason: ofTheProtocol[event.data.reason] } };
    case 'OrganizationMerged':
      return { ...event, type: 'EndUserMerged' };
    case 'OrganizationAbsorbed':
      return { ...event, type: 'EndUserAbsorbed' };
    case 'OrganizationSeparated':
      return { ...event, type: 'EndUserSeparated' };
    case 'OrganizationUnmerged':
      return { ...event, type: 'EndUserUnmerged' };
  }
}
