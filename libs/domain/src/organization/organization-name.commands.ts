import type { OrganizationBirth, OrganizationNameReleased, OrganizationRenaming } from './organization.events';

/** A step on the stream of one name. */
export abstract class OnName {
  constructor(
    readonly tenant: string,
    /** Digest of the folded name. */
    readonly nameId: string,
    readonly organizationId: string,
  ) {}
}

/** What a claim of a name is for. */
export type ClaimPurpose = { readonly creates: OrganizationBirth } | { readonly renames: OrganizationRenaming };

/** Step: the organization has the name; refused with the holder when any has it. */
export class ClaimName extends OnName {
  constructor(
    tenant: string,
    nameId: string,
    organizationId: string,
    readonly atRevision: number,
    readonly what: ClaimPurpose,
  ) {
    super(tenant, nameId, organizationId);
  }
}

/** Step: the organization has the name no more. */
export class ReleaseName extends OnName {
  constructor(
    tenant: string,
    nameId: string,
    organizationId: string,
    readonly cause: OrganizationNameReleased['data']['cause'],
  ) {
    super(tenant, nameId, organizationId);
  }
}

export type NameStep = ClaimName | ReleaseName;
