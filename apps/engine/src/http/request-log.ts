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
 * Answers of 2xx and 3xx are told at debug, and so are that nothing was found, which is what many lookups are answered, and that
 * a key sends too much, or that the engine has too much to do: that would go on and on, and the metrics count it. Other refusals
 * are told at info, failures at warn.
 */
export function afterAnswer(log: Logger, metrics: Metrics) {
  const telling = log.isLevelEnabled('debug');
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { statusCode, elapsedTime } = reply;
    // How long a stream is read is its reader's choice and says nothing of the engine.
    const ms = request.beganAfterMs ?? elapsedTime;
    durationsOf(request, statusCode, metrics).observe(ms / 1000);
    if (statusCode < 300 || statusCode === 404) request.route.door?.load.answered(ms);
    if (telling || (isTold(statusCode) && !request.turnedAway)) {
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
      else if (isTold(statusCode)) log.info(line, 'request refused');
      else log.debug(line, 'request');
    }
    done();
  };
}

const isTold = (status: number): boolean => status >= 400 && status !== 404 && status !== 429;

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
