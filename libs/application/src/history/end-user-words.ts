import type { EndUserEvent, LeavingCause, MembershipCause, Origin } from '@kith/domain';
import { linkWords } from './link-words';
import { listed, listIn, setsOf, type Words, withAll, withoutAll } from './telling';

const profile = ['name', 'locale', 'timeZone', 'details', 'notes', 'tags'];

const origins: Readonly<Record<Origin, string>> = {
  contacted: 'by contacting us',
  agent: 'because an agent entered them',
  import: 'by an import',
  api: 'because another system told of them',
};

const joinedBy: Readonly<Record<MembershipCause, string>> = { manual: 'by hand', domain: 'by the domain of an address', import: 'by an import' };
const leftBy: Readonly<Record<LeavingCause, string>> = {
  manual: 'by hand',
  domain: 'because no address has a domain of it any more',
  deleted: 'because the organization was deleted',
  import: 'because the import that had made it one was taken back',
};

/** The words for what happens to an end user. */
export const endUserWords: Words<EndUserEvent['type']> = {
  ...linkWords,
  EndUserCreated: (data) => ({
    says: `The end user came to be known ${origins[data.origin]}.`,
    sets: { status: 'active', origin: data.origin, ...setsOf(data, profile) },
  }),
  EndUserCreationAbandoned: () => ({
    says: 'It was not created after all: somebody else had taken one of its contact points.',
    sets: { status: 'abandoned' },
  }),
  EndUserProfileChanged: (data) => ({ says: 'What is known of the end user was changed.', sets: setsOf(data, profile) }),
  EndUserTagged: ({ tags }, before) => ({ says: `Tagged${listed(tags)}.`, sets: tags && { tags: withAll(listIn(before, 'tags'), tags) } }),
  EndUserUntagged: ({ tags }, before) => ({ says: `A tag was taken away:${listed(tags)}.`, sets: tags && { tags: withoutAll(listIn(before, 'tags'), tags) } }),
  EndUserNoted: ({ note }) => ({ says: 'Somebody wrote down a note.', adds: { note } }),
  PrimaryContactPointChosen: ({ channel, contactPointId }) => ({
    says: `It was chosen which contact point to use on ${channel}.`,
    sets: { [`primary.${channel}`]: contactPointId },
  }),
  EndUserSuspended: () => ({ says: 'The end user was suspended: contacts are still matched, and say so.', sets: { status: 'suspended' } }),
  EndUserReinstated: () => ({ says: 'The suspension was lifted.', sets: { status: 'active' } }),
  EndUserDeleted: (_, { status }) => ({ says: 'The end user was deleted.', sets: { status: 'deleted', '~undeleted': status } }),
  EndUserRestored: (_, before) => ({
    says: 'The end user was restored, as it was before it was deleted.',
    sets: { status: before['~undeleted'] === 'suspended' ? 'suspended' : 'active' },
  }),
  EndUserErased: ({ scope }) => ({
    says: scope === 'person' ? 'The whole person was erased for good.' : 'This profile was erased for good.',
    sets: { status: 'erased' },
  }),
  EndUserErasureCertified: ({ profiles, keys, contactPoints }) => ({
    says: `The erasure is complete: ${profiles.length} profiles, ${keys.length} keys, ${contactPoints.length} contact points given back.`,
    sets: { erasureCertified: true },
  }),
  OrganizationJoined: ({ organizationId, cause, default: isDefault }, before) => ({
    says: `The end user became a member of an organization ${joinedBy[cause]}${isDefault ? '; it is the default one from here on' : ''}.`,
    sets: { organizations: withAll(listIn(before, 'organizations'), [organizationId]), ...(isDefault && { defaultOrganization: organizationId }) },
  }),
  OrganizationLeft: ({ organizationId, cause, default: after }, before) => ({
    says: `The end user is no member of an organization any more, ${leftBy[cause]}.`,
    sets: { organizations: withoutAll(listIn(before, 'organizations'), [organizationId]), defaultOrganization: after },
  }),
  DefaultOrganizationChosen: ({ organizationId }) => ({
    says: organizationId === null ? 'No organization is the default one from here on.' : 'Another organization was made the default one.',
    sets: { defaultOrganization: organizationId },
  }),
};
