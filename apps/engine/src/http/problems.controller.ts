import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPage } from './access';
import { Problems } from './openapi';
import { ProblemMeaningAnswer, ProblemMeaningsAnswer } from './problem.dto';
import { problemHelp } from './problem-help';
import { HttpProblem, problemCatalogue } from './problems';

const meanings: readonly ProblemMeaningAnswer[] = problemCatalogue.map((problem) => ({ ...problem, ...problemHelp[problem.code] }));

/** The pages that the `type` of every problem leads to. */
@ApiTags('problems')
@ApiExtraModels(ProblemMeaningAnswer, ProblemMeaningsAnswer)
@Controller('problems')
export class ProblemsController {
  @ApiOperation({ summary: 'List all problems', description: 'A page, or JSON for who accepts no HTML.' })
  @ApiOkResponse({ description: 'Every code with its status, meaning, cause and remedy.', content: pageOr(ProblemMeaningsAnswer) })
  @Problems()
  @PublicPage()
  @Get()
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): unknown {
    if (!wantsPage(request)) return { items: meanings };
    const rows = meanings.map(
      ({ code, status, title }) => `<tr><td><a href="/problems/${code}">${code}</a></td><td>${status}</td><td>${escaped(title)}</td></tr>`,
    );
    void reply.type('text/html; charset=utf-8');
    return page('Problems', `<table><tr><th>code</th><th>status</th><th>meaning</th></tr>${rows.join('')}</table>`);
  }

  @ApiOperation({ summary: 'Read what a problem means', description: 'A page, or JSON for who accepts no HTML.' })
  @ApiParam({ name: 'code', description: 'The `code` of a problem.', example: 'contact-point-taken' })
  @ApiOkResponse({ description: 'What the code means, why it comes about, and what to do about it.', content: pageOr(ProblemMeaningAnswer) })
  @Problems('problem-not-found')
  @PublicPage()
  @Get(':code')
  find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('code') code: string): unknown {
    const found = meanings.find((one) => one.code === code);
    if (!found) throw new HttpProblem('problem-not-found');
    if (!wantsPage(request)) return found;
    void reply.type('text/html; charset=utf-8');
    const { title, status, cause, remedy } = found;
    return page(
      code,
      `<p>${escaped(title)}</p><p>Answered with status ${status}.</p><h2>Why</h2><p>${prose(cause)}</p><h2>What to do</h2><p>${prose(remedy)}</p><p><a href="/problems">All problems</a></p>`,
    );
  }
}

/** HTML for who accepts it, else JSON of the model. */
function pageOr(model: new () => object) {
  return { 'text/html': { schema: { type: 'string' as const }, example: '<!doctype html>…' }, 'application/json': { schema: { $ref: getSchemaPath(model) } } };
}

const wantsPage = ({ headers: { accept } }: FastifyRequest): boolean => accept?.includes('text/html') ?? false;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** What stands between backquotes is code. */
const prose = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** Built from the catalogue alone: nothing of a request is in it. */
const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}: Kith</title></head><body><h1>${title}</h1>${body}</body></html>\n`;
