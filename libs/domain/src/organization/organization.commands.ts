import type { CommandContext } from '../command';
import type { MarkedTag, MarkedValue } from '../end-user/end-user.commands';
import type { Marks, Origin } from '../end-user/end-user.events';
import type { ValuesGiven } from '../marked-profile';
import type { DomainClaim, OrganizationBirth, OrganizationChanges, OrganizationProfile, OrganizationRouting } from './organization.events';

/** A claim as it is given: `precedence` is 100, `subdomains` false and nothing excepted unless said. */
export type GivenDomain = Pick<DomainClaim, 'domain'> & Partial<DomainClaim>;

/** Create an organization; refused with the holder when another one has the name. */
export class CreateOrganization {
  constructor(
    readonly context: CommandContext,
    readonly origin: Exclude<Origin, 'contacted'>,
    readonly profile: OrganizationProfile,
    readonly domains: readonly GivenDomain[] = [],
    readonly routing?: OrganizationRouting,
  ) {}
}

/** Change what is known of an organization, its name included. */
export class ChangeOrganization {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly changes: OrganizationChanges & { readonly name?: string },
  ) {}
}

/** Put tags on an organization; those that are there already stay. */
export class TagOrganization {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly tags: readonly string[],
  ) {}
}

/** Take tags off an organization; those that are not there are no matter. */
export class UntagOrganization {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly tags: readonly string[],
  ) {}
}

/** The e-mail domains whose addresses belong to members: these, and no others. */
export class SetOrganizationDomains {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly domains: readonly GivenDomain[],
  ) {}
}

/** Where the organization's tickets go; null leaves it to the rules of the tenant. */
export class SetOrganizationRouting {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly routing: OrganizationRouting | null,
  ) {}
}

/** Delete an organization for ever: members leave, tickets keep it. */
export class DeleteOrganization {
  constructor(
    readonly context: CommandContext,
    readonly organizationId: string,
    readonly reason?: string,
  ) {}
}

/** Link two organizations that are one: both ids answer with the survivor from then on. */
export class MergeOrganizations {
  constructor(
    readonly context: CommandContext,
    readonly survivorId: string,
    readonly mergedId: string,
    readonly reason?: string,
  ) {}
}

/** Undo a merge of organizations: the merged one comes back, with what was merged into it unless `alone`. */
export class UnmergeOrganizations {
  constructor(
    readonly context: CommandContext,
    readonly mergeId: string,
    readonly alone: boolean = false,
    readonly reason?: string,
  ) {}
}

/** A step on the stream of one organization. */
export abstract class OnOrganization {
  constructor(
    readonly tenant: string,
    readonly organizationId: string,
  ) {}
}

/** Step: its name is claimed, it comes to life. */
export class CompleteOrganization extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly birth: OrganizationBirth,
    readonly nameId: string,
  ) {
    super(tenant, organizationId);
  }
}

/** The plain values of an organization that have marks. */
export type OrganizationValue = 'name' | Exclude<keyof OrganizationChanges, 'fields'>;

/** Step: this is known of it. */
export class ChangeOrganizationDetails extends OnOrganization implements ValuesGiven<OrganizationValue> {
  constructor(
    tenant: string,
    organizationId: string,
    readonly changes: OrganizationChanges,
    readonly values: readonly MarkedValue<OrganizationValue>[],
    readonly born: Marks,
    readonly plainSlots: readonly string[],
  ) {
    super(tenant, organizationId);
  }
}

/** Step: its claimed name, or its own name written in another way, with what else the command changes. */
export class RenameOrganization extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly name: string,
    readonly nameId: string,
    /** Stands for the name. */
    readonly given: ValuesGiven<OrganizationValue>,
    readonly details: ChangeOrganizationDetails,
  ) {
    super(tenant, organizationId);
  }
}

/** Step: these tags are on it, or are not. `born` marks the tags it was created with. */
export class SetOrganizationTags extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly on: boolean,
    readonly tags: readonly MarkedTag[],
    readonly born: readonly string[],
  ) {
    super(tenant, organizationId);
  }
}

/** Step: its claims, all of them. */
export class ReplaceDomains extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly domains: readonly DomainClaim[],
  ) {
    super(tenant, organizationId);
  }
}

/** Step: where its tickets go. */
export class ReplaceRouting extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly routing: OrganizationRouting | null,
  ) {
    super(tenant, organizationId);
  }
}

/** Step: deleted, for ever. */
export class RetireOrganization extends OnOrganization {
  constructor(
    tenant: string,
    organizationId: string,
    readonly reason?: string,
  ) {
    super(tenant, organizationId);
  }
}

export type OrganizationStep =
  | CompleteOrganization
  | ChangeOrganizationDetails
  | RenameOrganization
  | SetOrganizationTags
  | ReplaceDomains
  | ReplaceRouting
  | RetireOrganization;
