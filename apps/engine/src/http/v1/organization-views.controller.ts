import { Clock } from '@kith/application';
import { refuse } from '@kith/domain';
import {
  FindOrganization,
  FindOrganizationPage,
  type ListedMember,
  ListMembers,
  ListOrganizationInteractions,
  type ListPage,
  ListTickets,
  type MemberOrder,
  type OrganizationInteraction,
  type OrganizationPage,
  type ShownTicket,
} from '@kith/read-models';
import { applyDecorators, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Narrowing } from '../narrowing';
import { Problems } from '../openapi';
import { limitOf, parameters, Queries } from '../queries';
import { Shows } from '../shows';
import { channelIn, oneOf, text } from './list-parameters';
import { OrganizationId, organizationIdOf } from './organization-ids';
import { MembersAnswer, OrganizationInteractionsAnswer, OrganizationPageAnswer } from './organization-views.dto';
import { TicketsAnswer } from './ticket-answers.dto';
import { requestersOf, TicketConditions, ticketConditions, ticketFilter } from './ticket-list.controller';

const orders = ['last-contact', 'name'] as const satisfies readonly MemberOrder[];

/** Query parameters and header of a list in pages. */
const Paged = () =>
  applyDecorators(
    ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } }),
    ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' }),
  );

/** What is seen of an organization: all that were merged into it included. */
@ApiTags('organizations')
@Controller('v1/organizations/:id')
export class OrganizationViewsController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
  ) {}

  @ApiOperation({
    summary: 'See an organization at a glance',
    description:
      'Who it is, who was heard of last, what is to be done, what happened last, and how busy the last 30 days were. Everything in it is bounded, however large the organization is; each part has a list of its own.',
  })
  @OrganizationId()
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: OrganizationPageAnswer })
  @Problems('organization-not-found', 'read-models-behind')
  @Shows<OrganizationPage>('list', ({ members, unsolved, interactions }) => ({
    endUserIds: [...members.map(({ id }) => id), ...requestersOf(unsolved.newest), ...peopleOf(interactions)],
    count: members.length + unsolved.newest.length + interactions.length,
  }))
  @Readers('organization')
  @Get('page')
  async page(@Req() request: FastifyRequest, @Param('id') id: string): Promise<OrganizationPage> {
    parameters(request);
    const query = new FindOrganizationPage(callerOf(request).tenant, organizationIdOf(id), new Date(this.clock.now()).toISOString());
    const page = (await this.queries.ask(request, query)) ?? refuse('organization-not-found');
    return { ...page, interactions: await this.narrowing.interactions(request, page.interactions) };
  }

  @ApiOperation({
    summary: 'List the members of an organization',
    description:
      'Each person once, also of the organizations that were merged into it. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.',
  })
  @OrganizationId()
  @ApiQuery({
    name: 'query',
    required: false,
    description: 'Beginnings of words of the name, in any order, or a part of any contact point, three characters or more.',
    schema: { type: 'string', minLength: 1, maxLength: 200, example: 'lea mar' },
  })
  @ApiQuery({ name: 'tag', required: false, description: 'They have this tag.', schema: { type: 'string', minLength: 1, maxLength: 64, example: 'vip' } })
  @ApiQuery({
    name: 'channel',
    required: false,
    description: 'They have a contact point on it.',
    schema: { type: 'string', minLength: 1, maxLength: 32, example: 'email' },
  })
  @ApiQuery({ name: 'without', required: false, description: 'They have no e-mail address.', schema: { type: 'string', enum: ['email'] } })
  @ApiQuery({
    name: 'sort',
    required: false,
    description: 'The latest heard of first when absent.',
    schema: { type: 'string', enum: [...orders], default: 'last-contact' },
  })
  @Paged()
  @ApiOkResponse({ type: MembersAnswer })
  @Problems('request-invalid', 'organization-not-found', 'read-models-behind')
  @Shows<ListPage<ListedMember>>('list', ({ items }) => ({ endUserIds: items.map(({ id }) => id), count: items.length }))
  @Readers('organization')
  @Get('members')
  async members(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ListPage<ListedMember>> {
    const given = parameters(request, 'query', 'tag', 'channel', 'without', 'sort', 'cursor', 'limit');
    const filter = {
      query: text('query', given.query, 200),
      tag: text('tag', given.tag, 64),
      channel: channelIn('channel', given.channel),
      withoutEmail: oneOf('without', given.without, ['email'] as const) && true,
    };
    const order = oneOf('sort', given.sort, orders) ?? 'last-contact';
    const page = { cursor: given.cursor, limit: limitOf(given.limit) };
    const query = new ListMembers(callerOf(request).tenant, organizationIdOf(id), filter, order, page);
    return (await this.queries.ask(request, query)) ?? refuse('organization-not-found');
  }

  @ApiOperation({
    summary: 'List the tickets of an organization',
    description: 'As `GET /v1/tickets`, of this organization under whatever id of its cluster.',
  })
  @OrganizationId()
  @TicketConditions()
  @ApiOkResponse({ type: TicketsAnswer })
  @Problems('request-invalid', 'organization-not-found', 'read-models-behind')
  @Shows<ListPage<ShownTicket>>('ticket', ({ items }) => ({ endUserIds: requestersOf(items), count: items.length }))
  @Readers('organization')
  @Get('tickets')
  async tickets(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ListPage<ShownTicket>> {
    const given = parameters(request, ...ticketConditions, 'cursor', 'limit');
    const organizationId = await this.existing(request, id);
    const filter = { ...ticketFilter(given), organizationId };
    return this.queries.ask(request, new ListTickets(callerOf(request).tenant, filter, { cursor: given.cursor, limit: limitOf(given.limit) }));
  }

  @ApiOperation({
    summary: 'List the interactions of an organization',
    description: 'Of people whose default organization it was when they were recorded, the latest first.',
  })
  @OrganizationId()
  @Paged()
  @ApiOkResponse({ type: OrganizationInteractionsAnswer })
  @Problems('request-invalid', 'organization-not-found', 'read-models-behind')
  @Shows<ListPage<OrganizationInteraction>>('list', ({ items }) => ({ endUserIds: peopleOf(items), count: items.length }))
  @Readers('organization')
  @Get('interactions')
  async interactions(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ListPage<OrganizationInteraction>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const organizationId = await this.existing(request, id);
    const query = new ListOrganizationInteractions(callerOf(request).tenant, organizationId, { cursor, limit: limitOf(limit) });
    const { items, nextCursor } = await this.queries.ask(request, query);
    return { items: await this.narrowing.interactions(request, items), nextCursor };
  }

  /** @throws Refusal `organization-not-found`, which an empty list would hide */
  private async existing(request: FastifyRequest, id: string): Promise<string> {
    const organizationId = organizationIdOf(id);
    if (!(await this.queries.ask(request, new FindOrganization(callerOf(request).tenant, organizationId)))) refuse('organization-not-found');
    return organizationId;
  }
}

const peopleOf = (interactions: readonly OrganizationInteraction[]): readonly string[] =>
  interactions.flatMap(({ endUser: { id, canonicalId } }) => [id, canonicalId]);
