import type { AssignInteractionAnswer, ResolutionAnswer } from '@kith/application';
import { AssignInteraction, RecordInteraction, ResolveEndUser, refuse } from '@kith/domain';
import { ListOpenInteractions, type ListPage, type OpenInteraction } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { invalid } from '../problems';
import { limitOf, parameters, Queries, tellPosition } from '../queries';
import { Shows } from '../shows';
import { ItemStreams } from '../stream/item-streams';
import { isLines, ndjson, TakesLines } from '../stream/ndjson';
import { StoppedAnswer } from '../stream/stopped.dto';
import { validated } from '../validated';
import { Writes } from '../writes';
import { InteractionBatch } from './interaction-batch';
import {
  AssignDto,
  AssignedAnswer,
  FailedItemAnswer,
  InteractionDto,
  OpenInteractionsAnswer,
  RefusedItemAnswer,
  ResolutionAnswerDto,
  ResolveDto,
} from './interactions.dto';
import { interactionOf, pointOf, profileOf, resolutionAnswer, resolved } from './wire';

const oneInteraction = { $ref: getSchemaPath(InteractionDto) };
const itemAnswers = [ResolutionAnswerDto, RefusedItemAnswer, FailedItemAnswer, StoppedAnswer].map((type) => ({ $ref: getSchemaPath(type) }));

@ApiTags('interactions')
@ApiExtraModels(InteractionDto, ResolutionAnswerDto, RefusedItemAnswer, FailedItemAnswer, StoppedAnswer)
@Controller('v1')
export class InteractionsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(InteractionBatch) private readonly batch: InteractionBatch,
    @Inject(ItemStreams) private readonly streams: ItemStreams,
  ) {}

  @ApiOperation({
    summary: 'Record interactions',
    description:
      'Finds the end user behind the contact points, or creates one, and remembers what happened, with the reasons. One object gets one answer. An array of up to 1,000, or NDJSON of any length with one interaction a line, gets one answer each, in its order: items are independent of each other, one that is refused says so in its place, and items with the same contact points are handled in their order.\n\nWhen the storage fails in between, an array is answered 503 as a whole: send it again, what was recorded is answered as before. A stream is answered while it is sent; when the storage fails, the key ends or the engine stops, no further item is begun, and the last line is `{ "outcome": "stopped", "problem": … }`. What has no answer can be sent again.',
  })
  @ApiConsumes('application/json', ndjson)
  @ApiBody({ schema: { oneOf: [oneInteraction, { type: 'array', maxItems: 1000, items: oneInteraction }] } })
  @ApiExtension('x-line', { schema: oneInteraction })
  @ApiCreatedResponse({ type: ResolutionAnswerDto, description: 'Recorded.' })
  @ApiOkResponse({
    description: 'It was recorded before (`repeated`), or the answers of all.',
    content: {
      'application/json': {
        schema: { oneOf: [{ $ref: getSchemaPath(ResolutionAnswerDto) }, { type: 'array', items: { oneOf: itemAnswers.slice(0, 2) } }] },
      },
      [ndjson]: { schema: { oneOf: itemAnswers } },
    },
  })
  @Idempotent()
  @Problems('request-invalid', 'channel-unknown', 'contact-point-invalid', 'time-in-future')
  @TakesLines()
  @Writers()
  @Post('interactions')
  async record(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown): Promise<object | undefined> {
    parameters(request);
    const context = commandContext(request);
    if (isLines(request)) return this.streams.answer(request, reply, context, this.batch.of(context));
    if (Array.isArray(body)) {
      const { answers, position } = await this.inProgress.once(context, () => this.batch.record(context, body));
      tellPosition(reply, position);
      void reply.code(200);
      return answers;
    }
    const given = interactionOf(await validated.check(InteractionDto, body));
    const command = new RecordInteraction(context, given);
    const answer = await this.writes.take<ResolutionAnswer>(reply, command);
    void reply.code(answer.outcome === 'repeated' ? 200 : 201);
    return resolutionAnswer(answer);
  }

  @ApiOperation({
    summary: 'Find or create the end user behind contact points',
    description: 'The same as recording an interaction, but nothing that happened is remembered. With `create: false` nothing is ever written.',
  })
  @ApiOkResponse({ type: ResolutionAnswerDto })
  @ApiCreatedResponse({ type: ResolutionAnswerDto, description: 'An end user was created.' })
  @Idempotent()
  @Problems('request-invalid', 'channel-unknown', 'contact-point-invalid')
  @Shows<ResolutionAnswerDto>('lookup', (answer, { body }) => resolved(answer, (body as ResolveDto).contactPoints))
  @Writers()
  @Post('resolve')
  @HttpCode(200)
  async resolve(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: ResolveDto,
  ): Promise<ResolutionAnswerDto> {
    parameters(request);
    const context = commandContext(request);
    const command = new ResolveEndUser(context, body.contactPoints.map(pointOf), body.create ?? false, body.profile ? profileOf(body.profile) : {});
    const answer = await this.writes.take<ResolutionAnswer>(reply, command);
    if (answer.outcome === 'created') void reply.code(201);
    return resolutionAnswer(answer);
  }

  @ApiOperation({ summary: 'List open interactions', description: 'Interactions that wait for somebody to say whose they are, the latest first.' })
  @ApiQuery({ name: 'outcome', enum: ['ambiguous', 'unidentified'] })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: OpenInteractionsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<OpenInteraction>>('list', ({ items }) => ({ endUserIds: items.flatMap(({ candidates }) => candidates), count: items.length }))
  @Readers()
  @Get('interactions')
  async listOpen(@Req() request: FastifyRequest): Promise<ListPage<OpenInteraction>> {
    const { outcome, cursor, limit } = parameters(request, 'outcome', 'cursor', 'limit');
    if (outcome !== 'ambiguous' && outcome !== 'unidentified')
      throw invalid({ parameter: 'outcome', detail: 'The parameter must be ambiguous or unidentified.' });
    const page = { ...(cursor !== undefined && { cursor }), limit: limitOf(limit) };
    return this.queries.ask(request, new ListOpenInteractions(callerOf(request).tenant, outcome, page));
  }

  @ApiOperation({ summary: 'Assign an open interaction', description: 'The answer to an ambiguous or unidentified interaction: whose it is.' })
  @ApiParam({ name: 'id', description: '`interactionId` of the answer when it was recorded.' })
  @ApiOkResponse({ type: AssignedAnswer })
  @Idempotent()
  @Problems('request-invalid', 'interaction-not-found', 'end-user-not-found', 'end-user-deleted', 'end-user-erased', 'interaction-already-assigned')
  @Writers()
  @Post('interactions/:id/assign')
  @HttpCode(200)
  async assign(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { endUserId, reason }: AssignDto,
  ): Promise<AssignedAnswer> {
    parameters(request);
    const context = commandContext(request);
    if (!/^[0-9a-f]{64}$/.test(id)) refuse('interaction-not-found');
    const command = new AssignInteraction(context, id, endUserId.toLowerCase(), reason ?? undefined);
    const { position: _, ...assigned } = await this.writes.take<AssignInteractionAnswer>(reply, command);
    return assigned;
  }
}
