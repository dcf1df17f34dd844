import { FindMembershipSweep, ListMembershipSweeps, type ListPage, type ShownMembershipSweep } from '@kith/read-models';
import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { MembershipSweepAnswer, MembershipSweepsAnswer } from './membership-sweeps.dto';

type Listed = Omit<ShownMembershipSweep, 'sweepId'> & { readonly id: string };

/** What goes on, and went on, among existing end users since domains, settings or organizations changed. */
@ApiTags('organizations')
@Controller('v1/membership-sweeps')
export class MembershipSweepsController {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  @ApiOperation({
    summary: 'List the work that changes make among members',
    description:
      'A change of domains, of the settings of membership, or the end of an organization is answered at once; existing end users join and leave as work of its own, page by page, which survives a crash. The latest first, with how far each is.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: MembershipSweepsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Readers()
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<Listed>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const page = await this.queries.ask(request, new ListMembershipSweeps(callerOf(request).tenant, { cursor, limit: limitOf(limit) }));
    return { ...page, items: page.items.map(listed) };
  }

  @ApiOperation({ summary: 'Read how far such work is', description: '`endedAt` is null while it goes on.' })
  @ApiParam({ name: 'id', description: 'Of the work, as the list gives it.', example: '01980f75-4f8b-8a62-b17c-5e6f70819203' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: MembershipSweepAnswer })
  @Problems('membership-sweep-not-found', 'read-models-behind')
  @Readers()
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<Listed> {
    parameters(request);
    const sweepId = uuidOf(id);
    const found = sweepId === undefined ? undefined : await this.queries.ask(request, new FindMembershipSweep(callerOf(request).tenant, sweepId));
    if (!found) throw new HttpProblem('membership-sweep-not-found');
    return listed(found);
  }
}

const listed = ({ sweepId: id, ...sweep }: ShownMembershipSweep): Listed => ({ id, ...sweep });
