import { Clock, type DifferenceAnswer as DeclareDifferentAnswer } from '@kith/application';
import { refuse, WithdrawDifference } from '@kith/domain';
import { ListDifferences, type ListPage, type ShownDifference } from '@kith/read-models';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { validatedOrEmpty } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { Shows } from '../shows';
import { validated } from '../validated';
import { Writes } from '../writes';
import { AfterWrite } from './after-write';
import { DeclaredAnswer, DifferenceDto, DifferencesAnswer } from './differences.dto';
import { ReasonDto } from './end-users.dto';
import { choice, endUserIdIn } from './list-parameters';
import { declarationOf } from './wire';

/** Who is not one person. */
@ApiTags('merges')
@Controller('v1/differences')
export class DifferencesController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(AfterWrite) private readonly after: AfterWrite,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Declare two end users different',
    description:
      'They are not one person: nobody and nothing merges them, nor anybody of their clusters with each other, and the pair is no longer suggested. It counts until it is withdrawn, or `until` is over. Declaring what is declared already succeeds.',
  })
  @ApiCreatedResponse({ type: DeclaredAnswer, description: 'Declared.' })
  @ApiOkResponse({ type: DeclaredAnswer, description: 'It was so already.' })
  @Idempotent()
  @Problems('request-invalid', 'end-user-not-found', 'already-merged', 'merge-in-progress', 'merge-with-itself')
  @Writers()
  @Post()
  async declare(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: DifferenceDto,
  ): Promise<DeclaredAnswer> {
    parameters(request);
    const command = declarationOf(commandContext(request), body.endUserId, body.otherId, body);
    return declaredAnswer(reply, this.after, await this.writes.take<DeclareDifferentAnswer>(reply, command));
  }

  @ApiOperation({ summary: 'List who was declared different', description: 'The latest declaration first, also those that count no longer.' })
  @ApiQuery({
    name: 'endUserId',
    required: false,
    description: 'It, or another member of its cluster, is one of the two.',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({ name: 'standing', required: false, description: 'Only those that count now, or only those that do not.', schema: { type: 'boolean' } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: DifferencesAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<ShownDifference>>('merge', ({ items }) => ({
    endUserIds: items.flatMap(({ endUserId, otherId }) => [endUserId, otherId]),
    count: items.length,
  }))
  @Readers()
  @Get()
  list(@Req() request: FastifyRequest): Promise<ListPage<ShownDifference>> {
    const { endUserId, standing, cursor, limit } = parameters(request, 'endUserId', 'standing', 'cursor', 'limit');
    const filter = { endUserId: endUserIdIn('endUserId', endUserId), standing: choice('standing', standing) };
    const now = new Date(this.clock.now()).toISOString();
    return this.queries.ask(request, new ListDifferences(callerOf(request).tenant, filter, now, { cursor, limit: limitOf(limit) }));
  }

  @ApiOperation({ summary: 'Withdraw a declaration', description: 'The two may be merged again, and suggested. The body can be left out.' })
  @ApiParam({ name: 'id', description: 'Of the declaration.', example: '01980f74-3e7a-8f51-a06b-4d5e6f708192' })
  @ApiBody({ type: ReasonDto, required: false })
  @ApiNoContentResponse({ description: 'Withdrawn, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'difference-not-found', 'merge-in-progress', 'read-models-behind')
  @Writers()
  @Delete(':id')
  @HttpCode(204)
  async withdraw(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { reason }: ReasonDto,
  ): Promise<void> {
    parameters(request);
    const context = commandContext(request);
    const command = new WithdrawDifference(context, uuidOf(id) ?? refuse('difference-not-found'), reason ?? undefined);
    const { position } = await this.writes.take<DeclareDifferentAnswer>(reply, command);
    await this.after.declared(position);
  }
}

/** What was declared, once lists and suggestions know of it. */
export async function declaredAnswer(reply: FastifyReply, after: AfterWrite, answer: DeclareDifferentAnswer): Promise<DeclaredAnswer> {
  const { declarationId: id, endUserId, otherId, until, position } = answer;
  void reply.code(position === null ? 200 : 201);
  await after.declared(position);
  return { id, endUserId, otherId, until };
}
