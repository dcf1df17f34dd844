import type { ChangedEndUserAnswer } from '@kith/application';
import { ChangeEndUserProfile, NoteEndUser, TagEndUser, UntagEndUser } from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
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
import { ChangedAnswer } from './end-user-changes.dto';
import { changedAnswer, endUserIdOf } from './end-user-ids';
import { ChangeEndUserDto, NoteDto, TagsDto } from './end-users.dto';
import { TagInPath, tagInPath } from './tag-in-path';
import { changesOf } from './wire';

/** What is known of an end user: profile, tags, notes. */
@ApiTags('end users')
@Controller('v1/end-users/:id')
export class EndUserProfileController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Change an end user',
    description:
      'What is named is replaced, null takes it away, what is left out stays; custom fields are merged by name (RFC 7396). Saying what is so already succeeds, and changes nothing.',
  })
  @ApiParam({ name: 'id' })
  @ApiOkResponse({ type: ChangedAnswer, description: 'It is so, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'profile-limit-reached', 'state-changed')
  @Writers('end-user')
  @Patch()
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: ChangeEndUserDto,
  ): Promise<ChangedAnswer> {
    parameters(request);
    const endUserId = endUserIdOf(id);
    const command = new ChangeEndUserProfile(await this.conditions.context(request, endUserId), endUserId, changesOf(body));
    return changedAnswer(reply, await this.writes.take<ChangedEndUserAnswer>(reply, command));
  }

  @ApiOperation({ summary: 'Tag an end user', description: 'Puts tags on; those that are there already stay. An end user has at most 50.' })
  @ApiParam({ name: 'id' })
  @ApiOkResponse({ type: ChangedAnswer, description: 'They are on, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'profile-limit-reached', 'state-changed')
  @Writers('end-user')
  @Post('tags')
  @HttpCode(200)
  async tag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { tags }: TagsDto,
  ): Promise<ChangedAnswer> {
    parameters(request);
    const endUserId = endUserIdOf(id);
    const command = new TagEndUser(await this.conditions.context(request, endUserId), endUserId, tags);
    return changedAnswer(reply, await this.writes.take<ChangedEndUserAnswer>(reply, command));
  }

  @ApiOperation({ summary: 'Take a tag off an end user', description: 'A tag that is not there is no matter.' })
  @ApiParam({ name: 'id' })
  @TagInPath('vip')
  @ApiNoContentResponse({ description: 'It is off, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'state-changed')
  @Writers('end-user')
  @Delete('tags/:tag')
  @HttpCode(204)
  async untag(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Param('tag') tag: string,
  ): Promise<void> {
    parameters(request);
    noFields(request);
    const endUserId = endUserIdOf(id);
    const command = new UntagEndUser(await this.conditions.context(request, endUserId), endUserId, [tagInPath(tag)]);
    changedAnswer(reply, await this.writes.take<ChangedEndUserAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Note something about an end user',
    description: 'It stands in the timeline from here on, with who wrote it. The same note twice is two notes, unless it is a retry under its idempotency key.',
  })
  @ApiParam({ name: 'id' })
  @ApiCreatedResponse({ type: ChangedAnswer, description: 'Noted. `ETag` tells the new state.' })
  @Idempotent()
  @Problems('request-invalid', 'end-user-not-found', 'end-user-deleted', 'end-user-erased')
  @Writers('end-user')
  @Post('notes')
  async note(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { note }: NoteDto,
  ): Promise<ChangedAnswer> {
    parameters(request);
    const command = new NoteEndUser(commandContext(request), endUserIdOf(id), note);
    return changedAnswer(reply, await this.writes.take<ChangedEndUserAnswer>(reply, command));
  }
}
