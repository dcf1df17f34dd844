import type { MergedAnswer, UnmergedAnswer } from '@kith/application';
import { refuse, UnmergeUsers } from '@kith/domain';
import { FindMerge, ListMerges, type ListPage, type MergeFilter, type ShownMerge } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { validatedOrEmpty } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { Shows } from '../shows';
import { validated } from '../validated';
import { Writes } from '../writes';
import { choice, endUserIdIn, text, time } from './list-parameters';
import { type CompletedMerge, MergeAnswers, mergeShown, type UndoneMerge } from './merge-answers';
import { CompletedMergeAnswer, MergeAnswer, MergeDto, MergesAnswer, UndoneMergeAnswer, UnmergeDto } from './merges.dto';
import { mergeOf } from './wire';

/** Merges: made, undone, and remembered for ever. */
@ApiTags('merges')
@Controller('v1/merges')
export class MergesController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(MergeAnswers) private readonly answers: MergeAnswers,
  ) {}

  @ApiOperation({
    summary: 'Merge two end users',
    description:
      'The merged one and its whole cluster answer with the survivor from here on, under whatever id. It is a link: nothing is copied or moved, so it can be undone exactly. Whoever was merged before stands for its cluster.\n\nThe answer comes when every read knows of it. Should that take more than 5 seconds, `complete` is false: it is done all the same.',
  })
  @ApiCreatedResponse({ type: CompletedMergeAnswer, description: 'Merged. Both profiles: the one that goes on, and the one that it has taken up.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'already-merged',
    'declared-different',
    'end-user-deleted',
    'end-user-erased',
    'end-user-not-found',
    'merge-in-progress',
    'merge-with-itself',
  )
  @Shows<CompletedMerge>('merge', mergeShown)
  @Writers()
  @Post()
  async merge(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: MergeDto): Promise<CompletedMerge> {
    parameters(request);
    const command = mergeOf(commandContext(request), body);
    return this.answers.merged(command, await this.writes.take<MergedAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Undo a merge',
    description:
      'The merged profile comes back as it was, with what was merged into it before; with `alone`, each of those comes back by itself, too. What was written to the survivor since stays there: `residue` lists it, because it may belong to either. Undoing what is undone already succeeds. The body can be left out.',
  })
  @ApiParam({ name: 'id', description: 'Of the merge.', example: '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' })
  @ApiBody({ type: UnmergeDto, required: false })
  @ApiOkResponse({ type: UndoneMergeAnswer, description: 'Undone, now or before. Both profiles: where the others stay, and the one that came back.' })
  @Idempotent()
  @Problems('request-invalid', 'merge-not-found', 'merge-in-progress', 'end-user-erased', 'read-models-behind')
  @Shows<UndoneMerge>('merge', mergeShown)
  @Writers()
  @Post(':id/unmerge')
  @HttpCode(200)
  async unmerge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { alone, reason }: UnmergeDto,
  ): Promise<UndoneMerge> {
    parameters(request);
    const command = new UnmergeUsers(commandContext(request), mergeIdOf(id), alone ?? false, reason ?? undefined);
    return this.answers.undone(command, await this.writes.take<UnmergedAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'List merges',
    description: 'The ledger of all that were made, undone ones too, the latest first. All conditions that are given hold.',
  })
  @ApiQuery({
    name: 'actor',
    required: false,
    description: 'Id of who did it.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
    example: '4f1c2a9be07d3356',
  })
  @ApiQuery({ name: 'onBehalfOf', required: false, description: 'For whom it was done.', schema: { type: 'string', minLength: 1, maxLength: 128 } })
  @ApiQuery({
    name: 'reason',
    required: false,
    description: 'A part of the reason of the merge, or of undoing it. Case and accents do not matter.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  })
  @ApiQuery({
    name: 'rule',
    required: false,
    description: 'What asked for it.',
    schema: { type: 'string', minLength: 1, maxLength: 64 },
    example: 'same-number',
  })
  @ApiQuery({ name: 'endUserId', required: false, description: 'On either side of it.', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({
    name: 'from',
    required: false,
    description: 'Recorded at this time or later.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-03-01T00:00:00Z',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    description: 'Recorded before this time.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-04-01T00:00:00Z',
  })
  @ApiQuery({ name: 'undone', required: false, description: 'Only those that were undone, or only those that stand.', schema: { type: 'boolean' } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: MergesAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<ShownMerge>>('merge', ({ items }) => ({ endUserIds: items.flatMap((one) => mergeShown(one).endUserIds), count: items.length }))
  @Readers()
  @Get()
  list(@Req() request: FastifyRequest): Promise<ListPage<ShownMerge>> {
    const given = parameters(request, 'actor', 'onBehalfOf', 'reason', 'rule', 'endUserId', 'from', 'to', 'undone', 'cursor', 'limit');
    const filter: MergeFilter = {
      actor: text('actor', given.actor, 128),
      onBehalfOf: text('onBehalfOf', given.onBehalfOf, 128),
      reason: text('reason', given.reason, 200),
      rule: text('rule', given.rule, 64),
      endUserId: endUserIdIn('endUserId', given.endUserId),
      from: time('from', given.from),
      to: time('to', given.to),
      undone: choice('undone', given.undone),
    };
    return this.queries.ask(request, new ListMerges(callerOf(request).tenant, filter, { cursor: given.cursor, limit: limitOf(given.limit) }));
  }

  @ApiOperation({ summary: 'Read a merge', description: 'Who was merged into whom, when, by whom and why, and what became of it.' })
  @ApiParam({ name: 'id', description: 'Of the merge.', example: '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: MergeAnswer })
  @Problems('merge-not-found', 'read-models-behind')
  @Shows<ShownMerge>('merge', mergeShown)
  @Readers()
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ShownMerge> {
    parameters(request);
    return (await this.queries.ask(request, new FindMerge(callerOf(request).tenant, mergeIdOf(id)))) ?? refuse('merge-not-found');
  }
}

/** The merge that the path names. @throws Refusal `merge-not-found` for what is no UUID: no merge has such an id */
const mergeIdOf = (text: string): string => uuidOf(text) ?? refuse('merge-not-found');
