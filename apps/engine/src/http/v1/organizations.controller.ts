import type { ChangedOrganizationAnswer as OrganizationCommandAnswer } from '@kith/application';
import { ChangeOrganization, DeleteOrganization, TagOrganization, UntagOrganization } from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Managers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { Conditions, IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { etagOf } from './end-user-ids';
import { TagsDto } from './end-users.dto';
import { ChangedOrganizationAnswer, CreatedOrganizationAnswer } from './organization-answers.dto';
import { ChangesOrganization, changedOrganization, OrganizationId, organizationIdOf } from './organization-ids';
import { creationOf, organizationChangesOf } from './organization-wire';
import { ChangeOrganizationDto, CreateOrganizationDto } from './organizations.dto';
import { TagInPath, tagInPath } from './tag-in-path';

/** Organizations: made, changed, deleted. */
@ApiTags('organizations')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Create an organization',
    description:
      'With its domains and routing, all or nothing. Its name is unique in the tenant, whatever its case: when another one has it, the answer names that one. Who has an address at one of the domains becomes a member; existing end users do within moments, see `GET /v1/membership-sweeps`.',
  })
  @ApiCreatedResponse({ type: CreatedOrganizationAnswer, description: 'Created. `Location` is its address, `Kith-Position` where the write ended.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'organization-name-invalid',
    'organization-name-taken',
    'organization-domain-invalid',
    'organization-domain-taken',
    'routing-invalid',
    'profile-limit-reached',
  )
  @Writers()
  @Post()
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: CreateOrganizationDto,
  ): Promise<CreatedOrganizationAnswer> {
    parameters(request);
    const command = creationOf(commandContext(request), body, callerOf(request));
    const { organizationId: id, position } = await this.writes.take<Omit<OrganizationCommandAnswer, 'canonicalId'>>(reply, command);
    void reply.header('location', `/v1/organizations/${id}`);
    if (position !== null) void reply.header('etag', etagOf(id, position));
    return { id };
  }

  @ApiOperation({
    summary: 'Change an organization',
    description:
      'What is named is replaced, null takes it away, what is left out stays; custom fields are merged by name (RFC 7396). Saying what is so already succeeds, and changes nothing.',
  })
  @ApiOkResponse({ type: ChangedOrganizationAnswer, description: 'It is so, now or before. `ETag` tells the new state when it changed.' })
  @ChangesOrganization('organization-name-invalid', 'organization-name-taken', 'profile-limit-reached')
  @Writers('organization')
  @Patch(':id')
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: ChangeOrganizationDto,
  ): Promise<ChangedOrganizationAnswer> {
    parameters(request);
    const organizationId = organizationIdOf(id);
    const context = await this.conditions.onOrganization(request, organizationId);
    const command = new ChangeOrganization(context, organizationId, organizationChangesOf(body));
    return changedOrganization(reply, await this.writes.take<OrganizationCommandAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Delete an organization',
    description:
      'For ever, whichever of the ids of a merged organization is named: the one that stands for it is deleted, and those merged into it are gone with it until the merge is undone. Its members leave, as visible work (`GET /v1/membership-sweeps`), its domains make no members any more, and its name is free. Its tickets keep it, and so do its reports.',
  })
  @OrganizationId()
  @ApiNoContentResponse({ description: 'Deleted, now or before.' })
  @Idempotent()
  @IfMatch('organization')
  @Problems('request-invalid', 'organization-not-found', 'organization-merged', 'merge-in-progress', 'state-changed')
  @Managers()
  @Delete(':id')
  @HttpCode(204)
  async delete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    noFields(request);
    const organizationId = organizationIdOf(id);
    const context = await this.conditions.onOrganization(request, organizationId);
    await this.writes.take<OrganizationCommandAnswer>(reply, new DeleteOrganization(context, organizationId));
  }

  @ApiOperation({ summary: 'Tag an organization', description: 'Puts tags on; those that are there already stay. An organization has at most 50.' })
  @ApiOkResponse({ type: ChangedOrganizationAnswer, description: 'They are on, now or before. `ETag` tells the new state when it changed.' })
  @ChangesOrganization('profile-limit-reached')
  @Writers('organization')
  @Post(':id/tags')
  @HttpCode(200)
  async tag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { tags }: TagsDto,
  ): Promise<ChangedOrganizationAnswer> {
    parameters(request);
    const organizationId = organizationIdOf(id);
    const command = new TagOrganization(await this.conditions.onOrganization(request, organizationId), organizationId, tags);
    return changedOrganization(reply, await this.writes.take<OrganizationCommandAnswer>(reply, command));
  }

  @ApiOperation({ summary: 'Take a tag off an organization', description: 'A tag that is not there is no matter.' })
  @TagInPath('gold')
  @ApiNoContentResponse({ description: 'It is off, now or before. `ETag` tells the new state when it changed.' })
  @ChangesOrganization()
  @Writers('organization')
  @Delete(':id/tags/:tag')
  @HttpCode(204)
  async untag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('tag') tag: string,
  ): Promise<void> {
    parameters(request);
    noFields(request);
    const organizationId = organizationIdOf(id);
    const command = new UntagOrganization(await this.conditions.onOrganization(request, organizationId), organizationId, [tagInPath(tag)]);
    changedOrganization(reply, await this.writes.take<OrganizationCommandAnswer>(reply, command));
  }
}
