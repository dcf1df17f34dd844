import { type ProjectionName, projectionNames, RebuildInProgress } from '@kith/read-models';
import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { RebuildStatus } from '../../parts/rebuild-part';
import { RunningParts } from '../../parts/running-parts';
import { Roles } from '../access';
import { Health } from '../health';
import { Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { parameters } from '../queries';
import { ProjectionsAnswer, RebuildAnswer } from './operations.dto';

@ApiTags('operations')
@Controller('v1/operations/projections')
export class OperationsController {
  constructor(
    @Inject(RunningParts) private readonly parts: RunningParts,
    @Inject(Health) private readonly health: Health,
  ) {}

  @ApiOperation({
    summary: 'List the projections',
    description: 'How far each read model is, why one stands still, and where the last rebuild has come.',
  })
  @ApiOkResponse({ type: ProjectionsAnswer })
  @Problems('request-invalid')
  @Roles('admin')
  @Get()
  list(@Req() request: FastifyRequest): ProjectionsAnswer {
    parameters(request);
    return { items: this.health.projections(), rebuild: this.rebuildAnswer() };
  }

  @ApiOperation({
    summary: 'Rebuild the read models',
    description:
      'All of them, from the beginning of the log, beside those that serve: reads are answered as before until the new ones have everything that the old ones have, and from them afterwards. The list of projections shows how far it is.',
  })
  @ApiAcceptedResponse({ type: RebuildAnswer, description: 'It is under way.' })
  @Problems('request-invalid', 'rebuild-in-progress')
  @Roles('admin')
  @Post('rebuild')
  @HttpCode(202)
  async rebuild(@Req() request: FastifyRequest): Promise<RebuildAnswer> {
    parameters(request);
    await this.parts.rebuild?.start().catch((error: unknown) => {
      throw error instanceof RebuildInProgress ? new HttpProblem('rebuild-in-progress') : error;
    });
    return this.rebuildAnswer();
  }

  @ApiOperation({ summary: 'Retry a stopped projection', description: 'Now, instead of after its pause. One that is not stopped goes on as it does.' })
  @ApiParam({ name: 'name', example: 'contact-lookup' })
  @ApiAcceptedResponse({ description: 'It is being tried; the list tells what came of it.' })
  @Problems('request-invalid', 'projection-not-found')
  @Roles('admin')
  @Post(':name/retry')
  @HttpCode(202)
  retry(@Req() request: FastifyRequest, @Param('name') name: string): void {
    parameters(request);
    if (!isProjection(name)) throw new HttpProblem('projection-not-found', `There are ${projectionNames.join(', ')}.`);
    this.parts.projector?.retry(name);
  }

  private rebuildAnswer(): RebuildAnswer {
    return answerOf(this.parts.rebuild?.status() ?? { state: 'none' });
  }
}

const isProjection = (name: string): name is ProjectionName => (projectionNames as readonly string[]).includes(name);

const timeOf = (milliseconds: number | undefined): string | null => (milliseconds === undefined ? null : new Date(milliseconds).toISOString());

function answerOf({ state, done, total, events, share, perSecond, secondsLeft, startedAt, endedAt, reason }: RebuildStatus): RebuildAnswer {
  return {
    state,
    done: done?.toString() ?? null,
    total: total?.toString() ?? null,
    events: events ?? null,
    share: share ?? null,
    perSecond: perSecond === undefined ? null : Math.round(perSecond),
    secondsLeft: secondsLeft !== undefined && Number.isFinite(secondsLeft) ? Math.ceil(secondsLeft) : null,
    startedAt: timeOf(startedAt),
    endedAt: timeOf(endedAt),
    reason: reason ?? null,
  };
}
