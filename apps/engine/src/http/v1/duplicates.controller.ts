import { Clock, type DifferenceAnswer, type MergedAnswer } from '@kith/application';
import { duplicateRules } from '@kith/domain';
import { type Duplicate, FindEndUser, ListDuplicates, type ListPage, type ShownEndUser } from '@kith/read-models';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { validatedOrEmpty } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { HttpProblem, invalid } from '../problems';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { Shows } from '../shows';
import { Writes } from '../writes';
import { AfterWrite } from './after-write';
import { declaredAnswer } from './differences.controller';
import { DeclaredAnswer, UntilDto } from './differences.dto';
import { DuplicateMerges, type Two } from './duplicate-merges';
import { DuplicatesAnswer, MergeDuplicateDto } from './duplicates.dto';
import { endUserIdIn, oneOf } from './list-parameters';
import { type CompletedMerge, MergeAnswers, mergeShown } from './merge-answers';
import { CompletedMergeAnswer } from './merges.dto';
import { declarationOf } from './wire';

const IdInPath = () =>
  ApiParam({
    name: 'id',
    description: 'Of the suggestion.',
    example: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12',
  });

/** A suggestion with what is shown of both. */
type SideBySide = Duplicate & { readonly endUsers: readonly ShownEndUser[] };

/** Who may be one person: suggested, never merged by itself. */
@ApiTags('merges')
@Controller('v1/duplicates')
export class DuplicatesController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(AfterWrite) private readonly after: AfterWrite,
    @Inject(MergeAnswers) private readonly answers: MergeAnswers,
    @Inject(DuplicateMerges) private readonly merges: DuplicateMerges,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'List who may be one person',
    description:
      'Each two once, side by side, with all that tells of it: the strongest rule first, of one rule the newest first. Nobody who is gone, and no two who are one already or were declared different. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.',
  })
  @ApiQuery({ name: 'endUserId', required: false, description: 'Only those of this end user.', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'rule', required: false, description: 'Only those that this rule tells of.', schema: { type: 'string', enum: [...duplicateRules] } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: DuplicatesAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<SideBySide>>('duplicate', ({ items }) => ({
    endUserIds: items.flatMap(({ endUserIds, evidence }) => [...endUserIds, ...evidence.flatMap((one) => one.endUserIds)]),
    count: items.length,
  }))
  @Readers()
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<SideBySide>> {
    const { endUserId, rule, cursor, limit } = parameters(request, 'endUserId', 'rule', 'cursor', 'limit');
    const filter = { endUserId: endUserIdIn('endUserId', endUserId), rule: oneOf('rule', rule, duplicateRules) };
    const now = new Date(this.clock.now()).toISOString();
    const { tenant } = callerOf(request);
    const { items, nextCursor } = await this.queries.ask(request, new ListDuplicates(tenant, filter, now, { cursor, limit: limitOf(limit) }));
    const shown = async (id: string) => (await this.queries.ask(request, new FindEndUser(tenant, id)))?.endUser ?? [];
    return {
      items: await Promise.all(items.map(async (item) => ({ ...item, endUsers: (await Promise.all(item.endUserIds.map(shown))).flat() }))),
      nextCursor,
    };
  }

  @ApiOperation({
    summary: 'Take up a suggestion',
    description: 'Merges the two, and remembers the rule that suggested it. The body can be left out: then the one that was created first goes on.',
  })
  @IdInPath()
  @ApiBody({ type: MergeDuplicateDto, required: false })
  @ApiCreatedResponse({ type: CompletedMergeAnswer, description: 'Merged, as by `POST /v1/merges`.' })
  @Idempotent()
  @Problems(
    'request-invalid',
    'already-merged',
    'declared-different',
    'duplicate-not-found',
    'end-user-deleted',
    'end-user-erased',
    'end-user-not-found',
    'merge-in-progress',
  )
  @Shows<CompletedMerge>('merge', mergeShown)
  @Writers()
  @Post(':id/merge')
  async merge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) body: MergeDuplicateDto,
  ): Promise<CompletedMerge> {
    parameters(request);
    const two = twoIn(id);
    const survivorId = body.survivorId?.toLowerCase();
    if (survivorId !== undefined && !two.includes(survivorId))
      throw invalid({ pointer: '/survivorId', detail: 'The value must be one of the two ids of the suggestion.' });
    const command = await this.merges.of(commandContext(request), two, survivorId, body.reason ?? undefined);
    return this.answers.merged(command, await this.writes.take<MergedAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Dismiss a suggestion',
    description: 'Declares the two different, as `POST /v1/differences` does: they are no longer suggested, and never merged. The body can be left out.',
  })
  @IdInPath()
  @ApiBody({ type: UntilDto, required: false })
  @ApiCreatedResponse({ type: DeclaredAnswer, description: 'Declared.' })
  @ApiOkResponse({ type: DeclaredAnswer, description: 'It was so already.' })
  @Idempotent()
  @Problems('request-invalid', 'already-merged', 'duplicate-not-found', 'end-user-not-found', 'merge-in-progress', 'merge-with-itself')
  @Writers()
  @Post(':id/dismiss')
  async dismiss(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) body: UntilDto,
  ): Promise<DeclaredAnswer> {
    parameters(request);
    const [one, other] = twoIn(id);
    // Also when nothing suggests them any more: what somebody has seen and judged counts.
    const command = declarationOf(commandContext(request), one, other, body);
    return declaredAnswer(reply, this.after, await this.writes.take<DifferenceAnswer>(reply, command));
  }
}

/** @throws HttpProblem `duplicate-not-found` for what cannot be the id of a suggestion */
function twoIn(id: string): Two {
  const [one = '', other = '', ...rest] = id.split('.');
  const two = [uuidOf(one), uuidOf(other)] as const;
  if (two[0] === undefined || two[1] === undefined || rest.length > 0) throw new HttpProblem('duplicate-not-found');
  return [two[0], two[1]];
}
