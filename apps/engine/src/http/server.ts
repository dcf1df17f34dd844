import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { AccessNoting } from './access-noting';
import type { Admission } from './admission';
import { authentication, type KeyCheck } from './authentication';
import { limits } from './limits';
import type { Metrics } from './metrics';
import { asOf } from './past';
import { parseJson } from './plain-json';
import { sendProblem } from './problem.filter';
import { problem } from './problems';
import type { Queries } from './queries';
import type { RateLimit } from './rate-limit';
import { afterAnswer } from './request-log';
import { watchWhatIsShown } from './shows';
import { limitBodyTime } from './stream/body-time';
import { acceptFiles } from './stream/files';
import { acceptLines } from './stream/ndjson';

/** The most that a body may take, in bytes. */
const maxBodyBytes = 1024 * 1024;
/** The longest part of a path, in characters; contact points can be long. */
const maxParamLength = 1024;

/** The HTTP server: its limits, and how it answers what never reaches a route. */
export function httpServer(): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: maxBodyBytes,
    // The head of a request that dribbles in must not hold its place for ever; its body has a limit in `limitBodyTime`.
    requestTimeout: 0,
    http: { headersTimeout: 30_000 },
    keepAliveTimeout: 65_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength },
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problem(error.statusCode === 414 ? 'path-too-long' : 'request-malformed')),
    clientErrorHandler: answerUnreadable,
  });
}

/** What the server asks about every request. */
export interface PreparedWith {
  readonly access: Pick<AccessNoting, 'watching'>;
  readonly admission: Admission;
  readonly keys: KeyCheck;
  readonly queries: Queries;
  /** Undefined when keys may send as much as they like. */
  readonly rateLimit: RateLimit | undefined;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** The last position of the past moment that is shown; undefined for the present. */
  readonly upTo: bigint | undefined;
}

/** What every request passes, in this order. Added before Nest adds its routes: hooks hold for routes added after them. */
export function prepare(instance: FastifyInstance, parts: PreparedWith): void {
  instance.decorateRequest('route');
  instance.decorateRequest('caller', undefined);
  instance.decorateRequest('correlation', undefined);
  instance.addHook('onRoute', (route) => {
    if (isDocs(route.url)) route.config = { ...route.config, access: 'public', page: true };
    if (!route.config?.access) throw new Error(`the route ${String(route.method)} ${route.url} does not say who may call it`);
  });
  instance.addHook('onRoute', watchWhatIsShown(parts.access.watching));
  instance.addHook('onRequest', (request, reply, done) => {
    request.route = request.routeOptions.config;
    if (request.route.page) reply.headers(pageHeaders);
    else reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
    done();
  });
  const past = parts.upTo === undefined ? undefined : asOf(parts.upTo);
  if (past) instance.addHook('onRequest', past.tell);
  instance.addHook('onRequest', parts.admission.enter);
  instance.addHook('onRequest', authentication(parts.keys));
  if (parts.rateLimit) instance.addHook('onRequest', parts.rateLimit.enter);
  if (past) instance.addHook('onRequest', past.refuseWrites);
  instance.addHook('onRequest', limits(parts.queries));
  instance.addHook(
    'preParsing',
    limitBodyTime(({ raw }) => answerUnreadable(Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket)),
  );
  instance.addHook('onResponse', afterAnswer(parts.log, parts.metrics));
  instance.removeAllContentTypeParsers();
  acceptLines(instance);
  acceptFiles(instance);
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    // Clients that send their content type with everything send it without a body, too; a route that needs one says so.
    if (body.length === 0) return done(null, undefined);
    try {
      done(null, parseJson(body));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

/** The pages that Nest's documentation adds by itself. */
const isDocs = (url: string): boolean => url === '/openapi.json' || url === '/docs' || url.startsWith('/docs/');

/**
 * What browsers must know of a page: it loads nothing from elsewhere and is shown in no frame. The documentation writes
 * styles into its elements, and draws its icons from data.
 */
const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; object-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What Node could not read as HTTP has no request to answer: written by hand, as a problem like all others. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket & { _httpMessage?: ServerResponse }): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy(error);
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  const body = JSON.stringify({ ...problem('request-malformed'), status: Number(status.slice(0, 3)) });
  // An answer that has begun cannot be followed by another one.
  if (!socket._httpMessage?.headersSent)
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  socket.destroy(error);
}
