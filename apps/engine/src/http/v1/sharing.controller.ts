import type { ShareContactPointAnswer } from '@kith/application';
import { ShareContactPoint } from '@kith/domain';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { commandContext } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { parameters, tellPosition } from '../queries';
import { validated } from '../validated';
import { ShareDto, SharedAnswer } from './sharing.dto';

@ApiTags('contact points')
@Controller('v1/contact-points')
export class SharingController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
  ) {}

  @ApiOperation({
    summary: 'Share a contact point',
    description:
      'Several end users may hold it: a switchboard, a family’s telephone, `info@`. From then on it decides nothing alone. Sharing what is shared already succeeds.',
  })
  @ApiOkResponse({ type: SharedAnswer, description: 'Shared, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'contact-point-invalid', 'contact-point-blocked', 'channel-unknown')
  @Writers()
  @Post('share')
  @HttpCode(200)
  async share(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: ShareDto): Promise<SharedAnswer> {
    parameters(request);
    const context = commandContext(request);
    const { channel, value, scope, reason } = body;
    const command = new ShareContactPoint(context, scope == null ? { channel, value } : { channel, value, scope }, reason ?? undefined);
    const { position, ...point } = await this.inProgress.once(context, () => this.commands.execute<ShareContactPoint, ShareContactPointAnswer>(command));
    tellPosition(reply, position);
    return { ...point, shared: true };
  }
}
