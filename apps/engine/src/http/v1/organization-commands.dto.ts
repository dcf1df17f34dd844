import { IntersectionType } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { OfEndUserDto, OfMergeDto } from './commands.dto';
import { ReasonDto, TagsDto } from './end-users.dto';
import { DefaultOrganizationDto, JoinOrganizationDto } from './memberships.dto';
import { ChangeOrganizationDto, OrganizationDomainsDto, SetOrganizationRoutingDto, UnmergeOrganizationsDto } from './organizations.dto';
import { CorrectRequesterDto, MoveTicketDto, TicketStatusDto } from './tickets.dto';

/** The organization that a command is about: what single routes have in their path. */
class OfOrganizationDto {
  /**
   * Which organization it is about.
   * @example '01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a'
   */
  @IsUUID('all')
  organizationId: string;
}

/** The ticket that a command is about. */
class OfTicketDto {
  /**
   * `id` of the answer when it was opened.
   * @example '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412'
   */
  @Matches(/^[0-9a-f]{64}$/, { message: 'The value must be the id of a ticket as it was answered: 64 hexadecimal digits.' })
  ticketId: string;
}

/** What changes of which organization. */
export class ChangeOrganizationData extends IntersectionType(OfOrganizationDto, ChangeOrganizationDto) {}

/** Which tags of which organization. */
export class OrganizationTagsData extends IntersectionType(OfOrganizationDto, TagsDto) {}

/** Which domains of which organization. */
export class OrganizationDomainsData extends IntersectionType(OfOrganizationDto, OrganizationDomainsDto) {}

/** Which routing of which organization. */
export class OrganizationRoutingData extends IntersectionType(OfOrganizationDto, SetOrganizationRoutingDto) {}

/** Which organization, and why. */
export class OrganizationReasonData extends IntersectionType(OfOrganizationDto, ReasonDto) {}

/** Which merge of organizations is undone, and how. */
export class UnmergeOrganizationsData extends IntersectionType(OfMergeDto, UnmergeOrganizationsDto) {}

/** Who becomes a member of which organization. */
export class JoinOrganizationData extends IntersectionType(OfOrganizationDto, JoinOrganizationDto) {}

/** Who leaves which organization. */
export class LeaveOrganizationData extends IntersectionType(OfOrganizationDto, OfEndUserDto) {}

/** Which organization is the default of which end user. */
export class DefaultOrganizationData extends IntersectionType(OfEndUserDto, DefaultOrganizationDto) {}

/** Which status of which ticket. */
export class TicketStatusData extends IntersectionType(OfTicketDto, TicketStatusDto) {}

/** Who asked which ticket. */
export class CorrectRequesterData extends IntersectionType(OfTicketDto, CorrectRequesterDto) {}

/** Which ticket goes to which organization. */
export class MoveTicketData extends IntersectionType(OfTicketDto, MoveTicketDto) {}
