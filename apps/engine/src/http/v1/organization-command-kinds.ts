import type {
  ChangedMembershipAnswer as MembershipCommandAnswer,
  MergedAnswer,
  ChangedOrganizationAnswer as OrganizationCommandAnswer,
  UnmergedAnswer,
} from '@kith/application';
import {
  ChangeOrganization,
  DeleteOrganization,
  LeaveOrganization,
  SetOrganizationDomains,
  SetOrganizationRouting,
  TagOrganization,
  UnmergeOrganizations,
  UntagOrganization,
} from '@kith/domain';
import { managerRoles } from '../access';
import { type CommandKind, kind, type Told } from './command-kind';
import * as dto from './organization-commands.dto';
import { creationOf, defaultChoiceOf, domainOf, joiningOf, membershipAnswer, organizationChangesOf, organizationMergeOf } from './organization-wire';
import { CreateOrganizationDto, MergeOrganizationsDto } from './organizations.dto';
import { routingOf } from './routing-wire';

const idOf = ({ organizationId }: { organizationId: string }): string => organizationId.toLowerCase();
const ofOrganization = ({ organizationId }: { organizationId: string }) => ({ organizations: [organizationId] });
const ofMember = ({ endUserId, organizationId }: { endUserId: string; organizationId: string }) => ({ endUsers: [endUserId], organizations: [organizationId] });
const changed = ({ organizationId: id, canonicalId }: OrganizationCommandAnswer): Told => ({ status: 200, result: { id, canonicalId } });
const nothing = (): Told => ({ status: 204, result: null });
const membership =
  (status: number) =>
  (answer: MembershipCommandAnswer): Told => ({ status, result: membershipAnswer(answer) });

/** Commands about organizations and their members. */
export const organizationCommandKinds: readonly CommandKind[] = [
  kind('CreateOrganization', {
    about: 'Create an organization, with domains and routing; all or nothing. Domains and routing for the roles admin and service only.',
    data: CreateOrganizationDto,
    touches: ({ name }) => ({ organizationName: name }),
    command: creationOf,
    told: ({ organizationId: id }: Omit<OrganizationCommandAnswer, 'canonicalId'>) => ({ status: 201, result: { id } }),
  }),
  kind('ChangeOrganization', {
    about: 'Change what is known of an organization, its name included; null takes a value away.',
    data: dto.ChangeOrganizationData,
    touches: (data) => ({ ...ofOrganization(data), ...(data.name !== undefined && { organizationName: data.name }) }),
    command: (context, data) => new ChangeOrganization(context, idOf(data), organizationChangesOf(data)),
    told: changed,
  }),
  kind('TagOrganization', {
    about: 'Put tags on an organization.',
    data: dto.OrganizationTagsData,
    touches: ofOrganization,
    command: (context, data) => new TagOrganization(context, idOf(data), data.tags),
    told: changed,
  }),
  kind('UntagOrganization', {
    about: 'Take tags off an organization.',
    data: dto.OrganizationTagsData,
    touches: ofOrganization,
    command: (context, data) => new UntagOrganization(context, idOf(data), data.tags),
    told: nothing,
  }),
  kind('SetOrganizationDomains', {
    about: 'Say which e-mail domains make members of an organization; replaces the list. For the roles admin and service.',
    data: dto.OrganizationDomainsData,
    roles: managerRoles,
    touches: ofOrganization,
    command: (context, data) => new SetOrganizationDomains(context, idOf(data), data.domains.map(domainOf)),
    told: changed,
  }),
  kind('SetOrganizationRouting', {
    about: 'Say where the tickets of an organization go; null leaves it to the rules of the tenant. For the roles admin and service.',
    data: dto.OrganizationRoutingData,
    roles: managerRoles,
    touches: ofOrganization,
    command: (context, data) => new SetOrganizationRouting(context, idOf(data), data.routing && routingOf(data.routing)),
    told: changed,
  }),
  kind('DeleteOrganization', {
    about: 'Delete an organization for ever, or the one that it was merged into: its members leave, its tickets keep it. For the roles admin and service.',
    data: dto.OrganizationReasonData,
    roles: managerRoles,
    touches: ofOrganization,
    command: (context, data) => new DeleteOrganization(context, idOf(data), data.reason ?? undefined),
    told: nothing,
  }),
  kind('MergeOrganizations', {
    about: 'Link an organization to another one, which goes on for both. For the roles admin and service.',
    data: MergeOrganizationsDto,
    roles: managerRoles,
    touches: ({ survivorId, mergedId }) => ({ organizations: [survivorId, mergedId] }),
    command: organizationMergeOf,
    told: ({ mergeId: id, survivorId, mergedId }: MergedAnswer) => ({ status: 201, result: { id, survivorId, mergedId, status: 'completed' } }),
  }),
  kind('UnmergeOrganizations', {
    about: 'Undo a merge of organizations: the merged one comes back, with what was merged into it before unless `alone`. For the roles admin and service.',
    data: dto.UnmergeOrganizationsData,
    roles: managerRoles,
    touches: ({ mergeId }) => ({ link: mergeId }),
    command: (context, { mergeId, alone, reason }) => new UnmergeOrganizations(context, mergeId.toLowerCase(), alone ?? false, reason ?? undefined),
    told: ({ mergeId: id, survivorId, mergedId, members, further }: UnmergedAnswer) => ({
      status: 200,
      result: { id, survivorId, mergedId, status: 'undone', members, further: further.map((one) => ({ id: one.mergeId, mergedId: one.mergedId })) },
    }),
  }),
  kind('JoinOrganization', {
    about: 'Make an end user a member of an organization, by hand.',
    data: dto.JoinOrganizationData,
    touches: ofMember,
    command: (context, data) => joiningOf(context, data.organizationId, data),
    told: (answer: MembershipCommandAnswer) => membership(answer.position === null ? 200 : 201)(answer),
  }),
  kind('LeaveOrganization', {
    about: 'Take an end user out of an organization; no address makes them a member again.',
    data: dto.LeaveOrganizationData,
    touches: ofMember,
    command: (context, data) => new LeaveOrganization(context, data.endUserId.toLowerCase(), idOf(data)),
    told: nothing,
  }),
  kind('ChooseDefaultOrganization', {
    about: 'Choose which of its organizations the tickets of an end user go to; null is none.',
    data: dto.DefaultOrganizationData,
    touches: ({ endUserId, organizationId }) => ({ endUsers: [endUserId], organizations: organizationId === null ? [] : [organizationId] }),
    command: (context, data) => defaultChoiceOf(context, data.endUserId, data.organizationId),
    told: membership(200),
  }),
];
