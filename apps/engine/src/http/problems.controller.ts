import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPage } from './access';
import { Problems } from './openapi';
import { HttpProblem, problemCatalogue } from './problems';

/** The pages that the `type` of every problem leads to. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @ApiOperation({ summary: 'List all problems', description: 'A page, or JSON for who accepts no HTML.' })
  @ApiOkResponse({ description: 'Every code with its status and meaning.', content: { 'text/html': {}, 'application/json': {} } })
  @Problems()
  @PublicPage()
  @Get()
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): unknown {
    if (!wantsPage(request)) return { items: problemCatalogue };
    const rows = problemCatalogue.map(
      ({ code, status, title }) => `<tr><td><a href="/problems/${code}">${code}</a></td><td>${status}</td><td>${title}</td></tr>`,
    );
    void reply.type('text/html; charset=utf-8');
    return page('Problems', `<table><tr><th>code</th><th>status</th><th>meaning</th></tr>${rows.join('')}</table>`);
  }

  @ApiOperation({ summary: 'Read what a problem means', description: 'A page, or JSON for who accepts no HTML.' })
  @ApiParam({ name: 'code', example: 'contact-point-taken' })
  @ApiOkResponse({ description: 'The meaning of the code.', content: { 'text/html': {}, 'application/json': {} } })
  @Problems('problem-not-found')
  @PublicPage()
  @Get(':code')
  find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('code') code: string): unknown {
    const found = problemCatalogue.find((one) => one.code === code);
    if (!found) throw new HttpProblem('problem-not-found');
    if (!wantsPage(request)) return found;
    void reply.type('text/html; charset=utf-8');
    const again = found.status === 503 ? '<p>Trying again after the time in <code>Retry-After</code> is what helps.</p>' : '';
    return page(found.code, `<p>${found.title}</p><p>Answered with status ${found.status}.</p>${again}<p><a href="/problems">All problems</a></p>`);
  }
}

const wantsPage = ({ headers: { accept } }: FastifyRequest): boolean => accept?.includes('text/html') ?? false;

/** Built from the catalogue alone: nothing of a request is in it. */
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}: Kith</title></head><body><h1>${title}</h1>${body}</body></html>\n`;
