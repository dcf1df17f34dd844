import type { OpenTicketAnswer } from '@kith/application';
import { CorrectTicketRequester, OpenTicket } from '@kith/domain';
import { Body, Controller, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { Conditions, IfMatch } from '../if-match';
import { Idempotent, Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { parameters } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { etagOf } from './end-user-ids';
import { CorrectedRequesterAnswer, MovedTicketAnswer, OpenedTicketAnswer, TicketStatusAnswer } from './ticket-answers.dto';
import { requesterProblems, TicketId, ticketIdOf } from './ticket-ids';
import { moveOf, type TicketCommandAnswer, ticketAnswer, ticketChangeOf, ticketOf } from './ticket-wire';
import { ChangeTicketDto, MoveTicketDto, OpenTicketDto } from './tickets.dto';

/** Tickets that other systems keep: told of here, so that they are routed and seen by organization. */
@ApiTags('tickets')
@ApiExtraModels(TicketStatusAnswer, CorrectedRequesterAnswer)
@Controller('v1/tickets')
export class TicketsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Conditions) private readonly conditions: Conditions,
  ) {}

  @ApiOperation({
    summary: 'Open a ticket',
    description:
      'Finds its requester, by id or by contact points, and creates one when nobody has them; takes the organization that is named, or else the requester’s default at this moment; and routes it by the rules of this moment. All of that stays, whatever the rules become. A ticket is opened once for each source and id: again, it is answered as before.',
  })
  @ApiCreatedResponse({ type: OpenedTicketAnswer, description: 'Opened.' })
  @ApiOkResponse({ type: OpenedTicketAnswer, description: 'It was opened before (`repeated`).' })
  @Idempotent()
  @Problems('request-invalid', ...requesterProblems, 'organization-not-found', 'organization-deleted', 'ticket-exists', 'time-in-future')
  @Writers()
  @Post()
  async open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: OpenTicketDto): Promise<object> {
    parameters(request);
    const answer = await this.writes.take<OpenTicketAnswer>(reply, new OpenTicket(commandContext(request), ticketOf(body)));
    void reply.code(answer.outcome === 'repeated' ? 200 : 201).header('location', `/v1/tickets/${answer.ticketId}`);
    return ticketAnswer(answer);
  }

  @ApiOperation({
    summary: 'Change a ticket',
    description:
      'Tells its status, from a time on: statuses are put in the order of `at`, whenever they are told, and one after `solved` or `closed` reopens it. Or corrects who asked; the organization stays.',
  })
  @TicketId()
  @ApiOkResponse({
    description: 'It is so, now or before: the status in force now, or who asked. `ETag` tells the new state when it changed.',
    schema: { oneOf: [{ $ref: getSchemaPath(TicketStatusAnswer) }, { $ref: getSchemaPath(CorrectedRequesterAnswer) }] },
  })
  @Idempotent()
  @IfMatch('ticket')
  @Problems('request-invalid', ...requesterProblems, 'state-changed', 'ticket-not-found', 'time-in-future')
  @Writers('ticket')
  @Patch(':id')
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: ChangeTicketDto,
  ): Promise<object> {
    parameters(request);
    const ticketId = ticketIdOf(id);
    const command = ticketChangeOf(await this.conditions.onTicket(request, ticketId), ticketId, body);
    // Whoever it is corrected to would be shown with the ticket, also somebody whom the key may not see.
    if (command instanceof CorrectTicketRequester && callerOf(request).organizations !== undefined)
      throw new HttpProblem('not-allowed', 'This key is limited to some organizations: it does not say who asked.');
    return changedTicket(reply, await this.writes.take<TicketCommandAnswer>(reply, command));
  }

  @ApiOperation({
    summary: 'Move a ticket to an organization',
    description: 'It is the other organization’s from here on, or none’s; reports of the time before still count it where it was. Its route stays.',
  })
  @TicketId()
  @ApiOkResponse({ type: MovedTicketAnswer, description: 'It is there, now or before. `ETag` tells the new state when it changed.' })
  @Idempotent()
  @IfMatch('ticket')
  @Problems('request-invalid', 'organization-not-found', 'organization-deleted', 'state-changed', 'ticket-not-found')
  @Writers()
  @Post(':id/move')
  @HttpCode(200)
  async move(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) body: MoveTicketDto,
  ): Promise<object> {
    parameters(request);
    const ticketId = ticketIdOf(id);
    const command = moveOf(await this.conditions.onTicket(request, ticketId), ticketId, body);
    return changedTicket(reply, await this.writes.take<TicketCommandAnswer>(reply, command));
  }
}

/** What was changed, with the `ETag` that it has since; none is told when it was so already. */
function changedTicket(reply: FastifyReply, answer: TicketCommandAnswer): object {
  if (answer.position !== null) void reply.header('etag', etagOf(answer.ticketId, answer.position));
  return ticketAnswer(answer);
}
