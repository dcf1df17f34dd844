import { EventFeed, EventStore, type FedPage, type FedText, Keys } from '@kith/application';
import { applyDecorators, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { AccessNoting } from '../access-noting';
import { header } from '../command-context';
import { watchKey } from '../key-watch';
import { LiveStreams } from '../live-streams';
import { notedPages } from '../noted-pages';
import { Problems } from '../openapi';
import { HttpProblem, invalid } from '../problems';
import { position, tellPosition } from '../queries';
import { Shows } from '../shows';
import { StreamOut } from '../stream-out';
import { FedEventAnswer } from './events.dto';
import { eventsLive } from './events-live';
import { type EventsQuery, eventsQuery } from './events-query';
import { eventsToHead } from './events-to-head';

/** How long a client may leave its answer unread, in milliseconds: one that replays may stop to store what it has; one that follows is meant to keep up. */
const patienceMs = { replay: 300_000, live: 30_000 };

const Filters = () =>
  applyDecorators(
    ApiQuery({ name: 'stream', required: false, description: 'One stream by its name, or all of a kind, such as `endUser`.', example: 'contactPoint' }),
    ApiQuery({
      name: 'type',
      required: false,
      type: [String],
      description: 'Only events of these types: repeated, or separated by commas.',
      example: ['EndUserCreated', 'EndUserProfileChanged'],
    }),
    ApiQuery({ name: 'actor', required: false, description: 'Only what the actor with this id did.', example: 'k2v9qm4x' }),
    ApiQuery({
      name: 'subject',
      required: false,
      description: 'Only events about the end user with this id, as the events name it.',
      example: '0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de',
    }),
    ApiQuery({
      name: 'personal',
      required: false,
      enum: ['true', 'false'],
      description: 'Whether personal fields are wanted; for admin, operator and auditor.',
    }),
  );

@ApiTags('events')
@ApiExtraModels(FedEventAnswer)
@Controller('v1/events')
export class EventsController {
  constructor(
    @Inject(EventFeed) private readonly feed: EventFeed,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(LiveStreams) private readonly liveStreams: LiveStreams,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Read the events',
    description:
      'Everything that happened in the tenant, in the order in which it was committed, one event a line, up to the end of the log as it is when asked. `Kith-Position` names that end: ask again with it as `after` once the answer has ended by itself; after `limit` lines, go on after the last line. An answer whose connection breaks is not complete: go on after its last whole line.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'Position after which to begin; the beginning of the log when absent.', example: '4711' })
  @Filters()
  @ApiQuery({ name: 'limit', required: false, description: 'At most so many events; all when absent.', example: '1000' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({
    description: 'One event a line.',
    headers: { 'Kith-Position': { description: 'The end of the log that the answer covers.', schema: { type: 'string', example: '4712' } } },
    content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(FedEventAnswer) } } },
  })
  @Problems('request-invalid', 'not-allowed', 'read-models-behind', 'storage-unavailable')
  @Shows('feed', 'by hand')
  @Readers()
  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after = 0n, limit, ...wanted } = eventsQuery(request, 'limit');
    const head = await this.headFor(request, after);
    const out = new StreamOut(reply, patienceMs.replay);
    const pages = this.noted(request, wanted, after, this.feed.texts({ ...wanted, after, upTo: head, live: false, signal: out.signal }));
    watchKey(request, this.keys, out.signal, () => out.cut());
    tellPosition(reply, head);
    await eventsToHead(out, pages, limit, request.method);
  }

  @ApiOperation({
    summary: 'Follow the events',
    description:
      'The same events as they are committed, as server-sent events: `id` is the position, `event` the type, `data` the event. It begins after `Last-Event-ID`, else after `after`, else now, and goes on until the client closes it, the engine stops, or the key is no longer valid; every 15 seconds an `id` without data tells how far the log was read, also where the filter let nothing through. Each time the connection ends, connect again with the last `id`: browsers do so by themselves. No event is left out, and none comes twice.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'Position after which to begin; now when absent.', example: '4711' })
  @Filters()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last `id` that was received; it wins over `after`.' })
  @ApiOkResponse({
    description: 'Server-sent events; the `data` of each is an event.',
    content: {
      'text/event-stream': { schema: { type: 'string', example: 'id: 4711\nevent: EndUserCreated\ndata: {"id":"0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10"}\n\n' } },
    },
  })
  @Problems('request-invalid', 'not-allowed', 'position-unknown', 'storage-unavailable')
  @Shows('feed', 'by hand')
  @Readers()
  @Get('live')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after: given, limit: _, ...wanted } = eventsQuery(request);
    const last = header(request, 'last-event-id') || undefined;
    const begin = last === undefined ? given : position(last, { header: 'Last-Event-ID' });
    const after = begin === undefined ? await this.store.head() : begin;
    await this.headFor(request, after);
    const out = new StreamOut(reply, patienceMs.live);
    this.liveStreams.admit(out, reply);
    watchKey(request, this.keys, out.signal, () => out.end());
    const pages = this.noted(request, wanted, after, this.feed.texts({ ...wanted, after, live: true, signal: out.signal }));
    await eventsLive(out, pages, after, request.method);
  }

  /** What is read without personal fields names nobody but by ids. */
  private noted(
    request: FastifyRequest,
    { personal, filter: { subject } }: Pick<EventsQuery, 'personal' | 'filter'>,
    after: bigint,
    pages: AsyncGenerator<FedPage<FedText>>,
  ) {
    if (!personal) return pages;
    return notedPages(pages, after, ({ count, ...positions }) => this.access.note(request, { endUserIds: [subject], count, positions }));
  }

  /**
   * The end of the log.
   * @throws HttpProblem 400 for a position behind it, which this log never gave; 503 while the write named by `Kith-After` is not in it
   * @throws PositionUnknown for either when it is of the log that this one was copied from
   */
  private async headFor(request: FastifyRequest, after: bigint): Promise<bigint> {
    const head = await this.store.head();
    const known = header(request, 'kith-after');
    for (const at of known === undefined ? [after] : [after, position(known)]) await this.store.assertKnows(at);
    if (known !== undefined && position(known) > head) throw new HttpProblem('read-models-behind', 'The log does not reach the position asked for; try again.');
    if (after > head) throw invalid({ parameter: 'after', detail: 'The position lies behind the end of the log: this log never gave it.' });
    return head;
  }
}
