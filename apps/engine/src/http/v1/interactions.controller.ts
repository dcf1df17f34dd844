import type { AssignInteractionAnswer, ResolutionAnswer } from '@kith/application';
import { AssignInteraction, RecordInteraction, ResolveEndUser, refuse } from '@kith/domain';
import { ListOpenInteractions, type ListPage, type OpenInteraction } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiCreatedResponse,
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
import { validated } from '../validated';
import { InteractionBatch } from './interaction-batch';
import { AssignDto, AssignedAnswer, InteractionDto, OpenInteractionsAnswer, RefusedItemAnswer, ResolutionAnswerDto, ResolveDto } from './interactions.dto';
import { interactionOf, pointOf, profileOf, resolutionAnswer } from './wire';

@ApiTags('interactions')
@ApiExtraModels(InteractionDto, ResolutionAnswerDto, RefusedItemAnswer)
@Controller('v1')
export class InteractionsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(InteractionBatch) private readonly batch: InteractionBatch,
  ) {}

  @ApiOperation({
    summary: 'Record an interaction',
    description:
      'Finds the end user behind the contact points, or creates one, and remembers what happened, with the reasons. One object gets one answer. An array of up to 1,000 gets one answer each, in its order: items are independent of each other, one that is refused says so in its place, and items with the same contact points are handled in their order. When the storage fails in between, the whole request is answered 503: send it again, what was recorded is answered as before.',
  })
  @ApiBody({ schema: { oneOf: [{ $ref: getSchemaPath(InteractionDto) }, { type: 'array', maxItems: 1000, items: { $ref: getSchemaPath(InteractionDto) } }] } })
  @ApiCreatedResponse({ type: ResolutionAnswerDto, description: 'Recorded.' })
  @ApiOkResponse({
    description: 'It was recorded before (`repeated`), or the body was an array.',
    schema: {
      oneOf: [
        { $ref: getSchemaPath(ResolutionAnswerDto) },
        { type: 'array', items: { oneOf: [{ $ref: getSchemaPath(ResolutionAnswerDto) }, { $ref: getSchemaPath(RefusedItemAnswer) }] } },
      ],
    },
  })
  @Idempotent()
  @Problems('request-invalid', 'channel-unknown', 'contact-point-invalid')
  @Writers()
  @Post('interactions')
  async record(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown): Promise<object> {
    parameters(request);
    const context = commandContext(request);
    if (Array.isArray(body)) {
      const { answers, position } = await this.inProgress.once(context, () => this.batch.record(context, body));
      tellPosition(reply, position);
      void reply.code(200);
      return answers;
    }
    const given = interactionOf(await validated.check(InteractionDto, body));
    const command = new RecordInteraction(context, given);
    const answer = await this.inProgress.once(context, () => this.commands.execute<RecordInteraction, ResolutionAnswer>(command));
    tellPosition(reply, answer.position);
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
    const answer = await this.inProgress.once(context, () => this.commands.execute<ResolveEndUser, ResolutionAnswer>(command));
    tellPosition(reply, answer.position);
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
  @Problems('request-invalid', 'interaction-not-found', 'end-user-not-found', 'end-user-deleted', 'interaction-already-assigned')
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
    const { position, ...assigned } = await this.inProgress.once(context, () => this.commands.execute<AssignInteraction, AssignInteractionAnswer>(command));
    tellPosition(reply, position);
    return assigned;
  }
}
