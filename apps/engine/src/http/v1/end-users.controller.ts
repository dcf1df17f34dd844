import type { AttachContactPointAnswer, CreateEndUserAnswer } from '@kith/application';
import { AttachContactPoint, CreateEndUser, DetachContactPoint, refuse } from '@kith/domain';
import { FindEndUser, type ListPage, ListTimeline, type ShownEndUser, type TimelineItem } from '@kith/read-models';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, tellPosition, uuidOf } from '../queries';
import { validated } from '../validated';
import { ContactPointDto } from './contact-points.dto';
import { AttachedContactPointAnswer, CreatedEndUserAnswer, CreateEndUserDto, EndUserAnswer, TimelineAnswer } from './end-users.dto';
import { pointOf, profileOf } from './wire';

/** Nobody has an id that is no UUID. */
const endUserIdOf = (text: string): string => uuidOf(text) ?? refuse('end-user-not-found');

@ApiTags('end users')
@Controller('v1/end-users')
export class EndUsersController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
  ) {}

  @ApiOperation({
    summary: 'Create an end user',
    description: 'With its contact points, all or nothing: when one is taken, nobody is created and the answer names the holder.',
  })
  @ApiCreatedResponse({ type: CreatedEndUserAnswer, description: 'Created. `Location` is its address, `Kith-Position` where the write ended.' })
  @Idempotent()
  @Problems('request-invalid', 'contact-point-taken', 'contact-point-invalid', 'contact-point-blocked', 'channel-unknown', 'contact-point-limit-reached')
  @Writers()
  @Post()
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: CreateEndUserDto,
  ): Promise<CreatedEndUserAnswer> {
    parameters(request);
    const context = commandContext(request);
    const origin = callerOf(request).role === 'agent' ? 'agent' : 'api';
    const command = new CreateEndUser(context, origin, profileOf(body), (body.contactPoints ?? []).map(pointOf));
    const { endUserId, position } = await this.inProgress.once(context, () => this.commands.execute<CreateEndUser, CreateEndUserAnswer>(command));
    tellPosition(reply, position);
    void reply.header('location', `/v1/end-users/${endUserId}`).header('etag', `"${endUserId}.${position}"`);
    return { id: endUserId, canonicalId: endUserId };
  }

  @ApiOperation({ summary: 'Read an end user', description: 'The golden profile of its cluster, under whatever id of the cluster it is asked for.' })
  @ApiParam({ name: 'id' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of what the caller has: 304 when it is the same.' })
  @ApiOkResponse({ type: EndUserAnswer, description: '`ETag` changes whenever what is shown does.' })
  @Problems('end-user-not-found', 'read-models-behind')
  @Readers()
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<ShownEndUser | undefined> {
    parameters(request);
    const { endUser, etag } = (await this.queries.ask(request, new FindEndUser(callerOf(request).tenant, endUserIdOf(id)))) ?? refuse('end-user-not-found');
    void reply.header('etag', `"${etag}"`);
    if (request.headers['if-none-match'] !== `"${etag}"`) return endUser;
    void reply.code(304);
    return undefined;
  }

  @ApiOperation({
    summary: 'Attach a contact point',
    description: 'The end user holds it from here on. Attaching what is attached already succeeds, and with `verified` notes that it was verified.',
  })
  @ApiParam({ name: 'id' })
  @ApiCreatedResponse({ type: AttachedContactPointAnswer, description: 'Attached, or noted as verified.' })
  @ApiOkResponse({ type: AttachedContactPointAnswer, description: 'It was so already.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'end-user-not-found',
    'end-user-deleted',
    'contact-point-taken',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
    'contact-point-limit-reached',
    'contact-point-unverified',
  )
  @Writers()
  @Post(':id/contact-points')
  async attach(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: ContactPointDto,
  ): Promise<AttachedContactPointAnswer> {
    parameters(request);
    const context = commandContext(request);
    const command = new AttachContactPoint(context, endUserIdOf(id), pointOf(body));
    const { position, ...attached } = await this.inProgress.once(context, () => this.commands.execute<AttachContactPoint, AttachContactPointAnswer>(command));
    tellPosition(reply, position);
    void reply.code(position === null ? 200 : 201);
    return attached;
  }

  @ApiOperation({ summary: 'Detach a contact point', description: 'It belongs to nobody from here on; what came by it before stays where it is.' })
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'channel', example: 'email' })
  @ApiParam({ name: 'value', description: 'As people write it, percent-encoded.', example: 'lea@example.org' })
  @ApiQuery({ name: 'scope', required: false })
  @ApiNoContentResponse({ description: 'Detached, now or before.' })
  @Idempotent()
  @Problems('end-user-not-found', 'end-user-deleted', 'contact-point-not-held', 'contact-point-invalid', 'channel-unknown')
  @Writers()
  @Delete(':id/contact-points/:channel/:value')
  @HttpCode(204)
  async detach(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('channel') channel: string,
    @Param('value') value: string,
  ): Promise<void> {
    const { scope } = parameters(request, 'scope');
    const context = commandContext(request);
    const point = scope === undefined ? { channel, value } : { channel, value, scope };
    const command = new DetachContactPoint(context, endUserIdOf(id), point);
    const { position } = await this.inProgress.once(context, () => this.commands.execute<DetachContactPoint, { position: bigint | null }>(command));
    tellPosition(reply, position);
  }

  @ApiOperation({ summary: 'Read the timeline of an end user', description: 'What happened with them on all channels, the latest first.' })
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: TimelineAnswer })
  @Problems('request-invalid', 'end-user-not-found', 'read-models-behind')
  @Readers()
  @Get(':id/timeline')
  async timeline(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ListPage<TimelineItem>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const { tenant } = callerOf(request);
    const endUserId = endUserIdOf(id);
    const page = { ...(cursor !== undefined && { cursor }), limit: limitOf(limit) };
    if (!(await this.queries.ask(request, new FindEndUser(tenant, endUserId)))) refuse('end-user-not-found');
    return this.queries.ask(request, new ListTimeline(tenant, endUserId, page));
  }
}
