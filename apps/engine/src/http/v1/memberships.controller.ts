import type { ChangedMembershipAnswer as MembershipCommandAnswer } from '@kith/application';
import { LeaveOrganization } from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { Conditions, IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { endUserIdOf } from './end-user-ids';
import { ChangedMembershipAnswer, DefaultOrganizationDto, JoinOrganizationDto } from './memberships.dto';
import { OrganizationId, organizationIdOf } from './organization-ids';
import { defaultChoiceOf, joiningOf, membershipAnswer } from './organization-wire';

/** Who is a member of which organization, by hand. */
@ApiTags('organizations')
@Controller('v1')
export class MembershipsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Make an end user a member of an organization',
    description:
      'By hand: it outlives the address that would have brought it about, and ends only by hand or with the organization. Who was a member by an address of theirs is one by hand from here on.',
  })
  @OrganizationId()
  @ApiCreatedResponse({ type: ChangedMembershipAnswer, description: 'A member from here on.' })
  @ApiOkResponse({ type: ChangedMembershipAnswer, description: 'It was so already.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'organization-not-found',
    'organization-deleted',
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'organization-limit-reached',
  )
  @Writers()
  @Post('organizations/:id/members')
  async join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: JoinOrganizationDto,
  ): Promise<ChangedMembershipAnswer> {
    parameters(request);
    const answer = await this.writes.take<MembershipCommandAnswer>(reply, joiningOf(commandContext(request), organizationIdOf(id), body));
    void reply.code(answer.position === null ? 200 : 201);
    return membershipAnswer(answer);
  }

  @ApiOperation({
    summary: 'Take an end user out of an organization',
    description: 'No address of theirs makes them a member again until somebody does by hand. Who is no member is no matter.',
  })
  @OrganizationId()
  @ApiParam({ name: 'endUserId', example: '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' })
  @ApiNoContentResponse({ description: 'No member, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'organization-not-found', 'end-user-not-found', 'end-user-deleted', 'end-user-erased')
  @Writers()
  @Delete('organizations/:id/members/:endUserId')
  @HttpCode(204)
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('endUserId') endUserId: string,
  ): Promise<void> {
    parameters(request);
    noFields(request);
    const command = new LeaveOrganization(commandContext(request), endUserIdOf(endUserId), organizationIdOf(id));
    await this.writes.take<MembershipCommandAnswer>(reply, command);
  }

  @ApiOperation({
    summary: 'Choose the default organization of an end user',
    description: 'Tickets and interactions from here on are its, unless a ticket names another one. What was recorded before stays where it is.',
  })
  @ApiParam({ name: 'id', example: '01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11' })
  @ApiOkResponse({ type: ChangedMembershipAnswer, description: 'It is so, now or before.' })
  @Idempotent()
  @IfMatch()
  @Problems(
    'request-invalid',
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'organization-not-found',
    'organization-deleted',
    'not-a-member',
    'state-changed',
  )
  @Writers()
  @Put('end-users/:id/default-organization')
  async chooseDefault(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { organizationId }: DefaultOrganizationDto,
  ): Promise<ChangedMembershipAnswer> {
    parameters(request);
    const endUserId = endUserIdOf(id);
    const command = defaultChoiceOf(await this.conditions.context(request, endUserId), endUserId, organizationId);
    return membershipAnswer(await this.writes.take<MembershipCommandAnswer>(reply, command));
  }
}
