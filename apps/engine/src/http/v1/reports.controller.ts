import { refuse } from '@kith/domain';
import { FindOrganization, OrganizationReport, type Report, type ReportStep, reportCsv } from '@kith/read-models';
import { applyDecorators, Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Problems } from '../openapi';
import { invalid } from '../problems';
import { parameters, Queries } from '../queries';
import { oneOf } from './list-parameters';
import { OrganizationId, organizationIdOf } from './organization-ids';
import { ReportAnswer } from './reports.dto';

const steps = ['day', 'week', 'month'] as const satisfies readonly ReportStep[];
const formats = ['json', 'csv'] as const;
const csv = 'text/csv';

/** What every report takes. */
const Span = () =>
  applyDecorators(
    ApiQuery({ name: 'from', description: 'First day, in the time zone.', schema: { type: 'string', format: 'date', example: '2026-01-01' } }),
    ApiQuery({
      name: 'to',
      description: 'The day after the last one. At most 400 periods.',
      schema: { type: 'string', format: 'date', example: '2026-04-01' },
    }),
    ApiQuery({
      name: 'by',
      required: false,
      description: 'What it is cut into; days when absent. Weeks begin on Monday (ISO 8601).',
      schema: { type: 'string', enum: [...steps], default: 'day', example: 'month' },
    }),
    ApiQuery({
      name: 'timeZone',
      required: false,
      description: 'IANA time zone whose days they are; UTC when absent.',
      schema: { type: 'string', maxLength: 64, default: 'UTC', example: 'Europe/Paris' },
    }),
    ApiQuery({
      name: 'format',
      required: false,
      description: 'Goes before `Accept`: `csv` for browsers, which cannot say what they accept.',
      schema: { type: 'string', enum: [...formats] },
    }),
    ApiHeader({
      name: 'Accept',
      required: false,
      description: '`application/json`, or `text/csv` for a table with a line a period.',
      example: 'application/json',
    }),
    ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' }),
    ApiOkResponse({
      description:
        'The report. As CSV (RFC 4180, UTF-8): a line a period, the names of the columns first; nothing in it is taken for a formula by spreadsheets.',
      headers: {
        'Content-Disposition': { description: 'Of CSV: a name for its file.', schema: { type: 'string', example: 'attachment; filename="report.csv"' } },
      },
      content: {
        'application/json': { schema: { $ref: getSchemaPath(ReportAnswer) } },
        [csv]: { schema: { type: 'string', example: 'period,from,to\r\n2026-03-03,2026-03-02T23:00:00.000Z,2026-03-03T23:00:00.000Z\r\n' } },
      },
    }),
  );

/** What happened in a time, of all and of one organization. */
@ApiTags('reports')
@ApiExtraModels(ReportAnswer)
@Controller('v1')
export class ReportsController {
  constructor(@Inject(Queries) private readonly queries: Queries) {}

  @ApiOperation({
    summary: 'Report on an organization',
    description:
      'Tickets, interactions and people by day, week or month, in the order of when things happened, not of when they were told: late ones land in their day. With all that were merged into it. A ticket counts where it was at the time of each thing, whoever has it now; an interaction where its end user was when it was recorded.',
  })
  @OrganizationId()
  @Span()
  @Problems('request-invalid', 'organization-not-found', 'read-models-behind')
  @Readers('organization')
  @Get('organizations/:id/report')
  async ofOrganization(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<Report | string> {
    const organizationId = organizationIdOf(id);
    if (!(await this.queries.ask(request, new FindOrganization(callerOf(request).tenant, organizationId)))) refuse('organization-not-found');
    return this.report(request, reply, organizationId);
  }

  @ApiOperation({
    summary: 'Report on the tenant',
    description: 'The same of all, with and without an organization.',
  })
  @Span()
  @Problems('request-invalid', 'read-models-behind')
  @Readers()
  @Get('report')
  ofTenant(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Report | string> {
    return this.report(request, reply, null);
  }

  private async report(request: FastifyRequest, reply: FastifyReply, organizationId: string | null): Promise<Report | string> {
    const given = parameters(request, 'from', 'to', 'by', 'timeZone', 'format');
    const format = oneOf('format', given.format, formats);
    const span = { from: day('from', given.from), to: day('to', given.to), by: oneOf('by', given.by, steps) ?? 'day', timeZone: given.timeZone ?? 'UTC' };
    const report = await this.queries.ask(request, new OrganizationReport(callerOf(request).tenant, organizationId, span));
    void reply.header('vary', 'accept');
    if (format !== 'csv' && (format === 'json' || !wantsCsv(request.headers.accept))) return report;
    const name = `report-${organizationId ?? 'all'}-${span.from}-${span.to}.csv`;
    void reply.header('content-type', `${csv}; charset=utf-8; header=present`).header('content-disposition', `attachment; filename="${name}"`);
    return reportCsv(report);
  }
}

/** A day of the calendar. @throws HttpProblem 400 */
function day(parameter: string, value: string | undefined): string {
  const isDay = value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!isDay) throw invalid({ parameter, detail: 'The parameter must be a day such as 2026-03-03.' });
  return value;
}

/** Whether CSV is named, and no kind of JSON before it: quality values are left to those who speak them to more than one reader. */
function wantsCsv(accept = ''): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((one) => one.replace(/;.*$/s, '').trim());
  const at = kinds.indexOf(csv);
  return at >= 0 && !kinds.slice(0, at).includes('application/json');
}
