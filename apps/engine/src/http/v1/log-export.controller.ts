import { EventStore, ExportedLog, Keys } from '@kith/application';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf, header } from '../command-context';
import { watchKey } from '../key-watch';
import { notedPages } from '../noted-pages';
import { Problems } from '../openapi';
import { HttpProblem, invalid } from '../problems';
import { parameters, position, tellPosition } from '../queries';
import { Shows } from '../shows';
import { StreamOut } from '../stream-out';
import { seePersonal } from './events-query';
import { onceNoted, sendPieces } from './export-pieces';
import { exportPatienceMs } from './exports.controller';
import { CloudEventAnswer } from './exports.dto';
import { choice } from './list-parameters';

/** The log of a tenant, to take away. */
@ApiTags('exports')
@ApiExtraModels(CloudEventAnswer)
@Controller('v1/exports/events')
export class LogExportController {
  constructor(
    @Inject(ExportedLog) private readonly log: ExportedLog,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Export the log',
    description:
      'Everything that happened in the tenant between two positions, in the order in which it was committed, as CloudEvents 1.0, one a line. Personal fields are in it, erased ones as the word `erased`, unless it is asked for sealed. It is written as quickly as it is read, and nothing of it is kept. An answer whose connection breaks is not complete: ask again with `kithposition` of its last whole line as `after` and the `Kith-Position` that was told as `upTo`, and append what comes.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'Position after which to begin; the beginning of the log when absent.', example: '4711' })
  @ApiQuery({ name: 'upTo', required: false, description: 'Last position; the end of the log as it is when asked when absent.', example: '9000' })
  @ApiQuery({ name: 'sealed', required: false, enum: ['true', 'false'], description: 'Without personal fields. A service key may have no other.' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({
    description: 'One event a line.',
    headers: {
      'Kith-Position': { description: 'The last position that the answer covers.', schema: { type: 'string', example: '4712' } },
      'Content-Disposition': { description: 'A name for its file.', schema: { type: 'string', example: 'attachment; filename="events.ndjson"' } },
    },
    content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(CloudEventAnswer) } } },
  })
  @Problems('request-invalid', 'not-allowed', 'read-models-behind', 'position-unknown', 'storage-unavailable')
  @Shows('export', 'by hand')
  @Roles('admin', 'service', 'auditor')
  @Get()
  async events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const given = parameters(request, 'after', 'upTo', 'sealed');
    const { tenant, role } = callerOf(request);
    const sealed = choice('sealed', given.sealed) ?? false;
    if (!sealed && !seePersonal.includes(role))
      throw new HttpProblem(
        'not-allowed',
        `Personal fields are for keys with the role ${seePersonal.join(' or ')}; this one is ${role}: ask with sealed=true.`,
      );
    const after = given.after === undefined ? 0n : position(given.after, { parameter: 'after' });
    const upTo = await this.endFor(request, after, given.upTo);
    const out = new StreamOut(reply, exportPatienceMs);
    watchKey(request, this.keys, out.signal, () => out.cut());
    const pages = this.log.pages({ tenant, after, upTo: request.method === 'HEAD' ? after : upTo, sealed, signal: out.signal });
    const note = async ({ count, ...positions }: Parameters<Parameters<typeof notedPages>[2]>[0]) => {
      await onceNoted(() => this.access.admit(tenant));
      await this.access.note(request, { endUserIds: [], count, positions });
    };
    const begin = () => {
      tellPosition(reply, upTo);
      void reply.header('content-disposition', 'attachment; filename="events.ndjson"');
      out.begin('application/x-ndjson');
    };
    await sendPieces(out, lines(sealed ? pages : notedPages(pages, after, note)), begin, exportPatienceMs);
  }

  /**
   * The last position that is covered.
   * @throws HttpProblem 400 for a position that this log never gave; 503 while the write named by `Kith-After` is not in it
   * @throws PositionUnknown for one of the log that this one was copied from
   */
  private async endFor(request: FastifyRequest, after: bigint, last: string | undefined): Promise<bigint> {
    const head = await this.store.head();
    const known = header(request, 'kith-after');
    const upTo = last === undefined ? head : position(last, { parameter: 'upTo' });
    for (const at of [after, upTo, ...(known === undefined ? [] : [position(known)])]) await this.store.assertKnows(at);
    if (known !== undefined && position(known) > head) throw new HttpProblem('read-models-behind', 'The log does not reach the position asked for; try again.');
    for (const [parameter, at] of [
      ['after', after],
      ['upTo', upTo],
    ] as const)
      if (at > head) throw invalid({ parameter, detail: 'The position lies behind the end of the log: this log never gave it.' });
    return upTo;
  }
}

async function* lines(pages: AsyncGenerator<{ readonly events: readonly string[] }, void, undefined>): AsyncGenerator<string, void, undefined> {
  for await (const { events } of pages) {
    // Adding up copies each text once, joining a list of them twice.
    let text = '';
    for (const line of events) text += `${line}\n`;
    if (text !== '') yield text;
  }
}
