import { refuse } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { ProblemCode } from '../problems';

/** Describes the id in the path. */
export const TicketId = () =>
  applyDecorators(
    ApiParam({
      name: 'id',
      description: '`id` of the answer when the ticket was opened; `GET /v1/tickets?source=&sourceId=` tells it, too.',
      example: '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412',
    }),
  );

/** What can be wrong with the words that say who asks. */
export const requesterProblems = [
  'channel-unknown',
  'contact-point-invalid',
  'contact-point-quarantined',
  'contact-point-unverified',
  'end-user-not-found',
  'end-user-deleted',
  'end-user-erased',
  'no-contact-point',
  'requester-ambiguous',
] as const satisfies readonly ProblemCode[];

/** The ticket that the path names. @throws Refusal `ticket-not-found` for what is no digest: none has such an id */
export const ticketIdOf = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? text : refuse('ticket-not-found'));
