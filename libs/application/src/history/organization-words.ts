import type { OrganizationEvent, OrganizationNameEvent } from '@kith/domain';
import { organizationLinkWords } from './link-words';
import { listed, listIn, setsOf, type Words, withAll, withoutAll } from './telling';

const profile = ['name', 'externalId', 'details', 'notes', 'tags'];

/** The words for what happens to an organization. */
export const organizationWords: Words<OrganizationEvent['type']> = {
  ...organizationLinkWords,
  OrganizationCreated: (data) => ({ says: 'The organization was created.', sets: { status: 'active', origin: data.origin, ...setsOf(data, profile) } }),
  OrganizationRenamed: (data) => ({ says: 'The organization was renamed.', sets: setsOf(data, ['name']) }),
  OrganizationDetailsChanged: (data) => ({ says: 'What is known of the organization was changed.', sets: setsOf(data, profile) }),
  OrganizationDomainsChanged: ({ domains }) => ({
    says:
      domains.length === 0
        ? 'It claims no e-mail domain any more.'
        : `It claims these e-mail domains from here on:${listed(domains.map(({ domain }) => domain))}.`,
    sets: { domains },
  }),
  OrganizationTagged: ({ tags }, before) => ({ says: `Tagged${listed(tags)}.`, sets: tags && { tags: withAll(listIn(before, 'tags'), tags) } }),
  OrganizationUntagged: ({ tags }, before) => ({
    says: `A tag was taken away:${listed(tags)}.`,
    sets: tags && { tags: withoutAll(listIn(before, 'tags'), tags) },
  }),
  OrganizationRoutingChanged: ({ routing }) => ({
    says: routing === null ? 'Its tickets are routed by the rules of the tenant from here on.' : `Its tickets go to the queue “${routing.queue}” from here on.`,
    sets: { routing },
  }),
  OrganizationDeleted: () => ({ says: 'The organization was deleted.', sets: { status: 'deleted' } }),
};

/** The words for the claim that makes the name of an organization unique. */
export const organizationNameWords: Words<OrganizationNameEvent['type']> = {
  OrganizationNameClaimed: ({ organizationId }) => ({ says: 'An organization took the name.', sets: { organizationId } }),
  OrganizationNameReleased: () => ({ says: 'The name is free again.', sets: { organizationId: null } }),
};
