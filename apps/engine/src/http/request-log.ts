import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Durations, Metrics } from './metrics';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** By status class. */
    durations?: Map<number, Durations>;
  }
}

/**
 * Fastify hook after each answer: its duration, and a line. A line holds the route's pattern, never the path: paths hold addresses.
 * Answers of 2xx and 3xx are told at debug, refusals at info, failures at warn.
 */
export function afterAnswer(log: Logger, metrics: Metrics) {
  const telling = log.isLevelEnabled('debug');
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { statusCode, elapsedTime } = reply;
    durationsOf(request, statusCode, metrics).observe(elapsedTime / 1000);
    if (statusCode >= 400 || telling) {
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
      else if (statusCode >= 400) log.info(line, 'request refused');
      else log.debug(line, 'request');
    }
    done();
  };
}

/** The pattern that the request matched. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

function durationsOf(request: FastifyRequest, status: number, metrics: Metrics): Durations {
  const { config } = request.routeOptions;
  const group = Math.floor(status / 100);
  const known = config.durations?.get(group);
  if (known) return known;
  // Of a request that matched no route, the method is whatever was sent.
  const found = metrics.durations(request.is404 ? 'other' : request.method, routeOf(request), `${group}xx`);
  if (!request.is404) (config.durations ??= new Map()).set(group, found);
  return found;
}
