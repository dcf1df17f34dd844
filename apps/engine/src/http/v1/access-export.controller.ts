import { AccessExports, Keys } from '@kith/application';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf } from '../command-context';
import { watchKey } from '../key-watch';
import { Problems } from '../openapi';
import { parameters } from '../queries';
import { Shows } from '../shows';
import { StreamOut } from '../stream-out';
import { AccessExportAnswer } from './access-export.dto';
import { accessExportJson } from './access-export-json';
import { accessExportPage, pagePolicy } from './access-export-page';
import { endUserIdOf } from './end-user-ids';

/** How long a client may leave its answer unread, in milliseconds. */
const patienceMs = 300_000;

/** Everything about one person, for whoever answers a request for access. */
@ApiTags('history')
@ApiExtraModels(AccessExportAnswer)
@Controller('v1/end-users')
export class AccessExportController {
  constructor(
    @Inject(AccessExports) private readonly exports: AccessExports,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Export everything about a person',
    description:
      'What is known of the person (GDPR art. 15 and 20), of all profiles that are this person today, whichever of their ids is asked for: profiles, contact points now and formerly, memberships, merges, notes, interactions, tickets, recipients, and every fact with where it came from. Nothing of anybody else. It is read from the log, so that it has what was written a moment ago; what is erased is told as erased. As JSON the last member is `complete`; as a page the last heading is “Complete”. An answer whose connection breaks is not complete: ask again.',
  })
  @ApiParam({ name: 'id', description: 'Of any profile of the person.' })
  @ApiHeader({
    name: 'Accept',
    required: false,
    description: '`application/json`, or `text/html` for a page to read and to print.',
    example: 'application/json',
  })
  @ApiOkResponse({
    description: 'The export. The page loads nothing and runs nothing.',
    headers: {
      'Content-Disposition': { description: 'A name for its file.', schema: { type: 'string', example: 'attachment; filename="access-export.json"' } },
    },
    content: {
      'application/json': { schema: { $ref: getSchemaPath(AccessExportAnswer) } },
      'text/html': { schema: { type: 'string', example: '<!doctype html>…' } },
    },
  })
  @Problems('end-user-not-found', 'read-models-behind')
  @Shows('export', 'by hand')
  @Roles('admin', 'auditor')
  @Get(':id/export')
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    const made = await this.exports.of(callerOf(request).tenant, endUserIdOf(id));
    await this.access.note(request, { endUserIds: made.head.profiles.map((profile) => profile.id), count: 1 });
    const asPage = wantsPage(request.headers.accept);
    const out = new StreamOut(reply, patienceMs);
    watchKey(request, this.keys, out.signal, () => out.cut());
    const name = `access-export-${made.head.canonicalId}.${asPage ? 'html' : 'json'}`;
    void reply.headers({ vary: 'accept', 'content-disposition': `attachment; filename="${name}"` });
    if (asPage) void reply.header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`).header('referrer-policy', 'no-referrer');
    out.begin(asPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
    if (request.method === 'HEAD') return out.end();
    await written(out, asPage ? accessExportPage(made) : accessExportJson(made));
  }
}

/** Writes it as quickly as it is taken. What fails on the way breaks the connection, because an answer that just ended would be taken for complete. */
async function written(out: StreamOut, pieces: AsyncGenerator<string, void, undefined>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (out.signal.aborted) return;
      await out.write(piece);
    }
    // Whoever reads slowly gets the end of it, too.
    if (!out.signal.aborted) out.end(patienceMs);
  } catch (error) {
    out.cut();
    throw error;
  }
}

/** Whether a page is named, and no kind of JSON before it: quality values are left to those who speak them to more than one reader. */
function wantsPage(accept = ''): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((one) => one.replace(/;.*$/s, '').trim());
  const at = kinds.indexOf('text/html');
  return at >= 0 && !kinds.slice(0, at).includes('application/json');
}
