import { type ImportAnswer as CommandAnswer, EventStore, ImportFiles, ImportProgress, Leases, PersonalData } from '@kith/application';
import { CancelImport, type ImportStarted, type Recorded, RevertImport, refuse, streamOf } from '@kith/domain';
import { FindImport, ListImports, type ListPage } from '@kith/read-models';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, tellPosition, uuidOf } from '../queries';
import { fileTypes, TakesFiles } from '../stream/files';
import { Writes } from '../writes';
import { importDelimiters, importEncodings, importFormats, importModes, importRequest } from './import-request';
import { importAnswer, importProgress, jobOf } from './import-wire';
import { ImportAnswerDto, type ImportProgressAnswer, ImportsAnswer } from './imports.dto';
import { Uploads } from './uploads';

function enumeration(values: readonly string[], standard?: string): { type: 'string'; enum: string[]; default?: string } {
  return { type: 'string', enum: [...values], ...(standard !== undefined && { default: standard }) };
}

/** Brings end users in from files, as work of its own that is seen, stopped and taken back. */
@ApiTags('imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(ImportFiles) private readonly files: ImportFiles,
    @Inject(Leases) private readonly leases: Leases,
  ) {}

  @ApiOperation({
    summary: 'Import end users from a file',
    description:
      'The body is the file: CSV (RFC 4180) with a header row, or NDJSON. What it is, its encoding and its delimiter are found out, and told. Columns are known by the names that support desks and Kith itself give them, or by `mapping`; what is not known is refused before anything is written. It is answered once the file is stored; its rows are applied as work of its own, which survives a crash. A row is applied as a whole or refused, and the file goes on.\n\nWith an idempotency key, the same file again is the same import, however late. Nothing is left of an upload that breaks off.',
  })
  @ApiConsumes(...fileTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, required: true, examples: { csv: { value: 'name,email\r\nLéa Martin,lea@example.org\r\n' } } })
  @ApiExtension('x-line', { schema: { type: 'object', additionalProperties: true }, example: { name: 'Léa Martin', emails: ['lea@example.org'] } })
  @ApiQuery({ name: 'mode', required: false, description: 'What becomes of those who are there already.', schema: enumeration(importModes, 'create') })
  @ApiQuery({ name: 'dryRun', required: false, description: 'Tells everything and writes nothing.', schema: enumeration(['true', 'false'], 'false') })
  @ApiQuery({ name: 'format', required: false, description: 'By the content type, or found out, when absent.', schema: enumeration(importFormats) })
  @ApiQuery({ name: 'encoding', required: false, description: 'Found out when absent.', schema: enumeration(importEncodings) })
  @ApiQuery({ name: 'delimiter', required: false, description: 'Of CSV; found out when absent.', schema: enumeration(importDelimiters) })
  @ApiQuery({
    name: 'unknownColumns',
    required: false,
    description: 'Whether a file with columns that are not known is refused, or they are left out.',
    schema: enumeration(['refuse', 'ignore'], 'refuse'),
  })
  @ApiQuery({ name: 'fileName', required: false, description: 'To be told it again.', schema: { type: 'string', minLength: 1, maxLength: 255 } })
  @ApiQuery({
    name: 'mapping',
    required: false,
    description:
      'A JSON object of columns, each with what it is read as, or null to leave it out: `name`, `email`, `phone`, `externalId`, `details`, `notes`, `role`, `organization`, `tags`, `locale`, `timeZone`, `fields.<key>`, `fields.<key>:number`, `fields.<key>:boolean`, `contactPoint.<channel>`, `contactPoint.<channel>.<scope>`, `verified`, `primary`, `shared`, `suspended`.',
    schema: { type: 'string', maxLength: 12_000 },
    example: '{"Full name":"name","Shoe size":"fields.shoeSize:number","Internal":null}',
  })
  @ApiAcceptedResponse({
    type: ImportAnswerDto,
    description: 'Begun, now or before.',
    headers: { Location: { description: 'Of the import.', schema: { type: 'string' } } },
  })
  @Idempotent()
  @Problems('request-invalid', 'import-file-unreadable', 'import-columns-unknown', 'body-too-large', 'media-type-unsupported', 'storage-unavailable')
  @TakesFiles()
  @Roles('admin', 'service')
  @Post()
  @HttpCode(202)
  async begin(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<ImportAnswerDto> {
    const asked = importRequest(request);
    const context = commandContext(request);
    const { importId, position } = await this.uploads.begin(request, reply, context, asked);
    tellPosition(reply, position);
    void reply.header('location', `/v1/imports/${importId}`);
    return this.told(request, importId);
  }

  @ApiOperation({ summary: 'List imports', description: 'The latest first, with how far each is.' })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: ImportsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Roles('admin', 'service', 'auditor')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<ImportProgressAnswer>> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const page = await this.queries.ask(request, new ListImports(callerOf(request).tenant, { cursor, limit: limitOf(limit) }));
    const items = page.items.map(async (job) => importProgress(job.importId, job, job.status !== 'running' || (await this.isHeld(job.importId))));
    return { ...page, items: await Promise.all(items) };
  }

  @ApiOperation({ summary: 'Read how far an import is', description: '`endedAt` is null while it goes on.' })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: ImportAnswerDto })
  @Problems('import-not-found', 'read-models-behind')
  @Roles('admin', 'service', 'auditor')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ImportAnswerDto> {
    parameters(request);
    return this.told(request, importIdOf(id));
  }

  @ApiOperation({
    summary: 'Cancel an import',
    description: 'No more rows are read, but for a few that are under way. What it has done stays, until it is reverted.',
  })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiNoContentResponse({ description: 'Cancelled, now or before, or at its end already.' })
  @Idempotent()
  @Problems('request-invalid', 'import-not-found')
  @Roles('admin', 'service')
  @Post(':id/cancel')
  @HttpCode(204)
  async cancel(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    noFields(request);
    parameters(request);
    await this.writes.take<CommandAnswer>(reply, new CancelImport(commandContext(request), importIdOf(id)));
  }

  @ApiOperation({
    summary: 'Take an import back',
    description:
      'Undoes everything that it did, by events of its own, as work of its own: people that it created are deleted, values that it changed go back to what they were. What somebody has built on since is kept, and told. Refused while it runs.',
  })
  @ApiParam({ name: 'id', description: 'Of the import.', example: '01980f76-5a9c-8b73-a28d-6f708192a3b4' })
  @ApiNoContentResponse({ description: 'Begun, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'import-not-found', 'import-running', 'import-was-dry-run')
  @Roles('admin', 'service')
  @Post(':id/revert')
  @HttpCode(204)
  async revert(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    noFields(request);
    parameters(request);
    await this.writes.take<CommandAnswer>(reply, new RevertImport(commandContext(request), importIdOf(id)));
  }

  /** Its first event knows the file; where the read models have not heard of it yet, nothing is done of it. */
  private async told(request: FastifyRequest, importId: string): Promise<ImportAnswerDto> {
    const { tenant } = callerOf(request);
    const job = await this.queries.ask(request, new FindImport(tenant, importId));
    const [first] = await this.store.readStream(streamOf.import(tenant, importId), { limit: 1 });
    const started = (await this.personal.open(first ?? refuse('import-not-found'))) as Recorded<ImportStarted>;
    const isHeld = await this.isHeld(importId);
    if (job) return importAnswer(importId, job, started, isHeld);
    const progress = new ImportProgress();
    if (first) progress.take(first);
    return importAnswer(importId, jobOf(started, progress.now), started, isHeld);
  }

  /** Whether an engine that is running has the file of an import that runs. */
  private async isHeld(importId: string): Promise<boolean> {
    return (await this.files.held()).includes(importId) || (await this.leases.find(`import.${importId}`)) !== undefined;
  }
}

export const importIdOf = (text: string): string => uuidOf(text) ?? refuse('import-not-found');
