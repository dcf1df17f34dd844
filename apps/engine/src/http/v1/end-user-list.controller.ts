import { type EndUserFilter, ListEndUsers, type ListedEndUser, type ListPage, type Order } from '@kith/read-models';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Narrowing } from '../narrowing';
import { Problems } from '../openapi';
import { limitOf, parameters, Queries } from '../queries';
import { Shows } from '../shows';
import { EndUserListAnswer } from './end-user-list.dto';
import { channelIn, oneOf, organizationIdIn, text, time } from './list-parameters';

const statuses = ['active', 'suspended', 'deleted'] as const;
const orders = ['created', 'last-contact'] as const satisfies readonly Order[];

@ApiTags('end users')
@Controller('v1/end-users')
export class EndUserListController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
  ) {}

  @ApiOperation({
    summary: 'Find and list end users',
    description:
      'Those that meet all conditions given, the latest first. Pages stay right while data changes: whoever does not change meanwhile is ' +
      'on exactly one of them. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.',
  })
  @ApiQuery({
    name: 'query',
    required: false,
    description:
      'Beginnings of words of the name, in any order, or a part of any contact point, three characters or more. Case and accents do not matter; ' +
      'of a number, spaces and punctuation do not either.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: 'lea mar',
  })
  @ApiQuery({
    name: 'organizationId',
    required: false,
    description: 'They are members of this organization, under whatever id of its cluster.',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({ name: 'tag', required: false, description: 'They have this tag.', schema: { type: 'string', minLength: 1, maxLength: 64 }, example: 'vip' })
  @ApiQuery({
    name: 'channel',
    required: false,
    description: 'They have a contact point on it.',
    schema: { type: 'string', minLength: 1, maxLength: 32 },
    example: 'email',
  })
  @ApiQuery({ name: 'status', required: false, description: 'Active and suspended ones when absent.', schema: { type: 'string', enum: [...statuses] } })
  @ApiQuery({ name: 'without', required: false, description: 'They have no e-mail address.', schema: { type: 'string', enum: ['email'] } })
  @ApiQuery({
    name: 'lastContactAfter',
    required: false,
    description: 'Last heard of at this time or later.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-03-01T00:00:00Z',
  })
  @ApiQuery({
    name: 'lastContactBefore',
    required: false,
    description: 'Last heard of before this time. Who was never heard of is not among them.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-04-01T00:00:00Z',
  })
  @ApiQuery({
    name: 'sort',
    required: false,
    description: '`created` when absent. By last contact, who was never heard of comes last.',
    schema: { type: 'string', enum: [...orders], default: 'created' },
  })
  @ApiQuery({
    name: 'cursor',
    required: false,
    description: '`nextCursor` of the page before, of a list with the same conditions.',
    schema: { type: 'string' },
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    description: 'The most items of a page.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: EndUserListAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Shows<ListPage<ListedEndUser>>('list', ({ items }) => ({ endUserIds: items.flatMap(({ id, canonicalId }) => [id, canonicalId]), count: items.length }))
  @Readers('narrowed')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<ListedEndUser>> {
    const given = parameters(
      request,
      'query',
      'organizationId',
      'tag',
      'channel',
      'status',
      'without',
      'lastContactAfter',
      'lastContactBefore',
      'sort',
      'cursor',
      'limit',
    );
    const organizationIds = await this.narrowing.listed(request, organizationIdIn('organizationId', given.organizationId));
    const filter: EndUserFilter = {
      text: text('query', given.query, 200),
      organizationIds,
      tag: text('tag', given.tag, 64),
      channel: channelIn('channel', given.channel),
      status: oneOf('status', given.status, statuses),
      withoutEmail: oneOf('without', given.without, ['email'] as const) && true,
      lastContactFrom: time('lastContactAfter', given.lastContactAfter),
      lastContactBefore: time('lastContactBefore', given.lastContactBefore),
    };
    const order = oneOf('sort', given.sort, orders) ?? 'created';
    const page = { cursor: given.cursor, limit: limitOf(given.limit) };
    if (organizationIds?.length === 0) return { items: [], nextCursor: null };
    return this.queries.ask(request, new ListEndUsers(callerOf(request).tenant, filter, order, page));
  }
}
