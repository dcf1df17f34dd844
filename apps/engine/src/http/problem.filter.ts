import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Log } from '../log';
import { Metrics } from './metrics';
import { problemOf, retryAfter } from './problem-of';
import { HttpProblem, type Problem, problem } from './problems';

/** The only place where refusals and failures become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(Log) private readonly log: Logger,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    // Who went away in the middle of a request is not there to be answered, and that is no fault of the engine.
    if (request.raw.destroyed && !request.raw.complete) return;
    const answer = toldTo(request, problemOf(error) ?? this.bug(error, request));
    this.metrics.refused(answer.code);
    if (reply.sent) return;
    if (error instanceof HttpProblem) reply.headers(error.headers);
    sendProblem(reply, answer);
  }

  /** Messages of unforeseen errors can quote what a customer wrote: the log gets the error's name and where it happened. */
  private bug(error: unknown, request: FastifyRequest): Problem {
    const { name, at } = whereabouts(error);
    this.log.error({ route: request.route?.url, error: name, at }, 'unexpected error');
    return problem('internal-error', 'The engine met an error it did not foresee; its log says where. Nothing that was not acknowledged is promised.');
  }
}

/** Who is limited to organizations is not told whose what it asked for is. */
function toldTo({ caller }: FastifyRequest, answer: Problem): Problem {
  if (caller?.organizations === undefined) return answer;
  const { holderId: _, candidates: __, ...told } = answer as Problem & { readonly holderId?: unknown; readonly candidates?: unknown };
  return told;
}

/** Answers with a problem, whatever was prepared before. */
export function sendProblem(reply: FastifyReply, answer: Problem): void {
  if (answer.status === 503) void reply.header('retry-after', retryAfter(answer));
  if (answer.status === 401) void reply.header('www-authenticate', 'Bearer realm="kith"');
  void reply.code(answer.status).header('content-type', 'application/problem+json').send(JSON.stringify(answer));
}

/** Name and stack frames of an error, without its message. */
export function whereabouts(error: unknown): { name: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.constructor.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
