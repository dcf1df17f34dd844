import { ContactPoints, Histories, type HistoryEntry, type HistoryPage, type HistoryRequest } from '@kith/application';
import { refuse } from '@kith/domain';
import { KeysetList } from '@kith/read-models';
import { applyDecorators, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf } from '../command-context';
import { Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { limitOf, parameters } from '../queries';
import { Shows } from '../shows';
import { endUserIdOf } from './end-user-ids';
import { HistoryAnswer, type HistoryEntryAnswer } from './history.dto';
import { historyShown } from './history-shown';
import { OrganizationId, organizationIdOf } from './organization-ids';
import { inPath, PointInPath } from './point-in-path';
import { TicketId, ticketIdOf } from './ticket-ids';

/** What every history has in common: its pages, its answer, and who may read it. */
const History = () =>
  applyDecorators(
    ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of the same history.', schema: { type: 'string' } }),
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } }),
    ApiOkResponse({ type: HistoryAnswer }),
    Roles('admin', 'auditor'),
  );

/** Every fact, for auditors: read from the log, so that it is right in the moment after a write. */
@ApiTags('history')
@Controller('v1')
export class HistoryController {
  constructor(
    @Inject(Histories) private readonly histories: Histories,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Read the history of an end user',
    description:
      'Every fact, the oldest first, with who, when, why, by which command, and what it changed: of all profiles that are this person today, whichever of their ids is asked for, and of the contact points that they hold or held, as far as it concerns them. `of` says whose fact it is. Points of a profile that was erased can be missing: their own histories have them.',
  })
  @ApiParam({ name: 'id', description: 'Of any profile of the person.' })
  @Problems('request-invalid', 'end-user-not-found', 'position-unknown', 'read-models-behind')
  @Shows<HistoryAnswer>('history', historyShown)
  @History()
  @Get('end-users/:id/history')
  ofEndUser(@Req() request: FastifyRequest, @Param('id') id: string): Promise<HistoryAnswer> {
    const endUserId = endUserIdOf(id);
    return answered(parameters(request, 'cursor', 'limit'), endUserId, (asked) => this.histories.ofEndUser(callerOf(request).tenant, endUserId, asked));
  }

  @ApiOperation({
    summary: 'Read the history of a contact point',
    description:
      'Every fact about the address, the oldest first: who came to hold it, showed that it is theirs, let go of it. Found also when the address has come to be blocked since. After an erasure the facts stay: whoever knows the address sees that somebody had it, not who that was.',
  })
  @PointInPath()
  @Problems('request-invalid', 'contact-point-unknown', 'channel-unknown', 'contact-point-invalid', 'contact-point-blocked', 'position-unknown')
  @Shows('history', 'by hand')
  @History()
  @Get('contact-points/:channel/:value/history')
  async ofContactPoint(@Req() request: FastifyRequest, @Param('channel') channel: string, @Param('value') value: string): Promise<HistoryAnswer> {
    const { tenant } = callerOf(request);
    const { scope, ...page } = parameters(request, 'scope', 'cursor', 'limit');
    const { digest } = await inPath(this.points.identifyBlocked(tenant, scope === undefined ? { channel, value } : { channel, value, scope }, ''));
    const answer = await answered(page, digest, async (asked) => (await this.histories.ofContactPoint(tenant, digest, asked)) ?? this.nobodys(request, digest));
    await this.access.note(request, { ...historyShown(answer, request), contactPointIds: [digest] });
    return answer;
  }

  @ApiOperation({
    summary: 'Read the history of an organization',
    description:
      'Every fact about it and about all organizations that are one with it today, the oldest first. Who became a member, or is none any more, is in the histories of those end users.',
  })
  @OrganizationId()
  @Problems('request-invalid', 'organization-not-found', 'position-unknown')
  @Shows<HistoryAnswer>('history', historyShown)
  @History()
  @Get('organizations/:id/history')
  ofOrganization(@Req() request: FastifyRequest, @Param('id') id: string): Promise<HistoryAnswer> {
    const organizationId = organizationIdOf(id);
    return answered(parameters(request, 'cursor', 'limit'), organizationId, (asked) =>
      this.histories.ofOrganization(callerOf(request).tenant, organizationId, asked),
    );
  }

  @ApiOperation({ summary: 'Read the history of a ticket', description: 'Every fact, the oldest first, each status as it was told.' })
  @TicketId()
  @Problems('request-invalid', 'ticket-not-found', 'position-unknown')
  @Shows<HistoryAnswer>('history', historyShown)
  @History()
  @Get('tickets/:id/history')
  ofTicket(@Req() request: FastifyRequest, @Param('id') id: string): Promise<HistoryAnswer> {
    const ticketId = ticketIdOf(id);
    return answered(parameters(request, 'cursor', 'limit'), ticketId, (asked) => this.histories.ofTicket(callerOf(request).tenant, ticketId, asked));
  }

  @ApiOperation({ summary: 'Read the history of an interaction', description: 'How it was recorded, and who said later whose it is.' })
  @ApiParam({ name: 'id', description: '`interactionId` of the answer when it was recorded.' })
  @Problems('request-invalid', 'interaction-not-found', 'position-unknown')
  @Shows<HistoryAnswer>('history', historyShown)
  @History()
  @Get('interactions/:id/history')
  ofInteraction(@Req() request: FastifyRequest, @Param('id') id: string): Promise<HistoryAnswer> {
    const interactionId = /^[0-9a-f]{64}$/.test(id) ? id : refuse('interaction-not-found');
    return answered(parameters(request, 'cursor', 'limit'), interactionId, (asked) =>
      this.histories.ofInteraction(callerOf(request).tenant, interactionId, asked),
    );
  }

  private async nobodys(request: FastifyRequest, digest: string): Promise<never> {
    await this.access.note(request, { endUserIds: [], count: 0, contactPointIds: [digest] });
    throw new HttpProblem('contact-point-unknown', 'Nobody has ever held this contact point.');
  }
}

/** The page that the request asks for of the history of whom the id names. */
async function answered(
  { cursor, limit }: { readonly cursor?: string; readonly limit?: string },
  id: string,
  read: (asked: HistoryRequest) => Promise<HistoryPage>,
): Promise<HistoryAnswer> {
  const list = new KeysetList<readonly [position: number]>(`history ${id}`, [0]);
  const [after] = list.placeOf(cursor);
  const { entries, more } = await read({ after: BigInt(after), limit: limitOf(limit) });
  const last = entries.at(-1);
  return { items: entries.map(entryAnswer), nextCursor: more && last ? list.cursorAt([Number(last.position)]) : null };
}

const entryAnswer = ({ position, actor, changes, ...entry }: HistoryEntry): HistoryEntryAnswer => ({
  ...entry,
  position: position.toString(),
  actor: { kind: actor.kind, id: actor.id },
  changes: changes.map(({ field, before, after }) => ({ field, before, after })),
});
