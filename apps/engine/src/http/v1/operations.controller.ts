import { type ProjectionName, projectionNames } from '@kith/read-models';
import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RunningParts } from '../../parts/running-parts';
import { Roles } from '../access';
import { Health } from '../health';
import { ProjectionsAnswer } from '../health.dto';
import { Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { parameters } from '../queries';

@ApiTags('operations')
@Controller('v1/operations/projections')
export class OperationsController {
  constructor(
    @Inject(RunningParts) private readonly parts: RunningParts,
    @Inject(Health) private readonly health: Health,
  ) {}

  @ApiOperation({ summary: 'List the projections', description: 'How far each read model is, and why one stands still.' })
  @ApiOkResponse({ type: ProjectionsAnswer })
  @Problems()
  @Roles('admin')
  @Get()
  list(@Req() request: FastifyRequest): ProjectionsAnswer {
    parameters(request);
    return { items: this.health.projections() };
  }

  @ApiOperation({ summary: 'Retry a stopped projection', description: 'Now, instead of after its pause. One that is not stopped goes on as it does.' })
  @ApiParam({ name: 'name', example: 'contact-lookup' })
  @ApiAcceptedResponse({ description: 'It is being tried; the list tells what came of it.' })
  @Problems('projection-not-found')
  @Roles('admin')
  @Post(':name/retry')
  @HttpCode(202)
  retry(@Req() request: FastifyRequest, @Param('name') name: string): void {
    parameters(request);
    if (!isProjection(name)) throw new HttpProblem('projection-not-found');
    this.parts.projector?.retry(name);
  }
}

const isProjection = (name: string): name is ProjectionName => (projectionNames as readonly string[]).includes(name);
