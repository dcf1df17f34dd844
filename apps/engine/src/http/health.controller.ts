import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { version } from '../version';
import { AlwaysOpen } from './access';
import { Health } from './health';
import { AliveAnswer, HealthAnswer } from './health.dto';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  @ApiOperation({ summary: 'Is the process alive?', description: 'Answers as long as it runs; a process that does not answer should be started again.' })
  @ApiOkResponse({ type: AliveAnswer })
  @AlwaysOpen()
  @Get('live')
  live(): AliveAnswer {
    return { status: 'alive', version };
  }

  @ApiOperation({
    summary: 'Is the engine ready?',
    description: 'Not while the log cannot be written, or a read model is stopped or lags too far; the answer says which and why.',
  })
  @ApiOkResponse({ type: HealthAnswer })
  @ApiServiceUnavailableResponse({ type: HealthAnswer, description: 'Not ready; the same shape.' })
  @AlwaysOpen()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    const answer = await this.health.ready();
    if (answer.status !== 'ready') void reply.code(503).header('retry-after', '1');
    return answer;
  }
}
