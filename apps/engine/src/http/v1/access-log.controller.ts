import { type AccessEntry, AccessLog, AccessNotes, accessKinds } from '@kith/application';
import { KeysetList } from '@kith/read-models';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf } from '../command-context';
import { Problems } from '../openapi';
import { limitOf, parameters } from '../queries';
import { Shows } from '../shows';
import { type AccessEntryAnswer, AccessLogAnswer } from './access-log.dto';
import { endUserIdIn, oneOf, text, time } from './list-parameters';

/** Who was shown which personal data. */
@ApiTags('history')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(AccessNotes) private readonly notes: AccessNotes,
  ) {}

  @ApiOperation({
    summary: 'List who read personal data',
    description:
      'The latest first; all conditions that are given hold. Kept where the settings say so (`accessLog`), for as many days as they say. What other processes noted in the last moment may not be there yet. Reading it is noted as well.',
  })
  @ApiQuery({
    name: 'endUserId',
    required: false,
    description: 'Exactly this id was shown or asked for: of a person who was merged, ask for each of the ids.',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({
    name: 'keyId',
    required: false,
    description: 'By this key.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
    example: '4f1c2a9be07d3356',
  })
  @ApiQuery({ name: 'kind', required: false, description: 'Only of this kind.', schema: { type: 'string', enum: [...accessKinds] } })
  @ApiQuery({
    name: 'from',
    required: false,
    description: 'At this time or later.',
    schema: { type: 'string', format: 'date-time' },
    example: '2026-03-01T00:00:00Z',
  })
  @ApiQuery({ name: 'to', required: false, description: 'Before this time.', schema: { type: 'string', format: 'date-time' }, example: '2026-04-01T00:00:00Z' })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiOkResponse({ type: AccessLogAnswer })
  @Problems('request-invalid')
  @Shows<AccessLogAnswer>('access-log', ({ items }, { query }) => ({ endUserIds: [endUserIdIn('endUserId', askedIn(query))], count: items.length }))
  @Roles('admin', 'auditor')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<AccessLogAnswer> {
    const given = parameters(request, 'endUserId', 'keyId', 'kind', 'from', 'to', 'cursor', 'limit');
    const [from, to] = [time('from', given.from), time('to', given.to)];
    const filter = {
      endUserId: endUserIdIn('endUserId', given.endUserId),
      keyId: text('keyId', given.keyId, 128),
      kind: oneOf('kind', given.kind, accessKinds),
      from: from === undefined ? undefined : Date.parse(from),
      to: to === undefined ? undefined : Date.parse(to),
    };
    const list = new KeysetList<readonly [id: string]>(`access log ${JSON.stringify(filter)}`, ['~']);
    const [before] = list.placeOf(given.cursor);
    const limit = limitOf(given.limit);
    await this.notes.flush();
    const found = await this.log.list(callerOf(request).tenant, filter, { before, limit: limit + 1 });
    const { items, nextCursor } = list.pageOf(found, limit, ({ id }) => [id], entryAnswer);
    return { items: [...items], nextCursor };
  }
}

const askedIn = (query: unknown): string | undefined => (query as { readonly endUserId?: string }).endUserId;

const entryAnswer = ({ tenant: _, endUserIds, contactPointIds, ...entry }: AccessEntry): AccessEntryAnswer => ({
  ...entry,
  endUserIds: [...endUserIds],
  contactPointIds: [...contactPointIds],
});
