import type { Caller, ChangedMembershipAnswer as MembershipCommandAnswer } from '@kith/application';
import {
  ChooseDefaultOrganization,
  type CommandContext,
  CreateOrganization,
  type GivenDomain,
  JoinOrganization,
  MergeOrganizations,
  type OrganizationChanges,
  type OrganizationProfile,
} from '@kith/domain';
import { managerRoles } from '../access';
import { HttpProblem, invalid } from '../problems';
import type { ChangedMembershipAnswer, JoinOrganizationDto } from './memberships.dto';
import type { ChangeOrganizationDto, CreateOrganizationDto, DomainClaimDto, MergeOrganizationsDto } from './organizations.dto';
import { routingOf } from './routing-wire';

/** What was said of the organization: null and absent both mean not said. */
const profileOf = ({ name, externalId, details, notes, tags, fields }: CreateOrganizationDto): OrganizationProfile => ({
  name,
  ...(externalId != null && { externalId }),
  ...(details != null && { details }),
  ...(notes != null && { notes }),
  ...(tags != null && tags.length > 0 && { tags }),
  ...(fields != null && Object.keys(fields).length > 0 && { fields }),
});

/** A claim as commands take it. */
export const domainOf = ({ domain, subdomains, except, precedence }: DomainClaimDto): GivenDomain => ({
  domain,
  ...(subdomains != null && { subdomains }),
  ...(except != null && { except }),
  ...(precedence != null && { precedence }),
});

/**
 * The organization as the command creates it.
 * @throws HttpProblem 403 for domains or routing from a role that may not set them afterwards either
 */
export function creationOf(context: CommandContext, given: CreateOrganizationDto, { role }: Pick<Caller, 'role'>): CreateOrganization {
  const domains = (given.domains ?? []).map(domainOf);
  const routing = given.routing == null ? undefined : routingOf(given.routing);
  if ((domains.length > 0 || routing) && !managerRoles.some((one) => one === role))
    throw new HttpProblem('not-allowed', `Domains and routing need a key with the role ${managerRoles.join(' or ')}; this one is ${role}.`);
  return new CreateOrganization(context, role === 'agent' ? 'agent' : 'api', profileOf(given), domains, routing);
}

/** What changes of the organization: null takes a value away. @throws HttpProblem 400 when nothing is named */
export function organizationChangesOf({ name, externalId, details, notes, fields }: ChangeOrganizationDto): OrganizationChanges & { readonly name?: string } {
  const changes = {
    ...(name !== undefined && { name }),
    ...(externalId !== undefined && { externalId }),
    ...(details !== undefined && { details }),
    ...(notes !== undefined && { notes }),
    ...(fields !== undefined && { fields }),
  };
  if (Object.keys(changes).length === 0) throw invalid({ pointer: '', detail: 'Name at least one value that changes.' });
  return changes;
}

/** The merge as the command asks for it. */
export const organizationMergeOf = (context: CommandContext, { survivorId, mergedId, reason }: MergeOrganizationsDto): MergeOrganizations =>
  new MergeOrganizations(context, survivorId.toLowerCase(), mergedId.toLowerCase(), reason ?? undefined);

/** The membership as the command makes it. */
export const joiningOf = (context: CommandContext, organizationId: string, { endUserId, default: asDefault }: JoinOrganizationDto): JoinOrganization =>
  new JoinOrganization(context, endUserId.toLowerCase(), organizationId.toLowerCase(), asDefault ?? false);

/** The choice as the command makes it. */
export const defaultChoiceOf = (context: CommandContext, endUserId: string, organizationId: string | null): ChooseDefaultOrganization =>
  new ChooseDefaultOrganization(context, endUserId.toLowerCase(), organizationId?.toLowerCase() ?? null);

/** The answer as it is told. */
export const membershipAnswer = ({ endUserId, canonicalId, organizationId, default: own }: MembershipCommandAnswer): ChangedMembershipAnswer => ({
  endUserId,
  canonicalId,
  organizationId,
  defaultOrganizationId: own,
});
