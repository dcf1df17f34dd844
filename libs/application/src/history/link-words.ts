import { asLink, type Difference, type LinkEvent, type Links, linked, linksOf, type MergeReserved, type OrganizationLinkEvent } from '@kith/domain';
import type { Fields, Told, Words } from './telling';

/** What stands between profiles after an event, as fields. Links rest on ids alone, so they can be told of the erased, too. */
function links(before: Fields, event: LinkEvent): Fields {
  const after = linked((before['~links'] as Links | undefined) ?? linksOf({ status: 'active' }), event);
  return {
    '~links': after,
    mergedInto: after.survivor?.id ?? null,
    waitingFor: after.reservation?.otherId ?? null,
    members: after.absorbed.flatMap(({ members }) => members),
    differentFrom: after.differences.map(({ endUserId, otherId, until }: Difference) => ({ endUserId, otherId, until: until ?? null })),
  };
}

/** @param one what is linked, such as `profile` */
const sentences = (one: string) => ({
  reserved: (role: MergeReserved['data']['role']) =>
    role === 'survivor' ? `A merge was begun that would take another ${one} into this one.` : `A merge was begun that would take this ${one} into another one.`,
  refused: (reason: string) => `A merge was refused: ${reason}.`,
  released: (reason: string) => `The merge that was begun came to nothing: ${reason}.`,
  merged: `It was merged into another ${one}: from here on that one stands for it.`,
  absorbed: `Another ${one} was merged into this one, with all that were merged into it before.`,
  separated: `A merge was undone: it lets go of a ${one} that was merged into it.`,
  unmerged: 'The merge was undone: it stands for itself again.',
});

const [ofProfiles, ofOrganizations] = [sentences('profile'), sentences('organization')];

/** The words for links between profiles. */
export const linkWords: Words<LinkEvent['type']> = {
  MergeReserved: (data, before) => told(ofProfiles.reserved(data.role), before, { type: 'MergeReserved', data }),
  MergeRefused: (data, before) => told(ofProfiles.refused(data.reason ?? 'unknown'), before, link('MergeRefused', data)),
  MergeReservationReleased: (data, before) => told(ofProfiles.released(data.reason ?? 'unknown'), before, link('MergeReservationReleased', data)),
  EndUserMerged: (data, before) => told(ofProfiles.merged, before, { type: 'EndUserMerged', data }),
  EndUserAbsorbed: (data, before) => told(ofProfiles.absorbed, before, { type: 'EndUserAbsorbed', data }),
  EndUserSeparated: (data, before) => told(ofProfiles.separated, before, { type: 'EndUserSeparated', data }),
  EndUserUnmerged: (data, before) => told(ofProfiles.unmerged, before, { type: 'EndUserUnmerged', data }),
  EndUsersDeclaredDifferent: (data, before) =>
    told('Somebody said that it is another person than another profile is.', before, { type: 'EndUsersDeclaredDifferent', data }),
  DifferenceWithdrawn: (data, before) =>
    told('It was taken back that it is another person than another profile is.', before, { type: 'DifferenceWithdrawn', data }),
};

/** The same between organizations. */
export const organizationLinkWords: Words<OrganizationLinkEvent['type']> = {
  OrganizationMergeReserved: (data, before) => between(ofOrganizations.reserved(data.role), before, 'OrganizationMergeReserved', data),
  OrganizationMergeRefused: (data, before) => between(ofOrganizations.refused(data.reason ?? 'unknown'), before, 'OrganizationMergeRefused', data),
  OrganizationMergeReservationReleased: (data, before) =>
    between(ofOrganizations.released(data.reason ?? 'unknown'), before, 'OrganizationMergeReservationReleased', data),
  OrganizationMerged: (data, before) => between(ofOrganizations.merged, before, 'OrganizationMerged', data),
  OrganizationAbsorbed: (data, before) => between(ofOrganizations.absorbed, before, 'OrganizationAbsorbed', data),
  OrganizationSeparated: (data, before) => between(ofOrganizations.separated, before, 'OrganizationSeparated', data),
  OrganizationUnmerged: (data, before) => between(ofOrganizations.unmerged, before, 'OrganizationUnmerged', data),
};

const told = (says: string, before: Fields, event: LinkEvent): Told => ({ says, sets: links(before, event) });

/** A reason that is a code is never sealed, so it is always there. */
const link = <T extends LinkEvent['type']>(type: T, data: object) => ({ type, data }) as unknown as Extract<LinkEvent, { type: T }>;

const between = (says: string, before: Fields, type: OrganizationLinkEvent['type'], data: object): Told =>
  told(says, before, asLink({ type, data } as unknown as OrganizationLinkEvent));
