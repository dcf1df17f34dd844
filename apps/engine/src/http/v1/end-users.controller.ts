import type { CreateEndUserAnswer } from '@kith/application';
import { CreateEndUser, refuse } from '@kith/domain';
import { FindEndUser, type ListPage, ListTimeline, type ShownEndUser, type TimelineItem } from '@kith/read-models';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf, commandContext } from '../command-context';
import { Narrowing } from '../narrowing';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries } from '../queries';
import { Shows } from '../shows';
import { validated } from '../validated';
import { Writes } from '../writes';
import { CreatedEndUserAnswer, EndUserAnswer, TimelineAnswer } from './end-user-answers.dto';
import { endUserIdOf, etagOf } from './end-user-ids';
import { CreateEndUserDto } from './end-users.dto';
import { pointOf, profileOf } from './wire';

@ApiTags('end users')
@Controller('v1/end-users')
export class EndUsersController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Create an end user',
    description: 'With its contact points, all or nothing: when one is taken, nobody is created and the answer names the holder.',
  })
  @ApiCreatedResponse({ type: CreatedEndUserAnswer, description: 'Created. `Location` is its address, `Kith-Position` where the write ended.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'contact-point-taken',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
    'contact-point-limit-reached',
    'contact-point-quarantined',
  )
  @Writers()
  @Post()
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: CreateEndUserDto,
  ): Promise<Omit<CreatedEndUserAnswer, 'possibleDuplicates'> & Pick<CreateEndUserAnswer, 'possibleDuplicates'>> {
    parameters(request);
    const origin = callerOf(request).role === 'agent' ? 'agent' : 'api';
    const command = new CreateEndUser(commandContext(request), origin, profileOf(body), (body.contactPoints ?? []).map(pointOf));
    const { endUserId, canonicalId, possibleDuplicates, position } = await this.writes.take<CreateEndUserAnswer>(reply, command);
    void reply.header('location', `/v1/end-users/${endUserId}`).header('etag', etagOf(endUserId, position));
    return { id: endUserId, canonicalId, possibleDuplicates };
  }

  @ApiOperation({ summary: 'Read an end user', description: 'The golden profile of its cluster, under whatever id of the cluster it is asked for.' })
  @ApiParam({ name: 'id' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of what the caller has: 304 when it is the same.' })
  @ApiOkResponse({ type: EndUserAnswer, description: '`ETag` changes whenever what is shown does.' })
  @Problems('end-user-not-found', 'read-models-behind')
  @Shows<ShownEndUser>('profile', ({ id, canonicalId }) => ({ endUserIds: [id, canonicalId], count: 1 }))
  @Readers('end-user')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<ShownEndUser | undefined> {
    parameters(request);
    const { endUser, etag } = (await this.queries.ask(request, new FindEndUser(callerOf(request).tenant, endUserIdOf(id)))) ?? refuse('end-user-not-found');
    void reply.header('etag', `"${etag}"`);
    if (request.headers['if-none-match'] !== `"${etag}"`) return this.narrowing.profile(request, endUser);
    void reply.code(304);
    return undefined;
  }

  @ApiOperation({ summary: 'Read the timeline of an end user', description: 'What happened with them on all channels, the latest first.' })
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: TimelineAnswer })
  @Problems('request-invalid', 'end-user-not-found', 'read-models-behind')
  @Shows('timeline', 'by hand')
  @Readers('end-user')
  @Get(':id/timeline')
  async timeline(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ListPage<TimelineItem>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const { tenant } = callerOf(request);
    const endUserId = endUserIdOf(id);
    const page = { ...(cursor !== undefined && { cursor }), limit: limitOf(limit) };
    const { endUser } = (await this.queries.ask(request, new FindEndUser(tenant, endUserId))) ?? refuse('end-user-not-found');
    const { items, nextCursor } = await this.queries.ask(request, new ListTimeline(tenant, endUserId, page));
    const seen = await this.narrowing.entries(request, items);
    const endUserIds = [endUserId, endUser.canonicalId, ...seen.map((one) => one.endUserId)];
    await this.access.note(request, { endUserIds, count: seen.length });
    return { items: seen, nextCursor };
  }
}
