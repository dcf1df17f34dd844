import { Identifiers } from '@kith/application';
import { type Priority, priorities, refuse, type TicketStatus, ticketStatuses } from '@kith/domain';
import { FindTicket, type FoundTicket, type ListPage, ListTickets, type ShownTicket, type TicketFilter } from '@kith/read-models';
import { applyDecorators, Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Narrowing } from '../narrowing';
import { Problems } from '../openapi';
import { invalid } from '../problems';
import { limitOf, parameters, Queries } from '../queries';
import { Shows } from '../shows';
import { endUserIdIn, oneOf, organizationIdIn, text } from './list-parameters';
import { etagHeader } from './organization-ids';
import { FoundTicketAnswer, TicketsAnswer } from './ticket-answers.dto';
import { TicketId, ticketIdOf } from './ticket-ids';

/** Parameters that lists of tickets take, whatever they are of. */
export const ticketConditions = ['status', 'queue', 'priority', 'assignee', 'rule', 'requesterId'] as const;

/** Describes them. */
export const TicketConditions = () =>
  applyDecorators(
    ApiQuery({
      name: 'status',
      required: false,
      description: '`unsolved`, one status, or several separated by commas.',
      schema: { type: 'string', pattern: '^(unsolved|[a-z-]+(,[a-z-]+)*)$', example: 'open,pending' },
    }),
    ApiQuery({ name: 'queue', required: false, description: 'Routed to it.', schema: { type: 'string', minLength: 1, maxLength: 64, example: 'default' } }),
    ApiQuery({ name: 'priority', required: false, description: 'Routed with it.', schema: { type: 'string', enum: [...priorities], example: 'normal' } }),
    ApiQuery({
      name: 'assignee',
      required: false,
      description: 'Routed to them.',
      schema: { type: 'string', minLength: 1, maxLength: 128, example: 'agent-7' },
    }),
    ApiQuery({ name: 'rule', required: false, description: 'Routed by it.', schema: { type: 'string', minLength: 1, maxLength: 128, example: 'fallback' } }),
    ApiQuery({
      name: 'requesterId',
      required: false,
      description: 'Asked by this end user, under whatever id of its cluster.',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } }),
    ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' }),
  );

/** The conditions of a list, as its parameters give them. @throws HttpProblem 400 that names the parameter at fault */
export function ticketFilter(given: { readonly [name in (typeof ticketConditions)[number]]?: string }): TicketFilter {
  return {
    status: statusesIn(given.status),
    queue: text('queue', given.queue, 64),
    priority: oneOf<Priority>('priority', given.priority, priorities),
    assignee: text('assignee', given.assignee, 128),
    rule: text('rule', given.rule, 128),
    requesterId: endUserIdIn('requesterId', given.requesterId),
  };
}

@ApiTags('tickets')
@Controller('v1/tickets')
export class TicketListController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
  ) {}

  @ApiOperation({
    summary: 'Find and list tickets',
    description:
      'Those that meet all conditions given, the latest opened first. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null. `source` and `sourceId` together, and nothing else with them, find the one that another system calls so.',
  })
  @ApiQuery({
    name: 'organizationId',
    required: false,
    description: 'Of this organization, under whatever id of its cluster.',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({ name: 'source', required: false, description: 'The system that keeps it.', schema: { type: 'string', minLength: 1, maxLength: 64 } })
  @ApiQuery({ name: 'sourceId', required: false, description: 'Its id there.', schema: { type: 'string', minLength: 1, maxLength: 200, example: 'T-1042' } })
  @TicketConditions()
  @ApiOkResponse({ type: TicketsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<ShownTicket>>('ticket', ({ items }) => ({ endUserIds: requestersOf(items), count: items.length }))
  @Readers('narrowed')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<ShownTicket>> {
    const given = parameters(request, 'organizationId', 'source', 'sourceId', ...ticketConditions, 'cursor', 'limit');
    const { tenant } = callerOf(request);
    const limit = limitOf(given.limit);
    if (given.source !== undefined || given.sourceId !== undefined) return this.known(request, given);
    const organizationIds = await this.narrowing.listed(request, organizationIdIn('organizationId', given.organizationId));
    if (organizationIds?.length === 0) return { items: [], nextCursor: null };
    const filter = { ...ticketFilter(given), organizationIds };
    return this.queries.ask(request, new ListTickets(tenant, filter, { cursor: given.cursor, limit }));
  }

  @ApiOperation({ summary: 'Read a ticket', description: 'With every status that was told of it, and why it was routed as it was.' })
  @TicketId()
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: FoundTicketAnswer, headers: { ETag: etagHeader }, description: '`ETag` changes whenever the ticket does.' })
  @Problems('ticket-not-found', 'read-models-behind')
  @Shows<FoundTicket['ticket']>('ticket', (ticket) => ({ endUserIds: requestersOf([ticket]), count: 1 }))
  @Readers('ticket')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<FoundTicket['ticket']> {
    parameters(request);
    const found = (await this.queries.ask(request, new FindTicket(callerOf(request).tenant, ticketIdOf(id)))) ?? refuse('ticket-not-found');
    void reply.header('etag', `"${found.ticket.id}.${found.position}"`);
    return found.ticket;
  }

  /** The one that another system calls so, as a list of one. */
  private async known(request: FastifyRequest, given: Readonly<Record<string, string | undefined>>): Promise<ListPage<ShownTicket>> {
    const { source, sourceId, limit: _, ...others } = given;
    const [other] = Object.keys(others);
    if (other !== undefined) throw invalid({ parameter: other, detail: 'The parameter goes with none of source and sourceId: they name one ticket.' });
    const [system, id] = [text('source', source, 64), text('sourceId', sourceId, 200)];
    if (system === undefined || id === undefined)
      throw invalid({ parameter: system === undefined ? 'source' : 'sourceId', detail: 'source and sourceId name a ticket together.' });
    const { tenant } = callerOf(request);
    const ticketId = (await this.identifiers.of(tenant)).ticket(system, id);
    const found = await this.queries.ask(request, new FindTicket(tenant, ticketId));
    const theirs = await this.narrowing.organizations(request);
    if (!found || (theirs && !theirs.has(found.ticket.organization?.canonicalId ?? ''))) return { items: [], nextCursor: null };
    const { statuses: _statuses, reasons: _reasons, ...ticket } = found.ticket;
    return { items: [ticket], nextCursor: null };
  }
}

/** Who asked, under the id that the ticket was opened with and the one that stands for it. */
export const requestersOf = (tickets: readonly Pick<ShownTicket, 'requester'>[]): readonly string[] =>
  tickets.flatMap(({ requester: { id, canonicalId } }) => [id, canonicalId]);

function statusesIn(given: string | undefined): readonly TicketStatus[] | 'unsolved' | undefined {
  if (given === undefined || given === 'unsolved') return given;
  const known = given.split(',').map((name) => ticketStatuses.find((one) => one === name));
  if (!known.every((one) => one !== undefined))
    throw invalid({ parameter: 'status', detail: `The parameter must be unsolved, or some of ${ticketStatuses.join(', ')}, separated by commas.` });
  return [...new Set(known)].sort();
}
