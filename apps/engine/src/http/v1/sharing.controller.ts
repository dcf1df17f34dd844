import type { ShareContactPointAnswer } from '@kith/application';
import { ShareContactPoint, UnshareContactPoint } from '@kith/domain';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { commandContext } from '../command-context';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { ShareDto, SharedAnswer } from './sharing.dto';
import { namedPointOf } from './wire';

@ApiTags('contact points')
@Controller('v1/contact-points')
export class SharingController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @ApiOperation({
    summary: 'Share a contact point',
    description:
      'Several end users may hold it: a switchboard, a family’s telephone, `info@`. From then on it decides nothing alone. Sharing what is shared already succeeds.',
  })
  @ApiOkResponse({ type: SharedAnswer, description: 'Shared, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'contact-point-invalid', 'contact-point-blocked', 'channel-unknown', 'end-user-erased')
  @Writers()
  @Post('share')
  @HttpCode(200)
  async share(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: ShareDto): Promise<SharedAnswer> {
    parameters(request);
    const command = new ShareContactPoint(commandContext(request), namedPointOf(body), body.reason ?? undefined);
    const { position: _, ...point } = await this.writes.take<ShareContactPointAnswer>(reply, command);
    return { ...point, shared: true };
  }

  @ApiOperation({
    summary: 'Share a contact point no more',
    description: 'One end user at most holds it from here on, and it decides again. Refused while there are more: detach them first.',
  })
  @ApiOkResponse({ type: SharedAnswer, description: 'Not shared, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'contact-point-invalid', 'contact-point-blocked', 'channel-unknown', 'contact-point-still-shared', 'end-user-erased')
  @Writers()
  @Post('unshare')
  @HttpCode(200)
  async unshare(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: ShareDto): Promise<SharedAnswer> {
    parameters(request);
    const command = new UnshareContactPoint(commandContext(request), namedPointOf(body), body.reason ?? undefined);
    const { position: _, ...point } = await this.writes.take<ShareContactPointAnswer>(reply, command);
    return { ...point, shared: false };
  }
}
