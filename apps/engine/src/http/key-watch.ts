import type { Keys } from '@kith/application';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './command-context';

/** Calls `gone` once the key that the request came with is revoked or has expired, also when that has just happened; until the signal aborts. */
export function watchKey(request: FastifyRequest, keys: Pick<Keys, 'onEnd'>, signal: AbortSignal, gone: () => void): void {
  const forget = keys.onEnd(callerOf(request), () => {
    if (!signal.aborted) gone();
  });
  if (signal.aborted) forget();
  else signal.addEventListener('abort', forget, { once: true });
}
