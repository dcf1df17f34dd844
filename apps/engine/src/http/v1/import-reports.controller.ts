import { EventStore, ImportProgress, importSentence, importsKept, isOver, Keys, PersonalData, type TimedImport } from '@kith/application';
import { type ImportProblem, type ImportStarted, type Recorded, refuse, streamOf } from '@kith/domain';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, header } from '../command-context';
import { watchKey } from '../key-watch';
import { LiveStreams } from '../live-streams';
import { Problems } from '../openapi';
import { parameters, position } from '../queries';
import { StreamOut } from '../stream-out';
import { sendPieces } from './export-pieces';
import { errorLines, errorsHeader } from './import-errors-csv';
import { importProgress, jobOf } from './import-wire';
import { importIdOf } from './imports.controller';
import { ImportKeptAnswer, ImportProgressAnswer } from './imports.dto';

/** How long a client may leave its answer unread, in milliseconds. */
const patienceMs = { live: 30_000, report: 300_000 };
/** Milliseconds between two lines that only keep the connection: proxies close those that are silent for longer. */
const heartbeatMs = 15_000;
/** Events of an import that are read at a time. */
const chunk = 25;
const types = [
  'ImportStarted',
  'ImportAdvanced',
  'ImportCancelled',
  'ImportEnded',
  'ImportFailed',
  'ImportRevertStarted',
  'ImportRevertAdvanced',
  'ImportReverted',
];

/** What an import tells while it goes on, and afterwards. */
@ApiTags('imports')
@ApiExtraModels(ImportProgressAnswer, ImportKeptAnswer)
@Controller('v1/imports')
export class ImportReportsController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(LiveStreams) private readonly liveStreams: LiveStreams,
  ) {}

  @ApiOperation({
    summary: 'Follow an import',
    description:
      'How far it is, whenever rows are done, as server-sent events: `id` is a position, `event` is `progress`, `data` the import. It ends by itself when the import does, with its last word; of one that is being taken back, when that is done. After a cut, connect again with the last `id`.',
  })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last `id` that was received.' })
  @ApiOkResponse({
    description: 'Server-sent events.',
    content: { 'text/event-stream': { schema: { type: 'string', example: 'id: 4711\nevent: progress\ndata: {"status":"running","rows":500}\n\n' } } },
  })
  @Problems('request-invalid', 'import-not-found', 'storage-unavailable')
  @Roles('admin', 'service', 'auditor')
  @Get(':id/events')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    const last = header(request, 'last-event-id') || undefined;
    const after = last === undefined ? -1n : position(last, { header: 'Last-Event-ID' });
    const importId = importIdOf(id);
    const started = await this.start(request, importId);
    const out = new StreamOut(reply, patienceMs.live);
    this.liveStreams.admit(out, reply);
    watchKey(request, this.keys, out.signal, () => out.end());
    out.begin('text/event-stream');
    if (request.method === 'HEAD') return out.end();
    const heartbeat = setInterval(() => {
      if (!out.full) void out.write(': \n\n');
    }, heartbeatMs);
    try {
      for await (const at of this.progress(started, out.signal)) {
        // Behind the last word there is nothing, also for who has heard it.
        if (at.position > after || isOver(at.status)) {
          const data = JSON.stringify(importProgress(importId, jobOf(started, at), true));
          await out.write(`id: ${at.position}\nevent: progress\ndata: ${data}\n\n`);
        }
        if (isOver(at.status)) break;
      }
      out.end();
    } catch (error) {
      out.cut();
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }

  @ApiOperation({
    summary: 'Read which rows were refused, and why',
    description: 'A line a problem, in the order of the file, as far as it is done: `row` counts from 1 without the header, an empty `field` is the whole row.',
  })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiOkResponse({
    description: 'CSV (RFC 4180, UTF-8); nothing in it is taken for a formula by spreadsheets.',
    headers: {
      'Content-Disposition': { description: 'A name for its file.', schema: { type: 'string', example: 'attachment; filename="import-errors.csv"' } },
    },
    content: { 'text/csv': { schema: { type: 'string', example: 'row,field,code,sentence\r\n17,email,contact-point-invalid,The value is no address.\r\n' } } },
  })
  @Problems('import-not-found', 'storage-unavailable')
  @Roles('admin', 'service', 'auditor')
  @Get(':id/errors.csv')
  async errors(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    const importId = importIdOf(id);
    await this.start(request, importId);
    void reply.header('content-disposition', `attachment; filename="import-errors-${importId}.csv"`);
    await this.send(request, reply, 'text/csv; charset=utf-8; header=present', this.errorPieces(callerOf(request).tenant, importId));
  }

  @ApiOperation({
    summary: 'Read what the taking back of an import has kept, and why',
    description: 'A line each, in the order in which it was found, as far as it is done.',
  })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiOkResponse({ description: 'One a line.', content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(ImportKeptAnswer) } } } })
  @Problems('import-not-found', 'storage-unavailable')
  @Roles('admin', 'service', 'auditor')
  @Get(':id/kept')
  async kept(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    const importId = importIdOf(id);
    await this.start(request, importId);
    await this.send(request, reply, 'application/x-ndjson', keptPieces(this.store, callerOf(request).tenant, importId));
  }

  /** @throws Refusal `import-not-found` */
  private async start(request: FastifyRequest, importId: string): Promise<Recorded<ImportStarted>> {
    const [first] = await this.store.readStream(streamOf.import(callerOf(request).tenant, importId), { limit: 1 });
    return (await this.personal.open(first ?? refuse('import-not-found'))) as Recorded<ImportStarted>;
  }

  /** How far it is, and again whenever that has changed. */
  private async *progress({ stream }: Recorded<ImportStarted>, signal: AbortSignal): AsyncGenerator<TimedImport> {
    const progress = new ImportProgress();
    for (let from = 0; ; from += chunk) {
      const events = await this.store.readStream(stream, { from, limit: chunk });
      for (const event of events) progress.take(event);
      if (events.length < chunk) break;
    }
    yield progress.now;
    for await (const { events } of this.store.subscribe({ after: progress.now.position, limit: chunk, types, signal })) {
      const own = events.filter((event) => event.stream === stream);
      for (const event of own) progress.take(event);
      if (own.length > 0) yield progress.now;
    }
  }

  private async *errorPieces(tenant: string, importId: string): AsyncGenerator<string> {
    yield errorsHeader;
    for (let from = 0; ; from += chunk) {
      const events = await this.store.readStream(streamOf.import(tenant, importId), { from, limit: chunk });
      for (const { type, data } of events) if (type === 'ImportAdvanced') yield errorLines(data.problems as readonly ImportProblem[]);
      if (events.length < chunk) return;
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, type: string, pieces: AsyncGenerator<string>): Promise<void> {
    const out = new StreamOut(reply, patienceMs.report);
    watchKey(request, this.keys, out.signal, () => out.cut());
    if (request.method === 'HEAD') {
      out.begin(type);
      return out.end();
    }
    await sendPieces(out, pieces, () => out.begin(type), patienceMs.report);
  }
}

async function* keptPieces(store: EventStore, tenant: string, importId: string): AsyncGenerator<string> {
  for await (const kept of importsKept(store, tenant, importId)) yield `${JSON.stringify({ ...kept, sentence: importSentence(kept.code) })}\n`;
}
