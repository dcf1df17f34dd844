import type { OpenTicketAnswer } from '@kith/application';
import { OpenTicket } from '@kith/domain';
import { type CommandKind, kind } from './command-kind';
import * as dto from './organization-commands.dto';
import { correctionOf, moveOf, statusOf, type TicketCommandAnswer, ticketAnswer, ticketOf } from './ticket-wire';
import { OpenTicketDto } from './tickets.dto';

const told = (answer: TicketCommandAnswer) => ({ status: 200, result: ticketAnswer(answer) });

/** Commands about tickets. */
export const ticketCommandKinds: readonly CommandKind[] = [
  kind('OpenTicket', {
    about: 'Tell of a ticket that another system keeps: find or create its requester, and route it.',
    data: OpenTicketDto,
    touches: ({ source, id, requesterId, contactPoints, organizationId }) => ({
      ticket: { source, id },
      endUsers: requesterId == null ? [] : [requesterId],
      points: contactPoints ?? [],
      organizations: organizationId == null ? [] : [organizationId],
    }),
    command: (context, data) => new OpenTicket(context, ticketOf(data)),
    told: (answer: OpenTicketAnswer) => {
      const done = answer.outcome !== 'repeated';
      return { status: done ? 201 : 200, result: ticketAnswer(answer), done };
    },
  }),
  kind('ChangeTicketStatus', {
    about: 'Tell the status of a ticket, from a time on.',
    data: dto.TicketStatusData,
    touches: ({ ticketId }) => ({ ticket: ticketId }),
    command: (context, data) => statusOf(context, data.ticketId, data),
    told,
  }),
  kind('MoveTicketToOrganization', {
    about: 'Say which organization a ticket is of from here on; null is none.',
    data: dto.MoveTicketData,
    touches: ({ ticketId, organizationId }) => ({ ticket: ticketId, organizations: organizationId === null ? [] : [organizationId] }),
    command: (context, data) => moveOf(context, data.ticketId, data),
    told,
  }),
  kind('CorrectTicketRequester', {
    about: 'Say who asked a ticket, when it was somebody else.',
    data: dto.CorrectRequesterData,
    touches: ({ ticketId, requesterId, contactPoints }) => ({
      ticket: ticketId,
      endUsers: requesterId == null ? [] : [requesterId],
      points: contactPoints ?? [],
    }),
    command: (context, data) => correctionOf(context, data.ticketId, data),
    told,
  }),
];
