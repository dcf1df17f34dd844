import type { AttachContactPointAnswer } from '@kith/application';
import {
  AttachContactPoint,
  ChoosePrimaryContactPoint,
  type CommandContext,
  DetachContactPoint,
  type GivenPoint,
  TransferContactPoint,
  VerifyContactPoint,
} from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { ContactPointDto, TransferDto } from './contact-points.dto';
import { AttachedContactPointAnswer } from './end-user-answers.dto';
import { endUserIdOf } from './end-user-ids';
import { inPath, PointInPath, pointInPath } from './point-in-path';
import { pointOf } from './wire';

/** The contact points that an end user holds. */
@ApiTags('contact points')
@Controller('v1/end-users/:id/contact-points')
export class EndUserContactPointsController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

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
    'end-user-erased',
    'contact-point-taken',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
    'contact-point-limit-reached',
    'contact-point-unverified',
  )
  @Writers('end-user')
  @Post()
  async attach(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: ContactPointDto,
  ): Promise<AttachedContactPointAnswer> {
    parameters(request);
    const command = new AttachContactPoint(commandContext(request), endUserIdOf(id), pointOf(body));
    const { position, ...attached } = await this.writes.take<AttachContactPointAnswer>(reply, command);
    void reply.code(position === null ? 200 : 201);
    return attached;
  }

  @ApiOperation({ summary: 'Detach a contact point', description: 'It belongs to nobody from here on; what came by it before stays where it is.' })
  @ApiParam({ name: 'id' })
  @PointInPath()
  @ApiNoContentResponse({ description: 'Detached, now or before.' })
  @Idempotent()
  @Problems(
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'contact-point-not-held',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
  )
  @Writers('end-user')
  @Delete(':channel/:value')
  @HttpCode(204)
  async detach(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('channel') channel: string,
    @Param('value') value: string,
  ): Promise<void> {
    await this.take(request, reply, DetachContactPoint, id, pointInPath(request, channel, value));
  }

  @ApiOperation({
    summary: 'Note that a contact point was verified',
    description: 'The end user has shown that it is theirs. Noting what is noted already succeeds.',
  })
  @ApiParam({ name: 'id' })
  @PointInPath()
  @ApiOkResponse({ type: AttachedContactPointAnswer, description: 'Verified, now or before.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'contact-point-not-held',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
  )
  @Writers('end-user')
  @Post(':channel/:value/verify')
  @HttpCode(200)
  async verify(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('channel') channel: string,
    @Param('value') value: string,
  ): Promise<AttachedContactPointAnswer> {
    const { position: _, ...attached } = await this.take<AttachContactPointAnswer>(
      request,
      reply,
      VerifyContactPoint,
      id,
      pointInPath(request, channel, value),
    );
    return attached;
  }

  @ApiOperation({
    summary: 'Choose the contact point to use on its channel',
    description: 'It is shown as `primary` for as long as the end user holds it. Until one is chosen, the first of a channel is.',
  })
  @ApiParam({ name: 'id' })
  @PointInPath()
  @ApiOkResponse({ type: AttachedContactPointAnswer, description: 'Chosen, now or before.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'contact-point-not-held',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
  )
  @Writers('end-user')
  @Post(':channel/:value/primary')
  @HttpCode(200)
  async choosePrimary(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('channel') channel: string,
    @Param('value') value: string,
  ): Promise<AttachedContactPointAnswer> {
    const { position: _, ...attached } = await this.take<AttachContactPointAnswer>(
      request,
      reply,
      ChoosePrimaryContactPoint,
      id,
      pointInPath(request, channel, value),
    );
    return attached;
  }

  @ApiOperation({
    summary: 'Give a contact point to another end user',
    description:
      'In one step, so that nobody else can get it in between. `corrected`: it was always theirs, so the interactions that came by it go along, and it stays verified if it was. `reassigned`: it is theirs from now on, as a number that changed hands; what came by it before stays where it is.',
  })
  @ApiParam({ name: 'id', description: 'Who holds it.' })
  @PointInPath()
  @ApiOkResponse({ type: AttachedContactPointAnswer, description: 'As the other end user has it, now or before.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'end-user-not-found',
    'end-user-deleted',
    'end-user-erased',
    'contact-point-not-held',
    'contact-point-invalid',
    'contact-point-blocked',
    'channel-unknown',
    'contact-point-limit-reached',
    'contact-point-unverified',
  )
  @Writers()
  @Post(':channel/:value/transfer')
  @HttpCode(200)
  async transfer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('channel') channel: string,
    @Param('value') value: string,
    @Body(validated) { toEndUserId, cause }: TransferDto,
  ): Promise<AttachedContactPointAnswer> {
    const point = pointInPath(request, channel, value);
    const command = new TransferContactPoint(commandContext(request), endUserIdOf(id), point, toEndUserId.toLowerCase(), cause);
    const { position: _, ...attached } = await inPath(this.writes.take<AttachContactPointAnswer>(reply, command));
    return attached;
  }

  /** A command on a point that the path names, and nothing else. */
  private take<Answer extends { readonly position: bigint | null }>(
    request: FastifyRequest,
    reply: FastifyReply,
    Command: new (context: CommandContext, endUserId: string, point: GivenPoint) => { readonly context: CommandContext },
    id: string,
    point: GivenPoint,
  ): Promise<Answer> {
    noFields(request);
    return inPath(this.writes.take<Answer>(reply, new Command(commandContext(request), endUserIdOf(id), point)));
  }
}
