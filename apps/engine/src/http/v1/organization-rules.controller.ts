import type { ChangedOrganizationAnswer as OrganizationCommandAnswer } from '@kith/application';
import { SetOrganizationDomains, SetOrganizationRouting } from '@kith/domain';
import { Body, Controller, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Managers } from '../access';
import { Conditions } from '../if-match';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { ChangedOrganizationAnswer } from './organization-answers.dto';
import { ChangesOrganization, changedOrganization, organizationIdOf } from './organization-ids';
import { domainOf } from './organization-wire';
import { OrganizationDomainsDto, SetOrganizationRoutingDto } from './organizations.dto';
import { routingOf } from './routing-wire';

/** By which rules end users become members of an organization, and where its tickets go. */
@ApiTags('organizations')
@Controller('v1/organizations/:id')
export class OrganizationRulesController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Set the domains of an organization',
    description:
      'Replaces the list. Who has an e-mail address at one of them becomes a member from here on. Existing end users join and leave accordingly: as work of its own, after the answer, seen in `GET /v1/membership-sweeps`. Who was taken out of the organization by hand is not made a member again. Domains where anybody can have an address are refused.',
  })
  @ApiOkResponse({ type: ChangedOrganizationAnswer, description: 'They are set, now or before. `ETag` tells the new state when it changed.' })
  @ChangesOrganization('profile-limit-reached', 'organization-domain-invalid', 'organization-domain-taken')
  @Managers()
  @Put('domains')
  async setDomains(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { domains }: OrganizationDomainsDto,
  ): Promise<ChangedOrganizationAnswer> {
    parameters(request);
    const organizationId = organizationIdOf(id);
    const context = await this.conditions.onOrganization(request, organizationId);
    const command = new SetOrganizationDomains(context, organizationId, domains.map(domainOf));
    return changedOrganization(reply, await this.writes.take<OrganizationCommandAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Set the routing of an organization',
    description: 'Where its tickets go, before any rule of the tenant is looked at. Tickets that are open already stay where they are.',
  })
  @ApiOkResponse({ type: ChangedOrganizationAnswer, description: 'It is set, now or before. `ETag` tells the new state when it changed.' })
  @ChangesOrganization('routing-invalid')
  @Managers()
  @Put('routing')
  async setRouting(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { routing }: SetOrganizationRoutingDto,
  ): Promise<ChangedOrganizationAnswer> {
    parameters(request);
    const organizationId = organizationIdOf(id);
    const context = await this.conditions.onOrganization(request, organizationId);
    const command = new SetOrganizationRouting(context, organizationId, routing && routingOf(routing));
    return changedOrganization(reply, await this.writes.take<OrganizationCommandAnswer>(reply, command));
  }
}
