import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Durations, Metrics } from './metrics';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's pattern; Fastify puts it here. */
    url?: string;
    /** By status class. */
    durations?: Map<number, Durations>;
  }
}

/**
 * Fastify hook after each answer: its duration, and a line. A line holds the route's pattern, never the path: paths hold addresses.
 * Answers of 2xx and 3xx are told at debug, and so is that nothing was found, which is what many lookups are answered;
 * refusals at info, failures at warn.
 */
export function afterAnswer(log: Logger, metrics: Metrics) {
  const telling = log.isLevelEnabled('debug');
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { statusCode, elapsedTime } = reply;
    durationsOf(request, statusCode, metrics).observe(elapsedTime / 1000);
    if (telling || (statusCode >= 400 && statusCode !== 404)) {
      const line = {
        method: request.method,
        route: routeOf(request),
        status: statusCode,
        ms: Math.round(elapsedTime * 10) / 10,
        tenant: request.caller?.tenant,
        keyId: request.caller?.keyId,
        correlationId: request.correlation,
      };
      if (statusCode >= 500) log.warn(line, 'request failed');
      else if (statusCode >= 400 && statusCode !== 404) log.info(line, 'request refused');
      else log.debug(line, 'request');
    }
    done();
  };
}

/** The pattern that the request matched. */
const routeOf = ({ is404, route }: FastifyRequest): string => (is404 ? 'none' : (route.url ?? 'none'));

function durationsOf(request: FastifyRequest, status: number, metrics: Metrics): Durations {
  const { route } = request;
  const group = Math.floor(status / 100);
  const known = route.durations?.get(group);
  if (known) return known;
  // Of a request that matched no route, the method is whatever was sent.
  const found = metrics.durations(request.is404 ? 'other' : request.method, routeOf(request), `${group}xx`);
  if (!request.is404) {
    route.durations ??= new Map();
    route.durations.set(group, found);
  }
  return found;
}
