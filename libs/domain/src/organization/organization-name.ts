import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import type { OrganizationNameEvent } from './organization.events';
import { ClaimName, type NameStep } from './organization-name.commands';

/** The longest name, in UTF-16 units. */
export const longestOrganizationName = 200;

/**
 * `name/1` (permanent: claims are found by it): two names are one when they differ only in case, in compatibility form (width, ligatures,
 * NFKC of UAX #15), in invisible signs (Default_Ignorable_Code_Point, which NFKC_Casefold drops, too) or in how white space is written.
 * Case is folded by way of capitals, without a locale: so ß is ss, a final sigma is a sigma, a dotless i is an i.
 * Accents and punctuation tell names apart. Empty for what is no name.
 */
export function organizationNameKey(name: string): string {
  const plain = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // Small letters first: the capital of ß has only that one. Composed again last, because case mappings decompose.
  const folded = plain.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}

/** The folded name. @throws Refusal `organization-name-invalid` */
export function usableName(name: string): string {
  const key = organizationNameKey(name);
  if (key === '') refuse('organization-name-invalid', 'Nothing of this name can be seen.', { pointer: '/name' });
  if (name.length > longestOrganizationName)
    refuse('organization-name-invalid', `A name has at most ${longestOrganizationName} characters.`, { pointer: '/name' });
  return key;
}

/** Which organization has a name. */
export interface OrganizationName {
  readonly holder?: {
    readonly organizationId: string;
    /** The revision of the organization's stream that the claim is for. */
    readonly atRevision: number;
    readonly keyId: string | undefined;
  };
}

export const organizationName: Decider<OrganizationName, NameStep, OrganizationNameEvent> = {
  stream: ({ tenant, nameId }) => streamOf.organizationName(tenant, nameId),
  initial: {},

  evolve(_, event) {
    switch (event.type) {
      case 'OrganizationNameClaimed': {
        const { organizationId, atRevision } = event.data;
        return { holder: { organizationId, atRevision, keyId: event.keyId } };
      }
      case 'OrganizationNameReleased':
        return {};
    }
  },

  decide(command, { holder }) {
    const { organizationId } = command;
    if (!(command instanceof ClaimName))
      return holder?.organizationId === organizationId ? [{ type: 'OrganizationNameReleased', data: { organizationId, cause: command.cause } }] : [];
    if (holder) refuse('organization-name-taken', undefined, { holderId: holder.organizationId });
    const { atRevision, what } = command;
    return [{ type: 'OrganizationNameClaimed', data: { organizationId, atRevision, ...what } }];
  },
};
