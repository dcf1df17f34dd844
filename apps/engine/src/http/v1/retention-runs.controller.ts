import type { RetentionRunAnswer as RetentionCommandAnswer } from '@kith/application';
import { CancelRetentionRun, refuse } from '@kith/domain';
import { FindRetentionRun, type ListPage, ListRetentionRuns, PreviewRetention, type RetentionPreview, type ShownRetentionRun } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { Shows } from '../shows';
import { validated } from '../validated';
import { Writes } from '../writes';
import {
  RetentionPreviewAnswer,
  RetentionRunAnswer,
  RetentionRunsAnswer,
  StartedRetentionRunAnswer,
  StartRetentionRunDto,
  WithoutContactDto,
} from './retention-runs.dto';
import { retentionOf, sinceOf } from './retention-wire';

type Listed = Omit<ShownRetentionRun, 'runId'> & { readonly id: string };

/** Erases end users of whom nothing was heard for long: looked at first, then done page by page. */
@ApiTags('retention')
@Controller('v1/retention-runs')
export class RetentionRunsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
  ) {}

  @ApiOperation({
    summary: 'Look at whom a retention run would erase',
    description:
      'Persons who were last heard of, or spoken to, before the time, whatever profile it was with; and those who never were, and were created before it. Suspended and deleted ones are among them. Who has a ticket that is neither solved nor closed is kept. Nothing is written. It looks through all end users of the tenant: with a million of them it takes seconds.',
  })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: RetentionPreviewAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<RetentionPreview>('list', ({ endUsers }) => ({ endUserIds: endUsers.map(({ id }) => id), count: endUsers.length }))
  @Roles('admin', 'auditor')
  @Post('preview')
  @HttpCode(200)
  preview(@Req() request: FastifyRequest, @Body(validated) body: WithoutContactDto): Promise<RetentionPreview> {
    parameters(request);
    return this.queries.ask(request, new PreviewRetention(callerOf(request).tenant, sinceOf(body)));
  }

  @ApiOperation({
    summary: 'Erase whom the preview told',
    description:
      'Each person as a whole and for good, as by `POST /v1/end-users/{id}/erase`. It is answered at once; persons are erased as work of its own, page by page, which survives a crash. Right before each is erased it is looked at again: who was heard of since, or has an open ticket by now, is kept. Refused with `state-changed` when by now another number of persons would be erased than `expected`; and it never erases more.',
  })
  @ApiCreatedResponse({ type: StartedRetentionRunAnswer, description: 'Started, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'state-changed', 'read-models-behind')
  @Roles('admin')
  @Post()
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: StartRetentionRunDto,
  ): Promise<StartedRetentionRunAnswer> {
    parameters(request);
    const { runId: id } = await this.writes.take<RetentionCommandAnswer>(reply, retentionOf(commandContext(request), body));
    return { id };
  }

  @ApiOperation({ summary: 'List retention runs', description: 'The latest first, with how far each is.' })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: RetentionRunsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Roles('admin', 'auditor')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<Listed>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const page = await this.queries.ask(request, new ListRetentionRuns(callerOf(request).tenant, { cursor, limit: limitOf(limit) }));
    return { ...page, items: page.items.map(listed) };
  }

  @ApiOperation({ summary: 'Read how far a retention run is', description: '`endedAt` is null while it goes on.' })
  @ApiParam({ name: 'id', description: 'Of the run.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: RetentionRunAnswer })
  @Problems('retention-run-not-found', 'read-models-behind')
  @Roles('admin', 'auditor')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<Listed> {
    parameters(request);
    const found = await this.queries.ask(request, new FindRetentionRun(callerOf(request).tenant, runIdOf(id)));
    return listed(found ?? refuse('retention-run-not-found'));
  }

  @ApiOperation({ summary: 'Cancel a retention run', description: 'Nobody more is erased by it, but for a few of whom it had begun. Who is erased stays so.' })
  @ApiParam({ name: 'id', description: 'Of the run.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiNoContentResponse({ description: 'Cancelled, now or before, or at its end already.' })
  @Idempotent()
  @Problems('request-invalid', 'retention-run-not-found')
  @Roles('admin')
  @Post(':id/cancel')
  @HttpCode(204)
  async cancel(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    noFields(request);
    parameters(request);
    await this.writes.take<RetentionCommandAnswer>(reply, new CancelRetentionRun(commandContext(request), runIdOf(id)));
  }
}

const runIdOf = (text: string): string => uuidOf(text) ?? refuse('retention-run-not-found');

const listed = ({ runId: id, ...run }: ShownRetentionRun): Listed => ({ id, ...run });
