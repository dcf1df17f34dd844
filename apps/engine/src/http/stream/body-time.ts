import type { FastifyRequest, preParsingHookHandler } from 'fastify';
import { isLines } from './ndjson';

/** How long a body that is read as a whole may take to arrive, in milliseconds. */
const maxBodyMs = 30_000;

/**
 * Fastify hook before a body is read: one that dribbles in must not hold its place for ever. Node can limit only the time of
 * all requests alike, which would end streams that are meant to last; those have a limit of their own.
 * @param tooLate answers and ends the connection
 */
export function limitBodyTime(tooLate: (request: FastifyRequest) => void, withinMs = maxBodyMs): preParsingHookHandler {
  return (request, _reply, payload, done): void => {
    const { headers, raw } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
    if (hasBody && !isLines(request) && !request.route?.takesFiles) {
      const timer = setTimeout(() => {
        if (!raw.complete) tooLate(request);
      }, withinMs);
      raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  };
}
