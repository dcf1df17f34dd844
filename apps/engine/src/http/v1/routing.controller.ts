import { FindRoute, type FoundRoute } from '@kith/application';
import { type WhatIfPage, WhatIfRouting } from '@kith/read-models';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { instant } from '../fields';
import { Problems } from '../openapi';
import { limitOf, parameters, Queries } from '../queries';
import { validated } from '../validated';
import { FoundRouteAnswer, WhatIfAnswer } from './route-answers.dto';
import { WhatIfDto } from './routing.dto';
import { proposedRoutingOf } from './routing-wire';
import { requesterProblems } from './ticket-ids';
import { routeQuestionOf } from './ticket-wire';
import { RoutedByDto } from './tickets.dto';

/** Where tickets would go. Nothing is written, so whoever reads may ask. */
@ApiTags('tickets')
@Controller('v1')
export class RoutingController {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  @ApiOperation({
    summary: 'Ask where a ticket would go',
    description:
      'What opening such a ticket now would decide, by which rule, and why: the last few rules that were looked at, and what of each did not hold. Nobody is created. The requester can be left out: then it is somebody known, who is a member of nothing.',
  })
  @ApiOkResponse({ type: FoundRouteAnswer })
  @Problems('request-invalid', ...requesterProblems, 'organization-not-found', 'organization-deleted')
  @Readers()
  @Post('route')
  @HttpCode(200)
  find(@Req() request: FastifyRequest, @Body(validated) body: RoutedByDto): Promise<FoundRoute> {
    parameters(request);
    return this.queries.ask(request, new FindRoute(callerOf(request).tenant, routeQuestionOf(body)));
  }

  @ApiOperation({
    summary: 'Try rules on tickets of the past',
    description:
      'Which of them would have gone elsewhere by these rules, the latest opened first, decided by what was known of each when it was opened. Nothing is changed: what was decided stays. A page looks at a bounded number of tickets and says of how many it tells: read on until `nextCursor` is null, and add the counts up.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of the same question.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: WhatIfAnswer })
  @Problems('request-invalid', 'read-models-behind', 'routing-invalid')
  @Readers()
  @Post('routing/what-if')
  @HttpCode(200)
  whatIf(@Req() request: FastifyRequest, @Body(validated) { routing, organizationId, from, to }: WhatIfDto): Promise<WhatIfPage> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const filter = {
      ...(organizationId != null && { organizationId: organizationId.toLowerCase() }),
      ...(from != null && { from: instant(from) }),
      ...(to != null && { to: instant(to) }),
    };
    const page = { cursor, limit: limitOf(limit) };
    return this.queries.ask(request, new WhatIfRouting(callerOf(request).tenant, proposedRoutingOf(routing), filter, page));
  }
}
