import { type EraseEndUserAnswer, Erasures } from '@kith/application';
import { EraseEndUser, refuse } from '@kith/domain';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf } from '../command-context';
import { Conditions, IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { endUserIdOf } from './end-user-ids';
import { EraseDto, ErasedAnswer, ErasureAnswer } from './erasure.dto';
import { erasedAnswer, erasureAnswer } from './erasure-wire';

/** End users who are gone for good. */
@ApiTags('erasure')
@Controller('v1/end-users/:id')
export class ErasureController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
    @Inject(Erasures) private readonly erasures: Erasures,
  ) {}

  @ApiOperation({
    summary: 'Erase an end user',
    description:
      'For good: when it is answered, no key is left that opens what was written of them, and lookups no longer find them. Their contact points are given back, and what is read from is cleared and overwritten within a minute: `GET …/erasure` tells when that is certified. Ids, links and counts stay, so that a merge can still be undone for the others. Of who was deleted, too; there is no way back.',
  })
  @ApiParam({ name: 'id' })
  @ApiOkResponse({ type: ErasedAnswer, description: 'Erased, now or before.' })
  @Idempotent()
  @IfMatch()
  @Problems('request-invalid', 'end-user-not-found', 'state-changed', 'merge-in-progress')
  @Roles('admin')
  @Post('erase')
  @HttpCode(200)
  async erase(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { scope }: EraseDto,
  ): Promise<ErasedAnswer> {
    parameters(request);
    const endUserId = endUserIdOf(id);
    return erasedAnswer(
      await this.writes.take<EraseEndUserAnswer>(reply, new EraseEndUser(await this.conditions.context(request, endUserId), endUserId, scope)),
    );
  }

  @ApiOperation({
    summary: 'Read how far an erasure is',
    description: 'The last one of this profile, read from the log: right in the moment after it was asked for.',
  })
  @ApiParam({ name: 'id' })
  @ApiOkResponse({ type: ErasureAnswer })
  @Problems('end-user-not-found', 'erasure-not-found')
  @Roles('admin', 'auditor')
  @Get('erasure')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ErasureAnswer> {
    parameters(request);
    const { tenant } = callerOf(request);
    const endUserId = endUserIdOf(id);
    const erasure = await this.erasures.find(tenant, endUserId);
    if (!erasure) return refuse((await this.erasures.isKnown(tenant, endUserId)) ? 'erasure-not-found' : 'end-user-not-found');
    return erasureAnswer(endUserId, erasure);
  }
}
