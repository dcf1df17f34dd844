import { createHash } from 'node:crypto';
import { Keys } from '@kith/application';
import { refuse } from '@kith/domain';
import {
  type ColumnsFound,
  type CsvColumn,
  csvHeader,
  csvLines,
  ExportEndUsers,
  ExportOrganizations,
  type ExportPage,
  type ExportStretch,
  ExportTickets,
  endUserColumns,
  FindEndUserColumns,
  FindOrganizationColumns,
  mostCsvColumns,
  mostCsvNameBytes,
  organizationColumns,
  ReadPosition,
  ticketColumns,
} from '@kith/read-models';
import { applyDecorators, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Query } from '@nestjs/cqrs';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf } from '../command-context';
import { watchKey } from '../key-watch';
import { Problems } from '../openapi';
import { invalid } from '../problems';
import { parameters, Queries, tellPosition, uuidOf } from '../queries';
import { Shows } from '../shows';
import { StreamOut } from '../stream-out';
import { listPieces, onceNoted, sendPieces } from './export-pieces';
import { EndUserLineAnswer, OrganizationLineAnswer, TicketLineAnswer } from './exports.dto';
import { oneOf } from './list-parameters';

/** How long a client may leave its answer unread, in milliseconds. */
export const exportPatienceMs = 300_000;

const formats = ['ndjson', 'csv'] as const;
const types = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8; header=present' } as const;

/** What every export of a list takes and answers. */
const List = (answer: Parameters<typeof getSchemaPath>[0], csv: string) =>
  applyDecorators(
    ApiQuery({ name: 'format', required: false, description: 'What the lines are.', schema: { type: 'string', enum: [...formats], default: 'ndjson' } }),
    ApiQuery({
      name: 'after',
      required: false,
      description: 'The id of the last whole line that was received: it goes on behind it, as CSV without the names of the columns.',
      schema: { type: 'string' },
    }),
    ApiQuery({
      name: 'columns',
      required: false,
      description: 'Of CSV: `Kith-Columns` of the answer that is gone on with. 412 when the columns would be others by now.',
      schema: { type: 'string', pattern: '^[0-9a-f]{16}$', example: '9f86d081884c7d65' },
    }),
    ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' }),
    ApiOkResponse({
      description: 'One item a line. As CSV (RFC 4180, UTF-8) the names of the columns come first; nothing in it is taken for a formula by spreadsheets.',
      headers: {
        'Kith-Position': { description: 'Everything that was recorded up to here is in it.', schema: { type: 'string', example: '4712' } },
        'Kith-Columns': { description: 'Of CSV: stands for the columns.', schema: { type: 'string', example: '9f86d081884c7d65' } },
        'Content-Disposition': { description: 'A name for its file.', schema: { type: 'string', example: 'attachment; filename="end-users.csv"' } },
      },
      content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(answer) } }, 'text/csv': { schema: { type: 'string', example: csv } } },
    }),
    Problems('request-invalid', 'state-changed', 'read-models-behind'),
    Roles('admin', 'service', 'auditor'),
  );

const how =
  'It is written as quickly as it is read, and nothing of it is kept. What changes while it runs is as it is when its turn comes; `Kith-Position` says from where on to read the events to find out. An answer whose connection breaks is not complete: ask again with the id of its last whole line as `after`, and append what comes.';

/** Takes lists as a whole: they are read while they are sent. */
interface Taken<Item extends { readonly id: string }> {
  readonly name: string;
  readonly page: (tenant: string, stretch: ExportStretch) => Query<ExportPage<Item>>;
  readonly columns: (request: FastifyRequest) => Promise<readonly CsvColumn<Item>[]>;
  /** Whom an item tells of; absent where that is nobody. */
  readonly of?: (item: Item) => string;
}

