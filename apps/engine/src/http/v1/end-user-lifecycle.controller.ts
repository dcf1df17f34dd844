import type { ChangedEndUserAnswer, RestoreEndUserAnswer } from '@kith/application';
import { type CommandContext, DeleteEndUser, ReinstateEndUser, RestoreEndUser, SuspendEndUser } from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { noFields, validatedOrEmpty } from '../empty-body';
import { Conditions, IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { Shows } from '../shows';
import { Writes } from '../writes';
import { ChangedAnswer, RestoredAnswer } from './end-user-changes.dto';
import { changedAnswer, endUserIdOf } from './end-user-ids';
import { ReasonDto } from './end-users.dto';

/** What becomes of an end user: suspended and back, deleted and back. */
@ApiTags('end users')
@Controller('v1/end-users/:id')
export class EndUserLifecycleController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Suspend an end user',
    description: 'Contacts are matched as before, and the answers say that the end user is suspended. The body can be left out.',
  })
  @ApiParam({ name: 'id' })
  @ApiBody({ type: ReasonDto, required: false })
  @ApiOkResponse({ type: ChangedAnswer, description: 'Suspended, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'state-changed')
  @Writers()
  @Post('suspend')
  @HttpCode(200)
  async suspend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { reason }: ReasonDto,
  ): Promise<ChangedAnswer> {
    return changedAnswer(reply, await this.take<ChangedEndUserAnswer>(request, reply, SuspendEndUser, id, reason));
  }

  @ApiOperation({ summary: 'Reinstate an end user', description: 'Ends a suspension. The body can be left out.' })
  @ApiParam({ name: 'id' })
  @ApiBody({ type: ReasonDto, required: false })
  @ApiOkResponse({ type: ChangedAnswer, description: 'Active, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'state-changed')
  @Writers()
  @Post('reinstate')
  @HttpCode(200)
  async reinstate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { reason }: ReasonDto,
  ): Promise<ChangedAnswer> {
    return changedAnswer(reply, await this.take<ChangedEndUserAnswer>(request, reply, ReinstateEndUser, id, reason));
  }

  @ApiOperation({
    summary: 'Delete an end user',
    description:
      'Hides them: lookups and resolution no longer find them, and their contact points are given back, free for others. Nothing is erased: `restore` brings them back, and an erasure is another request.',
  })
  @ApiParam({ name: 'id' })
  @ApiNoContentResponse({ description: 'Deleted, now or before.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-erased', 'state-changed')
  @Writers()
  @Delete()
  @HttpCode(204)
  async delete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    noFields(request);
    await this.take<ChangedEndUserAnswer>(request, reply, DeleteEndUser, id);
  }

  @ApiOperation({
    summary: 'Restore a deleted end user',
    description:
      'As they were before, suspended if they were. The contact points that the deletion took come back while they are free; those that somebody else has by now stay there and are listed. The body can be left out.',
  })
  @ApiParam({ name: 'id' })
  @ApiBody({ type: ReasonDto, required: false })
  @ApiOkResponse({ type: RestoredAnswer, description: 'There again, now or before.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-erased', 'state-changed')
  @Shows<RestoredAnswer>('profile', ({ id, canonicalId }) => ({ endUserIds: [id, canonicalId], count: 1 }))
  @Writers()
  @Post('restore')
  @HttpCode(200)
  async restore(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { reason }: ReasonDto,
  ): Promise<RestoredAnswer> {
    // No ETag: contact points that come back after it would make it stale at once.
    const { endUserId, canonicalId, restored, taken, complete } = await this.take<RestoreEndUserAnswer>(request, reply, RestoreEndUser, id, reason);
    return { id: endUserId, canonicalId, restored: [...restored], taken: [...taken], complete };
  }

  private async take<Answer extends ChangedEndUserAnswer>(
    request: FastifyRequest,
    reply: FastifyReply,
    Command: new (context: CommandContext, endUserId: string, reason?: string) => { readonly context: CommandContext },
    id: string,
    reason?: string | null,
  ): Promise<Answer> {
    parameters(request);
    const endUserId = endUserIdOf(id);
    return this.writes.take<Answer>(reply, new Command(await this.conditions.context(request, endUserId), endUserId, reason ?? undefined));
  }
}
