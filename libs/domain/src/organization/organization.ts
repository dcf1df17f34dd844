import type { Decider } from '../decider';
import { type AnyLinkStep, LinkStep } from '../end-user/link.commands';
import { isAlone, type Linkable, linksOf } from '../end-user/links';
import { blanksForgotten, type Marked, newsOf, tagMarks, tagNewsOf } from '../marked-profile';
import { refuse } from '../refusal';
import { isDeepStrictEqualJson } from '../settings/json-equal';
import { streamOf } from '../stream';
import {
  ChangeOrganizationDetails,
  CompleteOrganization,
  type OrganizationStep,
  type OrganizationValue,
  RenameOrganization,
  ReplaceDomains,
  ReplaceRouting,
  RetireOrganization,
  SetOrganizationTags,
} from './organization.commands';
import type { DomainClaim, OrganizationChanges, OrganizationEvent, OrganizationRouting } from './organization.events';
import { decideOrganizationLink, linkedOrganization } from './organization-links';

/** What the rules need to know of an organization. What it is called and what is said of it stays sealed: marks stand for it. */
export interface Organization extends Linkable, Marked {
  readonly status: 'unknown' | 'active' | 'deleted';
  readonly keyId: string | undefined;
  /** Digest of its name, whose claim is its own as long as it lives, also when it was merged. */
  readonly nameId?: string;
  readonly domains: readonly DomainClaim[];
  readonly routing: OrganizationRouting | null;
}

/** The most tags of one organization, and the most custom fields. */
export const organizationLimits = { tags: 50, fields: 50 } as const;

export const organization: Decider<Organization, OrganizationStep | AnyLinkStep, OrganizationEvent> = {
  stream: (step) => streamOf.organization(step.tenant, step instanceof LinkStep ? step.id : step.organizationId),
  initial: { status: 'unknown', keyId: undefined, domains: [], routing: null },

  evolve(state, event) {
    switch (event.type) {
      case 'OrganizationCreated':
        return { ...state, status: 'active', keyId: event.keyId, nameId: event.data.nameId };
      case 'OrganizationRenamed':
        return { ...state, nameId: event.data.nameId, values: { ...state.values, ...event.data.marks } };
      case 'OrganizationDetailsChanged':
        return { ...state, values: { ...state.values, ...event.data.marks } };
      case 'OrganizationTagged':
      case 'OrganizationUntagged':
        return { ...state, tags: { ...state.tags, ...tagMarks(event.data.marks, event.type === 'OrganizationTagged') } };
      case 'OrganizationDomainsChanged':
        return { ...state, domains: event.data.domains };
      case 'OrganizationRoutingChanged':
        return { ...state, routing: event.data.routing };
      case 'OrganizationDeleted':
        return { ...state, status: 'deleted' };
      case 'OrganizationAbsorbed':
        return { ...blanksForgotten(state), links: linkedOrganization(linksOf(state), event) };
      case 'OrganizationMergeReserved':
      case 'OrganizationMergeRefused':
      case 'OrganizationMergeReservationReleased':
      case 'OrganizationMerged':
      case 'OrganizationSeparated':
      case 'OrganizationUnmerged':
        return { ...state, links: linkedOrganization(linksOf(state), event) };
    }
  },

  decide(command, state) {
    if (command instanceof LinkStep) return decideOrganizationLink(command, state);
    if (command instanceof CompleteOrganization) return complete(command, state);
    if (command instanceof ChangeOrganizationDetails) return changeDetails(command, standing(state));
    if (command instanceof RenameOrganization) return rename(command, standing(state));
    if (command instanceof SetOrganizationTags) return setTags(command, standing(state));
    if (command instanceof ReplaceDomains) return replaceDomains(command, standing(state));
    if (command instanceof ReplaceRouting) return replaceRouting(command, standing(state));
    return retire(command, state);
  },
};

/** The first event of the stream, with what it begins with; whoever comes later finds it done. */
function complete({ birth: { origin, profile, domains, routing }, nameId }: CompleteOrganization, state: Organization): readonly OrganizationEvent[] {
  if (state.status !== 'unknown') return [];
  return [
    { type: 'OrganizationCreated', data: { origin, ...profile, nameId } },
    ...(domains.length > 0 ? [{ type: 'OrganizationDomainsChanged', data: { domains } } as const] : []),
    ...(routing ? [{ type: 'OrganizationRoutingChanged', data: { routing } } as const] : []),
  ];
}

function changeDetails(command: ChangeOrganizationDetails, state: Organization): readonly OrganizationEvent[] {
  const news = newsOf(command.changes, command, state, isAlone(state));
  if (!news) return [];
  if (news.fields > organizationLimits.fields) refuse('profile-limit-reached', `An organization has at most ${organizationLimits.fields} custom fields.`);
  return [{ type: 'OrganizationDetailsChanged', data: news.data }];
}

/** Nothing stops it here any more: what could was looked at before the name was claimed, on the same state. */
function rename({ name, nameId, given, details }: RenameOrganization, state: Organization): readonly OrganizationEvent[] {
  const renamed = newsOf<OrganizationValue, OrganizationChanges & { readonly name: string }>({ name }, given, state, true);
  const news = newsOf(details.changes, details, state, isAlone(state));
  return [
    ...(renamed ? [{ type: 'OrganizationRenamed', data: { name, nameId, formerNameId: state.nameId ?? nameId, marks: renamed.data.marks } } as const] : []),
    ...(news ? [{ type: 'OrganizationDetailsChanged', data: news.data } as const] : []),
  ];
}

function setTags(command: SetOrganizationTags, state: Organization): readonly OrganizationEvent[] {
  const news = tagNewsOf(command, state, isAlone(state));
  if (!news) return [];
  if (!command.on) return [{ type: 'OrganizationUntagged', data: news.data }];
  if (news.count > organizationLimits.tags) refuse('profile-limit-reached', `An organization has at most ${organizationLimits.tags} tags.`);
  return [{ type: 'OrganizationTagged', data: news.data }];
}

function replaceDomains({ domains }: ReplaceDomains, state: Organization): readonly OrganizationEvent[] {
  return isDeepStrictEqualJson(domains, state.domains) ? [] : [{ type: 'OrganizationDomainsChanged', data: { domains } }];
}

function replaceRouting({ routing }: ReplaceRouting, state: Organization): readonly OrganizationEvent[] {
  return isDeepStrictEqualJson(routing, state.routing) ? [] : [{ type: 'OrganizationRoutingChanged', data: { routing } }];
}

/** Refused while another organization decides a merge with it: that would be a link to nothing. */
function retire({ reason }: RetireOrganization, state: Organization): readonly OrganizationEvent[] {
  if (state.status === 'deleted') return [];
  standing(state);
  if (linksOf(state).reservation) refuse('merge-in-progress', 'A merge of the organization is under way; try again.');
  return [{ type: 'OrganizationDeleted', data: reason === undefined ? {} : { reason } }];
}

/** @throws Refusal for an organization that is not, is no more, or was merged into another one, which decides for it */
function standing(state: Organization): Organization {
  if (linksOf(state).survivor) refuse('organization-merged');
  if (state.status === 'deleted') refuse('organization-deleted');
  if (state.status === 'unknown') refuse('organization-not-found');
  return state;
}