/** The lists of a tenant, to take away. */
@ApiTags('exports')
@ApiExtraModels(EndUserLineAnswer, OrganizationLineAnswer, TicketLineAnswer)
@Controller('v1/exports')
export class ExportsController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Export the end users',
    description: `Every person who is there, once, by the profile that stands for it, in the order in which they were created. An import reads the CSV back. ${how}`,
  })
  @Shows('export', 'by hand')
  @List(EndUserLineAnswer, 'kith_id,name,email\r\n01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11,Léa Martin,lea@example.org\r\n')
  @Get('end-users')
  endUsers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list(request, reply, {
      name: 'end-users',
      page: (...of) => new ExportEndUsers(...of),
      columns: async () => endUserColumns(await this.found(request, new FindEndUserColumns(callerOf(request).tenant, mostCsvColumns))),
      of: ({ id }) => id,
    });
  }

  @ApiOperation({
    summary: 'Export the organizations',
    description: `Every organization that is there, with those that were merged into it, in the order of their ids. ${how}`,
  })
  @List(OrganizationLineAnswer, 'kith_id,name\r\n01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a,Acme Ltd\r\n')
  @Get('organizations')
  organizations(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list(request, reply, {
      name: 'organizations',
      page: (...of) => new ExportOrganizations(...of),
      columns: async () => organizationColumns(await this.found(request, new FindOrganizationColumns(callerOf(request).tenant, mostCsvColumns))),
    });
  }

  @ApiOperation({
    summary: 'Export the tickets',
    description: `Every ticket, in the order of their ids. What was written by somebody who is erased is not in it any more. ${how}`,
  })
  @Shows('export', 'by hand')
  @List(TicketLineAnswer, 'kith_id,source,source_id\r\n9f86d081884c7d65…,helpdesk,T-1042\r\n')
  @Get('tickets')
  tickets(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list(request, reply, {
      name: 'tickets',
      page: (...of) => new ExportTickets(...of),
      columns: async () => ticketColumns,
      of: ({ requester }) => requester.canonicalId,
    });
  }

  private async list<Item extends { readonly id: string }>(request: FastifyRequest, reply: FastifyReply, { name, page, columns, of }: Taken<Item>) {
    const given = parameters(request, 'format', 'after', 'columns');
    const format = oneOf('format', given.format, formats) ?? 'ndjson';
    const after = given.after === undefined ? undefined : placeIn(given.after);
    if (given.columns !== undefined && (format !== 'csv' || !/^[0-9a-f]{16}$/.test(given.columns)))
      throw invalid({ parameter: 'columns', detail: 'The parameter must be Kith-Columns of an export as CSV.' });
    const { tenant } = callerOf(request);
    const at = await this.queries.ask(request, new ReadPosition());
    const table = format === 'csv' ? await columns(request) : undefined;
    const header = table ? csvHeader(table) : '';
    if (Buffer.byteLength(header) > mostCsvNameBytes) throw tooWide();
    const digest = createHash('sha256').update(header).digest('hex').slice(0, 16);
    if (given.columns !== undefined && given.columns !== digest)
      refuse('state-changed', 'There are other columns by now than in the beginning of this export: begin again.');
    const out = new StreamOut(reply, exportPatienceMs);
    watchKey(request, this.keys, out.signal, () => out.cut());
    const note = async (items: readonly Item[]) => {
      if (!of) return;
      await onceNoted(() => this.access.admit(tenant));
      await this.access.note(request, { endUserIds: items.map(of), count: items.length });
    };
    const text = (items: readonly Item[]) => (table ? csvLines(table, items) : items.map((item) => `${JSON.stringify(item)}\n`).join(''));
    const next = (stretch: ExportStretch) => this.queries.ask(request, page(tenant, stretch));
    const lines = request.method === 'HEAD' ? none() : listPieces({ next, note, text }, after);
    await sendPieces(
      out,
      after === undefined && table ? headed(header, lines) : lines,
      () => {
        tellPosition(reply, at);
        if (table) void reply.header('kith-columns', digest);
        void reply.header('content-disposition', `attachment; filename="${name}.${format}"`);
        out.begin(types[format]);
      },
      exportPatienceMs,
    );
  }

  private async found(request: FastifyRequest, query: Query<ColumnsFound>): Promise<NonNullable<ColumnsFound>> {
    const found = await this.queries.ask(request, query);
    if (!found) throw tooWide();
    return found;
  }
}

/** An id of a person or organization, or the digest of a ticket. @throws HttpProblem 400 */
function placeIn(text: string): string {
  const id = uuidOf(text) ?? (/^[0-9a-f]{64}$/.test(text) ? text : undefined);
  if (id === undefined) throw invalid({ parameter: 'after', detail: 'The parameter must be the id that a line of this export begins with.' });
  return id;
}

const tooWide = () =>
  invalid({
    parameter: 'format',
    detail: `There are more custom fields and channels than the ${mostCsvColumns} columns that a table may have: ask for ndjson.`,
  });

async function* headed(header: string, lines: AsyncGenerator<string, void, undefined>): AsyncGenerator<string, void, undefined> {
  // With the first lines, so that what fails before them can still be answered.
  const first = await lines.next();
  yield header + (first.done ? '' : first.value);
  yield* lines;
}

async function* none(): AsyncGenerator<string, void, undefined> {}
